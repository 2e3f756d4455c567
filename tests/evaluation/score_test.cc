#include "evaluation/score.h"

#include <boost/test/unit_test.hpp>
#include <map>

using evaluation::Grade;
using evaluation::Outcome;
using evaluation::Rating;

namespace {

// Two items in each of three dimensions, with the rubric's cuts and limits.
checklist::Program program() {
  checklist::Program p;
  for (const char* id : {"CV", "RA", "PC"}) {
    p.dimensions.push_back({id, id, true});
    for (const char* n : {"1", "2"}) {
      checklist::Item item;
      item.id = std::string(id) + n;
      item.dimension = id;
      p.items.push_back(item);
    }
  }
  p.dimensions.push_back({"TO", "TO", false});
  checklist::Item item;
  item.id = "TO1";
  item.dimension = "TO";
  p.items.push_back(item);
  p.cuts = {{{0, 1}, {2, 5}, {7, 10}, {9, 10}}};
  p.grade_limits.push_back({"CV", "CV2", "not_met", 1});
  p.overall_limits.push_back({"RA", 0, {"CV", "PC"}, 0});
  p.above_lowest = 1;
  return p;
}

Outcome scored(const std::map<std::string, Rating>& ratings) {
  Outcome outcome;
  for (const auto& [item, rating] : ratings) {
    evaluation::Answer answer;
    answer.item = item;
    answer.rating = rating;
    outcome.items.push_back(answer);
  }
  evaluation::score(program(), outcome);
  return outcome;
}

std::map<std::string, Rating> all(Rating rating) {
  return {{"CV1", rating}, {"CV2", rating}, {"RA1", rating}, {"RA2", rating},
          {"PC1", rating}, {"PC2", rating}, {"TO1", rating}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_score)

BOOST_AUTO_TEST_CASE(all_met_is_outstanding) {
  Outcome outcome = scored(all(Rating::met));
  BOOST_TEST((outcome.overall.grade == Grade::outstanding));
  BOOST_TEST(outcome.overall.score == 1.0);
}

BOOST_AUTO_TEST_CASE(cuts_are_exact_fractions) {
  // CV: 3 of 4 = 0.75, good; met and partly.
  auto ratings = all(Rating::met);
  ratings["CV1"] = Rating::partly;
  Outcome outcome = scored(ratings);
  BOOST_TEST((outcome.dimensions[0].grade == Grade::good));
  BOOST_TEST(outcome.dimensions[0].points == 3u);
  BOOST_TEST(outcome.dimensions[0].possible == 4u);
  // (3/4 + 1 + 1) / 3 = 11/12 >= 9/10.
  BOOST_TEST((outcome.overall.grade == Grade::outstanding));
}

BOOST_AUTO_TEST_CASE(limit_goes_before_the_score) {
  auto ratings = all(Rating::met);
  ratings["CV2"] = Rating::not_met;
  Outcome outcome = scored(ratings);
  BOOST_TEST((outcome.dimensions[0].grade == Grade::requires_improvement));
  BOOST_TEST(outcome.dimensions[0].limited_by == "");  // 1/2 is no more than the limit allows
  ratings["CV1"] = Rating::not_applicable;
  outcome = scored(ratings);
  BOOST_TEST((outcome.dimensions[0].grade == Grade::inadequate));
}

BOOST_AUTO_TEST_CASE(overall_is_at_most_one_above_the_lowest) {
  auto ratings = all(Rating::met);
  ratings["PC1"] = ratings["PC2"] = Rating::not_met;
  Outcome outcome = scored(ratings);
  BOOST_TEST((outcome.overall.grade == Grade::requires_improvement));
  BOOST_TEST(outcome.overall.limited_by == "");  // two thirds are no more
  ratings["PC1"] = Rating::partly;
  outcome = scored(ratings);
  BOOST_TEST(outcome.overall.score == 0.75);
  BOOST_TEST((outcome.overall.grade == Grade::requires_improvement));
  BOOST_TEST(outcome.overall.limited_by == "PC");
}

BOOST_AUTO_TEST_CASE(of_dimensions_equally_low_the_first_is_named) {
  checklist::Program rules = program();
  rules.dimensions.clear();
  rules.items.clear();
  rules.grade_limits.clear();
  rules.overall_limits.clear();
  rules.above_lowest = 0;
  Outcome outcome;
  for (const char* id : {"A", "B", "C", "D", "E"}) {
    rules.dimensions.push_back({id, id, true});
    checklist::Item item;
    item.id = item.dimension = id;
    rules.items.push_back(item);
    evaluation::Answer answer;
    answer.item = id;
    answer.rating = *id == 'B' || *id == 'D' ? Rating::partly : Rating::met;
    outcome.items.push_back(answer);
  }
  evaluation::score(rules, outcome);
  BOOST_TEST(outcome.overall.score == 0.8);
  BOOST_TEST((outcome.overall.grade == Grade::requires_improvement));
  BOOST_TEST(outcome.overall.limited_by == "B");
}

// Fractions are kept small on the way: the product of these has more digits than a number holds.
BOOST_AUTO_TEST_CASE(many_dimensions_are_summed_exactly) {
  checklist::Program rules = program();
  rules.dimensions.clear();
  rules.items.clear();
  rules.grade_limits.clear();
  rules.overall_limits.clear();
  Outcome outcome;
  for (int i = 0; i < 60; ++i) {
    const std::string id = "D" + std::to_string(i);
    rules.dimensions.push_back({id, id, true});
    for (const auto& [name, rating] : {std::pair("a", Rating::met), std::pair("b", Rating::partly)}) {
      checklist::Item item;
      item.id = id + name;
      item.dimension = id;
      rules.items.push_back(item);
      evaluation::Answer answer;
      answer.item = item.id;
      answer.rating = rating;
      outcome.items.push_back(answer);
    }
  }
  evaluation::score(rules, outcome);
  BOOST_TEST(outcome.overall.score == 0.75);
  BOOST_TEST((outcome.overall.grade == Grade::good));
}

BOOST_AUTO_TEST_CASE(risk_and_plan_inadequate_pull_all_down) {
  auto ratings = all(Rating::met);
  ratings["PC1"] = ratings["PC2"] = ratings["RA1"] = ratings["RA2"] = Rating::not_met;
  Outcome outcome = scored(ratings);
  BOOST_TEST((outcome.overall.grade == Grade::inadequate));
  // Half of all points are enough for more, were it not for the two together.
  ratings["PC1"] = ratings["RA1"] = Rating::partly;
  outcome = scored(ratings);
  BOOST_TEST(outcome.overall.score == 0.5);
  BOOST_TEST((outcome.overall.grade == Grade::inadequate));
  BOOST_TEST(outcome.overall.limited_by == "RA");
  // Risk alone is joined by neither.
  ratings["PC1"] = ratings["PC2"] = Rating::met;
  outcome = scored(ratings);
  BOOST_TEST((outcome.overall.grade == Grade::requires_improvement));
  BOOST_TEST(outcome.overall.limited_by == "RA");
}

BOOST_AUTO_TEST_CASE(not_applicable_counts_for_nothing) {
  auto ratings = all(Rating::met);
  ratings["TO1"] = Rating::not_applicable;
  ratings["PC2"] = Rating::not_applicable;
  Outcome outcome = scored(ratings);
  BOOST_TEST(outcome.dimensions[2].possible == 2u);
  BOOST_TEST(outcome.dimensions[3].possible == 0u);
  BOOST_TEST((outcome.overall.grade == Grade::outstanding));
}

// A run keeps how it was scored; what is read back scores alike.
BOOST_AUTO_TEST_CASE(rules_are_kept_as_text) {
  const evaluation::Scoring rules = evaluation::scoring_of(program());
  const std::string text = evaluation::text_of(rules);
  BOOST_TEST(text ==
             "cut inadequate 0 1\ncut requires_improvement 2 5\ncut good 7 10\ncut outstanding 9 10\nabove_lowest 1\n"
             "dimension CV overall CV\nitem CV1\nitem CV2\ndimension RA overall RA\nitem RA1\nitem RA2\n"
             "dimension PC overall PC\nitem PC1\nitem PC2\ndimension TO apart TO\nitem TO1\n"
             "grade_limit CV CV2 not_met requires_improvement\noverall_limit RA inadequate inadequate CV PC\n");
  std::optional<evaluation::Scoring> again = evaluation::scoring_from(text);
  BOOST_REQUIRE(again.has_value());
  BOOST_TEST(evaluation::text_of(*again) == text);
  Outcome outcome =
      scored({{"CV1", Rating::met}, {"CV2", Rating::not_met}, {"RA1", Rating::met}, {"TO1", Rating::partly}});
  Outcome other = outcome;
  other.dimensions.clear();
  evaluation::score(*again, other);
  BOOST_TEST(other.overall.score == outcome.overall.score);
  BOOST_TEST((other.overall.grade == outcome.overall.grade));
  BOOST_TEST((other.dimensions.at(0).grade == Grade::requires_improvement));
  for (const char* none : {"", "dimension CV", "item CV1", "cut good 1 0", "above_lowest 9", "what", "cut best 1 2"}) {
    BOOST_TEST(!evaluation::scoring_from(none));
  }
  for (const char* above : {"0", "3"}) {
    BOOST_TEST(evaluation::scoring_from("dimension CV overall CV\nabove_lowest " + std::string(above)).has_value());
  }
  BOOST_TEST(!evaluation::scoring_from("dimension CV overall CV\nabove_lowest 4"));
}

BOOST_AUTO_TEST_SUITE_END()
