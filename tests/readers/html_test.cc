#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "document/dump.h"
#include "readers/format.h"
#include "readers/goldens.h"

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

document::Document read(std::string_view page) {
  auto document = readers::read_html(page, "page.html");
  BOOST_TEST_REQUIRE(document.ok());
  return std::move(document).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(page_becomes_its_blocks) {
  check_goldens("html", ".html", readers::read_html);
}

BOOST_AUTO_TEST_CASE(title_is_kept_beside_the_text) {
  document::Document document = read("<html><head><title>A\n record</title></head><body><p>Words</p></body></html>");
  BOOST_TEST(document.title == "A record");
  BOOST_TEST(document.text == "Words");
}

BOOST_AUTO_TEST_CASE(encoding_is_found_whatever_the_page_says) {
  BOOST_TEST(read("<meta charset='utf-16'><p>mum\x92s \x96 caf\xE9</p>").text == "mum’s – café");
  BOOST_TEST(read("<meta charset='windows-1252'><p>mum\xE2\x80\x99s</p>").text == "mum’s");
  BOOST_TEST(read(std::string_view("<p>a\0b</p><p>after</p>", 22)).text == "a b\nafter");
}

BOOST_AUTO_TEST_CASE(depth_loses_no_text) {
  const std::string deep = repeated("<div>", 300'000) + "inside" + repeated("</div>", 300'000) + "<p>after</p>";
  BOOST_TEST(read(deep).text == "inside\nafter");
  document::Document tables = read(repeated("<table><tr><td>", 100'000) + "inside");
  BOOST_TEST(tables.text == "inside");
  BOOST_TEST(tables.tables.size() <= 20u);
  BOOST_TEST(tables.notes.size() == 1u);
}

BOOST_AUTO_TEST_CASE(crowded_element_is_refused) {
  std::string attributes;
  for (int i = 0; i < 1'001; ++i) attributes += " a" + std::to_string(i) + "='1'";
  auto refused = readers::read_html("<p" + attributes + ">text</p>", "page.html");
  BOOST_TEST_REQUIRE(!refused.ok());
  BOOST_TEST((refused.error().code == base::ErrorCode::over_limit));
  // Blanks and signs inside one value are one attribute.
  BOOST_TEST(read("<p title='" + repeated("a=b ", 5'000) + "'>text</p>").text == "text");
}

BOOST_AUTO_TEST_CASE(spans_are_capped) {
  document::Document document = read("<table><tr><td colspan=99999999 rowspan=99999999>a</td><td>b</td></tr></table>");
  BOOST_TEST(document.blocks.at(0).column_span == 1'000u);
}

BOOST_AUTO_TEST_CASE(damaged_page_is_read_to_its_end) {
  BOOST_TEST(read("<p>one<p>two <b>bold").text == "one\ntwo bold");
  BOOST_TEST(read("<td>cell alone</td><li>item</li></div></table>text").text == "cell alone\nitem\ntext");
  BOOST_TEST(read("").text.empty());
  BOOST_TEST(read("<").text.size() <= 1u);
}

BOOST_AUTO_TEST_SUITE_END()
