// Each kind of query against small records in plain notation: what it finds, by quote.
#include <boost/test/unit_test.hpp>
#include <map>

#include "base/utf8.h"
#include "base/xml.h"
#include "checklist/checklist.h"
#include "checklist/kinds/kind.h"
#include "evaluation/analysed.h"
#include "readers/format.h"

namespace {

const checklist::Checklist& words() {
  static const checklist::Checklist loaded =
      std::move(checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml")).value();
  return loaded;
}

checklist::QueryPointer compiled(const base::xml::Element& element) {
  static const std::string file = "q.xml";
  static const std::map<std::string, checklist::QueryPointer> lets;
  static const std::vector<checklist::TimeLimit> limits = {{"single_assessment",
                                                            45,
                                                            {words().lexicon.find_field("referral-date")},
                                                            {words().lexicon.find_field("completion-date")},
                                                            language::no_day,
                                                            language::no_day}};
  checklist::kinds::Compiling compiling{
      file, words().lexicon, lets, limits,
      [](const base::xml::Element& e) -> base::Result<checklist::QueryPointer> { return compiled(e); }};
  for (const checklist::kinds::Kind& kind : checklist::kinds::table()) {
    if (kind.element != element.name) continue;
    auto made = kind.make(element, compiling);
    BOOST_REQUIRE_MESSAGE(made.ok(), element.name);
    return made.value();
  }
  BOOST_FAIL("no kind " + element.name);
  return nullptr;
}

// "holds: quote | quote", quotes in the order of the text; "no" where it does not hold.
std::string found(const std::string& query, const std::string& text) {
  auto element = base::xml::load(query, "q.xml");
  BOOST_REQUIRE(element.ok());
  auto document = readers::read_text(text, "record.txt");
  BOOST_REQUIRE(document.ok());
  evaluation::Analysed analysed(document.value(), words());
  analysed.facts.type = "single_assessment";
  checklist::Found result = compiled(element.value())->find(analysed.record(), {});
  if (!result.holds) return "no";
  std::map<std::uint32_t, std::string> quotes;
  for (const checklist::Candidate& c : result.evidence) {
    quotes[c.at.begin] = base::on_one_line(c.at.of(document.value().text));
  }
  std::string out = "holds:";
  for (const auto& [at, quote] : quotes) out += (at == quotes.begin()->first ? " " : " | ") + quote;
  return out;
}

const char* const child = "Child: Tom Reed\nDate of birth: 04/05/2009\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(checklist_kinds)

BOOST_AUTO_TEST_CASE(field_reads_labels_and_columns) {
  std::string record = std::string(child) + "Religion: Sikh\nEthnicity: N/K\n";
  BOOST_TEST(found("<field fields='religion'/>", record) == "holds: Religion: Sikh");
  BOOST_TEST(found("<field fields='ethnicity'/>", record) == "no");
  BOOST_TEST(found("<field fields='ethnicity' blank='yes'/>", record) == "holds: Ethnicity: N/K");
  BOOST_TEST(found("<field fields='religion' length='2..'/>", record) == "no");
}

BOOST_AUTO_TEST_CASE(tick_needs_its_mark) {
  std::string record = std::string(child) + "\n## Outcome\n\n\u2610 No further action \u2612 Child in need\n";
  BOOST_TEST(found("<tick has='threshold.conclusion'/>", record).find("Child in need") != std::string::npos);
  BOOST_TEST(found("<tick has='no-further-action' lacks='threshold.conclusion'/>", record) == "no");
}

BOOST_AUTO_TEST_CASE(action_tells_owner_and_time) {
  std::string record =
      std::string(child) +
      "\n## Plan\n\n| Action | Who | By when |\n| Weigh Tom at the clinic | Health visitor | 11 May 2016 |\n"
      "| Apply for a school place | All | asap |\n";
  BOOST_TEST(found("<count of='2'><action/></count>", record).substr(0, 5) == "holds");
  BOOST_TEST(found("<action owned='yes'/>", record) == "holds: Weigh Tom at the clinic Health visitor 11 May 2016");
  BOOST_TEST(found("<action bounded='yes'/>", record) == "holds: Weigh Tom at the clinic Health visitor 11 May 2016");
  BOOST_TEST(found("<share at-least='1/2'><action/><action owned='yes'/></share>", record).substr(0, 5) == "holds");
  BOOST_TEST(found("<share at-least='4/5'><action/><action owned='yes'/></share>", record) == "no");
}

BOOST_AUTO_TEST_CASE(timeliness_counts_working_days) {
  auto dated = [](const char* end) {
    return std::string(child) + "Date of referral: 2 March 2016\nDate assessment completed: " + end + "\n";
  };
  // Day 45 from 2 March 2016 is 9 May: Good Friday, Easter Monday and May Day lie between.
  BOOST_TEST(found("<timeliness is='in-time'/>", dated("9 May 2016")).substr(0, 5) == "holds");
  BOOST_TEST(found("<timeliness is='late'/>", dated("10 May 2016")).substr(0, 5) == "holds");
  BOOST_TEST(found("<timeliness is='one-missing'/>", dated("")).substr(0, 5) == "holds");
  BOOST_TEST(found("<timeliness is='missing'/>", child) == "holds:");
  BOOST_TEST(
      found("<doubtful-date starts='referral-date' ends='completion-date'/>", dated("1 March 2016")).substr(0, 5) ==
      "holds");
}

BOOST_AUTO_TEST_CASE(seen_within_counts_to_the_first_seeing) {
  const std::string within = "<seen-within days='10' from='referral-date'", in_time = within + "/>",
                    late = within + " is='late'/>", untold = within + " is='untold'/>";
  const std::string referred = std::string(child) + "Date of referral: 2 March 2016\n\n## Visits\n";
  const std::string promptly =
      referred + "I saw Tom at home on 4 April 2016. I met Tom first at school on 16 March 2016.\n";
  BOOST_TEST(found(in_time, promptly).find("16 March") != std::string::npos);  // the tenth working day
  BOOST_TEST(found(late, promptly) == "no");
  const std::string later = referred + "I saw Tom at school on 17 March 2016.\n";
  BOOST_TEST(found(in_time, later) == "no");
  BOOST_TEST(found(late, later).starts_with("holds"));
  BOOST_TEST(
      found(untold, std::string(child) + "\n## Visits\nI saw Tom at school on 17 March 2016.\n").starts_with("holds"));
  for (const std::string& query : {in_time, late, untold})
    BOOST_TEST(found(query, referred + "Tom was seen.\n") == "no");
}

BOOST_AUTO_TEST_CASE(combinations_join_their_parts) {
  std::string record = std::string(child) + "Religion: Sikh\n";
  const std::string yes = "<field fields='religion'/>", no = "<field fields='address'/>";
  BOOST_TEST(found("<all>" + yes + no + "</all>", record) == "no");
  BOOST_TEST(found("<any>" + yes + no + "</any>", record) == "holds: Religion: Sikh");
  BOOST_TEST(found("<none>" + no + "</none>", record) == "holds:");
  BOOST_TEST(found("<none>" + yes + "</none>", record) == "no");
  BOOST_TEST(found("<count of='2..'>" + yes + "</count>", record) == "no");
}

BOOST_AUTO_TEST_CASE(missing_names_blank_fields) {
  BOOST_TEST(found("<missing fields='date-of-birth'/>", "Child: Tom Reed\nDate of birth:\n") ==
             "holds: Date of birth:");
  BOOST_TEST(found("<missing fields='date-of-birth'/>", child) == "no");
}

BOOST_AUTO_TEST_CASE(missing_leaves_what_the_form_left_over_to_its_own_flag) {
  const char* left = "Child: Tom Reed\nDate of birth: [insert date]\n";
  BOOST_TEST(found("<missing fields='date-of-birth'/>", left) != "no");
  BOOST_TEST(found("<missing fields='date-of-birth' leftover='placeholder'/>", left) == "no");
}

BOOST_AUTO_TEST_CASE(doubtful_date_tells_a_late_visit_from_a_plan) {
  const std::string query =
      "<doubtful-date starts='referral-date start-date' ends='completion-date' births='date-of-birth' "
      "ahead='doubt.ahead' sections='visits' not-sections='plan manager'/>";
  auto record = [](const std::string& rest) {
    return std::string(child) + "Date of referral: 2 March 2016\nDate assessment completed: 27 April 2016\n\n" + rest;
  };
  BOOST_TEST(found(query, record("")) == "no");
  BOOST_TEST(found(query, record("## Visits\n\n| Date | Note |\n| 4 May 2016 | Home. Nobody in. |\n")) ==
             "holds: 4 May 2016 Home. Nobody in.");
  BOOST_TEST(found(query, record("## Visits\n\n| Date | Note |\n| 4 May 2016 | Next visit is planned. |\n")) == "no");
  BOOST_TEST(found(query, record("## Plan\n\n| Action | By |\n| Home visit | 4 May 2016 |\n")) == "no");
  BOOST_TEST(found(query, record("## Health\n\nTom broke his arm on 4 May 2017.\n")) ==
             "holds: Tom broke his arm on 4 May 2017.");
  BOOST_TEST(found(query, record("## Manager's comments\n\nI spoke to the worker on 4 May 2017.\n")) == "no");
  BOOST_TEST(found(query, "Child: Tom Reed\nDate of birth: 1 May 2016\nDate assessment completed: 27 April 2016\n") ==
             "holds: Date of birth: 1 May 2016");
  BOOST_TEST(found(query, std::string(child) + "Date core assessment started: 4 May 2016\nDate initial assessment "
                                               "completed: 27 April 2016\n") == "no");
}

BOOST_AUTO_TEST_CASE(wrong_name_is_nobody_of_the_record) {
  const std::string query =
      "<wrong-name names='name.first' matters='child.matter' introduced='company role' "
      "sections='education views' not-sections='plan'/>";
  auto told = [&](const std::string& words) {
    return found(query, std::string(child) + "\n## Education\n\n" + words + "\n");
  };
  BOOST_TEST(told("Tom is in Year 2. Kian attends daily.") == "holds: Kian attends daily.");
  BOOST_TEST(told("Kian's attendance is good.") == "holds: Kian's attendance is good.");
  BOOST_TEST(told("Zephyrin's bedroom is warm.") == "holds: Zephyrin's bedroom is warm.");
  BOOST_TEST(told("Tommy enjoys maths.") == "no");
  BOOST_TEST(told("He plays with his friend Kian. Kian attends daily.") == "no");
  BOOST_TEST(told("Kian Marsh attends daily.") == "no");
  BOOST_TEST(told("Everybody attends daily. Their attendance is good.") == "no");
  BOOST_TEST(told("He said that Kian attends daily.") == "no");
}

BOOST_AUTO_TEST_CASE(contradiction_needs_both_statements) {
  const std::string births = "<contradiction of='birth-dates' affirms='label.birth' except='doubt.expected'/>";
  BOOST_TEST(found(births, std::string(child) + "\n## Health\n\nTom (born 04/05/2010) is well.\n") ==
             "holds: Date of birth: 04/05/2009 | Tom (born 04/05/2010) is well.");
  BOOST_TEST(found(births, std::string(child) + "\n## Health\n\nTom (born 04/05/2009) is well.\n") == "no");
  BOOST_TEST(found(births, std::string(child) + "Mother: Ann Reed\n\n## Health\n\nAnn (born 04/05/1985) is well.\n") ==
             "no");

  const std::string seeing =
      "<contradiction of='seeing' denies='denies.seeing' affirms='affirms.seeing' except='denies.seeing.partly'/>";
  const std::string met = "\n## Visits\n\nI saw Tom alone at school on 3 March 2016.\n\n";
  BOOST_TEST(found(seeing, child + met + "Tom was not seen during this assessment.\n").substr(0, 5) == "holds");
  BOOST_TEST(found(seeing, child + met + "Tom was not seen on 1 March 2016.\n") == "no");
  BOOST_TEST(found(seeing, child + met + "Mum said that Tom has not been seen at all.\n") == "no");

  const std::string siblings =
      "<contradiction of='siblings' denies='denies.siblings' affirms='role.brother role.sister' "
      "except='denies.siblings.partly' labels='label.siblings' bare='denies.bare'/>";
  BOOST_TEST(
      found(siblings, std::string(child) + "Siblings: None\n\n## Home\n\nHis older brother Kyle is in prison.\n") ==
      "holds: Siblings: None | His older brother Kyle is in prison.");
  BOOST_TEST(found(siblings, std::string(child) +
                                 "Siblings: None\nMother: Ann Reed\n\n## Home\n\nAnn's brother Kyle is in prison.\n") ==
             "no");
  BOOST_TEST(found(siblings, std::string(child) + "\n## Home\n\nHis older brother Kyle is in prison.\n") == "no");
}

BOOST_AUTO_TEST_CASE(wrong_name_stands_in_a_plan_where_only_a_child_can_be_meant) {
  const std::string query =
      "<wrong-name names='name.first' matters='child.matter' plainly='leftover.plain' owned='leftover.own' "
      "objects='leftover.object' grown='leftover.grown' presented='leftover.whose' introduced='company role' "
      "not-sections='plan'/>";
  auto planned = [&](const std::string& words) {
    return found(query, std::string(child) + "\n## Plan\n\n" + words + "\n");
  };
  BOOST_TEST(planned("Kian will need support with reading.") == "holds: Kian will need support with reading.");
  BOOST_TEST(planned("I agreed Kian's attendance with her.") == "holds: I agreed Kian's attendance with her.");
  BOOST_TEST(planned("Mum will take Kian to his appointments.") == "holds: Mum will take Kian to his appointments.");
  BOOST_TEST(planned("Kian to ring the landlord. Kian needs to visit.") == "no");
  BOOST_TEST(planned("Kian is her cousin. Kian will need support.") == "no");
  BOOST_TEST(planned("Kian rings on Mondays and he helps.") == "no");
}

BOOST_AUTO_TEST_CASE(contradiction_is_of_one_person) {
  const std::string school = "<contradiction of='schools' affirms='at.school' except='at.school.partly' same='child'/>";
  const std::string two = "Children: Tom Reed and Mia Reed\n\n## Education\n\n";
  BOOST_TEST(found(school, two + "Tom attends Elm Road Primary.\n\nTom attends St Mary's Primary.\n") ==
             "holds: Tom attends Elm Road Primary. | Tom attends St Mary's Primary.");
  BOOST_TEST(found(school, two + "Tom attends Elm Road Primary.\n\nMia attends St Mary's Primary.\n") == "no");
  BOOST_TEST(found(school, two + "Tom attends Elm Road Primary.\n\nTom attends Elm Road School.\n") == "no");

  const std::string year =
      "<contradiction of='numbers' affirms='count.school-year' except='count.school-year.partly' same='child' "
      "apart='2'/>";
  BOOST_TEST(found(year, two + "Tom is in Year 2.\n\nTom is in Year 5.\n").substr(0, 5) == "holds");
  BOOST_TEST(found(year, two + "Tom is in Year 2.\n\nTom is in Year 3.\n") == "no");
  BOOST_TEST(found(year, two + "Tom is in Year 2.\n\nMia is in Year 5.\n") == "no");

  const std::string alone =
      "<contradiction of='statements' denies='against.alone.whole' affirms='held.alone' "
      "except='against.alone.whole.partly' about='child'/>";
  const std::string never = "It was not possible to see Tom alone during this assessment.\n";
  BOOST_TEST(
      found(alone, std::string(child) + "\n## Visits\n\nI saw Tom on his own at school.\n\n" + never).substr(0, 5) ==
      "holds");
  BOOST_TEST(found(alone, std::string(child) + "\n## Visits\n\nI saw Tom with his mother.\n\n" + never) == "no");
}

BOOST_AUTO_TEST_CASE(contradiction_of_a_birthday_goes_by_its_month) {
  const std::string births = "<contradiction of='birth-dates' affirms='label.birth' except='doubt.expected'/>";
  const std::string record = std::string(child) + "Date assessment completed: 27 April 2016\n\n## Views\n\n";
  BOOST_TEST(found(births, record + "Tom will be seven in August.\n") ==
             "holds: Date of birth: 04/05/2009 | Tom will be seven in August.");
  BOOST_TEST(found(births, record + "Tom will be eight in May.\n").substr(0, 5) == "holds");
  BOOST_TEST(found(births, record + "Tom will be seven in May.\n") == "no");
}

BOOST_AUTO_TEST_CASE(every_kind_is_described) {
  for (const checklist::kinds::Kind& kind : checklist::kinds::table()) BOOST_TEST(!kind.about.empty(), kind.element);
}

BOOST_AUTO_TEST_SUITE_END()
