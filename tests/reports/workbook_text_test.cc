#include "reports/workbook_text.h"

#include <boost/test/unit_test.hpp>

namespace {

using reports::cell_text;
using reports::CellText;

}  // namespace

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(cell_text_can_stand_in_xml) {
  const std::pair<std::string, std::string> cases[] = {
      {"plain <b>&", "plain <b>&"},
      {"", ""},
      {"two\r\nlines\rand\nmore", "two\nlines\nand\nmore"},
      {std::string("a\0b", 3), "a\uFFFDb"},
      {"a\x01\x1F\x0B\tb", "a\uFFFD\uFFFD\uFFFD\tb"},
      {"\uFFFE\uFFFF", "\uFFFD\uFFFD"},
      {"\xFFx", "\uFFFDx"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"_x0041_", "_x005F_x0041_"},
      {"__xAbC9_x0041_", "__x005F_xAbC9_x005F_x0041_"},
      {"_x004_ _xG041_ _x", "_x004_ _xG041_ _x"},
  };
  for (const auto& [value, wanted] : cases) BOOST_TEST(cell_text(value, 1000).text == wanted);
}

BOOST_AUTO_TEST_CASE(cell_text_that_begins_like_a_formula_is_told) {
  for (const char* value : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\uFF1D1"}) {
    BOOST_TEST(cell_text(value, 1000).formula, value);
  }
  for (const char* value : {"", "a=b", "1-1", " =1", "\u201C=1"}) BOOST_TEST(!cell_text(value, 1000).formula, value);
}

BOOST_AUTO_TEST_CASE(cell_text_is_cut_where_it_is_too_long_and_says_so) {
  std::string note = " [\u2026 cut here; findings.jsonl holds the whole]";  // 45 characters
  BOOST_TEST(cell_text(std::string(100, 'a'), 100).text == std::string(100, 'a'));
  CellText cut = cell_text(std::string(101, 'a'), 100);
  BOOST_TEST(cut.cut);
  BOOST_TEST(cut.text == std::string(55, 'a') + note);
  // A character outside the basic plane counts as two, and is never halved.
  std::string faces;
  for (int i = 0; i < 51; ++i) faces += "\U0001F600";
  std::string kept;
  for (int i = 0; i < 27; ++i) kept += "\U0001F600";
  BOOST_TEST(cell_text(faces, 100).text == kept + note);
  // What an escape adds counts too: the library counts what it is given.
  BOOST_TEST(cell_text("_x0041_" + std::string(88, 'a'), 100).cut);
  BOOST_TEST(!cell_text("_x0041_" + std::string(87, 'a'), 100).cut);
}

BOOST_AUTO_TEST_CASE(lines_wrap_at_the_width) {
  BOOST_TEST(reports::lines_of("", 5) == 1u);
  BOOST_TEST(reports::lines_of("12345", 5.4) == 1u);
  BOOST_TEST(reports::lines_of("123456", 5.4) == 2u);
  BOOST_TEST(reports::lines_of("a\n\nb", 5) == 3u);
  BOOST_TEST(reports::lines_of("\u00E9\u00E9\u00E9\u00E9\u00E9", 5) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
