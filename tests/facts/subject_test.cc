// Whether a text is the record of anybody: short notes that name nobody are, forms and guidance aren't.
#include <boost/test/unit_test.hpp>

#include "facts/gathered.h"

BOOST_AUTO_TEST_SUITE(facts_subject)

BOOST_AUTO_TEST_CASE(notes_of_one_person_are_records) {
  for (const char* record :
       {"She is thirty weeks and still can't say out loud that the baby is coming.\n",
        "# Analysis\n\nBecause he has been drinking again and will not see the nurse, I recommend a conference.\n",
        "Tom was in bed when I called. His room was cold.\n"}) {
    BOOST_TEST(facts_tests::Gathered(record).facts.about_somebody, record);
  }
}

BOOST_AUTO_TEST_CASE(forms_and_guidance_are_none) {
  for (const char* record : {"# Assessment record\n\nName of child:\n\nWas he/she seen alone? What did he/she say?\n",
                             "# Practice guidance\n\nChildren should be seen alone. A manager signs each record.\n"}) {
    BOOST_TEST(!facts_tests::Gathered(record).facts.about_somebody, record);
  }
}

BOOST_AUTO_TEST_SUITE_END()
