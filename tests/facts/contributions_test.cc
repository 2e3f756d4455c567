// Who contributed, when and how, and what is missing, out of tables, labels and sentences.
#include <boost/test/unit_test.hpp>

#include "facts/gathered.h"

namespace {

using facts_tests::Gathered;
using facts_tests::Row;

// "school: contributed dated specific; GP: gap explained", in the order of the record.
std::string contributions(const std::string& text) {
  Gathered record(facts_tests::child + text);
  std::string out;
  for (const facts::Contribution& fact : record.facts.contributions) {
    if (!out.empty()) out += "; ";
    out += fact.name + ": " +
           facts_tests::flags({{fact.contributed, "contributed"},
                               {!fact.when_at.empty() || fact.when != language::no_day, "dated"},
                               {!fact.says.empty(), "specific"},
                               {fact.no_concerns, "no-concerns"},
                               {fact.gap, "gap"},
                               {fact.gap_explained, "explained"}});
  }
  return out.empty() ? "none" : out;
}

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows)
    BOOST_TEST(contributions(row.record) == row.expected, row.record << " -> " << contributions(row.record));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(facts_contributions)

BOOST_AUTO_TEST_CASE(rows_tell_who_when_and_what) {
  check({{"## Agencies\n| Agency | Date | Information |\n| Elm Primary | 4 May 2016 | He hides bread in his tray every "
          "day |\n"
          "| GP | | |\n",
          "school: contributed dated specific; GP: gap"},
         {"## Agencies\n| Agency | Contacted | Reply |\n| Police | 4 May 2016 | |\n", "police: dated gap"},
         {"## Agencies\n| Agency | Information |\n| GP | No concerns |\n", "GP: contributed no-concerns"},
         {"## Household\n| Name | Relationship | School |\n| Amy Reed | Mother | |\n", "none"}});
}

BOOST_AUTO_TEST_CASE(headings_of_columns_are_no_labels_beside_values) {
  check(
      {{"## Agencies\nAgency | Date | Method | Information\nSchool | 4 May 2016 | Phone | Late on most days this term\n"
        "GP | 6 May 2016 | Letter | Two appointments for asthma were missed\n",
        "school: contributed dated specific; GP: contributed dated specific"},
       {"## Agencies\nAgency | Date | Mode | Information\nSchool | 4 May 2016 | Phone | Late on most days this term\n"
        "Health visitor | - | - | No reply yet\n",
        "school: contributed dated specific; health visiting: gap"}});
}

BOOST_AUTO_TEST_CASE(a_day_stands_in_front_of_who_is_heard) {
  check({{"4 May 2016 - HV: he has lost weight and cries at night.\n\nHome was warm.\n",
          "health visiting: contributed dated specific"},
         {"Tues 4 May 2016, nursery: he arrives hungry on most mornings.\n\nHome was warm.\n",
          "nursery: contributed dated specific"},
         {"## Visits\n4 May 2016 Elm Primary: Tom on his own in the library.\n\n## Home\nWarm.\n", "none"}});
}

BOOST_AUTO_TEST_CASE(who_does_not_ring_back_has_not_contributed) {
  check({{"Probation did not ring back.\n\nHome was warm.\n", "probation: gap"},
         {"The nursery has not called back, so I have gone by what Gran knows.\n\nHome was warm.\n",
          "nursery: gap explained"},
         {"The midwife has still not been in touch.\n\nHome was warm.\n", "midwifery: gap"},
         {"Mum has not called back.\n\nHome was warm.\n", "none"}});
}

BOOST_AUTO_TEST_CASE(a_bare_title_is_whoever_had_it_in_full_before) {
  check({{"The school nurse told me that he has missed his jabs. The nurse has weighed him twice this term.\n",
          "school nursing: contributed specific; school nursing: contributed specific"},
         {"The school nurse told me that he has missed his jabs. The nurse on the ward says that he eats well.\n",
          "school nursing: contributed specific; hospital: contributed"}});
}

BOOST_AUTO_TEST_CASE(names_stand_for_the_agency_beside_them) {
  check({{"A speech therapist, Amina Khan, has seen him twice. Amina says that he points at what he wants.\n",
          "therapy services: contributed specific; therapy services: contributed specific"},
         {"I had a call with Mr Pell, who teaches him. According to Mr Pell he has one friend and hides bread.\n",
          "school: contributed specific; school: contributed specific"},
         {"The hospital, Leeds, is far. Leeds says hello.\n", "none"}});
}

BOOST_AUTO_TEST_CASE(a_note_of_a_contact_of_which_nothing_came) {
  check({{"Date of referral: 4 April 2016\n\n"
          "## Chronology\n4 May 2016 - T/C to GP. No reply.\n\n9 May 2016 - Still nothing from GP.\n",
          "GP: dated; GP: gap; GP: gap"},
         {"Date of referral: 4 April 2016\n\n"
          "## Agencies\n| Agency | Date | How | Response |\n| GP | 4 May 2016 | Letter | No response received |\n",
          "GP: dated gap"},
         {"Date of referral: 4 April 2016\n\n"
          "I asked the GP for a summary on 4 May and again on 20 May but it has not come.\n\nHome was warm.\n",
          "GP: gap"}});
}

BOOST_AUTO_TEST_CASE(whose_worker_it_is_does_not_make_it_the_parents_account) {
  check({{"Mum's care coordinator told me that Mum hears voices when she misses her injection.\n",
          "adult mental health: contributed specific"},
         {"Dad's solicitor wrote to Mum about contact.\n\nWarm.\n", "none"},
         {"Checks to be completed with the police.\n\nWarm.\n", "none"}});
}

BOOST_AUTO_TEST_CASE(words_that_only_look_like_a_contribution) {
  check({{"4 May 2016 - HV to home, Mum seen.\n\nHome was warm.\n", "none"},
         {"She signed for school, nurse and GP and said no to the landlord.\n\nHome was warm.\n", "none"},
         {"I rang the nurse, who described a boy that holds back in every game and waits to be asked to join in.\n",
          "hospital: contributed specific"},
         {"I rang the nurse on 4 May and told her what we had decided.\n", "none"}});
}

BOOST_AUTO_TEST_CASE(a_logs_column_of_who_names_the_agency) {
  check({{"## Contact log\n| When | Who | Note |\n"
          "| 25/01/2016 | Health visitor Ann Moyle, phone | Two of the carers feed him lying flat. |\n",
          "health visiting: contributed dated specific"},
         {"## Contact log\n| When | Who | Note |\n| 25/01/2016 | School, phone | He sleeps in class. |\n"
          "## Agencies\n| Agency | Date | Information |\n| Elm Primary | 4 May 2016 | He hides bread in his tray. |\n",
          "school: contributed dated specific; school: contributed dated specific"},
         {"## Contact log\n| When | Who | Note |\n| 25/01/2016 | Mum, phone | She feeds him lying flat. |\n", "none"}});
}

BOOST_AUTO_TEST_CASE(notes_of_a_contact_without_a_verb) {
  check({{"## Visits\n06/03/2016 T/C to school, Elm Primary. Head Mrs Bell says he slept in the shed on Sunday.\n",
          "school: contributed dated specific"},
         {"## Visits\n06/03/2016 Walk to school.\n", "none"}});
}

BOOST_AUTO_TEST_CASE(heads_before_a_colon_name_the_speaker) {
  check({{"## Agencies\nPolice (DC Marsh, letter of 6 May): called out in March for a broken window.\n",
          "police: contributed dated specific"},
         {"## Agencies\nThe pharmacist on 22 November 2016: every prescription was collected by his gran.\n",
          "hospital: contributed dated specific"}});
}

BOOST_AUTO_TEST_CASE(agencies_that_speak_contribute) {
  check({{"## Health\nThe health visitor told me on 4 May that he is a slow and fussy feeder.\n",
          "health visiting: contributed dated specific"},
         {"## Education\nI spoke with the class teacher, who has seen him hide bread in his tray.\n",
          "school: contributed specific"},
         // A name that nothing explains, and that told us.
         {"## What others said\nAngela, who has Tom in her group, wrote to me on 30 January: he sits under the slide "
          "until milk.\n",
          "Angela: contributed dated specific"}});
}

BOOST_AUTO_TEST_CASE(others_accounts_and_plans_are_none) {
  check({{"## Parents\nMr Reed said that the nursery is pleased with his speech.\n", "none"},
         {"## Plan\nThe school nurse will weigh Tom on 4 May.\n", "none"},
         {"## Home\nHe walks past the school with his sister.\n", "none"},
         {"## Education\nHe was described as shy at the nursery.\n", "none"}});
}

BOOST_AUTO_TEST_CASE(gaps_are_explained_by_what_follows) {
  check(
      {{"## Agencies\nCAMHS have not replied. I have not assumed that there is nothing to know.\n",
        "CAMHS: gap explained"},
       {"## Agencies\nThe school was not asked.\n", "school: gap"},
       // "They" is whoever was named last.
       {"## Agencies\nI asked about the surgery's letters. They had not answered by the time of writing.\n", "GP: gap"},
       {"## Parents\nMr Reed has not replied to two letters about the rent.\n", "none"}});
}

BOOST_AUTO_TEST_CASE(referrers_contribute_on_the_day_of_the_referral) {
  check({{"Date of referral: 2 March 2016\nReferrer: Mrs Bell, Elm Primary School\n", "school: contributed dated"},
         {"Date of referral: 2 March 2016\nReferrer: Neighbour\n", "none"}});
}

BOOST_AUTO_TEST_CASE(long_ago_is_history) {
  check(
      {{"Date of referral: 2 March 2016\n\n## Health\nThe health visitor told us on 4 May 2012 that he was a slow "
        "feeder.\n",
        "none"}});
}

BOOST_AUTO_TEST_CASE(a_second_verb_behind_what_was_not_done) {
  check({{"## Health\nHV (Pat Dunn) has not seen him since the move, says he was on the 25th centile and walking.\n",
          "health visiting: contributed specific"},
         {"## Health\nThe HV has not seen him since the move.\n", "none"}});
}

BOOST_AUTO_TEST_CASE(apologies_name_gaps) {
  check({{"## Agencies\nApologies: school nurse, housing\n\nHome was warm.\n", "school nursing: gap; housing: gap"}});
}

BOOST_AUTO_TEST_CASE(rows_that_nothing_heads_tell_by_what_they_hold) {
  check({{"## Who I've talked to\n| Moira Dunn, health visitor | Phone 05/10/2015 | He is small for his age and coughs "
          "at night. "
          "A letter to his dad went unanswered. |\n| Elm Primary | Met 11/10/2015 | He hides bread in his tray every "
          "day. "
          "|\n",
          "health visiting: contributed dated specific; school: contributed dated specific"},
         {"## Household\n| Amy Reed, mother | since 11/10/2015 | She drives a van for the bakery. |\n", "none"}});
}

BOOST_AUTO_TEST_SUITE_END()
