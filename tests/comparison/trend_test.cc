#include "comparison/trend.h"

#include <boost/test/unit_test.hpp>

#include "made_up.h"

namespace {

std::string month(int number) {
  return (number <= 12 ? "2009-" : "2010-") + std::string(number % 12 == 0 || number % 12 > 9 ? "" : "0") +
         std::to_string(number % 12 == 0 ? 12 : number % 12);
}

}  // namespace

BOOST_AUTO_TEST_CASE(months_run_in_the_order_of_time_and_a_shift_is_seen) {
  comparison::Records records;
  for (int i = 1; i <= 14; ++i) {
    for (int record = 0; record < 4; ++record) {
      // One of four is in time in the first seven months, three of four in the last.
      const bool late = i <= 7 ? record > 0 : record > 2;
      records.take(comparison::made_up("North", true, month(i) + "-15", late), 0);
    }
  }
  records.take(comparison::made_up("North", true), 0);
  std::size_t undated = 0;
  const std::vector<comparison::Trend> all = comparison::trends(records, comparison::By::month, undated);
  BOOST_TEST(undated == 1U);
  const comparison::Trend* in_time = nullptr;
  for (const comparison::Trend& trend : all) {
    if (records.measures()[trend.measure].id == "in_time") in_time = &trend;
  }
  BOOST_TEST_REQUIRE(in_time != nullptr);
  BOOST_TEST_REQUIRE(in_time->points.size() == 14U);
  BOOST_TEST(in_time->points.front().period == "2009-01");
  BOOST_TEST(in_time->points.back().period == "2010-02");
  BOOST_TEST(in_time->points.front().share.hits == 1U);
  BOOST_TEST(in_time->points.front().share.of == 4U);
  BOOST_TEST_REQUIRE(in_time->chart.shifts.size() == 2U);
  BOOST_TEST(!in_time->chart.shifts[0].upward);
  BOOST_TEST(in_time->chart.shifts[1].upward);
  BOOST_TEST(in_time->chart.shifts[1].first == 7U);
}

BOOST_AUTO_TEST_CASE(days_fall_into_months_and_quarters) {
  using comparison::By;
  BOOST_TEST(comparison::period_of("2010-03-31", By::month) == "2010-03");
  BOOST_TEST(comparison::period_of("2010-03-31", By::quarter) == "2010 Q1");
  BOOST_TEST(comparison::period_of("2010-04-01", By::quarter) == "2010 Q2");
  BOOST_TEST(comparison::period_of("2010-12-01", By::quarter) == "2010 Q4");
  BOOST_TEST(comparison::period_of("", By::month) == "");
}

BOOST_AUTO_TEST_CASE(a_day_from_a_list_goes_before_the_records_own) {
  comparison::Records records;
  records.take(comparison::made_up("North", true, "2010-03-31"), 0, "2010-04-02");
  BOOST_TEST(records.records()[0].completed == "2010-04-02");
}
