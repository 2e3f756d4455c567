// What type of record it is.
#include <boost/test/unit_test.hpp>

#include "facts/gathered.h"

BOOST_AUTO_TEST_SUITE(facts_type)

BOOST_AUTO_TEST_CASE(type_comes_from_title_field_and_labels) {
  for (const facts_tests::Row& row : std::initializer_list<facts_tests::Row>{
           {"# Core Assessment Record\n\nChild: Tom Reed\n", "core_assessment"},
           {"# Children's services\n\nChild: Tom Reed\nType of assessment: Single assessment\n", "single_assessment"},
           {"Child: Tom Reed\nDate initial assessment completed: 4 May 2009\n", "initial_assessment"},
           {"# Section 47 enquiry\n\nChild: Tom Reed\n", "s47_enquiry"},
           {"Assessment (Initial) - Children & Families\n\nChild: Tom Reed\nDate of strategy discussion:\n",
            "initial_assessment"},
           {"Assessment - Single: printed 4 May 2019\n\nChild: Tom Reed\n", "single_assessment"},
           {"Borough of Lea\nRecord of Section 47 Enquiry\n\n# Strategy discussion\n\nPolice and health took part.\n",
            "s47_enquiry"},
           {"# C&FA and closing form\n\nChild: Tom Reed\n", "single_assessment"},
           {"Lea Council\nChildren & Families, Family Assessment Service\nCORE ASSESSMENT (export)\n\nChild: Tom "
            "Reed\n",
            "core_assessment"},
           {"# Family Help Record\n\nChild: Tom Reed\n", "early_help"},
           {"Child: Tom Reed\n\nHe likes bread.\n", "unknown"}}) {
    facts_tests::Gathered record(row.record);
    BOOST_TEST(record.facts.type == row.expected, row.record << " -> " << record.facts.type);
  }
}

BOOST_AUTO_TEST_SUITE_END()
