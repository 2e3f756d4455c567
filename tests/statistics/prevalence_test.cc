#include "statistics/prevalence.h"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "statistics/table.h"

BOOST_AUTO_TEST_CASE(corrected_shares_are_as_worked_out_elsewhere) {
  for (const Row& row : table("prevalence.csv")) {
    auto at = [&](std::size_t i) { return static_cast<std::size_t>(row[i][0]); };
    std::optional<statistics::Prevalence> found =
        statistics::rogan_gladen(at(0), at(1), {at(2), at(3) - at(2), at(4), at(5) - at(4)});
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(std::abs(found->share - row[6][0]) < 1e-9);
    BOOST_TEST(std::abs(found->interval.low - row[7][0]) < 1e-9);
    BOOST_TEST(std::abs(found->interval.high - row[8][0]) < 1e-9);
  }
}

BOOST_AUTO_TEST_CASE(refused_where_too_little_is_known) {
  BOOST_TEST(!statistics::rogan_gladen(10, 30, {19, 0, 40, 2}));
  BOOST_TEST(!statistics::rogan_gladen(10, 30, {40, 2, 19, 0}));
  BOOST_TEST(!statistics::rogan_gladen(0, 0, {40, 2, 40, 2}));
  // No better than chance, though the other is a little so with counts moved towards the middle.
  BOOST_TEST(!statistics::rogan_gladen(10, 30, {15, 15, 15, 15}));
  BOOST_TEST(!statistics::rogan_gladen(10, 30, {5, 15, 300, 100}));
  // A little better, and no better with the counts so moved.
  BOOST_TEST(!statistics::rogan_gladen(10, 30, {20, 10, 21, 41}));
}
