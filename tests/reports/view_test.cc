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

// A contact and a supervision note, both with an item SP1, in a run whose standard checklist rated nothing else.
std::pair<std::vector<evaluation::Outcome>, store::RunFacts> mixed() {
  store::RunFacts facts;
  facts.checklist_id = "assessment";
  facts.dimensions = {{"CV", "Views"}};
  facts.items = {{"CV1", "CV", "Seen?"}};
  facts.further = {{"section47", "Enquiries", "1", "a1", {{"SP", "Safety"}}, {{"SP1", "SP", "Kept safe?"}}, ""},
                   {"supervision", "Supervision", "1", "b2", {{"SP", "Actions"}}, {{"SP1", "SP", "Decided?"}}, ""}};
  std::vector<evaluation::Outcome> outcomes(2);
  outcomes[0].checklist = "section47";
  outcomes[0].dimensions.push_back({"SP", "Safety", 2, 2, Grade::outstanding, "", true});
  outcomes[0].items.push_back({"SP1", evaluation::Rating::met, "", {}, {}, {}, ""});
  outcomes[1].checklist = "supervision";
  outcomes[1].dimensions.push_back({"SP", "Actions", 0, 2, Grade::inadequate, "", true});
  outcomes[1].items.push_back({"SP1", evaluation::Rating::not_met, "", {}, {}, {}, "doubtful"});
  return {outcomes, facts};
}

BOOST_AUTO_TEST_CASE(overview_tells_items_of_two_checklists_apart) {
  auto [outcomes, facts] = mixed();
  ::reports::Overview all = ::reports::overview(run_of(outcomes, facts)).value();
  BOOST_REQUIRE(all.checklists.size() == 2u);  // the standard one rated nothing
  BOOST_TEST(all.checklists[1].id == "supervision");
  BOOST_TEST(all.checklists[1].audited == 1u);
  BOOST_REQUIRE(all.items.size() == 2u);
  BOOST_TEST(all.items[0].id == "section47 SP1");
  BOOST_TEST(all.items[0].own_id == "SP1");
  BOOST_TEST(all.items[0].ratings[2] == 1u);
  BOOST_TEST(all.items[1].id == "supervision SP1");
  BOOST_TEST(all.items[1].dimension == all.dimensions[1].id);
  BOOST_TEST(all.items[1].question == "Decided?");
  BOOST_TEST(all.dimensions[1].title == "supervision: Actions");
  BOOST_TEST(all.documents[1].checklist == 1u);
  BOOST_TEST(!all.documents[1].items[0].rating.has_value());
  BOOST_TEST(all.unsure.front().item == 1u);
}

BOOST_AUTO_TEST_CASE(notice_and_its_record_come_before_all_else) {
  std::vector<evaluation::Outcome> outcomes = demo_outcomes();
  evaluation::Flag notice{"F9", {0, 0}, "Dad hits me", "a child says so", {}, true};
  outcomes[1].flags.insert(outcomes[1].flags.begin(), notice);  // the best record of all
  ::reports::Overview all = ::reports::overview(run_of(outcomes, demo_facts())).value();
  BOOST_REQUIRE(::reports::shown_first(all).size() == 1u);
  BOOST_TEST(::reports::shown_first(all)[0].number == 2u);
  BOOST_TEST(all.flags.front().flag.id == "F9");
  BOOST_TEST(::reports::by_need(all).front()->number == 2u);
  BOOST_TEST(::reports::shown_first(::reports::overview(demo_run()).value()).empty());
}

// Of very many the first are kept: those that limit a grade, then the worst, then by document.
BOOST_AUTO_TEST_CASE(unsure_ratings_are_counted_and_the_first_kept) {
  std::vector<evaluation::Outcome> outcomes(2'000);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const bool worst = i % 190 == 0;  // eleven of them
    outcomes[i].dimensions.push_back({"CV", "Views", 1, 2, Grade::good, i == 1'777 ? "CV1" : "", true});
    outcomes[i].items.push_back(
        {"CV1", worst ? evaluation::Rating::not_met : evaluation::Rating::met, "", {}, {}, {}, "doubtful"});
  }
  const ::reports::Overview all = ::reports::overview(run_of(outcomes, {})).value();
  BOOST_TEST(all.unsure_ratings == 2'000u);
  std::string numbers;
  for (const ::reports::UnsureRating& unsure : all.unsure) numbers += std::to_string(unsure.number) + " ";
  BOOST_TEST(numbers == "1778 1 191 381 571 761 951 1141 1331 1521 1711 1901 2 3 4 5 6 7 8 9 ");
}

BOOST_AUTO_TEST_CASE(item_asks_what_its_own_checklist_says) {
  auto [outcomes, facts] = mixed();
  BOOST_TEST(::reports::asked_by(facts, outcomes[0], "SP1").question == "Kept safe?");
  BOOST_TEST(::reports::asked_by(facts, outcomes[1], "SP1").question == "Decided?");
  BOOST_TEST(::reports::asked_by(facts, outcomes[1], "CV1").question == "");
}

BOOST_AUTO_TEST_CASE(overview_of_one_checklist_names_items_as_it_does) {
  auto [outcomes, facts] = mixed();
  outcomes.pop_back();
  ::reports::Overview all = ::reports::overview(run_of(outcomes, facts)).value();
  BOOST_REQUIRE(all.items.size() == 1u);
  BOOST_TEST(all.items[0].id == "SP1");
  BOOST_TEST(all.dimensions[0].title == "Safety");
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
  const ::reports::Overview all = ::reports::overview(demo_run()).value();
  for (const ::reports::Brief* record : ::reports::by_need(all)) order += std::to_string(record->number);
  BOOST_TEST(order == "368419572");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
