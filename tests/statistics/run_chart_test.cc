#include "statistics/run_chart.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_CASE(median_of_odd_and_even) {
  BOOST_TEST(statistics::median({3, 1, 2}) == 2);
  BOOST_TEST(statistics::median({4, 1, 2, 3}) == 2.5);
  BOOST_TEST(statistics::median({7}) == 7);
}

BOOST_AUTO_TEST_CASE(a_shift_passes_over_points_on_the_median) {
  statistics::RunChart chart = statistics::run_chart({1, 2, 1, 2, 1, 2, 5, 9, 8, 9, 5, 8, 9, 8});
  BOOST_TEST(chart.median == 5);
  BOOST_REQUIRE(chart.shifts.size() == 2u);
  BOOST_TEST(chart.shifts[0].first == 0u);
  BOOST_TEST(chart.shifts[0].last == 5u);
  BOOST_TEST(!chart.shifts[0].upward);
  BOOST_TEST(chart.shifts[1].first == 7u);
  BOOST_TEST(chart.shifts[1].last == 13u);
  BOOST_TEST(chart.shifts[1].upward);
}

BOOST_AUTO_TEST_CASE(five_rising_points_are_a_trend_and_four_are_none) {
  statistics::RunChart chart = statistics::run_chart({5, 4, 5, 6, 7, 7, 8, 3, 5, 4, 5, 6, 7, 3});
  BOOST_REQUIRE(chart.trends.size() == 1u);
  BOOST_TEST(chart.trends[0].first == 1u);
  BOOST_TEST(chart.trends[0].last == 6u);
  BOOST_TEST(chart.trends[0].upward);
}

BOOST_AUTO_TEST_CASE(few_points_give_no_signal) {
  BOOST_TEST(statistics::run_chart({1, 2, 3, 4, 5, 6, 7, 8, 9}).trends.empty());
  BOOST_TEST(statistics::run_chart({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}).trends.size() == 1u);
}
