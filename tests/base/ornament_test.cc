#include "base/ornament.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

BOOST_AUTO_TEST_SUITE(base)

BOOST_AUTO_TEST_CASE(between_signs_gives_the_words_that_signs_set_apart) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"== Child's views ==", "Child's views"},
      {"**Analysis**", "Analysis"},
      {"-- Plan --", "Plan"},
      {"- Plan -", "Plan"},
      {"### Plan ###", "Plan"},
      {"[ Plan ]", "Plan"},
      {"[What happens next]", "What happens next"},
      {">>> Plan <<<", "Plan"},
      {"::: Signed off :::", "Signed off"},
      {"\xE2\x80\x94 Plan \xE2\x80\x94", "Plan"},
      {"=== Plan", "Plan"},
      {"Plan =====", "Plan"},
      {"  *** WHY NOW? ***  ", "WHY NOW?"},
      // None of these is set apart.
      {"Plan", ""},
      {"- Mum to ring the school", ""},
      {"* Mum to ring the school*", ""},
      {"Religion -----", ""},
      {"Name ........", ""},
      {"...and so on...", ""},
      {"[x]", ""},
      {"[ ] Yes [x] No", ""},
      {"-----", ""},
      {"-- page 2 of 9 --", ""},
      {"*** CONFIDENTIAL ***", ""},
      {"--- end of report ---", ""},
      {"", ""},
  };
  for (const auto& [line, words] : cases) BOOST_TEST(std::string(between_signs(line)) == words, line);
}

BOOST_AUTO_TEST_CASE(is_rule_takes_three_of_one_sign_and_nothing_else) {
  for (const char* line : {"---", "=====", "  ~~~~  ", "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80", "....."})
    BOOST_TEST(is_rule(line), line);
  for (const char* line : {"--", "=-=", "--- a", "", "aaa", "???"}) BOOST_TEST(!is_rule(line), line);
}

BOOST_AUTO_TEST_SUITE_END()
