#include <boost/test/unit_test.hpp>

#include "reports/demo.h"
#include "reports/json_value.h"
#include "reports/reports.h"

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(run_json_holds_the_facts) {
  std::string text = reports::run_json(reports_tests::demo_facts(), {9, 2, 1, 4});
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

BOOST_AUTO_TEST_SUITE_END()
