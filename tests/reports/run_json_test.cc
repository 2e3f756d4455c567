#include <boost/test/unit_test.hpp>

#include "reports/demo.h"
#include "reports/json_value.h"
#include "reports/reports.h"
#include "reports/sample_words.h"

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(run_json_holds_the_facts) {
  std::string text = reports::run_json({reports_tests::demo_facts(), {}}, {9, 2, 1, 4});
  BOOST_TEST(text.back() == '\n');
  reports_tests::JsonValue run = reports_tests::parse_json(text);
  BOOST_TEST(run["version"].text() == "0.1.0");
  BOOST_TEST(run["checklist"]["id"].text() == "core");
  BOOST_TEST(run["checklist"]["sha256"].text().size() == 64u);
  BOOST_TEST(run["arguments"][3].text() == "audit-report");
  BOOST_TEST(run["counts"]["audited"].number() == 9);
  BOOST_TEST(run["counts"]["refused"].number() == 2);
  BOOST_TEST(run["counts"]["skipped"].number() == 1);
  BOOST_TEST(run["counts"]["read_in_part"].number() == 4);
  BOOST_TEST(run["sandbox"].text() == reports_tests::demo_facts().sandbox);
  BOOST_TEST(std::get<bool>(run["across"].value));
  BOOST_TEST(!std::get<bool>(run["interrupted"].value));
  BOOST_TEST(run["started"].text() == "2026-11-26T10:57:43Z");
  BOOST_TEST(run["items"].size() == 30u);
}

BOOST_AUTO_TEST_CASE(run_json_says_how_it_was_sampled) {
  reports::Run run{reports_tests::demo_facts(), {}};
  BOOST_TEST(reports::run_json(run, {}).find("\"sample\"") == std::string::npos);
  run.sample.made = "2026-11-27T00:00:00Z";
  run.sample.method = "How it was drawn: At random: 2 of 9 records.\nHow sure: Within 60 points.\n";
  run.sample.seed = 7;
  run.sample.arguments = {"sample", "exports"};
  run.sample.members = {{"a.doc", "C1", "team N"}};
  reports_tests::JsonValue sample = reports_tests::parse_json(reports::run_json(run, {}))["sample"];
  BOOST_TEST(sample["drawn_on"].text() == "2026-11-27");
  BOOST_TEST(sample["seed"].number() == 7);
  BOOST_TEST(sample["command"][1].text() == "exports");
  BOOST_TEST(sample["method"].size() == 2u);
  BOOST_TEST(sample["method"][0]["words"].text() == "At random: 2 of 9 records.");
  BOOST_TEST(sample["records"][0]["path"].text() == "a.doc");
  BOOST_TEST(sample["records"][0]["stratum"].text() == "team N");
}

BOOST_AUTO_TEST_CASE(run_json_says_what_was_joined_to_lists) {
  reports::Run run{reports_tests::demo_facts(), {}};
  BOOST_TEST(reports::run_json(run, {}).find("\"manifest\"") == std::string::npos);
  BOOST_TEST(reports::joining_words(run.facts) == "");
  run.facts.lists = {{"list.csv", "abc"}};
  run.facts.joining = {28, 17, 1, 1, 2, 7, 21, 3, 1};
  reports_tests::JsonValue manifest = reports_tests::parse_json(reports::run_json(run, {}))["manifest"];
  BOOST_TEST(manifest["files"][0]["file"].text() == "list.csv");
  BOOST_TEST(manifest["files"][0]["sha256"].text() == "abc");
  const std::pair<const char*, int> counts[] = {{"records", 28},
                                                {"joined", 19},
                                                {"in_doubt", 2},
                                                {"without_row", 7},
                                                {"rows", 21},
                                                {"rows_without_record", 3},
                                                {"rows_of_several_records", 1}};
  for (const auto& [key, count] : counts) BOOST_TEST(manifest[key].number() == count, key);
  BOOST_TEST(manifest["joined_by"]["file_name"].number() == 17);
  BOOST_TEST(
      reports::joining_words(run.facts) ==
      "19 of 28 records joined to a row; 7 without a row, 2 in doubt and not joined. 3 of 21 rows without a record, "
      "1 joined to several records.");
}

BOOST_AUTO_TEST_SUITE_END()
