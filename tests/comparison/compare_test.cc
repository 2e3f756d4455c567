#include "comparison/compare.h"

#include <boost/test/unit_test.hpp>

#include "made_up.h"

namespace {

using comparison::Row;
using comparison::Verdict;

const Row* row_of(const comparison::Records& records, const comparison::Comparison& all, const std::string& measure,
                  const std::string& group) {
  for (const Row& row : all.rows) {
    if (records.measures()[row.measure].id == measure && all.groups[row.group].name == group) return &row;
  }
  return nullptr;
}

void take(comparison::Records& records, const std::string& team, std::size_t met, std::size_t not_met,
          std::size_t run = 0) {
  for (std::size_t i = 0; i < met; ++i) records.take(comparison::made_up(team, true), run);
  for (std::size_t i = 0; i < not_met; ++i) records.take(comparison::made_up(team, false), run);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_group_is_held_against_all_the_others) {
  comparison::Records records({{{"assessment", "CV1"}, "Was the child seen?"}});
  take(records, "North", 9, 1);
  take(records, "South", 3, 9);
  take(records, "", 2, 4);
  const comparison::Comparison all = comparison::by_group(records, comparison::By::team, false);
  BOOST_TEST_REQUIRE(all.groups.size() == 3U);
  BOOST_TEST(all.groups[0].name == "North");
  BOOST_TEST(all.groups[2].name == "");
  const Row* north = row_of(records, all, "CV1", "North");
  BOOST_TEST_REQUIRE(north != nullptr);
  BOOST_TEST(records.measures()[north->measure].title == "Was the child seen?");
  BOOST_TEST(north->here.hits == 9U);
  BOOST_TEST(north->here.of == 10U);
  BOOST_TEST(north->others.hits == 5U);
  BOOST_TEST(north->others.of == 18U);
  BOOST_TEST((north->verdict == Verdict::higher));
  BOOST_TEST(north->difference->difference == 0.9 - 5.0 / 18, boost::test_tools::tolerance(1e-12));
  // Fewer flags are raised there, which is of every record asked.
  const Row* flags = row_of(records, all, "F1", "North");
  BOOST_TEST(flags->here.hits == 1U);
  BOOST_TEST(flags->here.of == 10U);
  BOOST_TEST((flags->verdict == Verdict::lower));
  // Nobody was asked an item that never applies.
  BOOST_TEST(row_of(records, all, "CV2", "North") == nullptr);
  BOOST_TEST(row_of(records, all, "in_time", "North") == nullptr);
}

BOOST_AUTO_TEST_CASE(small_groups_are_left_out_and_cannot_be_worked_out) {
  comparison::Records records;
  take(records, "North", 6, 4);
  take(records, "South", 4, 3);
  take(records, "West", 2, 1);
  comparison::Comparison all = comparison::by_group(records, comparison::By::team, false);
  BOOST_TEST(!all.groups[0].left_out);
  BOOST_TEST(all.groups[1].left_out);  // or West would be the whole without the two
  BOOST_TEST(all.groups[2].left_out);
  BOOST_TEST(row_of(records, all, "CV1", "West") == nullptr);
  const Row* north = row_of(records, all, "CV1", "North");
  BOOST_TEST(north->others.of == 10U);

  all = comparison::by_group(records, comparison::By::team, true);
  const Row* west = row_of(records, all, "CV1", "West");
  BOOST_TEST_REQUIRE(west != nullptr);
  BOOST_TEST((west->verdict == Verdict::too_few));
  BOOST_TEST(all.judged > 0U);
}

BOOST_AUTO_TEST_CASE(two_runs_are_held_against_each_other) {
  comparison::Records records;
  take(records, "North", 18, 2);
  take(records, "North", 8, 12, 1);
  evaluation::Outcome refused;
  refused.standing = evaluation::Standing::refused;
  records.take(refused, 1);
  const comparison::Comparison all = comparison::by_run(records);
  BOOST_TEST(records.of_run(1) == 20U);
  BOOST_TEST(records.not_audited(1) == 1U);
  const Row* grade = row_of(records, all, "grade", "");
  BOOST_TEST(grade->here.hits == 18U);
  BOOST_TEST(grade->others.hits == 8U);
  BOOST_TEST((grade->verdict == Verdict::higher));
  BOOST_TEST((row_of(records, all, "in_time", "")->verdict == Verdict::none));
}

BOOST_AUTO_TEST_CASE(what_chance_can_give_is_no_difference) {
  comparison::Records records;
  take(records, "North", 6, 4);
  take(records, "South", 5, 5);
  const comparison::Comparison all = comparison::by_group(records, comparison::By::team, false);
  for (const Row& row : all.rows) BOOST_TEST((row.verdict == Verdict::chance));
  BOOST_TEST(all.judged == all.rows.size());
}

BOOST_AUTO_TEST_CASE(measures_stand_in_the_order_of_a_report) {
  comparison::Records records;
  take(records, "North", 1, 1);
  std::string order;
  for (std::size_t measure : records.in_order()) order += records.measures()[measure].id + " ";
  BOOST_TEST(order == "grade in_time CV CV1 CV2 F1 ");
}
