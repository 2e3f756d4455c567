#include "reports/view.h"

#include <boost/test/unit_test.hpp>

#include "reports/demo.h"

namespace reports_tests {
namespace {

using evaluation::Grade;

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(overview_counts) {
  ::reports::Overview all = ::reports::overview(demo_run()).value();
  BOOST_TEST(all.audited == 9u);
  BOOST_TEST(all.refused == 2u);
  BOOST_TEST(all.skipped == 1u);
  BOOST_TEST(all.dimensions.size() == 6u);
  BOOST_TEST(!all.dimensions[5].in_overall);
  BOOST_TEST(all.items.size() == 30u);
  for (const auto& dimension : all.dimensions) BOOST_TEST(dimension.graded() + dimension.without == 9u);
  const auto& siblings = all.items[4];
  BOOST_TEST(siblings.id == "CV5");
  BOOST_TEST(siblings.applies() == 3u);
  BOOST_TEST(all.flags.front().flag.id == "F1");
  BOOST_TEST(all.flags.front().number == 3u);
  BOOST_TEST(all.flags.back().flag.id == "F6");
  BOOST_TEST(all.not_audited.back().path == "exports/logo.png");
}

BOOST_AUTO_TEST_CASE(overview_dimension_where_nothing_applies_has_no_grade) {
  evaluation::Outcome outcome;
  outcome.dimensions.push_back({"PC", "Plan", 0, 0, Grade::inadequate, "", true});
  ::reports::Overview all = ::reports::overview(run_of({outcome}, {})).value();
  BOOST_TEST(all.dimensions[0].without == 1u);
  BOOST_TEST(all.dimensions[0].graded() == 0u);
  BOOST_TEST(!all.documents[0].grades[0].has_value());
}

BOOST_AUTO_TEST_CASE(overview_passes_an_error_on) {
  ::reports::Run run{demo_facts(), [](const ::reports::Use&) -> base::Status {
                       return base::Error{base::ErrorCode::damaged, "run.db", 0, 0, "is damaged", ""};
                     }};
  BOOST_TEST(!::reports::overview(run).ok());
}

BOOST_AUTO_TEST_CASE(weakest_puts_the_least_points_first) {
  ::reports::Overview all;
  auto item = [](const char* id, std::size_t not_met, std::size_t partly, std::size_t met, std::size_t na) {
    return ::reports::ItemTally{id, "", "", {not_met, partly, met, na}};
  };
  all.items = {item("A", 0, 0, 9, 0), item("B", 1, 0, 9, 0), item("C", 0, 4, 0, 6),
               item("D", 2, 0, 2, 0), item("E", 3, 0, 0, 7), item("F", 0, 0, 0, 9)};
  std::string order;
  for (const auto& weak : ::reports::weakest(all, 3)) order += weak.id;
  BOOST_TEST(order == "EDC");
  BOOST_TEST(::reports::weakest(all, 9).size() == 4u);
}

BOOST_AUTO_TEST_CASE(by_need_puts_the_lowest_grade_first) {
  std::string order;
  for (const auto& record : ::reports::by_need(::reports::overview(demo_run()).value())) {
    order += std::to_string(record.number);
  }
  BOOST_TEST(order == "368419572");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
