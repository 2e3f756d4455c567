#include <boost/test/unit_test.hpp>

#include "facts/gathered.h"

namespace {

using facts_tests::Gathered;
using facts_tests::Row;

// Each action as "what | owner | due", with a letter each: o owned, b bounded, v vague, r review, t tells the referrer.
std::string actions_of(const std::string& text) {
  Gathered record("Child: Tom Reed\nMother: Ann Reed\nDate assessment completed: 4 March 2016\n\n" + text);
  std::string out;
  for (const facts::Action& a : record.facts.actions) {
    if (!out.empty()) out += " || ";
    out += record.quote(a.what) + " | " + record.quote(a.owner) + " | " + record.quote(a.due) + " ";
    out += facts_tests::flags(
        {{a.owned, "o"}, {a.bounded, "b"}, {a.vague, "v"}, {a.review, "r"}, {a.tells_referrer, "t"}});
  }
  return out;
}

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows)
    BOOST_TEST(actions_of(row.record) == row.expected, row.record << " gives " << actions_of(row.record));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(facts_actions)

BOOST_AUTO_TEST_CASE(table_rows_are_read_by_their_columns) {
  check({
      {"## Plan\n| Action | Who | By when |\n| Weigh Tom at the clinic | Health visitor | 11 May 2016 |",
       "Weigh Tom at the clinic | Health visitor | 11 May 2016 o b"},
      {"## Plan\n| Action | Who | By when |\n| Weigh Tom at the clinic | TBC | ongoing |",
       "Weigh Tom at the clinic |  | ongoing -"},
      {"## Plan\n| Action | Who | By when |\n| Weigh Tom at the clinic | All agencies | ASAP |",
       "Weigh Tom at the clinic | All agencies | ASAP -"},
      {"## Plan\n| Action | Who | By when |\n| Monitor the situation | School | ongoing |",
       "Monitor the situation | School | ongoing o v"},
      {"## Plan\n| Action | Who | By when |\n| | | |\n| [insert action] | | |", ""},
      {"## Visits\n| Date | Who | Outcome |\n| 4 May 2016 | Mother | Rang the clinic |", ""},
  });
}

BOOST_AUTO_TEST_CASE(item_of_several_sentences_is_one_action) {
  check({{"## Plan\n- A lock for the box room. Ann is fitting it by 18 March 2016.\n",
          "A lock for the box room. | Ann | 18 March 2016 o b"}});
}

BOOST_AUTO_TEST_CASE(what_was_done_or_need_not_be_is_no_action) {
  check({{"## Plan\nI fetched him a bed.\nAnn thinks the plan is fair but would rather keep things as they are.\n", ""},
         {"## Plan\nThe handbook says that the family should own the plan.\n", ""},
         {"## Plan\nWhen this has worked Tom will wake up and find somebody there.\n", ""},
         {"## Actions by SW\n28/02/2016 Home visit. Ann in.\n", ""},
         {"## Plan\nIt does not have to go to a conference because Ann has acted on it.\n", ""}});
}

BOOST_AUTO_TEST_CASE(what_somebody_was_asked_to_do_is_theirs) {
  check({{"## Plan\nI have asked the health visitor to weigh Tom on 12 March 2016.\n",
          "I have asked the health visitor to weigh Tom on 12 March 2016. | health visitor | 12 March 2016 o b"},
         {"## Plan\nHis health visitor is coming on 12 March 2016 to measure Tom.\n",
          "His health visitor is coming on 12 March 2016 to measure Tom. | health visitor | 12 March 2016 o b"}});
}

BOOST_AUTO_TEST_CASE(letter_asks_and_tells_its_reader) {
  check(
      {{"## Letter to parent\n\nDear Ann,\n\nI wrote this down for you. You will ring 101 when he is out late. "
        "Could you please drop his passport in to me by Friday? I hope that it helps.\n",
        "You will ring 101 when he is out late. | You |  o || "
        "Could you please drop his passport in to me by Friday? | you | by Friday o b"}});
}

BOOST_AUTO_TEST_CASE(task_with_a_colon_in_it_has_no_label) {
  check({{"## Plan\nChase police re: bail\n", "Chase police re: bail |  |  -"}});
}

BOOST_AUTO_TEST_CASE(plan_over_short_lines_is_a_heading) {
  check(
      {{"Analysis\nTom was hurt at home and he will be again.\n\nPlan\nUncle out of the house - Ann - tonight\n"
        "Ann to ring the clinic by Friday\n",
        "Uncle out of the house - Ann - tonight | Ann | tonight o b || "
        "Ann to ring the clinic by Friday | Ann | by Friday o b"}});
}

BOOST_AUTO_TEST_CASE(lines_of_a_plan_without_bullets_are_actions) {
  check({{"## Plan\n\nLeaflet re women's refuge.\n\nMirror for the bathroom.\n",
          "Leaflet re women's refuge. |  |  - || Mirror for the bathroom. |  |  -"}});
}

BOOST_AUTO_TEST_CASE(forum_by_itself_is_a_review) {
  check({{"## Plan\n| What | Who | When |\n| Conference | Ann Fox | 12 April 2016 |\n",
          "Conference | Ann Fox | 12 April 2016 o b r"}});
}

BOOST_AUTO_TEST_CASE(list_items_and_sentences_tell_who_and_when) {
  check({
      {"## Plan\n- Ann to fit a stair gate by 20 March\n- Bed to be bought",
       "Ann to fit a stair gate by 20 March | Ann | 20 March o b || Bed to be bought |  |  -"},
      {"## Plan\nMum is going to ring the clinic by Friday.",
       "Mum is going to ring the clinic by Friday. | Mum | by Friday o b"},
      {"## Plan\n1) New inhaler - mum - 13 March 2016",
       "1) New inhaler - mum - 13 March 2016 | mum | 13 March 2016 o b"},
      {"## Plan\n13.2 Ann to visit the nursery.", "13.2 Ann to visit the nursery. | Ann |  o"},
      {"## Plan\nGran to be asked to collect him.", "Gran to be asked to collect him. |  |  -"},
      {"## Plan\nA letter will be sent to the GP by the school nurse on 11 March 2016.",
       "A letter will be sent to the GP by the school nurse on 11 March 2016. | school nurse | 11 March 2016 o b"},
      {"## Plan\nSchool to monitor.", "School to monitor. | School |  o v"},
  });
}

BOOST_AUTO_TEST_CASE(labels_may_part_one_action_into_lines) {
  check({
      {"## Plan\nAction: lock for the kitchen door\nWho: Ann Reed\nBy when: 12 March 2016",
       "lock for the kitchen door | Ann Reed | 12 March 2016 o b"},
      {"## Plan\nAction 1: Ann to complete the course by 20 March 2016",
       "Ann to complete the course by 20 March 2016 | Ann | 20 March 2016 o b"},
  });
}

BOOST_AUTO_TEST_CASE(directions_and_letters_hold_actions) {
  check({
      {"## Manager's comments\nPlease send the chronology to the panel by 20 March 2016.",
       "Please send the chronology to the panel by 20 March 2016. |  | 20 March 2016 b"},
      {"## Manager's comments\nThis should have been with me last week.", ""},
      {"Dear Tom\n\n## The plan\nI will come to see you on 20 March 2016.",
       "I will come to see you on 20 March 2016. | I | 20 March 2016 o b"},
  });
}

BOOST_AUTO_TEST_CASE(what_is_no_action_is_left_out) {
  check({
      {"## Plan\nIf he drinks again Ann will ring the police.", ""},
      {"## Plan\nSee separate document.", ""},
      {"## Plan\nEvery action should have a named person and a date.", ""},
      {"## Plan\nWe will know that it has worked when Tom sleeps through.", ""},
      {"## Visits\nI will visit on 20 March 2016 and ring the school.", ""},
      {"## Health\nAnn rang the clinic on 4 February 2016.", ""},
  });
}

BOOST_AUTO_TEST_CASE(reviews_and_word_to_the_referrer_are_told_apart) {
  check({
      {"## Plan\nThe plan will be reviewed on 22 July 2016 by Ann Reed.",
       "The plan will be reviewed on 22 July 2016 by Ann Reed. | Ann Reed | 22 July 2016 o b r"},
      {"## Plan\n| Action | Who | By when |\n| Write to the referrer with the outcome | Ann Reed | 20 March 2016 |",
       "Write to the referrer with the outcome | Ann Reed | 20 March 2016 o b t"},
  });
}

BOOST_AUTO_TEST_CASE(names_behind_an_item_are_its_owners) {
  check({{"## Plan\n- Bed forms in to the school by 18 March 2016. Ann Reed\n- Shelf put up. Ann + school nurse\n",
          "Bed forms in to the school by 18 March 2016. | Ann Reed | 18 March 2016 o b || Shelf put up. | Ann + school "
          "nurse |  o"},
         {"## Plan\n- A card so he can leave the lesson without a row, by 15 March 2016. Mr Lund\n",
          "A card so he can leave the lesson without a row, by 15 March 2016. | Mr Lund | 15 March 2016 o b"},
         {"## Plan\nThe booklet goes in [Ann, 18 March 2016].\n",
          "The booklet goes in [Ann, 18 March 2016]. | Ann | 18 March 2016 o b"}});
}

BOOST_AUTO_TEST_CASE(line_before_a_list_announces_its_tasks) {
  check({{"The plan.\n\n- A taxi to church on a Sunday.\n- New card for the phone.\n",
          "A taxi to church on a Sunday. |  | Sunday b || New card for the phone. |  |  -"},
         {"What has to happen: Mr Lund takes Tom to nursery from 7 March 2016. Ann rings the clinic on 8 March 2016.\n",
          "Mr Lund takes Tom to nursery from 7 March 2016. | Mr Lund | 7 March 2016 o b || Ann rings the clinic on 8 "
          "March 2016. | Ann | 8 March 2016 o b"}});
}

BOOST_AUTO_TEST_CASE(lines_with_dashes_tell_what_who_and_when) {
  check({{"## Plan\n1 Optician - Gran - by 18/3/2016\n2 Counselling - school/Ms Bell - ring by 21/3/2016\n3 Tom - "
          "nursery "
          "place\n",
          "1 Optician - Gran - by 18/3/2016 | Gran | 18/3/2016 o b || 2 Counselling - school/Ms Bell - ring by "
          "21/3/2016 | "
          "school/Ms Bell | 21/3/2016 o b || 3 Tom - nursery place |  |  -"},
         {"## Plan\nGP registration - mum\nHSB - new phone for mum, done by 18/3/2016\n",
          "GP registration - mum | mum |  o || HSB - new phone for mum, done by 18/3/2016 | HSB | 18/3/2016 o b"},
         {"## Plan\nLetter to housing (GM by 18/3/2016)\n",
          "Letter to housing (GM by 18/3/2016) | GM by 18/3/2016 | 18/3/2016 o b"}});
}

BOOST_AUTO_TEST_CASE(numbered_item_is_one_action) {
  check(
      {{"## Plan\nb) Debt advice. Step Change, 21 March 2016 at 11. Her sister is going.\nc) Shed cleared. Kay to ask "
        "the "
        "council by 18 March 2016.\n",
        "b) Debt advice. Step Change, 21 March 2016 at 11. | Step Change, 21 March 2016 at 11. | 21 March 2016 o b || "
        "c) "
        "Shed cleared. | Kay | 18 March 2016 o b"}});
}

BOOST_AUTO_TEST_CASE(run_on_tasks_are_told_apart_by_who_does_them) {
  check({{"## Plan\ngran has him on thursdays from this week fine me to ring the clinic by friday\n",
          "gran has him on thursdays from this week fine | gran | this week o b || me to ring the clinic by friday | "
          "me | by "
          "friday o b"},
         {"## Plan\n(You asked to see it.)\nManager: Ann Fox 2/3/2016.\nNobody else moves anything.\n", ""}});
}

BOOST_AUTO_TEST_CASE(how_things_are_is_no_action) {
  check(
      {{"Tom works hard at his reading. He can't read much until Friday. There's no money till Monday. The shop gives "
        "Ann four hours a week.\n",
        ""},
       {"## Plan\n- Doesn't want to go to his uncle.\n- Ann to fit the gate by 18 March 2016.\n",
        "Ann to fit the gate by 18 March 2016. | Ann | 18 March 2016 o b"},
       {"Home visit 2 March 2016, Ann in. School to be rung on 3 March 2016.\n", ""}});
}

BOOST_AUTO_TEST_SUITE_END()
