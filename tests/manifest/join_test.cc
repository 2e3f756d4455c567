#include "manifest/join.h"

#include <boost/test/unit_test.hpp>

#include "manifest/cases.h"

namespace {

manifest::Case a_case(const std::string& document, const std::string& child, const std::string& type = "",
                      const std::string& start = "") {
  manifest::Case one;
  one.document = document;
  one.child = child;
  one.type = type;
  one.start = start;
  return one;
}

evaluation::Outcome record(const std::string& path, const std::string& type = "core_assessment",
                           const std::vector<std::pair<std::string, std::string>>& facts = {}) {
  evaluation::Outcome outcome;
  outcome.path = path;
  outcome.type = type;
  for (const auto& [what, value] : facts) outcome.own_facts.facts.push_back({what, value, "", {0, 1}, "x"});
  return outcome;
}

// By what, the cases' places in the list, the doubt.
std::string joined(const std::vector<manifest::Case>& cases, const evaluation::Outcome& outcome) {
  manifest::Manifest manifest;
  manifest.cases = cases;
  manifest::Match match = manifest::Join(manifest).match(outcome);
  const char* by[] = {"nothing", "document", "id in name", "id in record"};
  std::string out = by[static_cast<std::size_t>(match.by)];
  for (std::size_t i : match.cases) out += " " + std::to_string(i);
  return match.doubt.empty() ? out : out + ": " + match.doubt;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(manifest_join)

BOOST_AUTO_TEST_CASE(path_and_file_name_with_or_without_ending) {
  const std::vector<manifest::Case> cases = {a_case("North\\A.docx", "1"), a_case("b", "2"), a_case("c.v2.docx", "3")};
  BOOST_TEST(joined(cases, record("exports/north/a.docx")) == "document 0");
  BOOST_TEST(joined(cases, record("A.DOCX")) == "document 0");
  BOOST_TEST(joined(cases, record("batch.zip!/x/b.pdf")) == "document 1");
  BOOST_TEST(joined(cases, record("c.v2.docx")) == "document 2");
  BOOST_TEST(joined(cases, record("c.docx")) == "nothing");
  BOOST_TEST(joined(cases, record("north/a.pdf")) == "nothing");
}

BOOST_AUTO_TEST_CASE(the_longer_path_decides_between_files_of_one_name) {
  const std::vector<manifest::Case> cases = {a_case("north/a.docx", "1"), a_case("south/a.docx", "2")};
  BOOST_TEST(joined(cases, record("x/south/a.docx")) == "document 1");
}

BOOST_AUTO_TEST_CASE(a_record_of_several_children_has_a_row_for_each) {
  const std::vector<manifest::Case> cases = {a_case("a.docx", "1001"), a_case("a.docx", "1002")};
  BOOST_TEST(joined(cases, record("a.docx")) == "document 0 1");
}

BOOST_AUTO_TEST_CASE(two_rows_of_one_child_are_told_apart_or_told) {
  const std::vector<manifest::Case> cases = {a_case("a.docx", "1001", "", "2010-03-01"),
                                             a_case("a.docx", "1001", "", "2011-03-01")};
  BOOST_TEST(joined(cases, record("a.docx", "core_assessment", {{"start", "2011-03-01"}})) == "document 1");
  BOOST_TEST(joined(cases, record("a.docx")) == "nothing: 2 cases fit it alike");
}

BOOST_AUTO_TEST_CASE(ids_in_names_and_in_the_record) {
  const std::vector<manifest::Case> cases = {a_case("", "40117"), a_case("", "CH-22-07"), a_case("", "7")};
  BOOST_TEST(joined(cases, record("40117_core.docx")) == "id in name 0");
  BOOST_TEST(joined(cases, record("x/ch-22-07 final.docx")) == "id in name 1");
  BOOST_TEST(joined(cases, record("07.docx")) == "nothing");
  BOOST_TEST(joined(cases, record("140117.docx")) == "nothing");
  BOOST_TEST(joined(cases, record("7.docx")) == "nothing");
  BOOST_TEST(joined(cases, record("a.docx", "core_assessment", {{"id", "ICS 40117"}})) == "id in record 0");
  BOOST_TEST(joined(cases, record("40117 and CH2207.docx")) ==
             "nothing: the IDs of several children stand in its name");
}

BOOST_AUTO_TEST_CASE(an_id_tells_the_child_and_kind_and_days_the_work) {
  const std::vector<manifest::Case> cases = {
      a_case("", "40117", "referral_record"), a_case("", "40117", "single_assessment", "2010-03-01"),
      a_case("", "40117", "single_assessment", "2012-03-01"), a_case("", "40117", "s47_enquiry", "2012-03-01")};
  BOOST_TEST(joined(cases, record("40117.docx", "core_assessment", {{"start", "2012-03-01"}})) == "id in name 2");
  BOOST_TEST(joined(cases, record("40117.docx", "s47_enquiry")) == "id in name 3");
  BOOST_TEST(joined(cases, record("40117.docx", "core_assessment")) == "nothing: 2 cases fit it alike");
  BOOST_TEST(joined(cases, record("40117.docx", "early_help")) == "nothing: the child's 4 cases are of another kind");
  const std::vector<manifest::Case> one = {a_case("", "40117", "single_assessment", "2010-03-01")};
  BOOST_TEST(joined(one, record("40117.docx", "core_assessment", {{"start", "2010-03-04"}})) == "id in name 0");
  BOOST_TEST(joined(one, record("40117.docx", "core_assessment", {{"start", "2012-03-04"}})) ==
             "nothing: no case of the child has its dates");
}

BOOST_AUTO_TEST_SUITE_END()
