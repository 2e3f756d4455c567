#include <boost/test/unit_test.hpp>

#include "facts/gathered.h"

namespace {

using facts::Aloneness;
using facts_tests::Gathered;

std::string seen_in(const std::string& text) {
  Gathered record(text);
  std::string out;
  for (const facts::Seen& fact : record.facts.seen) {
    static const char* const alone[] = {"", " alone", " with-others", " why-not"};
    if (!out.empty()) out += "; ";
    out += fact.child < 0 ? "group" : record.language.people[static_cast<std::size_t>(fact.child)].name;
    out += fact.seen ? "" : " not-seen";
    out += fact.dated ? " dated" : "";
    out += alone[static_cast<std::size_t>(fact.alone)];
  }
  return out;
}

struct Case {
  const char* text;
  const char* facts;
};

const std::string one = "Child: Tom Reed\nDate of birth: 04/05/2009\n\n";
const std::string two = "| Child | Date of birth |\n| Tom Reed | 04/05/2009 |\n| Amy Reed | 07/08/2011 |\n\n";

void check(const std::string& children, std::initializer_list<Case> cases) {
  for (const Case& c : cases)
    BOOST_TEST(seen_in(children + c.text) == c.facts, c.text << " gives " << seen_in(children + c.text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(facts_seen)

BOOST_AUTO_TEST_CASE(seen_told_in_sentences) {
  check(one, {
                 {"## Visits\nI saw Tom on his own at school on 3 March 2016.", "Tom Reed dated alone"},
                 {"## Visits\nI saw Tom at home on 3 March 2016.", "Tom Reed dated"},
                 {"## Visits\nTom was seen with his mother present.", "Tom Reed with-others"},
                 {"## Views\nTom and I walked to the shop on 3 March, just the two of us.", "Tom Reed dated alone"},
                 {"## Views\nTom is too young to be spoken to on his own.", "Tom Reed why-not"},
             });
}

BOOST_AUTO_TEST_CASE(seen_not_made_of_other_words) {
  check(one, {
                 {"## Analysis\nThe threshold is met.", ""},
                 {"## Analysis\nTom is left on his own until nine.", ""},
                 {"## Health\nTom has been seen by the dentist at the health centre.", ""},
                 {"## Family\nHis father sees him every other Sunday.", ""},
                 {"## Visits\nTom will be seen alone at school next week.", ""},
                 {"## Previous assessment\nTom was seen alone at school on 3 March 2012.", ""},
             });
}

BOOST_AUTO_TEST_CASE(seen_in_other_orders_of_words) {
  check(one, {
                 {"## Actions taken\nTom was spoken to alone at school on 3 March 2016.", "Tom Reed dated alone"},
                 {"## Plan\nTom is to be seen alone at school.", ""},
                 {"## Visits\nTom I saw at home on 3 March, at two he is not of an age to be seen without his mother.",
                  "Tom Reed dated why-not"},
                 {"## Visits\nI have had Tom for an hour in the library on his own.", "Tom Reed alone"},
                 {"## Visits\n3 March - Tom at his school, by himself.", "Tom Reed dated alone"},
                 {"## Visits\nMrs Cole had a chat with Tom by himself on our behalf.", "Tom Reed alone"},
                 {"## Visits\nMrs Cole had a chat with Tom by himself.", ""},
                 {"Seen alone (with interpreter): 8 September, at placement", "Tom Reed dated alone"},
             });
}

// The record tells the day of its referral only; a date without a year lies around it, not in the year before.
BOOST_AUTO_TEST_CASE(seen_after_a_referral_without_a_year) {
  check(one + "Date of referral: 2 March 2016\n\n",
        {{"## Visits\nTom was seen alone at school on 22 March.", "Tom Reed dated alone"},
         {"## History\nTom was seen alone at school on 22 March 2012.", ""}});
}

BOOST_AUTO_TEST_CASE(seen_in_notes) {
  check("Child: Reece Cole (R)\nDate of birth: 04/05/1999\nDate of referral: 2 April 2007\n\n",
        {
            {"## Dates seen\n18/4 R at school, office, own.", "Reece Cole dated alone"},
            {"## Dates seen\n2/5 R at school, no other adult.", "Reece Cole dated alone"},
            {"## Dates seen\n20/4 h/v pm. R in bedroom w/out mo.", "Reece Cole dated alone"},
            {"## Dates seen\n18/4 h/v, mo in. R at school.", ""},
            {"## Views\nR seen on own at his club.", "Reece Cole alone"},
            {"## Health\nHe takes vitamin R.", ""},
        });
}

BOOST_AUTO_TEST_CASE(seen_in_lists_of_days) {
  check(
      one + "Date of referral: 2 April 2016\n\n",
      {
          {"## Seen\n17/05 (duty), 23/05, 06/06.", "Tom Reed dated"},
          {"## Seen\nOn 06/06 and 20/06 with interpreter only.", "Tom Reed dated alone"},
          {"## Seen\n06/06, call to school. 20/06, letter.", ""},
          {"## Seen\n18/05, 11.00. Tom asleep upstairs, not seen.", "Tom Reed not-seen"},
          {"## Education\n17/05 (duty), 23/05, 06/06.", ""},
          {"## Seen\n10.3 school, art cupboard, Tom by himself.", "Tom Reed dated alone"},
          {"## Seen\n2/3 (with carer), 9/3, 21/3. The last two just Tom, me and the interpreter.",
           "Tom Reed dated alone; Tom Reed alone"},
          {"| Seeing Tom | 12 May, school library, alone, 50 minutes. 20 May, home, with Dad. |",
           "Tom Reed dated alone"},
          {"| Asking school | 12 May, school library, alone, 50 minutes. |", ""},
          {"## Visits\n20/06 home: Tom there with mum, I could not speak to him apart from her as he would not settle.",
           "Tom Reed dated why-not"},
      });
}

BOOST_AUTO_TEST_CASE(seen_before_a_colon) {
  check("Children: Tom Reed (04/05/2009), Amy Reed (07/08/2011)\nDate of referral: 2 April 2016\n\n",
        {
            {"## Views\nTom (1 July, school, faces sheet, by himself): his wizard would move the bus stop.",
             "Tom Reed dated alone"},
            {"## Views\nTom (1 July, school, by himself): hates maths.\nAmy (1 July, same, after Tom): loves maths.",
             "Tom Reed dated alone; Amy Reed dated alone"},
            {"## Views\nTom (born 1 July 2009): hates maths.", ""},
            {"## Visits\nkids - saw both, Tuesday 9th, at home.", "group dated"},
            {"## Visits\nI have met you both on your own.", "group alone"},
            {"## Visits\nSaw both parents on 9 May at home.", ""},
        });
}

BOOST_AUTO_TEST_CASE(seen_is_the_child_and_no_other) {
  check(one, {
                 {"## Visits\nMrs Reed was seen at home on 3 March.", ""},
                 {"## Visits\n3 March, home visit at the carers.", "Tom Reed dated"},
                 {"## Reason\nTom's tutor rang me on 3 March after he cried.", ""},
                 {"## Views\nTom told me that he wants no questions in the car.", ""},
                 {"## Views\nIn the car Tom told me that he wants no questions.", "Tom Reed"},
                 {"## Health\nTom does not speak.", ""},
                 {"## Visits\nDear Tom,\n\nI talked to your dad by himself on 12 October.", ""},
                 {"## Visits\nI saw Tom on 3 March with his 1:1 in the hall.", "Tom Reed dated"},
                 {"## Visits\nTom stayed by his mum and was not seen apart from her.", "Tom Reed with-others"},
                 {"## Views\nI was going to see Tom at his nan's on 3 March.", ""},
             });
}

BOOST_AUTO_TEST_CASE(seen_denied) {
  check(one, {
                 {"## Visits\nTom was not seen.", "Tom Reed not-seen"},
                 {"## Visits\nTom was not seen on his own.", "Tom Reed with-others"},
             });
}

BOOST_AUTO_TEST_CASE(seen_asked_by_fields) {
  check(one, {
                 {"Child seen alone: Yes, 3 March 2016", "Tom Reed dated alone"},
                 {"Child seen alone: No", "Tom Reed with-others"},
                 {"Child seen: No", "Tom Reed not-seen"},
                 {"Child seen: Tom will be seen at school", ""},
             });
}

BOOST_AUTO_TEST_CASE(seen_rows_of_visits) {
  check(two,
        {
            {"## Visits\n| Date | Who was seen | Notes |\n| 3 March 2016 | Tom | On his own in the library |",
             "Tom Reed dated alone"},
            {"## Visits\n| Date | Who was there | Notes |\n| 3 March 2016 | Ms Reed | Tom out. Amy in the kitchen |",
             "Amy Reed dated"},
        });
}

BOOST_AUTO_TEST_CASE(seen_each_child_apart) {
  check(two, {
                 {"## Visits\nTom and Amy were seen together at school on 3 March 2016.",
                  "Tom Reed dated with-others; Amy Reed dated with-others"},
                 {"## Visits\nThe children were seen at home on 3 March 2016.", "group dated"},
             });
}

BOOST_AUTO_TEST_CASE(visits_are_told_in_many_ways) {
  check(one,
        {{"I've been to see Tom on 16 January.\n", "Tom Reed dated"},
         {"On 5 March Tom and I went round the field, on our own.\n", "Tom Reed dated alone"},
         {"I met Tom in his shed on 4 May, with the door open and she in the house.\n", "Tom Reed dated alone"},
         {"I met Tom three times, just us two. 19 January at home, 2 February in the car.\n", "Tom Reed dated alone"},
         {"On the 24th Tom took me to see the hens.\n", "Tom Reed dated"}});
  check(two, {{"I saw both children in the library on 15 March with their aunt there because Amy asked for her.\n",
               "Amy Reed dated why-not; group dated why-not"}});
}

BOOST_AUTO_TEST_SUITE_END()
