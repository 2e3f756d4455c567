#include "evaluation/people.h"

#include <boost/test/unit_test.hpp>

#include "checklist/checklist.h"
#include "evaluation/evaluate.h"
#include "readers/format.h"

namespace {

// One line a person: role | name | forms | relation | gender | born.
std::string people_of(const std::string& text) {
  static const checklist::Checklist words =
      std::move(checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml")).value();
  auto document = readers::read_text(text, "record.txt");
  BOOST_REQUIRE(document.ok());
  std::string out;
  for (const evaluation::Person& person : evaluation::evaluate(std::move(document).value(), words).people) {
    out += person.role + " | " + person.name + " |";
    for (const std::string& form : person.forms) out += " " + form + ";";
    out += " | " + person.relation + " | " + person.gender + " | " + person.born + "\n";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_people)

BOOST_AUTO_TEST_CASE(the_named_come_with_role_forms_and_birth) {
  BOOST_TEST(people_of("Child: Thomas (Tom) Reed\nDate of birth: 4 May 2009\nMother: Ann Reed\n"
                       "Social worker: Bashir Khan\n\n## Home\n\nMrs Reed told me that the school worries.\n") ==
             "subject_child | Thomas (Tom) Reed | thomas reed; thomas; tom; | subject child | male | 2009-05-04\n"
             "parent | Ann Reed | ann reed; ann; a reed; | mother | female | \n"
             "worker | Bashir Khan | bashir khan; bashir; b khan; | social worker |  | \n");
}

BOOST_AUTO_TEST_CASE(those_without_a_name_are_left_out) {
  BOOST_TEST(people_of("## Home\n\nMum said that her health visitor and the police came.\n") == "");
}

BOOST_AUTO_TEST_SUITE_END()
