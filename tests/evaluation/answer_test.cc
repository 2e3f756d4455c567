// Answers from queries whose findings are given, so that what becomes of them is seen alone.
#include "evaluation/answer.h"

#include <boost/test/unit_test.hpp>

#include "evaluation/analysed.h"
#include "readers/format.h"

namespace {

const char* const text = "Child: Tom Reed\n\n## Visits\n\nOne two three four five six seven eight nine ten.\n";

// Finds what it was told to find.
class Given : public checklist::Query {
 public:
  explicit Given(checklist::Found found) : found_(std::move(found)) {}
  std::vector<checklist::Candidate> candidates(const checklist::Record&, const checklist::Scope&) const override {
    return found_.evidence;
  }
  checklist::Found find(const checklist::Record&, const checklist::Scope&) const override { return found_; }
  std::string describe() const override { return "given"; }

 private:
  checklist::Found found_;
};

checklist::Candidate word(const document::Document& document, const std::string& written, int strength) {
  checklist::Candidate out;
  const auto at = static_cast<std::uint32_t>(document.text.find(written));
  out.at = {at, at + static_cast<std::uint32_t>(written.size())};
  out.strength = strength;
  return out;
}

struct Record {
  explicit Record(const char* of = text)
      : checklist(std::move(checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml")).value()),
        document(std::move(readers::read_text(of, "record.txt")).value()),
        analysed(document, checklist) {}

  // The answer of an item with a rule for met and one for partly.
  evaluation::Answer answer(checklist::Found met, checklist::Found partly) const {
    checklist::Item item;
    item.id = "X1";
    item.absent = "nothing";
    auto rule = [](const char* because, checklist::Found found) {
      checklist::Rule out;
      out.because = because;
      out.query = std::make_shared<Given>(std::move(found));
      return out;
    };
    item.met.push_back(rule("met: {quote}", std::move(met)));
    item.partly.push_back(rule("partly: {count} {names} {name} {strange} {quote}", std::move(partly)));
    return evaluation::answer(item, analysed.record());
  }

  checklist::Checklist checklist;
  document::Document document;
  evaluation::Analysed analysed;
};

std::string quotes(const std::vector<evaluation::NearMiss>& misses) {
  std::string out;
  for (const evaluation::NearMiss& miss : misses) out += (out.empty() ? "" : " ") + miss.quote;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_answer)

BOOST_AUTO_TEST_CASE(near_misses_of_all_rules_stand_strongest_first) {
  const Record record;
  auto near = [&](std::vector<std::pair<const char*, int>> words) {
    checklist::Found out;
    for (auto [written, strength] : words) out.near.push_back(word(record.document, written, strength));
    return out;
  };
  evaluation::Answer answer = record.answer(near({{"two", 1}, {"three", 5}}), near({{"One", 3}, {"four", 9}}));
  BOOST_TEST((answer.rating == evaluation::Rating::not_met));
  BOOST_TEST(answer.reason == "nothing");
  BOOST_TEST(quotes(answer.near_misses) == "four three One");
  BOOST_TEST((answer.looked_in == std::vector<std::string>{"Visits"}));
}

BOOST_AUTO_TEST_CASE(what_is_quoted_is_no_near_miss_and_six_quotes_are_shown) {
  const Record record;
  checklist::Found near, half;
  for (const char* written : {"One", "two"}) near.near.push_back(word(record.document, written, 1));
  half.holds = true;
  half.words["names"] = "A and B";
  for (const char* written : {"two", "three", "four", "five", "six", "seven", "eight"}) {
    half.evidence.push_back(word(record.document, written, 1));
  }
  half.evidence.front().name = "Ann";
  evaluation::Answer answer = record.answer(near, half);
  BOOST_TEST((answer.rating == evaluation::Rating::partly));
  BOOST_TEST(answer.reason == "partly: 7 A and B Ann \u2026 \u201Ctwo\u201D");
  BOOST_TEST(answer.evidence.size() == 6u);
  BOOST_TEST(answer.evidence.at(5).quote == "seven");
  BOOST_TEST(answer.evidence.at(0).where.section == "Visits");
  BOOST_TEST(quotes(answer.near_misses) == "One");
  BOOST_TEST(answer.looked_in.empty());
}

BOOST_AUTO_TEST_CASE(a_rule_that_holds_without_words_makes_no_rating_above_not_met) {
  const Record record;
  checklist::Found absence;
  absence.holds = true;
  evaluation::Answer answer = record.answer(absence, {});
  BOOST_TEST((answer.rating == evaluation::Rating::not_met));
  BOOST_TEST(answer.reason == "nothing");
  BOOST_TEST((answer.looked_in == std::vector<std::string>{"Visits"}));
}

BOOST_AUTO_TEST_CASE(a_place_is_told_by_section_and_table) {
  const Record record("## Visits\n\nOne two three.\n\n## Plan\n\n| Who | When |\n| Ann | May |\n");
  auto place = [&](const char* written) {
    return evaluation::place_of(record.analysed.record(), word(record.document, written, 1).at);
  };
  BOOST_TEST(place("two").section == "Visits");
  BOOST_TEST(place("two").table == -1);
  BOOST_TEST(place("May").section == "Plan");
  BOOST_TEST(place("May").table == 1);
  BOOST_TEST(place("May").row == 2);
}

BOOST_AUTO_TEST_SUITE_END()
