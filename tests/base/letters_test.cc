#include "base/letters.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <tuple>

BOOST_AUTO_TEST_SUITE(base_letters)

BOOST_AUTO_TEST_CASE(letters_apart_counts_what_must_change) {
  using Case = std::tuple<const char*, const char*, std::size_t>;
  for (const auto& [a, b, apart] :
       {Case{"", "", 0}, Case{"ann", "ann", 0}, Case{"ann", "anna", 1}, Case{"ann", "amn", 1}, Case{"ian", "ain", 2},
        Case{"", "ann", 3}, Case{"kitten", "sitting", 3}}) {
    BOOST_TEST(base::letters_apart(a, b, 9) == apart, a << " and " << b);
    BOOST_TEST(base::letters_apart(b, a, 9) == apart, b << " and " << a);
  }
}

BOOST_AUTO_TEST_CASE(letters_apart_passes_over_lengths_that_differ_by_more) {
  BOOST_TEST(base::letters_apart("ann", "annabel", 2) > 2u);
  BOOST_TEST(base::letters_apart("ann", std::string(100'000'000, 'n'), 2) > 2u);
}

BOOST_AUTO_TEST_SUITE_END()
