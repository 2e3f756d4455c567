#include "evaluation/evaluate.h"

#include <boost/test/unit_test.hpp>

#include "readers/format.h"

namespace {

const checklist::Checklist& default_checklist() {
  static const checklist::Checklist loaded = [] {
    auto result = checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml");
    BOOST_REQUIRE_MESSAGE(result.ok(), "the default checklist loads");
    return std::move(result).value();
  }();
  return loaded;
}

document::Document read(const std::string& text) {
  auto document = readers::read_text(text, "record.txt");
  BOOST_REQUIRE(document.ok());
  return std::move(document).value();
}

const char* const small_record = R"(# Single Assessment

Child: Tom Reed
Date of birth: 04/05/2009
Ethnicity: White British
Religion: None
First language: English
Date of referral: 2 March 2016
Date assessment completed: 27 April 2016
Mother: Ann Reed

## Visits

I saw Tom on his own at school on 3 March 2016.

## Child's views

We used the Three Houses. Tom told me that he hates weekends at his dad's flat because of the shouting.

## Plan

| Action | Who | By when |
| Apply for a place at breakfast club | Family worker | 4 May 2016 |
| Weigh Tom at the clinic | Health visitor | 11 May 2016 |
)";

const evaluation::Answer& answer_of(const evaluation::Outcome& outcome, const std::string& item) {
  for (const evaluation::Answer& answer : outcome.items) {
    if (answer.item == item) return answer;
  }
  BOOST_FAIL("no answer for " + item);
  return outcome.items.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_evaluate)

BOOST_AUTO_TEST_CASE(outcome_tells_the_days_that_the_rating_tells) {
  evaluation::Outcome outcome = evaluation::evaluate(read(small_record), default_checklist());
  BOOST_REQUIRE(outcome.timeliness.has_value());
  const evaluation::Timeliness& time = *outcome.timeliness;
  BOOST_TEST(time.clock + " " + time.from + " " + time.completed == "referral 2016-03-02 2016-04-27");
  BOOST_TEST(time.limit == 45u);
  std::string told = std::to_string(time.working_days) + " working days";
  BOOST_TEST(answer_of(outcome, "TO1").reason.starts_with(told), answer_of(outcome, "TO1").reason);
  std::string undated = small_record;
  undated.erase(undated.find("Date assessment completed"),
                std::string("Date assessment completed: 27 April 2016").size());
  BOOST_TEST(!evaluation::evaluate(read(undated), default_checklist()).timeliness.has_value());
}

BOOST_AUTO_TEST_CASE(outcome_tells_who_made_the_record) {
  std::string record = small_record;
  record.insert(record.find("Date of birth"), "Social worker: Ann  Fox, Duty and Assessment\nTeam manager: Femi Ade\n");
  const evaluation::Particulars made = evaluation::evaluate(read(record), default_checklist()).particulars;
  BOOST_TEST(made.team + " | " + made.worker + " | " + made.manager == "Duty and Assessment | Ann Fox | Femi Ade");
}

BOOST_AUTO_TEST_CASE(small_record_is_rated_with_evidence) {
  evaluation::Outcome outcome = evaluation::evaluate(read(small_record), default_checklist());
  BOOST_TEST((outcome.standing == evaluation::Standing::audited));
  BOOST_TEST(outcome.type + " by " + outcome.checklist + " of " + outcome.format ==
             "single_assessment by assessment of " + outcome.document.format);
  BOOST_TEST(outcome.people.size() == 2u);
  BOOST_TEST(!outcome.own_facts.facts.empty());
  BOOST_REQUIRE(outcome.children.size() == 1u);
  BOOST_TEST(outcome.children[0] == "Tom Reed");
  BOOST_TEST(outcome.items.size() == 30u);
  for (const char* item : {"CV1", "CV2", "CV3", "DV1", "PC1", "PC2", "PC3", "TO1"}) {
    BOOST_TEST(std::string(evaluation::name_of(answer_of(outcome, item).rating)) == "met", item);
  }
  BOOST_TEST((answer_of(outcome, "CV5").rating == evaluation::Rating::not_applicable));
  BOOST_TEST((answer_of(outcome, "PC5").rating == evaluation::Rating::not_met));
}

// What the contract promises of every rating, whatever the record.
BOOST_AUTO_TEST_CASE(every_rating_above_not_met_has_an_exact_quote) {
  evaluation::Outcome outcome = evaluation::evaluate(read(small_record), default_checklist());
  for (const evaluation::Answer& answer : outcome.items) {
    bool rated = answer.rating == evaluation::Rating::met || answer.rating == evaluation::Rating::partly;
    BOOST_TEST((!rated || !answer.evidence.empty()), answer.item);
    BOOST_TEST(!answer.reason.empty(), answer.item);
    BOOST_TEST((answer.rating != evaluation::Rating::not_met || !answer.looked_in.empty()), answer.item);
    for (const evaluation::Evidence& e : answer.evidence) {
      BOOST_TEST(outcome.document.text.substr(e.at.begin, e.at.size()) == e.quote, answer.item);
    }
  }
}

BOOST_AUTO_TEST_CASE(same_record_gives_the_same_outcome) {
  evaluation::Outcome one = evaluation::evaluate(read(small_record), default_checklist());
  evaluation::Outcome two = evaluation::evaluate(read(small_record), default_checklist());
  for (std::size_t i = 0; i < one.items.size(); ++i) {
    BOOST_TEST((one.items[i].rating == two.items[i].rating));
    BOOST_TEST(one.items[i].reason == two.items[i].reason);
  }
}

BOOST_AUTO_TEST_CASE(explain_walks_through_the_rules) {
  auto text = evaluation::explain(read(small_record), default_checklist(), "CV1");
  BOOST_REQUIRE(text.ok());
  BOOST_TEST(text.value().find("CV1 Was the child seen, when, and alone?") == 0u);
  BOOST_TEST(text.value().find("met if for each child:") != std::string::npos);
  BOOST_TEST(text.value().find("holds, and decides") != std::string::npos);
  auto unknown = evaluation::explain(read(small_record), default_checklist(), "ZZ9");
  BOOST_REQUIRE(!unknown.ok());
  BOOST_TEST(unknown.error().message == "the checklist has no item 'ZZ9'");
}

BOOST_AUTO_TEST_CASE(every_rating_of_a_record_read_in_part_is_unsure) {
  for (auto kind : {document::NoteKind::cut, document::NoteKind::salvaged}) {
    for (const char* text : {small_record, "No record of anybody."}) {
      document::Document part = read(text);
      part.notes.push_back({document::NoteKind::left_out, "hidden text is left out"});
      part.notes.push_back({kind, "the end is missing"});
      for (const evaluation::Answer& answer : evaluation::evaluate(std::move(part), default_checklist()).items) {
        BOOST_TEST(answer.unsure.starts_with("the record could be read only in part: the end is missing"), answer.item);
      }
    }
  }
  document::Document scanned = read(small_record);
  scanned.notes = {{document::NoteKind::recognised, "read by OCR"}, {document::NoteKind::cut, "the end is missing"}};
  for (const evaluation::Answer& answer : evaluation::evaluate(std::move(scanned), default_checklist()).items) {
    BOOST_TEST(answer.unsure.starts_with("the record could be read only in part: the end is missing; "
                                         "the record was read by text recognition (OCR)"),
               answer.item);
  }
  document::Document whole = read(small_record);
  whole.notes.push_back({document::NoteKind::tidied, "control characters were removed"});
  for (const evaluation::Answer& answer : evaluation::evaluate(std::move(whole), default_checklist()).items) {
    BOOST_TEST(answer.unsure.find("only in part") == std::string::npos, answer.item);
  }
}

BOOST_AUTO_TEST_CASE(what_is_about_nobody_is_met_by_nothing) {
  for (const evaluation::Answer& answer :
       evaluation::evaluate(read("No record of anybody."), default_checklist()).items) {
    BOOST_TEST((answer.rating == evaluation::Rating::not_met), answer.item);
    BOOST_TEST(answer.reason.starts_with("No child is named"), answer.item);
  }
}

BOOST_AUTO_TEST_CASE(a_record_is_rated_by_the_checklist_for_its_type) {
  auto choice = checklist::Choice::by_type(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml");
  BOOST_REQUIRE(choice.ok());
  auto rated = [&](const std::string& text) {
    const evaluation::Outcome outcome = evaluation::evaluate(read(text), choice.value());
    BOOST_TEST(outcome.document.text.find("Tom Reed") != std::string::npos);
    return outcome.type + " by " + outcome.checklist + ", first " + outcome.items.at(0).item;
  };
  BOOST_TEST(rated("Supervision record\n\nChild: Tom Reed\nDate of supervision: 3 March 2016\nSupervisor: Ann Fox\n\n"
                   "## Discussion\n\nTom was seen at school on 1 March 2016.\n") ==
             "supervision by supervision, first SR1");
  BOOST_TEST(rated(small_record) == "single_assessment by assessment, first CV1");
}

BOOST_AUTO_TEST_CASE(words_are_counted_and_strange_headings_told) {
  const std::string text = "Child: Tom Reed\n\n## Zzyzx\n\nThe house was cold, at 9.\n";
  const evaluation::Outcome outcome = evaluation::evaluate(read(text), default_checklist());
  BOOST_TEST(outcome.words == 10u);
  BOOST_TEST((outcome.unknown_sections == std::vector<std::string>{"Zzyzx"}));
}

BOOST_AUTO_TEST_CASE(what_is_not_met_tells_where_was_looked_and_what_came_near) {
  const std::string text =
      "# Single Assessment\n\nChild: Tom Reed\nDate of birth: 04/05/2009\n\n## Visits\n\n"
      "I saw Tom at school on 3 March 2016.\n\n## Plan\n\nTom goes to school.\n\n## Visits\n\nThe house was cold.\n\n"
      "## Plan\n\nWe will think about it. The school will be asked for help soon.\n";
  const evaluation::Outcome outcome = evaluation::evaluate(read(text), default_checklist());
  const evaluation::Answer& where = answer_of(outcome, "PC3");
  BOOST_TEST((where.rating == evaluation::Rating::not_met));
  // A heading that stands twice is named once; of many near misses the nearest three are given.
  BOOST_TEST((where.looked_in == std::vector<std::string>{"Plan"}));
  BOOST_TEST(where.near_misses.size() == 3u);
  BOOST_TEST(where.unsure == "");
  BOOST_TEST((answer_of(outcome, "CV2").looked_in == std::vector<std::string>{"the whole record"}));
}

BOOST_AUTO_TEST_CASE(reasons_quote_the_first_words_of_a_long_sentence) {
  const std::string first =
      "I saw Tom on his own at school on 3 March 2016 and we sat in the library for a long while where it";
  auto reason = [&](const std::string& rest) {
    const std::string text = "Child: Tom Reed\n\n## Visits\n\n" + first + rest + ".\n";
    return answer_of(evaluation::evaluate(read(text), default_checklist()), "CV1").reason;
  };
  BOOST_TEST(reason(" was warm and quiet").find("\u201C" + first + " \u2026\u201D") != std::string::npos);
  BOOST_TEST(reason("").find("\u201C" + first + ".\u201D") != std::string::npos, reason(""));
}

BOOST_AUTO_TEST_CASE(not_met_is_unsure_where_most_headings_are_strange) {
  auto answer = [](const std::string& headings) {
    std::string text = "Child: Tom Reed\n";
    for (char c : headings) text += std::string("\n## ") + (c == 'k' ? "Plan" : "Zzyzx") + "\n\nThe house was cold.\n";
    return answer_of(evaluation::evaluate(read(text), default_checklist()), "DV1").unsure;
  };
  BOOST_TEST(answer("ksss") == "most headings were not recognised");
  BOOST_TEST(answer("kkkss") == "");  // half of six, with what stands above them
  BOOST_TEST(answer("kkks") == "");
}

BOOST_AUTO_TEST_CASE(notice_of_danger_comes_first_and_is_not_scored) {
  const std::string told = "Child: Ada Holt\n\n## Health\n[insert name of GP]\n\n## Views\n";
  const std::string worry = "Ada told me that Dad hits her with a belt when she is late.\n";
  evaluation::Outcome raised = evaluation::evaluate(read(told + worry), default_checklist());
  BOOST_REQUIRE(raised.flags.size() >= 2u);
  BOOST_TEST(raised.flags[0].id == "F9");
  BOOST_TEST(raised.flags[0].first);
  BOOST_TEST(raised.flags[1].id == "F1");
  const std::string acted = "\n## Action\nA strategy discussion was held the same day.\n";
  evaluation::Outcome quiet = evaluation::evaluate(read(told + worry + acted), default_checklist());
  for (const evaluation::Flag& flag : quiet.flags) BOOST_TEST(flag.id != "F9");
}

BOOST_AUTO_TEST_SUITE_END()
