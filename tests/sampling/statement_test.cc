#include <boost/test/unit_test.hpp>

#include "sampling/frames.h"

using sampling::Method;
using sampling::Use;

static Method method_of(const std::string& teams, const sampling::Plan& plan) {
  base::Result<sampling::Sample> sample = sampling::draw(frame_of_teams(teams), plan);
  BOOST_REQUIRE(sample.ok());
  Method method = sample.value().method;
  method.program_version = "1.2.3";
  return method;
}

static std::string told(const Method& method, const std::optional<Use>& use, const std::string& term) {
  for (const auto& [name, words] : sampling::statement(method, use)) {
    if (name == term) return words;
  }
  return "-";
}

BOOST_AUTO_TEST_CASE(a_simple_sample_before_the_audit) {
  const Method method = method_of("NNNNNNNNNNNNNNNNNNNN", plan_of(5));
  std::string all;
  for (const auto& [term, words] : sampling::statement(method, {})) all += term + ": " + words + "\n";
  BOOST_TEST(
      all ==
      "How it was drawn: At random: 5 of 20 records, each as likely as any other.\n"
      "How many: 5 records asked for.\n"
      "Drawn from: 20 records of the folder exports. None was left out.\n"
      "Drawn on: 27 November 2026, seed 7, version 1.2.3. The same records, plan and seed give the same list; "
      "the sum of what could be drawn is " +
          method.frame_sha256 +
          " (SHA-256).\n"
          "Reserve: 1 further record in the order of use: for one that turns out to be unfit, the next of the same "
          "group.\n"
          "How sure: A share found in it lies within 39 points either way of that of all 20 records, 95 times of "
          "100; nearer where it is far from a half.\n"
          "It can show: How common something is in the records that could be drawn, taken together, within that "
          "margin.\n"
          "It cannot show: How teams or workers compare: each has few records in it. Anything about records that "
          "were left out, or were never among those to draw from; or about work that nobody recorded.\n");
}

BOOST_AUTO_TEST_CASE(the_margin_is_told_as_asked_and_as_reached) {
  sampling::Plan plan = plan_of(0);
  plan.margin = 0.2;
  Method method = method_of("NNNNNNNNNNNNNNNNNNNN", plan);
  BOOST_TEST(told(method, {}, "How many") ==
             "A margin of 20 points either way was asked for: of 20 records, 12 must be read for that, whatever the "
             "share found (95 times of 100; corrected for a whole of this size).");
  BOOST_TEST(told(method, {}, "How sure").starts_with("A share found in it lies within 19 points either way"));
  method.strata[0].audited = 8;
  BOOST_TEST(told(method, Use{}, "How sure") ==
             "A share found in it lies within 28 points either way of that of all 20 records, 95 times of 100; nearer "
             "where it is far from a half. That is more than was asked for.");
  BOOST_TEST(told(method, Use{}, "Audited") ==
             "8 of 12 records that the sample was to have; the others could not be read, or were not come to, and no "
             "figure counts them.");
}

BOOST_AUTO_TEST_CASE(groups_are_told) {
  sampling::Plan plan = plan_of(6);
  plan.by = {"team"};
  const Method method = method_of("NNNNNNNNNNSSSSSE--", plan);
  BOOST_TEST(told(method, {}, "How it was drawn") ==
             "At random within each team (4 groups): 6 of 18 records. Each group gave records in proportion to its "
             "size, and at least one.");
  BOOST_TEST(told(method, {}, "It cannot show")
                 .starts_with("How single groups compare, where they gave few: the fewest gave 1. "));
  plan.size = 0;
  plan.share = 0.05;
  BOOST_TEST(told(method_of("NNSE", plan), {}, "How many") ==
             "5% of the records was asked for. It was raised so that each group gives one.");
}

BOOST_AUTO_TEST_CASE(a_quota_is_no_share_of_all) {
  sampling::Plan plan = plan_of(0);
  plan.quota = 3;
  plan.quota_of = "team";
  const Method method = method_of("NNNNNNNNSSS", plan);
  BOOST_TEST(told(method, {}, "How it was drawn") ==
             "At random, 3 records for each team, or all where there were fewer: 6 of 11 records.");
  BOOST_TEST(told(method, {}, "How many") == "-");
  BOOST_TEST(told(method, {}, "How sure") ==
             "Weighted by what each record stands for (in the list), a share found in it lies within 35 points either "
             "way of that of all 11 records, 95 times of 100; nearer where it is far from a half. The figures of the "
             "report are not weighted: they tell of the sample.");
}

BOOST_AUTO_TEST_CASE(a_dip_sample_is_not_quoted_from) {
  sampling::Plan plan = plan_of(3);
  plan.dip = true;
  const Method method = method_of("NNNNNNNNNN", plan);
  BOOST_TEST(told(method, {}, "How it was drawn").starts_with("A dip sample. At random: 3 of 10 records"));
  BOOST_TEST(told(method, {}, "It cannot show")
                 .starts_with("How common it is: no share of a dip sample should be quoted as that of all records. "));
}

BOOST_AUTO_TEST_CASE(what_became_of_the_list_is_told) {
  Method method = method_of("NNNNNNNNNN", plan_of(4));
  method.strata[0].audited = 4;
  BOOST_TEST(told(method, Use{}, "Replaced") == "-");
  BOOST_TEST(told(method, Use{}, "Reserve") == "-");
  BOOST_TEST(told(method, Use{}, "Changed by hand") == "-");
  BOOST_TEST(told(method, Use{1, 1, false}, "Replaced") ==
             "1 of those drawn turned out to be unfit and is marked so in the list, with the reason. It was replaced, "
             "by the next of the reserve of the same group.");
  BOOST_TEST(told(method, Use{3, 1, false}, "Replaced")
                 .ends_with("1 could be replaced, by the next of the reserve of the same group."));
  BOOST_TEST(told(method, Use{0, 0, true}, "Changed by hand").starts_with("The list is not as it was drawn"));
}

BOOST_AUTO_TEST_CASE(everything_taken_needs_no_margin) {
  const Method method = method_of("NNN", plan_of(5));
  BOOST_TEST(told(method, {}, "How it was drawn") == "All 3 records that could be drawn were taken.");
  BOOST_TEST(told(method, {}, "How many") == "5 records asked for. There were no more.");
  BOOST_TEST(told(method, {}, "How sure") ==
             "All records that could be drawn are in it: no margin is needed for chance.");
}

BOOST_AUTO_TEST_CASE(a_statement_is_text_and_back) {
  const Method method = method_of("NNNNN", plan_of(2));
  const sampling::Statement said = sampling::statement(method, Use{});
  BOOST_TEST((sampling::from_text(sampling::as_text(said)) == said));
  const sampling::Statement other = sampling::from_text("30 of 214\nby team");
  BOOST_REQUIRE(other.size() == 1u);
  BOOST_TEST(other[0].second == "30 of 214 by team");
  BOOST_TEST(sampling::from_text("").empty());
}

BOOST_AUTO_TEST_CASE(days_in_words) {
  BOOST_TEST(sampling::day_words("2026-11-07") == "7 November 2026");
  BOOST_TEST(sampling::day_words("soon") == "soon");
  BOOST_TEST(sampling::day_words("2026-13-07") == "2026-13-07");
}
