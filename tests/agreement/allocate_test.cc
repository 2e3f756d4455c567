#include "agreement/allocate.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

using agreement::allocate;
using agreement::Allocation;

BOOST_AUTO_TEST_SUITE(agreement_allocate)

BOOST_AUTO_TEST_CASE(half_of_the_records_have_two_raters) {
  for (std::size_t wanted : {1u, 2u, 7u, 30u, 100u}) {
    for (const std::vector<std::string>& raters :
         {std::vector<std::string>{"A", "B"}, {"A", "B", "C"}, {"A", "B", "C", "D", "E"}}) {
      Allocation made = allocate(100, wanted, raters, 3).value();
      std::vector<std::size_t> times(100);
      std::size_t fewest = 1000, most = 0;
      for (const auto& own : made.records) {
        BOOST_TEST(std::set<std::size_t>(own.begin(), own.end()).size() == own.size());
        for (std::size_t record : own) ++times[record];
        fewest = std::min(fewest, own.size());
        most = std::max(most, own.size());
      }
      BOOST_TEST(static_cast<std::size_t>(std::count(times.begin(), times.end(), 2u)) == (wanted + 1) / 2);
      BOOST_TEST(static_cast<std::size_t>(std::count(times.begin(), times.end(), 1u)) == wanted / 2);
      BOOST_TEST(made.drawn.size() == wanted);
      for (std::size_t record : made.doubled) BOOST_TEST(times[record] == 2u);
      if (wanted >= 30) BOOST_TEST(most - fewest <= 1u);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_and_another_one_another) {
  BOOST_TEST((allocate(100, 20, {"A", "B"}, 3).value().records == allocate(100, 20, {"A", "B"}, 3).value().records));
  BOOST_TEST((allocate(100, 20, {"A", "B"}, 3).value().drawn != allocate(100, 20, {"A", "B"}, 4).value().drawn));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_allocated) {
  BOOST_TEST(!allocate(100, 20, {"A"}, 1));
  BOOST_TEST(!allocate(100, 20, {"Ann Lee", "ann  lee"}, 1));
  BOOST_TEST(!allocate(100, 20, {"A", ""}, 1));
  BOOST_TEST(!allocate(100, 101, {"A", "B"}, 1));
  BOOST_TEST(!allocate(100, 0, {"A", "B"}, 1));
}

BOOST_AUTO_TEST_SUITE_END()
