#include "base/csv.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

BOOST_AUTO_TEST_CASE(csv_value_is_quoted_and_inert) {
  const std::pair<std::string, std::string> cases[] = {
      {"plain", "plain"},
      {"", ""},
      {"a,b", "\"a,b\""},
      {"say \"no\"", "\"say \"\"no\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"=1+1", "'=1+1"},
      {"+44 20", "'+44 20"},
      {"-5", "'-5"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\tx", "'\tx"},
      {"\rx", "\"'\rx\""},
      {"\uFF1D1", "'\uFF1D1"},
      {"=cmd|' /C calc'!A0,\"x\"", "\"'=cmd|' /C calc'!A0,\"\"x\"\"\""},
      {"  =1+1", "'  =1+1"},
      {"   ", "   "},
      {"a=b", "a=b"},
      {"\xFFx", "\uFFFDx"},
  };
  for (const auto& [value, wanted] : cases) BOOST_TEST(base::csv_value(value) == wanted);
}

BOOST_AUTO_TEST_CASE(csv_rows) {
  BOOST_TEST(base::csv_row({"a", "", "b,c"}) == "a,,\"b,c\"\r\n");
  BOOST_TEST(base::csv_row({"", "x"}) == ",x\r\n");
}

BOOST_AUTO_TEST_CASE(what_was_made_inert_is_typed_again) {
  for (const char* value : {"plain", "=1+1", "-5", "  @x", "'quoted'", "", "'", "\tx"}) {
    std::string inert = base::csv_value(value);
    BOOST_TEST(base::typed(inert) == value);
  }
}
