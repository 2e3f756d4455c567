#include "timeliness/tally.h"

#include "english.h"

namespace timeliness {
namespace {

std::string dump(const Figures& figures) {
  std::string out;
  for (std::size_t i = 0; i < standings; ++i) {
    if (figures.by_standing[i] == 0) continue;
    out += (out.empty() ? "" : " ") + std::string(name_of(static_cast<Standing>(i))) + "=" +
           std::to_string(figures.by_standing[i]);
  }
  return out;
}

// Two teams: in the first, children A to D with 1 to 4 working days; in the second one late and one that is overdue.
Gathered two_teams() {
  Gathered out;
  const auto add = [&out](const char* child, const char* team, manifest::Case one) {
    one.child = child;
    one.team = team;
    out.take(one);
  };
  add("A", "North", piece("initial_assessment", "2010-03-01", "", "2010-03-02"));
  add("B", "North", piece("initial_assessment", "2010-03-01", "", "2010-03-03"));
  add("C", "North", piece("initial_assessment", "2010-03-29", "2010-03-30", "2010-04-01"));
  add("D", "North", piece("initial_assessment", "", "2010-04-01", "2010-04-09"));
  add("D", "South", piece("initial_assessment", "2010-03-01", "2010-03-02", "2010-03-11"));
  add("E", "South", piece("initial_assessment", "2010-03-01", "2010-03-02", ""));
  add("F", "South", piece("core_assessment", "2010-03-01", "2010-03-08", ""));
  add("G", "South", piece("core_assessment", "2010-05-01", "2010-05-08", ""));
  add("H", "", piece("poem", "2010-03-01", "", ""));
  return out;
}

BOOST_AUTO_TEST_SUITE(tallying)

BOOST_AUTO_TEST_CASE(groups_of_each_kind) {
  const Tally all = tally(two_teams(), english(), day("2010-04-12"));
  BOOST_TEST(all.work == 8U);
  BOOST_TEST(all.children == 7U);
  BOOST_TEST(all.later == 1U);
  BOOST_REQUIRE_EQUAL(all.kinds.size(), 3U);
  const KindTally& initial = all.kinds[0];
  BOOST_TEST(initial.title == "Initial assessment");
  BOOST_TEST(dump(initial.all) == "in_time=4 late=1 overdue=1");
  BOOST_REQUIRE_EQUAL(initial.teams.size(), 2U);
  BOOST_TEST(initial.teams[0].name == "North");
  BOOST_TEST(dump(initial.teams[0].figures) == "in_time=4");
  BOOST_TEST(dump(initial.teams[1].figures) == "late=1 overdue=1");
  BOOST_REQUIRE_EQUAL(initial.months.size(), 2U);
  BOOST_TEST(initial.months[1].name == "2010-04");
  BOOST_TEST(dump(initial.months[1].figures) == "in_time=2");
  BOOST_TEST(initial.all.median() == 3.0);
  BOOST_TEST(all.kinds[1].type == "core_assessment");
  BOOST_TEST(dump(all.kinds[1].all) == "open=1");
  BOOST_TEST(all.kinds[2].type == "poem");
  BOOST_TEST(dump(all.kinds[2].all) == "no_limit=1");
}

BOOST_AUTO_TEST_CASE(both_counts_and_which_one_judges) {
  const Counts counts = tally(two_teams(), english(), day("2010-04-12")).kinds[0].counts;
  BOOST_TEST(counts.from_referral == 4U);
  BOOST_TEST(counts.within_from_referral == 3U);
  BOOST_TEST(counts.from_start == 3U);
  BOOST_TEST(counts.within_from_start == 3U);
  BOOST_TEST(counts.judged_by_referral == 4U);
  BOOST_TEST(counts.judged_by_start == 1U);
}

BOOST_AUTO_TEST_CASE(histograms_by_limit) {
  const std::vector<Histogram> histograms = tally(two_teams(), english(), day("2010-04-12")).kinds[0].histograms;
  BOOST_REQUIRE_EQUAL(histograms.size(), 2U);
  BOOST_TEST(histograms[0].limit == 7);
  BOOST_TEST((histograms[0].days == Days{{1, 1}, {2, 1}, {3, 1}, {8, 1}}));
  BOOST_TEST(histograms[1].limit == 10);
  BOOST_TEST((histograms[1].days == Days{{4, 1}}));
  BOOST_TEST(histograms[0].before == 0U);
  BOOST_TEST(histograms[0].after == 1U);
}

BOOST_AUTO_TEST_CASE(a_pile_before_the_limit) {
  Histogram histogram;
  histogram.before = 12;
  histogram.after = 3;
  BOOST_TEST(histogram.piles_up());
  histogram.after = 8;
  BOOST_TEST(!histogram.piles_up());
  histogram.before = histogram.after = 0;
  BOOST_TEST(!histogram.piles_up());
}

BOOST_AUTO_TEST_CASE(unfinished_work_the_longest_over_first) {
  const Gathered gathered = two_teams();
  const Tally all = tally(gathered, english(), day("2010-04-12"));
  BOOST_REQUIRE_EQUAL(all.unfinished.size(), 2U);
  BOOST_TEST(gathered.work[all.unfinished[0].work].child == "E");
  BOOST_TEST(all.unfinished[0].kind == 0U);
  BOOST_TEST(all.unfinished[0].judged.days == 28);
  BOOST_TEST(gathered.work[all.unfinished[1].work].child == "F");
  BOOST_TEST(all.unfinished[1].kind == 1U);
  BOOST_REQUIRE_EQUAL(all.problems.size(), 1U);
  BOOST_TEST(gathered.work[all.problems[0].work].child == "E");
  BOOST_TEST((all.problems[0].check == Check::not_completed));
}

BOOST_AUTO_TEST_CASE(referrals_count_where_decisions_are_told) {
  Gathered gathered;
  gathered.take(piece("referral_record", "2010-03-01", "", ""));
  gathered.take(piece("referral_record", "2010-03-01", "", "", "2010-02-01"));
  Tally all = tally(gathered, english(), day("2010-04-12"));
  BOOST_TEST(all.undecided == 2U);
  BOOST_TEST(all.work == 0U);
  BOOST_TEST(all.problems.size() == 1U);
  gathered.take(piece("referral_record", "2010-03-01", "", "2010-03-02"));
  all = tally(gathered, english(), day("2010-04-12"));
  BOOST_TEST(all.undecided == 0U);
  BOOST_TEST(dump(all.kinds[0].all) == "in_time=1 overdue=1 closed_unfinished=1");
}

BOOST_AUTO_TEST_CASE(the_latest_day_is_a_likely_one) {
  Gathered gathered = two_teams();
  const Limits limits = english();
  BOOST_TEST(language::iso_of(latest_day(gathered, limits.calendar)) == "2010-05-08");
  gathered.take(piece("core_assessment", "2010-05-01", "2109-05-08", ""));
  BOOST_TEST(language::iso_of(latest_day(gathered, limits.calendar)) == "2010-05-08");
  BOOST_TEST((latest_day(Gathered(), limits.calendar) == language::no_day));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace timeliness
