#include "comparison/comparators.h"

#include <boost/test/unit_test.hpp>

#include "made_up.h"

using comparison::Figure;
using comparison::figures_from;
using manifest::Row;

BOOST_AUTO_TEST_CASE(figures_are_read_by_their_headings) {
  const auto figures = figures_from({{1, {"Measure", "N", " Council ", "Value", "Period"}},
                                     {2, {"in_time", "412", "Ashford", "87.5%", "2009-10"}},
                                     {4, {"CV", "", "Barton", "60", ""}}},
                                    "councils.csv");
  BOOST_TEST_REQUIRE(static_cast<bool>(figures));
  BOOST_TEST_REQUIRE(figures.value().size() == 2U);
  const Figure& first = figures.value()[0];
  BOOST_TEST(first.council == "Ashford");
  BOOST_TEST(first.measure == "in_time");
  BOOST_TEST(first.period == "2009-10");
  BOOST_TEST(first.share == 0.875);
  BOOST_TEST(first.of == 412U);
  BOOST_TEST(figures.value()[1].of == 0U);
  BOOST_TEST(figures.value()[1].share == 0.6);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_with_its_line_and_nothing_is_taken) {
  const Row head{1, {"council", "measure", "value", "n"}};
  const auto message = [&head](const std::vector<std::string>& cells) {
    const auto figures = figures_from({head, {7, cells}}, "councils.csv");
    return figures ? std::string() : std::to_string(figures.error().line) + " " + figures.error().message;
  };
  BOOST_TEST(message({"Ashford", "CV", "sixty", ""}) == "7 has a value that is no share in percent");
  BOOST_TEST(message({"Ashford", "CV", "160", ""}) == "7 has a value that is no share in percent");
  BOOST_TEST(message({"Ashford", "CV", "0.6", ""}) == "7 has a value below 1, which may be a share or a percent");
  BOOST_TEST(message({"Ashford", "CV", "0.6%", ""}) == "");
  BOOST_TEST(message({"", "CV", "60", ""}) == "7 names no council");
  BOOST_TEST(message({"Ashford", "", "60", ""}) == "7 names no measure");
  BOOST_TEST(message({"Ashford", "CV", "60", "few"}) == "7 has an n that is no whole number");
  const auto without = figures_from({{1, {"council", "value"}}}, "councils.csv");
  BOOST_TEST(without.error().message == "has no heading 'measure'");
}

BOOST_AUTO_TEST_CASE(a_figure_finds_its_measure) {
  comparison::Records records;
  records.take(comparison::made_up("North", false), 0);
  const auto id = [&records](const std::string& measure) {
    const std::size_t found = comparison::measure_of({"Ashford", measure, "", 0.5, 0, 1}, records.measures());
    return found == records.measures().size() ? std::string() : records.measures()[found].id;
  };
  BOOST_TEST(id("in_time") == "in_time");
  BOOST_TEST(id("cv1") == "CV1");
  BOOST_TEST(id("assessment/CV") == "CV");
  BOOST_TEST(id("contact/CV").empty());
  BOOST_TEST(id("ZZ").empty());
}
