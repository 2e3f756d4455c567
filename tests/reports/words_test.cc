#include "reports/words.h"

#include <boost/test/unit_test.hpp>

#include "reports/base64.h"

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(words_are_for_people) {
  BOOST_TEST(reports::type_words("core_assessment") == "Core assessment");
  BOOST_TEST(reports::type_words("") == "Type not told");
  BOOST_TEST(reports::place_words({"Views", 2, 1, 3}) == "Views, page 2, table 1, row 3");
  BOOST_TEST(reports::place_words({"", 2, -1, -1}) == "page 2");
  BOOST_TEST(reports::place_words({}) == "");
  BOOST_TEST(reports::counted(1, "record") == "1 record");
  BOOST_TEST(reports::counted(0, "record") == "0 records");
  BOOST_TEST(reports::counted(2, "child", "children") == "2 children");
  BOOST_TEST(reports::time_words("2026-11-26T10:57:43Z") == "26 November 2026, 10:57 UTC");
  BOOST_TEST(reports::time_words("soon") == "soon");
  BOOST_TEST(reports::time_words("2026-13-26T10:57:43Z") == "2026-13-26T10:57:43Z");
}

BOOST_AUTO_TEST_CASE(score_words_never_round_up_to_a_better_grade) {
  BOOST_TEST(reports::score_words(0.6999) == "0.69");
  BOOST_TEST(reports::score_words(0.7) == "0.70");
  BOOST_TEST(reports::score_words(0.29) == "0.29");
  BOOST_TEST(reports::score_words(1) == "1.00");
}

BOOST_AUTO_TEST_CASE(base64_of_the_standard) {
  const std::pair<const char*, const char*> cases[] = {{"", ""},        {"f", "Zg=="},        {"fo", "Zm8="},
                                                       {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"\xFF\xFE", "//4="}};
  for (const auto& [bytes, wanted] : cases) BOOST_TEST(reports::base64(bytes) == wanted);
}

BOOST_AUTO_TEST_SUITE_END()
