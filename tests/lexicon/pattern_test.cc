#include "lexicon/pattern.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(lexicon_pattern)

BOOST_AUTO_TEST_CASE(find_all_gives_each_match) {
  auto pattern = lexicon::Pattern::compile(R"(\[insert[^\]]*\])", false);
  BOOST_REQUIRE(pattern.ok());
  auto found = pattern.value().find_all("a [insert name] b [INSERT view]");
  BOOST_REQUIRE(found.size() == 2u);
  BOOST_TEST(found[0].begin == 2u);
  BOOST_TEST(found[1].end == 31u);
}

BOOST_AUTO_TEST_CASE(compile_refuses_wrong_patterns) {
  auto broken = lexicon::Pattern::compile("(abc", false);
  BOOST_REQUIRE(!broken.ok());
  BOOST_TEST(broken.error().message.find("character 5") != std::string::npos);
  auto empty = lexicon::Pattern::compile("a*", false);
  BOOST_REQUIRE(!empty.ok());
  BOOST_TEST(empty.error().message == "the pattern can match nothing at all");
}

BOOST_AUTO_TEST_CASE(find_all_gives_up_on_endless_backtracking) {
  auto pattern = lexicon::Pattern::compile("(a+)+b", false);
  BOOST_REQUIRE(pattern.ok());
  BOOST_TEST(pattern.value().find_all(std::string(5'000, 'a')).empty());
}

BOOST_AUTO_TEST_SUITE_END()
