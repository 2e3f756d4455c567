// Whether whoever referred was told: by the word, or by who that is in the record.
#include <boost/test/unit_test.hpp>

#include "facts/gathered.h"

namespace {

using facts_tests::Row;

std::string feedback(const std::string& text) {
  facts_tests::Gathered record("Child: Tom Reed\n" + text);
  std::string out;
  for (const facts::Feedback& fact : record.facts.feedback) {
    if (!out.empty()) out += "; ";
    out +=
        facts_tests::flags({{fact.told, "told"}, {fact.dated, "dated"}, {fact.how, "how"}, {fact.why_not, "why-not"}});
  }
  return out.empty() ? "none" : out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(facts_feedback)

BOOST_AUTO_TEST_CASE(feedback_is_told_dated_and_how) {
  for (const Row& row : std::initializer_list<Row>{
           {"\n## Outcome\nThe referrer was rung with the outcome on 4 May 2016.\n", "told dated how"},
           {"\n## Outcome\nThe referrer has been informed of the outcome.\n", "told"},
           {"Referrer: Mrs Bell, Elm Primary\n\n## Outcome\nI rang Mrs Bell on 4 May and told her what we had "
            "decided.\n",
            "told dated how"},
           {"Referrer informed: by email, 4 May 2016\n", "told dated how"},
           {"\n| Aim | Action | Who | By when |\n| Sleep | Buy a bed | Ann | 4 May 2016 |\n"
            "| Told the person who raised it? | Mrs Bell, in person, 5 May 2016 | | |\n",
            "told dated how"},
           {"\n## Outcome\nThe referrer was told by letter, which went out to her on the morning of 3 June 2016.\n",
            "told dated how"},
           {"\n## Outcome\nMr Lyle, who referred Tom, was told on 3 June 2016.\n", "told dated"},
           {"\n## Outcome\nI rang Mrs Lyle on 3 June 2016 to tell her what we had decided.\n", "told dated how"},
           {"Mother: Mrs Kay Reed\n\n## Outcome\nI rang Mrs Reed on 3 June 2016 to tell her what we had decided.\n",
            "none"},
           {"\n## Outcome\nThe referrer was asked by phone for more details on 3 May 2016 and gave them.\n", "none"},
           {"Referral: 3 May 2016 (housing)\n\n## Outcome\nHousing told: their officer was there, letter sent 9/6.\n",
            "told dated how"},
           {"Referred by: Elm Primary, 3 May 2016\n\n## Outcome\nSchool told? - Ann to check.\n", "-"},
           {"Referral: 3 May 2016, from health visitor (P. Lane)\n\n## Outcome\nHV informed of outcome, phone, 2/6.\n",
            "told dated how"},
           {"Referral: 3 May 2016, from midwife (P. Lane)\n\nCopy: midwife, by hand at clinic 24/07.\n",
            "told dated how"},
           {"Referral: 3 May 2016, from midwife (P. Lane)\n\nCopies to: Mother, school\n", "none"},
           {"Referrer: Mr Sowerby, Elm Primary\n\n## Manager\nSam, have you gone back to Mr Sowerby?\n", "-"},
           {"Referrer informed: Yes\n", "told"},
           {"\n## Plan\nReferrer to be informed.\n", "-"},
           {"Referrer informed:\n", "none"}}) {
    BOOST_TEST(feedback(row.record) == row.expected, row.record << " -> " << feedback(row.record));
  }
}

BOOST_AUTO_TEST_CASE(reason_why_not_stands_for_feedback) {
  BOOST_TEST(feedback("\n## Outcome\nThe caller left no name, so the referrer could not be told.\n") == "why-not");
  BOOST_TEST(feedback("\n## Outcome\nThe referrer has not been told.\n") == "none");
  BOOST_TEST(feedback("\n## Outcome\nCouldn't ring him back, he'd withheld his number.\n") == "how why-not");
  BOOST_TEST(feedback("\n## Outcome\nNot been able to ring Mum back as she left no number.\n") == "none");
}

BOOST_AUTO_TEST_CASE(what_a_referrer_told_us_is_no_feedback) {
  BOOST_TEST(
      feedback("Referrer: Mrs Bell, Elm Primary\n\n## Education\nMrs Bell told me on 4 May that he is hungry.\n") ==
      "none");
}

const std::string referred_by_school =
    "Referrer: Mrs Lyle, head teacher, Ash Green Primary\n\n## Manager\nAgreed. P. Hale, team manager, 3 June "
    "2016.\n\n";

BOOST_AUTO_TEST_CASE(last_lines_say_who_was_told) {
  for (const Row& row :
       std::initializer_list<Row>{{"Mrs Lyle rung 4/6.\n", "told dated how"},
                                  {"School told, LT 4/6.\n", "told dated"},
                                  {"I let Mrs Lyle know on the 9th.\n", "told dated"},
                                  {"Closing letter posted to the school on 4 June.\n", "told dated how"},
                                  {"I note that Mrs Lyle was told by phone on 4 June.\n", "told dated how"},
                                  {"Mrs Lyle had a copy at the meeting on 4 June.\n", "told dated how"},
                                  {"School told that a plan is to be made, by phone, 4 June.\n", "told dated how"},
                                  {"School nurse aware.\n", "told"},
                                  {"Will let Mrs Lyle know on Monday.\n", "dated"},
                                  {"Tell the school.\n", "-"},
                                  {"Lena, have you told Mrs Lyle?\n", "-"},
                                  {"The school will have a letter.\n", "how"},
                                  {"Message left for Mrs Lyle.\n", "-"},
                                  {"The caller asked not to be contacted again.\n", "why-not"}}) {
    const std::string found = feedback(referred_by_school + row.record);
    BOOST_TEST(found.find(row.expected) != std::string::npos, row.record << " -> " << found);
  }
}

BOOST_AUTO_TEST_CASE(last_lines_of_others_say_nothing_of_it) {
  for (const char* line :
       {"Mother: Kay Reed\nKay told on 4 June.\n", "School told us on 4 June that he was well.\n",
        "Mrs Lyle told Tom off on 4 June.\n", "The vet advised a muzzle on 4 June.\n", "School has not been told.\n",
        "Police to be told if he comes back.\n", "Housing to be told of the damp by 4 June.\n",
        "I was told by Mrs Lyle on 4 June that he had grown.\n", "School aware of his asthma.\n",
        "Team manager informed 4 June.\n"}) {
    BOOST_TEST(feedback(referred_by_school + line) == "none", line << " -> " << feedback(referred_by_school + line));
  }
}

BOOST_AUTO_TEST_CASE(ticks_labels_and_messages_say_who_was_told) {
  for (const Row& row : std::initializer_list<Row>{
           {"Referrer informed: \u2612 Yes \u2610 No\n", "told"},
           {"Referrer informed: \u2610 Yes \u2610 No\n", "none"},
           {"Referrer: Mrs Lyle, head teacher\n\n## Manager\nAgreed.\n\nFeedback: Mrs Lyle, phone, 4 June.\n",
            "told dated how"},
           {"Asked for by: Mr Orme, year head\n\n## Outcome\nSent to Mr Orme by email on 4 June.\n", "told dated how"},
           {"Referrer: Mrs Lyle, head teacher\n\n## Manager\nAgreed.\n\nTo: head@ashgreen\nSent: 4 June 2016\nSubject: "
            "outcome for Tom\n",
            "told dated how"}}) {
    const std::string found = feedback(row.record);
    BOOST_TEST(found.find(row.expected) != std::string::npos, row.record << " -> " << found);
  }
}

BOOST_AUTO_TEST_SUITE_END()
