#include "base/json.h"

#include <boost/test/unit_test.hpp>
#include <limits>

BOOST_AUTO_TEST_SUITE(base_json)

BOOST_AUTO_TEST_CASE(quoted_table) {
  const std::pair<std::string, std::string> cases[] = {
      {"a\"b\\c", "\"a\\\"b\\\\c\""},
      {"line\nend\t", "\"line\\nend\\t\""},
      {std::string("\x01", 1), "\"\\u0001\""},
      {"caf\u00E9", "\"caf\u00E9\""},
      {"\u2028", "\"\\u2028\""},
      {"\xFF", "\"\uFFFD\""},
      {"</script>", "\"</script>\""},
  };
  for (const auto& [value, expected] : cases) BOOST_TEST(base::json_quoted(value) == expected);
}

BOOST_AUTO_TEST_CASE(writer_puts_the_commas) {
  base::JsonWriter json;
  json.begin_object().key("a").number(std::int64_t{1}).key("b").begin_array().string("x").null().boolean(true);
  json.number(0.6100, 4).number(2.0, 2).number(std::numeric_limits<double>::quiet_NaN(), 2).end_array();
  json.key("c").begin_object().end_object().end_object();
  BOOST_TEST(json.take() == R"({"a":1,"b":["x",null,true,0.61,2,null],"c":{}})");
}

BOOST_AUTO_TEST_SUITE_END()
