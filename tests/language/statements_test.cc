// Who says what about whom, when, and whether it is affirmed: one sentence a record, read as the program reads them.
#include "language/statements.h"

#include <set>

#include "language/annotate.h"
#include "record.h"

namespace {

using language_tests::parted;
using language_tests::Record;

// Mood, time and standing as one word, as in fixtures/language/statements.txt.
std::string folded(const language::Statement& statement) {
  if (statement.standing == language::Standing::superseded) return "superseded";
  if (statement.mood == language::Mood::intended || statement.mood == language::Mood::directed) return "intended";
  if (statement.mood == language::Mood::conditional || statement.mood == language::Mood::hedged) return "conditional";
  return statement.time == language::Time::past ? "past" : "present";
}

std::string read_as(const language::Statement& statement) {
  return std::string(name_of(statement.polarity)) + " " + folded(statement) + " " + name_of(statement.source) + " " +
         name_of(statement.about) + (statement.general ? " general" : "");
}

// The statement that covers the last unit of the record, or its last sentence's main one.
const language::Statement& last_statement(const Record& record) {
  const language::Annotations& annotations = record.annotations;
  const auto last_unit = static_cast<std::uint32_t>(record.form.units.size()) - 1;
  for (const language::Statement& statement : annotations.unit_statements) {
    if (statement.unit == last_unit) return statement;
  }
  BOOST_REQUIRE(!annotations.sentences.empty());
  return annotations.statements[annotations.sentences.back().statement_begin];
}

language::Statement said(std::string_view text, std::string_view kind = "prose") {
  return last_statement(language_tests::cast_record(kind, "", text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(statements)

// Each line: kind, heading, text, and what a careful reader would say of it.
BOOST_AUTO_TEST_CASE(sentences_of_the_fixture) {
  const auto bytes = base::read_file(AUDITOR_SOURCE_DIR "/fixtures/language/statements.txt", 1 << 20);
  BOOST_REQUIRE(bytes.ok());
  std::size_t count = 0;
  for (const std::string& line : parted(bytes.value(), '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto parts = parted(line, '\t');
    BOOST_REQUIRE_EQUAL(parts.size(), 4U);
    const Record record = language_tests::cast_record(parts[0], parts[1], parts[2]);
    BOOST_TEST(read_as(last_statement(record)) == parts[3],
               "\"" << parts[2] << "\" is read as " << read_as(last_statement(record)) << ", not " << parts[3]);
    ++count;
  }
  BOOST_TEST(count > 150U);
}

BOOST_AUTO_TEST_CASE(reporting_and_what_is_reported) {
  const language::Statement told = said("Sam told his teacher that he doesn't like going to Ken's.");
  BOOST_TEST(told.told);
  BOOST_TEST((told.frame == language::Frame::say || told.frame == language::Frame::tell));
  BOOST_TEST((told.told_polarity == language::Polarity::affirmed));
  BOOST_TEST((told.polarity == language::Polarity::denied));
  const language::Statement untold = said("Dana did not say that Mike had hit her.");
  BOOST_TEST((untold.told_polarity == language::Polarity::denied));
  BOOST_TEST((untold.polarity == language::Polarity::affirmed));
}

BOOST_AUTO_TEST_CASE(clauses_have_their_own_statements_and_links) {
  const Record record =
      language_tests::cast_record("prose", "", "Sam likes school but Lily hates nursery because it is loud.");
  std::set<std::string> parts;
  const auto& sentence = record.annotations.sentences.back();
  BOOST_TEST(record.text_of(record.annotations.statements[sentence.statement_begin].at) == record.text_of(sentence.at));
  bool linked = false;
  for (auto s = sentence.statement_begin; s < sentence.statement_end; ++s) {
    parts.insert(record.text_of(record.annotations.statements[s].at));
    linked = linked || record.annotations.statements[s].back == static_cast<std::int32_t>(sentence.statement_begin);
  }
  BOOST_TEST(parts.count("Lily hates nursery") == 1U);
  BOOST_TEST(linked);
}

BOOST_AUTO_TEST_CASE(content_does_not_grow_with_padding_or_repetition) {
  const auto content = [](std::string_view text) { return static_cast<int>(said(text).content); };
  const int plain = content("Sam sleeps in the bath with the tap dripping.");
  BOOST_TEST(plain >= 3);
  BOOST_TEST(content("Sam sleeps in the bath with the tap dripping, in the bath with the tap dripping.") == plain);
  BOOST_TEST(content("Sam sleeps in the bath with the tap dripping, and his views were considered.") == plain);
  BOOST_TEST(content("Sam's views were obtained and considered.") == 0);
  BOOST_TEST(content("Sam said \"I sleep in the bath\" on 3 May 2019.") > content("Sam said he sleeps in the bath."));
  BOOST_TEST(
      content(
          "Alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november 12 \"x y\" 3 May.") <=
      9);
}

BOOST_AUTO_TEST_CASE(a_sentence_takes_back_the_one_before) {
  const auto first_of_two = [](std::string_view text) {
    const Record record = language_tests::cast_record("letter", "", text);
    const auto& sentences = record.annotations.sentences;
    BOOST_REQUIRE(sentences.size() >= 2U);
    return folded(record.annotations.statements[sentences[sentences.size() - 2].statement_begin]);
  };
  BOOST_TEST(first_of_two("I wrote that you have no sisters. I am sorry, that was wrong.") == "superseded");
  BOOST_TEST(first_of_two("I put that you live with Ken. I got that wrong.") == "superseded");
  BOOST_TEST(first_of_two("Mike hit the wall. That was wrong of him.") == "past");
  BOOST_TEST(first_of_two("Lily has no bed. That is not the worst of it.") == "present");
}

BOOST_AUTO_TEST_CASE(a_passage_about_nobody_of_the_record_is_help) {
  const auto is_help = [](std::string_view text) {
    return language_tests::cast_record("prose", "", text).form.units.back().kind == form::UnitKind::help;
  };
  BOOST_TEST(is_help("Children should be seen alone. Neglect often harms children slowly. Plans should be specific."));
  BOOST_TEST(is_help("Information is weighed. Parents are asked for consent. Assessments end with a conclusion."));
  BOOST_TEST(!is_help("Children should be seen alone. Neglect harms children slowly. Sam has lost four kilos."));
  BOOST_TEST(!is_help("Children should be seen alone. She often harms herself. Plans should be specific."));
  BOOST_TEST(!is_help("The flat is cold. The kitchen has no cooker. There is no food in the cupboards."));
  BOOST_TEST(!is_help("Agency checks completed. Consent obtained. Strengths and risks considered."));
  BOOST_TEST(!is_help("Neglect harms children slowly."));
}

BOOST_AUTO_TEST_CASE(process_claims_are_marked) {
  BOOST_TEST(said("Sam's wishes and feelings have been taken into account.").process);
  BOOST_TEST(!said("Sam wishes that the dog could come back from Hull.").process);
}

BOOST_AUTO_TEST_CASE(one_line_of_json_for_each_statement) {
  const Record record = language_tests::cast_record("prose", "", "Sam was not seen.");
  const std::string lines = language::statements_jsonl(record.annotations, record.form, record.document);
  BOOST_TEST(lines.find("\"text\":\"Sam was not "
                        "seen.\",\"unit\":\"prose\",\"polarity\":\"denied\",\"mood\":\"asserted\",\"time\":\"past\","
                        "\"standing\":\"current\",\"source\":\"worker\"") != std::string::npos);
  const auto count = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
  BOOST_TEST(count == record.annotations.statements.size() + record.annotations.unit_statements.size());
}

BOOST_AUTO_TEST_SUITE_END()
