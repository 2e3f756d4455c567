#include "reports/markup.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(markup_escapes_text_and_attributes) {
  const std::pair<std::string, std::string> cases[] = {
      {"<script>", "&lt;script&gt;"},
      {"a & b &amp;", "a &amp; b &amp;amp;"},
      {"\"x\" 'y'", "&quot;x&quot; &#39;y&#39;"},
      {std::string("a\0b\x1b[1m", 7), "a\uFFFDb\uFFFD[1m"},
      {"bad \xFF utf", "bad \uFFFD utf"},
      {"\u05E9\n\U0001F600", "\u05E9\n\U0001F600"},
  };
  for (const auto& [text, wanted] : cases) {
    reports::Markup page;
    page.open("p").attribute("title", text).text(text).close();
    BOOST_TEST(page.drain() == "<p title=\"" + wanted + "\">" + wanted + "</p>");
  }
}

BOOST_AUTO_TEST_CASE(markup_data_cannot_end_its_element) {
  ::reports::Markup page;
  page.data("d", "[\"</script><!--<script>\"]");
  BOOST_TEST(page.drain() ==
             "<script type=\"application/json\" id=\"d\">"
             "[\"\\u003c/script\\u003e\\u003c!--\\u003cscript\\u003e\"]</script>");
}

BOOST_AUTO_TEST_CASE(markup_nests_and_drains_piecewise) {
  reports::Markup page;
  page.open("ul", "a b").open("li").lone("br").text("x");
  std::string out = page.drain();
  page.close().element("li", "y").foreign("li", "z").close();
  BOOST_TEST(out + page.drain() == "<ul class=\"a b\"><li><br>x</li><li>y</li><li dir=\"auto\">z</li></ul>");
}

BOOST_AUTO_TEST_SUITE_END()
