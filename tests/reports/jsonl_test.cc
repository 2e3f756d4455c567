#include "reports/jsonl.h"

#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "reports/demo.h"
#include "reports/json_value.h"
#include "reports/reports.h"

namespace reports_tests {
namespace {

JsonValue schema() {
  auto file = base::read_file(AUDITOR_SOURCE_DIR "/auditor/reports/findings.schema.json", 1u << 20);
  return parse_json(file.value());
}

std::string all(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

// The line after `from` has become `to`, which must be there.
std::string changed(std::string line, const std::string& from, const std::string& to) {
  std::size_t at = line.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
  return line.replace(at, from.size(), to);
}

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(findings_lines_fit_the_schema) {
  JsonValue fits = schema();
  for (auto outcome : demo_outcomes()) {
    if (outcome.standing == evaluation::Standing::audited) outcome.checklist = "assessment";
    BOOST_TEST(all(schema_errors(fits, parse_json(::reports::findings_line(outcome)))) == "");
  }
}

BOOST_AUTO_TEST_CASE(schema_refuses_what_is_wrong) {
  JsonValue fits = schema();
  evaluation::Outcome right = demo_outcomes()[0];
  right.checklist = "assessment";
  std::string line = ::reports::findings_line(right);
  const std::pair<const char*, const char*> wrongs[] = {
      {"\"status\":\"audited\"", "\"status\":\"done\""},
      {"\"status\":\"audited\"", "\"status\":\"refused\""},
      {"\"rating\":\"met\"", "\"rating\":\"yes\""},
      {"\"page\":2", "\"page\":0"},
      {"\"words\":", "\"word\":"},
      {"\"near_misses\"", "\"misses\""},
      {"\"score\":0.625", "\"score\":1.5"},
      {"\"reason\":\"Seen on 3 March 2010, alone\",\"evidence\":[{", "\"reason\":\"\",\"evidence\":[],\"x\":[{"},
  };
  for (const auto& [from, to] : wrongs) {
    BOOST_TEST(!schema_errors(fits, parse_json(changed(line, from, to))).empty(), from);
  }
}

BOOST_AUTO_TEST_CASE(findings_line_audited_has_members_in_order) {
  auto outcomes = demo_outcomes();
  JsonValue line = parse_json(::reports::findings_line(outcomes[0]));
  const std::vector<std::string> names{"path",    "sha256",           "format", "status", "type", "children",
                                       "overall", "dimensions",       "items",  "flags",  "cuts", "read_in_part",
                                       "notes",   "unknown_sections", "words"};
  BOOST_TEST(line.names == names, boost::test_tools::per_element());
  const JsonValue& evidence = line["items"][0]["evidence"][0];
  const std::vector<std::string> parts{"quote", "start", "end", "where"};
  BOOST_TEST(evidence.names == parts, boost::test_tools::per_element());
  auto begin = static_cast<std::size_t>(evidence["start"].number());
  auto end = static_cast<std::size_t>(evidence["end"].number());
  BOOST_TEST(outcomes[0].document.text.substr(begin, end - begin) == evidence["quote"].text());
  BOOST_TEST(evidence["where"]["table"].null());
  BOOST_TEST(evidence["where"]["page"].number() == 2);
  BOOST_TEST(!line["items"][0].has("confidence"));
  BOOST_TEST(line["dimensions"][0]["limited_by"].null());
}

BOOST_AUTO_TEST_CASE(findings_line_tells_who_made_it_and_when_where_known) {
  evaluation::Outcome outcome = demo_outcomes()[0];
  outcome.checklist = "assessment";
  outcome.particulars = {"Duty", "Ann Fox", ""};
  outcome.timeliness = {"referral", "2010-03-01", "2010-03-12", 9, 10};
  std::string text = ::reports::findings_line(outcome);
  BOOST_TEST(all(schema_errors(schema(), parse_json(text))) == "");
  JsonValue line = parse_json(text);
  BOOST_TEST(line["team"].text() + line["worker"].text() == "DutyAnn Fox");
  BOOST_TEST(!line.has("manager"));
  BOOST_TEST(line["timeliness"]["clock"].text() == "referral");
  BOOST_TEST(line["timeliness"]["from"].text() == "2010-03-01");
  BOOST_TEST(line["timeliness"]["completed"].text() == "2010-03-12");
  BOOST_TEST(line["timeliness"]["working_days"].number() == 9);
  BOOST_TEST(line["timeliness"]["limit"].number() == 10);
  std::string wrong = changed(text, "2010-03-12", "12 March 2010");
  BOOST_TEST(!schema_errors(schema(), parse_json(wrong)).empty());
}

BOOST_AUTO_TEST_CASE(findings_line_not_met_says_where_it_looked) {
  JsonValue item = parse_json(::reports::findings_line(demo_outcomes()[2]))["items"][0];
  BOOST_TEST(item["rating"].text() == "not_met");
  BOOST_TEST(item["looked_in"][0].text() == "Child\u2019s views");
  BOOST_TEST(item["near_misses"][0]["reason"].text() == "only intended");
  BOOST_TEST(item["near_misses"][0]["where"]["page"].number() == 2);
}

BOOST_AUTO_TEST_CASE(findings_line_tells_what_was_not_read) {
  auto outcomes = demo_outcomes();
  JsonValue whole = parse_json(::reports::findings_line(outcomes[0]));
  BOOST_TEST(!std::get<bool>(whole["read_in_part"].value));
  outcomes[2].document.notes.push_back({document::NoteKind::left_out, "hidden text is left out"});
  JsonValue part = parse_json(::reports::findings_line(outcomes[2]));
  BOOST_TEST(std::get<bool>(part["read_in_part"].value));
  BOOST_TEST(part["cuts"].size() == 2u);
  BOOST_TEST(part["notes"][0]["kind"].text() == "salvaged");
  BOOST_TEST(part["notes"][0]["message"].text() == "The file was damaged; what could be read was audited");
  BOOST_TEST(part["notes"][1]["kind"].text() == "left_out");
}

BOOST_AUTO_TEST_CASE(findings_line_unsure_has_low_confidence) {
  JsonValue item = parse_json(::reports::findings_line(demo_outcomes()[3]))["items"][2];
  BOOST_TEST(item["confidence"].text() == "low");
  BOOST_TEST(item["confidence_reason"].text() == "Two readings of \u201Ctalked\u201D are possible");
}

BOOST_AUTO_TEST_CASE(findings_line_refused_has_no_items) {
  std::string line = ::reports::findings_line(demo_outcomes()[9]);
  BOOST_TEST(line ==
             "{\"path\":\"exports/c-10.docx\",\"sha256\":null,\"format\":null,\"status\":\"refused\","
             "\"reason\":\"is protected by a password; remove the password and try again\",\"code\":\"encrypted\"}");
}

BOOST_AUTO_TEST_CASE(findings_line_path_that_is_not_utf8_is_in_base64_too) {
  JsonValue line = parse_json(::reports::findings_line(demo_outcomes()[10]));
  BOOST_TEST(line["path"].text() ==
             "exports/c-\uFFFD"
             "11.docx");
  BOOST_TEST(line["path_base64"].text() == "ZXhwb3J0cy9jLf8xMS5kb2N4");
}

BOOST_AUTO_TEST_CASE(findings_line_numbers_are_rounded_and_empty_dimensions_null) {
  evaluation::Outcome outcome;
  outcome.path = "a.txt";
  outcome.overall.score = 2.0 / 3;
  outcome.dimensions.push_back({"CV", "Views", 1, 3, evaluation::Grade::inadequate, "CV2", true});
  outcome.dimensions.push_back({"PC", "Plan", 0, 0, evaluation::Grade::inadequate, "", true});
  JsonValue line = parse_json(::reports::findings_line(outcome));
  BOOST_TEST(line["overall"]["score"].number() == 0.6667);
  BOOST_TEST(line["dimensions"][0]["score"].number() == 0.3333);
  BOOST_TEST(line["dimensions"][0]["limited_by"].text() == "CV2");
  BOOST_TEST(line["dimensions"][1]["score"].null());
  BOOST_TEST(line["dimensions"][1]["grade"].null());
  BOOST_TEST(line["type"].null());
}

BOOST_AUTO_TEST_CASE(write_jsonl_is_one_line_for_each_document) {
  std::string text = written(::reports::write_jsonl, demo_run());
  BOOST_TEST(std::count(text.begin(), text.end(), '\n') == 12);
  BOOST_TEST(text == golden("findings.jsonl", text));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
