#include "reports/csv.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "reports/demo.h"
#include "support/csv.h"

namespace reports_tests {
namespace {

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(csv_has_a_row_for_each_document_and_item) {
  std::string text = written(::reports::write_csv, demo_run());
  BOOST_TEST(text.substr(0, 3) == "\xEF\xBB\xBF");
  auto rows = parse_csv(std::string_view(text).substr(3));
  BOOST_TEST(rows.size() == 1 + 9 * 30 + 3);
  for (const auto& row : rows) BOOST_TEST(row.size() == rows[0].size());
  auto value = [&](std::size_t row, const std::string& column) {
    auto at = std::find(rows[0].begin(), rows[0].end(), column);
    return rows.at(row).at(static_cast<std::size_t>(at - rows[0].begin()));
  };
  BOOST_TEST(value(1, "path") == "exports/a-01.docx");
  BOOST_TEST(value(1, "item") == "CV1");
  BOOST_TEST(value(1, "dimension") == "CV");
  BOOST_TEST(value(1, "points") == "2");
  BOOST_TEST(value(1, "page") == "2");
  BOOST_TEST(value(1, "table") == "");
  BOOST_TEST(value(5, "rating") == "na");
  BOOST_TEST(value(5, "points") == "");
  BOOST_TEST(value(61, "flags") == "F1 F2");
  BOOST_TEST(value(61, "read_in_part") == "The file was damaged; what could be read was audited");
  BOOST_TEST(value(1, "read_in_part") == "");
  BOOST_TEST(value(8 * 30 + 2, "quote") == "<script>alert(1)</script> \"he said\" & 'she' said");
  BOOST_TEST(value(8 * 30 + 2, "quotes") == "3");
  BOOST_TEST(value(271, "status") == "refused");
  BOOST_TEST(value(271, "reason") == "is protected by a password; remove the password and try again");
  BOOST_TEST(value(273, "status") == "skipped");
}

BOOST_AUTO_TEST_CASE(csv_tells_who_made_it_and_when) {
  std::vector<evaluation::Outcome> outcomes = {demo_outcomes()[0]};
  outcomes[0].particulars = {"Duty", "Ann Fox", "Femi Ade"};
  outcomes[0].timeliness = {"referral", "2010-03-01", "2010-03-12", 9, 10};
  std::string text = written(::reports::write_csv, run_of(outcomes, demo_facts()));
  auto rows = parse_csv(std::string_view(text).substr(3));
  auto first = std::find(rows[0].begin(), rows[0].end(), "team") - rows[0].begin();
  std::vector<std::string> made(rows.at(1).begin() + first, rows.at(1).begin() + first + 9);
  const std::vector<std::string> wanted{"Duty",       "Ann Fox", "Femi Ade", "referral", "2010-03-01",
                                        "2010-03-12", "9",       "10",       "core"};
  BOOST_TEST(made == wanted, boost::test_tools::per_element());
  BOOST_TEST(rows[0].at(static_cast<std::size_t>(first) + 8) == "checklist");
}

BOOST_AUTO_TEST_CASE(csv_shows_the_auditors_rating_and_the_one_that_counts) {
  std::vector<evaluation::Outcome> outcomes = {demo_outcomes()[0]};
  evaluation::Answer& answer = outcomes[0].items[0];
  answer.auditor = answer.rating;
  answer.rating = evaluation::Rating::not_met;
  answer.opinions = {{"Ann", evaluation::Rating::not_met, "not seen"}, {"Bo", evaluation::Rating::met, ""}};
  outcomes[0].auditors = {outcomes[0].overall, outcomes[0].dimensions};
  outcomes[0].overall.grade = evaluation::Grade::inadequate;
  std::string text = written(::reports::write_csv, run_of(outcomes, demo_facts()));
  auto rows = parse_csv(std::string_view(text).substr(3));
  auto value = [&](const char* name) {
    auto at = std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin();
    return rows[1].at(static_cast<std::size_t>(at));
  };
  BOOST_TEST(value("rating") == "met");
  BOOST_TEST(value("points") == "2");
  BOOST_TEST(value("counts") == "not_met");
  BOOST_TEST(value("rater") == "Ann");
  BOOST_TEST(value("rater_comment") == "not seen");
  BOOST_TEST(value("overall_grade") == evaluation::name_of(outcomes[0].auditors->overall.grade));
  BOOST_TEST(value("counting_overall_grade") == "inadequate");
}

BOOST_AUTO_TEST_CASE(csv_columns_are_told_as_they_stand) {
  std::string text = written(::reports::write_csv, demo_run());
  auto head = parse_csv(std::string_view(text).substr(3)).at(0);
  std::string told = ::reports::csv_columns();
  std::size_t at = 0;
  for (const std::string& name : head) {
    at = told.find("  " + name + " ", at);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, name);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
