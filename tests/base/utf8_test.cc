#include "base/utf8.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(base_utf8)

BOOST_AUTO_TEST_CASE(is_utf8_table) {
  const std::pair<std::string, bool> cases[] = {
      {"plain", true},         {"caf\xC3\xA9", true}, {"\xE2\x80\x99", true},  {"\xF0\x9F\x98\x80", true},
      {"\xC3", false},         {"\xC0\xAF", false},   {"\xED\xA0\x80", false}, {"\xF4\x90\x80\x80", false},
      {"\xE0\x80\x80", false}, {"\x80", false},       {"\xFF\xFE", false},
  };
  for (const auto& [bytes, good] : cases) BOOST_TEST(base::is_utf8(bytes) == good);
}

BOOST_AUTO_TEST_CASE(repair_keeps_what_is_good) {
  BOOST_TEST(base::repaired_utf8("a\xC3(b") == "a\uFFFD(b");
  BOOST_TEST(base::repaired_utf8("\xF0\x9F\x98\x80") == "\U0001F600");
}

BOOST_AUTO_TEST_CASE(fold_table) {
  BOOST_TEST(base::fold_case("Mixed CASE") == "mixed case");
  BOOST_TEST(base::fold_case("\u00C9COLE Stra\u00DFe") == "\u00E9cole strasse");
}

BOOST_AUTO_TEST_CASE(blanks_are_folded) {
  BOOST_TEST(base::on_one_line("  a\u00A0\n\tb  ") == "a b");
  BOOST_TEST(base::trimmed(" \t a b\n") == "a b");
  BOOST_TEST(base::trimmed("\n\t ").empty());
}

BOOST_AUTO_TEST_SUITE_END()
