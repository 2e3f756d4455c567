#include "reports/html_pages.h"

#include <boost/test/unit_test.hpp>

#include "reports/demo.h"

namespace reports_tests {
namespace {

std::string page(std::size_t number) {
  return ::reports::record_page(demo_outcomes().at(number - 1), number, demo_facts());
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(record_page_says_the_essentials) {
  BOOST_TEST(holds(page(3), "Sections not recognised: "));
  BOOST_TEST(holds(page(3), "<b>Read only in part: </b>"));
  BOOST_TEST(holds(page(3), "The file was damaged; what could be read was audited"));
  BOOST_TEST(!holds(page(1), "only in part"));
  for (const char* part : {"Came close, and was not taken:", "Two readings of \u201Ctalked\u201D are possible",
                           "href=\"../index.html\""}) {
    BOOST_TEST(holds(page(4), part), part);
  }
  BOOST_TEST(holds(page(1), "<cite dir=\"auto\">Child\u2019s views, page 2</cite>"));
}

BOOST_AUTO_TEST_CASE(record_page_shows_the_text_of_strangers_as_text) {
  std::string text = page(9);
  BOOST_TEST(!holds(text, "<script>alert"));
  BOOST_TEST(!holds(text, "<img"));
  BOOST_TEST(
      holds(text, "dir=\"auto\">&lt;script&gt;alert(1)&lt;/script&gt; &quot;he said&quot; &amp; &#39;she&#39; said<"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
