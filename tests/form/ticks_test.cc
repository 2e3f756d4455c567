#include "form/ticks.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "form/form_lexicon.h"

namespace {

struct Case {
  const char* text;
  const char* expected;  // label | (x) option ... | rest
};

std::string shown(const std::string& text) {
  const lexicon::Remembered scans(form_tests::form_lexicon());
  form::Cues cues(scans);
  form::Ticks ticks = form::read_ticks({0, static_cast<std::uint32_t>(text.size())}, text, cues, false);
  if (ticks.options.empty()) return "none";
  std::string out = std::string(ticks.label.of(text)) + "|";
  for (const form::Option& option : ticks.options) {
    out += (option.ticked ? "(x)" : "( )") + std::string(option.text.of(text)) + "|";
  }
  return out + std::string(ticks.rest.of(text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(form)

BOOST_AUTO_TEST_CASE(ticks_of_each_notation_are_read) {
  for (const Case& c : std::vector<Case>{
           {"Yes ☒ No ☐", "|(x)Yes|( )No|"},
           {"☐ Neglect ☒ Domestic abuse ☐ Other", "|( )Neglect|(x)Domestic abuse|( )Other|"},
           {"Consent obtained from parent: ☑", "Consent obtained from parent:|(x)|"},
           {"Child seen: Yes ☒ No ☐ 08/10/2009", "Child seen:|(x)Yes|( )No|08/10/2009"},
           {"Seen alone ☐ Yes ☒ No", "Seen alone|( )Yes|(x)No|"},
           {"Child seen alone Yes ☐ No ☒", "Child seen alone|( )Yes|(x)No|"},
           {"[x] No further action [ ] Child in need", "|(x)No further action|( )Child in need|"},
           {"Obtained ☒ Not obtained ☐", "|(x)Obtained|( )Not obtained|"},
           {"Yes/No", "|( )Yes|( )No|"},
           {"Yes / No (delete as applicable)", "|( )Yes|( )No|"},
           {"He ticks all the boxes", "none"},
           {"either/or", "none"},
       }) {
    BOOST_TEST(shown(c.text) == c.expected, c.text);
  }
}

BOOST_AUTO_TEST_CASE(lone_marks_are_told_from_text) {
  BOOST_TEST(form::lone_mark("☒") == 1);
  BOOST_TEST(form::lone_mark(" ☐ ") == 0);
  BOOST_TEST(form::lone_mark("X") == 1);
  BOOST_TEST(form::lone_mark("Xavier") == -1);
  BOOST_TEST(form::lone_mark("") == -1);
}

BOOST_AUTO_TEST_SUITE_END()
