#include <boost/test/unit_test.hpp>
#include <set>

#include "facts/gathered.h"

namespace {

using facts_tests::Gathered;
using facts_tests::words;

// The fields that have a value, in alphabetical order.
std::string traits_in(const std::string& text) {
  Gathered record(text);
  std::set<std::string> found;
  for (const facts::Characteristic& fact : record.facts.characteristics)
    found.insert(std::string(words().field_name(fact.field)));
  std::string out;
  for (const std::string& name : found) out += (out.empty() ? "" : " ") + name;
  return out;
}

struct Case {
  const char* text;
  const char* traits;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) BOOST_TEST(traits_in(c.text) == c.traits, c.text << " gives " << traits_in(c.text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(facts_characteristics)

BOOST_AUTO_TEST_CASE(characteristics_of_fields) {
  check({
      {"Child: Tom Reed\nEthnicity: White British\nReligion: None", "ethnicity religion"},
      {"Child: Tom Reed\nEthnicity: N/K\nReligion: not known\nDisability:", ""},
      {"Child: Tom Reed\nReligion code: 99 not known", ""},
      {"Child: Tom Reed\nLanguage / faith / disability: English / not known / none", "disability first-language"},
  });
}

BOOST_AUTO_TEST_CASE(characteristics_of_rows) {
  check({
      {"| Child | Ethnicity | Religion | First language | Disability |\n| Amina Noor | Somali | Muslim | Somali | None "
       "|",
       "disability ethnicity first-language religion"},
      {"| Child | Ethnicity | Religion |\n| Amina Noor | Somali | N/K |", "ethnicity"},
  });
}

BOOST_AUTO_TEST_CASE(characteristics_of_sentences) {
  check({
      {"Child: Tom Reed\n\n## Identity\nTom is White British.", "ethnicity"},
      {"Child: Tom Reed\n\n## Identity\nTom is Ghanaian and he does not have a disability.", "disability ethnicity"},
      {"Child: Tom Reed\n\n## School\nTom goes to the Catholic primary school.", ""},
      {"Child: Tom Reed\n\n## History\nThere is no earlier injury and none for his brother.", ""},
  });
}

// Values as a head line runs them on, and what is no such line.
BOOST_AUTO_TEST_CASE(characteristics_of_a_line_of_values) {
  check({
      {"Child: Tom Reed\nW Brit / RC / Eng / ADHD", "disability ethnicity first-language religion"},
      {"Child: Tom Reed\nWhite Irish, C of E, English, no disab", "disability ethnicity first-language religion"},
      {"Child: Tom Reed\nWhite / Black / Asian / Mixed", ""},
      {"Child: Tom Reed\nHis mother is White British, Catholic, English", ""},
  });
}

BOOST_AUTO_TEST_SUITE_END()
