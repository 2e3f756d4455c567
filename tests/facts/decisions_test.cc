// A manager's name, date and words, from a part of the form or from a line at the end.
#include <boost/test/unit_test.hpp>

#include "facts/gathered.h"

namespace {

using facts_tests::Row;

// "name | date | reasoned", with "-" for what is not there.
std::string decision(const std::string& text) {
  facts_tests::Gathered record(facts_tests::child + text);
  if (record.facts.decisions.empty()) return "none";
  const facts::Decision& fact = record.facts.decisions.front();
  auto part = [&](base::Span at) { return at.empty() ? std::string("-") : record.quote(at); };
  return part(fact.name) + " | " + part(fact.date) + " | " + (fact.reasoned ? "reasoned" : "-");
}

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows)
    BOOST_TEST(decision(row.record) == row.expected, row.record << " -> " << decision(row.record));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(facts_decisions)

BOOST_AUTO_TEST_CASE(manager_section_is_taken_together) {
  check({{"## Manager's decision\nTeam manager: Ann Fox\nDate: 4 May 2016\nI agree, because he is still hungry on "
          "Mondays.\n",
          "Ann Fox | 4 May 2016 | reasoned"},
         {"## Manager's decision\nTeam manager: Ann Fox\nDate: 4 May 2016\nComments: Authorised.\n",
          "Ann Fox | 4 May 2016 | -"},
         {"## Team manager\n- Agreed. Ann Fox 26/05/2016\n", "Ann Fox | 26/05/2016 | -"},
         {"## Manager's decision\nTeam manager:\nDate:\n", "none"}});
}

BOOST_AUTO_TEST_CASE(line_that_says_who_signs_is_a_decision) {
  check({{"## Plan\nHe goes to breakfast club.\n\nTeam manager, Ann Fox, 04/05/2016: Agreed, since his mother kept "
          "every appointment.\n",
          "Ann Fox | 04/05/2016 | reasoned"},
         {"Read by Ann Fox, hub manager, 4 May 2016. I am content because nobody was hurt.\n",
          "Ann Fox | 4 May 2016 | reasoned"}});
}

BOOST_AUTO_TEST_CASE(signature_behind_the_words_it_signs) {
  check({{"## Plan\nHe goes to breakfast club.\n\nI agree, because he is still hungry. Ann Fox, team manager, 4 May "
          "2016\n",
          "Ann Fox | 4 May 2016 | reasoned"},
         {"## Plan\nHe goes to breakfast club.\n\nI agree, because he is still hungry.\nAnn Fox\nTeam Manager\n4 May "
          "2016\n",
          "Ann Fox | 4 May 2016 | reasoned"},
         {"## Plan\nHe goes to breakfast club.\n\nI agree, because he is still hungry. Helen Ward, team manager, 4 May "
          "2016\n",
          "Helen Ward | 4 May 2016 | reasoned"},
         {"Signed: Ann Fox, team manager, 4 May 2016\n", "Ann Fox | 4 May 2016 | -"}});
}

BOOST_AUTO_TEST_CASE(label_within_a_paragraph_and_heading_over_a_short_line) {
  check({{"## Outcome\nNo further action.\nManager: agreed, as the rent is paid and the school is watching. A. Fox "
          "4/5/16\n",
          "Fox | 4/5/16 | reasoned"},
         {"## Plan\nHe goes to breakfast club.\n\nManagement oversight\nApproved. Ann Fox 04.05.2016\n",
          "Ann Fox | 04.05.2016 | -"}});
}

BOOST_AUTO_TEST_CASE(name_and_date_in_fields_below_the_comment) {
  check(
      {{"Manager's comments: I agree because he is only three and it has gone on for a year. Visit weekly.\n"
        "Name: Ann Fox\nDate: 4 May 2016\n",
        "Ann Fox | 4 May 2016 | reasoned"}});
}

BOOST_AUTO_TEST_CASE(notes_that_a_name_and_a_day_mark) {
  check(
      {{"## Plan\nHe goes to breakfast club.\n\nTREV 23/11 - not closing this. Allocate Sam, joint visit this week.\n",
        "TREV | 23/11 | reasoned"},
       {"## Plan\nHe goes to breakfast club.\n\n14/6 KA: Threshold not met, as gran is in the house.\n",
        "KA | 14/6 | reasoned"},
       {"## Plan\nHe goes to breakfast club.\n\nAgreed. I don't want it closed until she is seen alone. K. Amin "
        "14/6/16\n",
        "Amin | 14/6/16 | reasoned"},
       {"## Plan\nHe goes to breakfast club.\n\nTM: ok CIN 3 months. Visit weekly and see him on his own each time. "
        "PRJ 28/3\n",
        "PRJ | 28/3 | reasoned"},
       {"Social worker: Jo Lund\n\n## Plan\nHe goes to club.\n\nJL 14/6 - rang mum, she agreed to close the gate.\n",
        "none"},
       {"Consent: signed by A. 06/09, read out, for health and school. Not for the shop.\n", "none"}});
}

BOOST_AUTO_TEST_CASE(guidance_and_other_managers_decide_nothing) {
  check({{"## Manager's decision\nThe team manager must write the decision here, with reasons.\n", "none"},
         {"## Parents\nMr Reed's manager at the warehouse, Ann Fox, has changed his shifts.\n", "none"},
         {"## Plan\nMy manager will look at this with me on 4 May.\n", "none"}});
}

BOOST_AUTO_TEST_SUITE_END()
