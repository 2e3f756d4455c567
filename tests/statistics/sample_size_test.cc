#include "statistics/sample_size.h"

#include <boost/test/unit_test.hpp>

#include "statistics/table.h"

BOOST_AUTO_TEST_CASE(sizes_are_as_worked_out_elsewhere) {
  for (const Row& row : table("sample_size.csv")) {
    auto population = static_cast<std::size_t>(row[0][0]);
    std::size_t drawn = statistics::sample_size(population, row[1][0], row[2][0]);
    BOOST_TEST(drawn == static_cast<std::size_t>(row[3][0]));
    // Enough, and one fewer would not be.
    BOOST_TEST(statistics::margin(drawn, population, row[2][0]) <= row[1][0] + 1e-9);
    if (drawn > 1) BOOST_TEST(statistics::margin(drawn - 1, population, row[2][0]) > row[1][0] - 1e-3);
  }
}

BOOST_AUTO_TEST_CASE(a_whole_number_needs_no_more) {
  // With z 2 and a margin of 10%, 100 of endless many: of 297 these are 75, and of 891 they are 90.
  BOOST_TEST(statistics::sample_size(297, 0.1, 0.5, 2) == 75u);
  BOOST_TEST(statistics::sample_size(891, 0.1, 0.5, 2) == 90u);
}

BOOST_AUTO_TEST_CASE(the_ends) {
  BOOST_TEST(statistics::sample_size(0, 0.1) == 0u);
  BOOST_TEST(statistics::margin(0, 10) == 1);
  BOOST_TEST(statistics::margin(10, 10) == 0);
}

// Worked out by hand from the formula, in Python.
BOOST_AUTO_TEST_CASE(margins_of_strata) {
  using boost::test_tools::tolerance;
  BOOST_TEST(statistics::stratified_margin({{50, 500}, {50, 500}}) == 0.09306236378724281, tolerance(1e-12));
  BOOST_TEST(statistics::stratified_margin({{3, 40}, {3, 12}, {1, 1}}) == 0.4317599018469835, tolerance(1e-12));
  BOOST_TEST(statistics::stratified_margin({{10, 10}, {4, 4}}) == 0);
  // Of one stratum it is the plain margin.
  BOOST_TEST(statistics::stratified_margin({{30, 412}}) == statistics::margin(30, 412), tolerance(1e-12));
}
