#include "evaluation/own_facts.h"

#include <boost/test/unit_test.hpp>

#include "checklist/checklist.h"
#include "evaluation/evaluate.h"
#include "readers/format.h"

namespace {

evaluation::OwnFacts facts_of(const std::string& text) {
  static const checklist::Checklist words =
      std::move(checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml")).value();
  auto document = readers::read_text(text, "record.txt");
  BOOST_REQUIRE(document.ok());
  return evaluation::evaluate(std::move(document).value(), words).own_facts;
}

// The dump's lines of one kind.
std::string only(const std::string& kind, const std::string& text) {
  std::string all = dump(facts_of(text)), out;
  for (std::size_t at = 0; at < all.size();) {
    std::size_t end = all.find('\n', at) + 1;
    if (all.compare(at, kind.size() + 1, kind + " ") == 0) out += all.substr(at, end - at);
    at = end;
  }
  return out;
}

const std::string head = "Core Assessment\n\nChild: Thomas Reed\nDate of birth: 4 May 2009\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_own_facts)

BOOST_AUTO_TEST_CASE(dates_are_told_with_the_year_that_is_written) {
  const std::string text =
      head + "Date of referral: 1 March 2016\nAssessment started: 3 March\nDate completed: 14/03/2016\n";
  BOOST_TEST(only("referral", text) == "referral | 2016-03-01 |  | Date of referral: 1 March 2016\n");
  BOOST_TEST(only("start", text) == "start | --03-03 |  | Assessment started: 3 March\n");
  BOOST_TEST(only("completion", text) == "completion | 2016-03-14 |  | Date completed: 14/03/2016\n");
  BOOST_TEST(only("day", text) == "day --03-03\nday 2009-05-04\nday 2016-03-01\nday 2016-03-14\n");
}

BOOST_AUTO_TEST_CASE(seeing_and_its_denial_come_with_their_words) {
  const std::string seen = head + "\n## Visits\n\nI saw Thomas on his own at school on 3 March 2016.\n";
  BOOST_TEST(only("seen", seen) == "seen | 2016-03-03 |  | I saw Thomas on his own at school on 3 March 2016.\n");
  BOOST_TEST(only("not_seen", seen) == "");
  const std::string denied = head + "\n## Visits\n\nThomas was not seen during this assessment.\n";
  BOOST_TEST(only("seen", denied) == "");
  BOOST_TEST(only("not_seen", denied) == "not_seen |  |  | Thomas was not seen during this assessment.\n");
  BOOST_TEST(only("not_seen", head + "Child seen: No\n") == "not_seen |  |  | Child seen: No\n");
  BOOST_TEST(only("not_seen", head + "\n## Visits\n\nThomas was asleep and was not seen that time.\n") == "");
  BOOST_TEST(only("not_seen", head + "\n## Visits\n\nThe neighbour had not seen him go to school.\n") == "");
}

BOOST_AUTO_TEST_CASE(ethnicity_is_told_in_the_codes_that_it_may_mean) {
  BOOST_TEST(only("ethnicity", head + "Ethnicity: White British\n") ==
             "ethnicity | WBRI |  | Ethnicity: White British\n");
  BOOST_TEST(only("ethnicity", head + "Ethnicity: White\n") ==
             "ethnicity | WBRI WIRI WIRT WOTH WROM |  | Ethnicity: White\n");
  BOOST_TEST(only("ethnicity", head + "Ethnicity: Mixed - White and Black Caribbean\n") ==
             "ethnicity | MOTH MWAS MWBA MWBC OOTH |  | Ethnicity: Mixed - White and "
             "Black Caribbean\n");
  BOOST_TEST(only("ethnicity", head + "Ethnicity: not known\n") == "");
  BOOST_TEST(only("ethnicity", head + "Ethnicity: Ghanaian and Welsh\n").find("MWBA") != std::string::npos);
  BOOST_TEST(only("ethnicity", head + "\n## Identity\n\nThomas is White British.\n") == "");
}

BOOST_AUTO_TEST_CASE(disability_is_yes_or_no_where_a_field_asks_for_it) {
  BOOST_TEST(only("disability", head + "Disability: None\n") == "disability | no |  | Disability: None\n");
  BOOST_TEST(only("disability", head + "Disability: Autism\n") == "disability | yes |  | Disability: Autism\n");
  BOOST_TEST(only("disability", head + "Disability: Not disabled\n") == "");
  BOOST_TEST(only("disability", head + "SEN: None\n") == "");
}

BOOST_AUTO_TEST_CASE(number_of_the_child_is_kept_as_written) {
  BOOST_TEST(only("id", head + "Case number: 40117\n") == "id | 40117 |  | 40117\n");
}

BOOST_AUTO_TEST_CASE(topics_are_what_was_filled_in) {
  BOOST_TEST(only("topic", head + "\n## Risk\n\nFather drinks lager every evening.\n") == "topic factor.alcohol\n");
  BOOST_TEST(only("topic", head + "Alcohol misuse: \n") == "");
  BOOST_TEST(only("topic", head + "Alcohol misuse: No\n") == "");
  BOOST_TEST(only("topic", head + "Alcohol misuse: Yes\n") == "topic factor.alcohol\n");
  BOOST_TEST(only("topic", head + "\n## Factors\n\n[ ] Alcohol misuse\n[x] Gangs\n") ==
             "topic factor.criminal-exploitation\ntopic factor.gangs\n");
}

BOOST_AUTO_TEST_SUITE_END()
