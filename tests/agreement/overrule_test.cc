#include "agreement/overrule.h"

#include <boost/test/unit_test.hpp>

#include "agreement/made.h"

using evaluation::Grade;
using evaluation::Rating;

namespace {

evaluation::Scoring scoring() {
  evaluation::Scoring out;
  out.dimensions = {{"CV", "Child's views", true, {"CV1", "CV2"}}, {"RA", "Risk", true, {"RA1"}}};
  out.cuts = {{{0, 1}, {2, 5}, {7, 10}, {9, 10}}};
  out.above_lowest = 1;
  return out;
}

evaluation::Outcome met() {
  evaluation::Outcome out;
  out.checklist = "assessment";
  for (const char* id : {"CV1", "CV2", "RA1"}) {
    evaluation::Answer answer;
    answer.item = id;
    answer.rating = Rating::met;
    out.items.push_back(answer);
  }
  evaluation::score(scoring(), out);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_overrule)

BOOST_AUTO_TEST_CASE(what_was_taken_in_last_counts_then_what_is_least_favourable) {
  auto ratings = given(0, "Ann", "m") + given(0, "Bo", "p") + given(0, "Cy", "-");
  agreement::put_in_order(ratings);
  BOOST_TEST(ratings[0].rater == "Bo");
  BOOST_TEST(ratings[2].rater == "Cy");
  ratings[2].when = "2026-11-27T10:00:00Z";
  agreement::put_in_order(ratings);
  BOOST_TEST(ratings[0].rater == "Cy");
}

BOOST_AUTO_TEST_CASE(scores_are_those_of_the_ratings_that_count) {
  agreement::Audit run = audit("mmm mmm");
  agreement::Overruling overruling(run, given(0, "Ann", ".n") + given(1, "Ann", ".m"), {{"assessment", scoring()}});
  evaluation::Outcome one = met();
  overruling.apply(one, 1);
  BOOST_TEST(!one.auditors);
  BOOST_TEST(one.items[0].opinions.empty());
  evaluation::Outcome two = met();
  overruling.apply(two, 2);
  BOOST_TEST((two.items[0].rating == Rating::not_met));
  BOOST_TEST((two.items[0].by_auditor() == Rating::met));
  // A person who agrees is told, and overrules nothing.
  BOOST_TEST(!two.items[1].auditor);
  BOOST_TEST(two.items[1].opinions.at(0).rater == "Ann");
  BOOST_TEST(two.dimensions[0].points == 2u);
  BOOST_TEST(two.dimensions[0].possible == 4u);
  BOOST_TEST((two.overall.grade == Grade::good));
  BOOST_REQUIRE(two.auditors.has_value());
  BOOST_TEST((two.auditors->overall.grade == Grade::outstanding));
  BOOST_TEST(two.auditors->dimensions[0].points == 4u);
}

BOOST_AUTO_TEST_CASE(without_rules_scores_stay_the_auditors) {
  agreement::Overruling overruling(audit("mmm"), given(0, "Ann", "n"), {});
  evaluation::Outcome outcome = met();
  overruling.apply(outcome, 1);
  BOOST_TEST((outcome.items[0].rating == Rating::not_met));
  BOOST_TEST(!outcome.auditors);
  BOOST_TEST((outcome.overall.grade == Grade::outstanding));
}

BOOST_AUTO_TEST_SUITE_END()
