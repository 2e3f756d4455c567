// Team, worker and manager, by field, row and signature: names and no more.
#include <boost/test/unit_test.hpp>

#include "facts/gathered.h"

namespace {

using facts_tests::Row;

// "team | worker | manager", "-" where the record tells none.
std::string particulars(const std::string& text) {
  facts_tests::Gathered record(facts_tests::child + text);
  const facts::Particulars& found = record.facts.particulars;
  std::string out;
  for (base::Span at : {found.team, found.worker, found.manager}) {
    out += (out.empty() ? "" : " | ") + (at.empty() ? "-" : record.quote(at));
  }
  return out;
}

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    BOOST_TEST(particulars(row.record) == row.expected, row.record << " -> " << particulars(row.record));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(facts_particulars)

BOOST_AUTO_TEST_CASE(labels_name_who_made_the_record) {
  check({{"Team: Duty\nSocial worker: Ann Fox\nTeam manager: Femi Ade\n", "Duty | Ann Fox | Femi Ade"},
         {"Completed by: Ann Fox, social worker (agency)\nAuthorised by: K. Penhale, Team Manager, 04/06/2014\n",
          "- | Ann Fox | K. Penhale"},
         {"Team manager: R Aspinall 27/01/2012\n", "- | - | R Aspinall"},
         {"Worker: Ludo van der Berg\n", "- | Ludo van der Berg | -"}});
}

BOOST_AUTO_TEST_CASE(team_stands_behind_a_name) {
  check({{"Social worker: Ann Fox, Referral & Assessment Team 2\n", "Referral & Assessment Team 2 | Ann Fox | -"},
         {"Social worker: Ann Fox, duty social worker\n", "- | Ann Fox | -"},
         {"Team: Assessment Team 2 (East)\nSocial worker: Ann Fox, North Team\n",
          "Assessment Team 2 (East) | Ann Fox | -"}});
}

BOOST_AUTO_TEST_CASE(letterheads_name_the_team) {
  const auto team_of = [](const std::string& text) {
    facts_tests::Gathered record(text + facts_tests::child);
    const base::Span at = record.facts.particulars.team;
    return at.empty() ? std::string("-") : record.quote(at);
  };
  BOOST_TEST(team_of("Lea Children's Services, Family Assessment Team\n\n") == "Family Assessment Team");
  BOOST_TEST(team_of("# Core assessment - Disabled Children's Service\n\n") == "Disabled Children's Service");
  BOOST_TEST(team_of("Adolescent Hub, Quay House\n\n") == "Adolescent Hub");
  BOOST_TEST(team_of("Lea Children's Service\n\n") == "-");
  BOOST_TEST(team_of("The team around the family will meet.\n\n") == "-");
}

BOOST_AUTO_TEST_CASE(signatures_name_the_manager) {
  check({{"\n## Manager's decision\nI agree that this should close because the risk is low. C. Varley, 22/06/2020.\n",
          "- | - | C. Varley"}});
}

BOOST_AUTO_TEST_CASE(who_wrote_goes_before_who_took_the_referral) {
  check({{"Referral taken by: Tom Hale\nAssessing social worker: Ann Fox\n", "- | Ann Fox | -"},
         {"Referral taken by: Tom Hale\n", "- | Tom Hale | -"}});
}

BOOST_AUTO_TEST_CASE(blank_and_other_peoples_fields_tell_nothing) {
  check({{"Team:\nSocial worker: [name of worker]\nTeam manager: TBC\n", "- | - | -"},
         {"HV team: on list, Selbeck Health Centre\n", "- | - | -"},
         {"Team manager: Agreed, see comments\n", "- | - | -"},
         {"\n## Plan\nTeam: Duty\n", "- | - | -"}});
}

BOOST_AUTO_TEST_SUITE_END()
