#include "statistics/interval.h"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "statistics/table.h"

namespace {
std::size_t count(const std::vector<double>& field) {
  return static_cast<std::size_t>(field.at(0));
}
}  // namespace

BOOST_AUTO_TEST_CASE(wilson_is_what_other_programs_say) {
  for (const Row& row : table("wilson.csv")) {
    statistics::Interval interval = statistics::wilson(count(row[0]), count(row[1]));
    BOOST_TEST(std::abs(interval.low - row[2][0]) < 1e-9);
    BOOST_TEST(std::abs(interval.high - row[3][0]) < 1e-9);
  }
  BOOST_TEST(statistics::wilson(0, 0).low == 0);
  BOOST_TEST(statistics::wilson(0, 0).high == 1);
}

BOOST_AUTO_TEST_CASE(differences_are_what_other_programs_say) {
  for (const Row& row : table("difference.csv")) {
    statistics::Difference found = statistics::difference(count(row[0]), count(row[1]), count(row[2]), count(row[3]));
    BOOST_TEST(std::abs(found.difference - (row[0][0] / row[1][0] - row[2][0] / row[3][0])) < 1e-9);
    BOOST_TEST(std::abs(found.interval.low - row[4][0]) < 1e-9);
    BOOST_TEST(std::abs(found.interval.high - row[5][0]) < 1e-9);
  }
}
