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

BOOST_AUTO_TEST_CASE(page_without_an_end_may_be_cut_off) {
  BOOST_TEST(document::dump(read("<HTML><body><p>Seen</p><p>al")) ==
             "paragraph [Seen]\nparagraph [al]\nnote salvaged the page has no end: the file may be cut off\n");
  for (const char* whole : {"<p>A part of a page", "<html><body><p>Seen</p></BODY>", "<html><p>Seen</html>"}) {
    BOOST_TEST(read(whole).notes.empty());
  }
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

BOOST_AUTO_TEST_CASE(conditional_marks_are_comments_and_comments_stay_whole) {
  BOOST_TEST(read("<p>a <![if !supportLists]>1.<![endif]> b</p>").text == "a 1. b");
  BOOST_TEST(read("<!--[if lte IE 8]><p>old</p><![endif]--><p>new</p>").text == "new");
  BOOST_TEST(read("<!--[if !IE]><!--><p>new</p><!--<![endif]--><p>end</p>").text == "new\nend");
  BOOST_TEST(read("<p>one<!-- unended <![endif]>").text == "one");
  BOOST_TEST(read("<p>a<!>b<!- c ->d<! e").text == "abd<! e");
}

BOOST_AUTO_TEST_CASE(pictures_are_their_alternative_texts) {
  BOOST_TEST(read("<p>by<img alt='Ann Roe'><img alt='B. Ray' src=x>today</p>").text == "by Ann Roe B. Ray today");
  BOOST_TEST(read("<p>a<img alt='image001.PNG'>b<img alt=''>c<img>d</p>").text == "abcd");
  BOOST_TEST(read("<p><img alt=ticked> Yes <img alt='not checked'> No</p>").text == "☒ Yes ☐ No");
}

BOOST_AUTO_TEST_CASE(what_stands_in_for_scripts_frames_and_objects_is_read) {
  BOOST_TEST(read("<noscript><p>Shown</p></noscript><object data=x><p>Instead</p></object>").text == "Shown\nInstead");
  document::Document frames = read("<frameset><frame src=a.html><noframes><p>No frames</p></noframes></frameset>");
  BOOST_TEST(frames.text == "No frames");
  BOOST_TEST(frames.notes.at(0).message == "pages shown in frames are not part of this file and were not read");
  BOOST_TEST(read("<p>a <iframe src='about:blank'>none</iframe>b</p>").notes.empty());
}

BOOST_AUTO_TEST_CASE(names_of_characters_old_and_new) {
  BOOST_TEST(read("<p>&check; &ccaron;a &num;1 &pound;2 &rsquo; &amp;check; &lt;b&gt; &unheard; &check</p>").text ==
             "✓ ča #1 £2 ’ &check; <b> &unheard; &check");
  BOOST_TEST(read("<p>mum&#146;s &#x93;home&#148; &#150 &copy 2003 &eacute&nbspx &copy=1</p>").text ==
             "mum’s “home” – © 2003 é&nbspx &copy=1");
  BOOST_TEST(read("<p>&" + repeated("a", 100'000) + "</p>").text.size() == 100'001u);
}

BOOST_AUTO_TEST_CASE(quotes_and_old_elements) {
  BOOST_TEST(read("<p>She said <q>he told me <q>no</q></q>.").text == "She said “he told me ‘no’”.");
  BOOST_TEST(read("<p>a<xmp>b</xmp>c<listing>d</listing>e<plaintext>f").text == "a\nb\nc\nd\ne\nf");
}

BOOST_AUTO_TEST_CASE(lists_are_numbered_in_their_style) {
  BOOST_TEST(read("<ol type=i start=3><li>a<li>b</ol><ol style='list-style-type: upper-alpha'><li>c</ol>").text ==
             "iii. a\niv. b\nA. c");
  // A heading that begins an item has its number, and nothing after it has it again; one under a bullet has none.
  BOOST_TEST(document::dump(read("<ol><li><h2>Views</h2><p>Seen.</p><ol><li><h3>Wishes</h3></ol></ol><h2>Plan</h2>"
                                 "<ul><li><h3>Who</h3></ul>")) ==
             "heading 2 [1. Views]\nparagraph [Seen.]\nheading 3 [1. Wishes]\nheading 2 [Plan]\nheading 3 [Who]\n");
  BOOST_TEST(read("<ol type=A start=27><li>a</ol><ol type=I start=99999><li>b</ol>").text == "AA. a\n99999. b");
}

BOOST_AUTO_TEST_CASE(definition_list_inside_a_term_loses_nothing) {
  BOOST_TEST(read("<dl><dt><h3>Bar</h3><dl><p><dt><a>One</a><dt><a>Two</a></dl></dl><p>End").text ==
             "Bar:\nOne:\nTwo:\nEnd");
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

BOOST_AUTO_TEST_CASE(bold_first_line_is_a_line_of_its_own) {
  BOOST_TEST(document::dump(read("<p><b>What we think</b><br>She is safe.<br>He is not.</p>")) ==
             document::dump(read("<p><b>What we think</b></p><p>She is safe.<br>He is not.</p>")));
  BOOST_TEST(document::dump(read("<ol><li><b>Manager</b><br>Agreed.</li></ol>")) ==
             document::dump(read("<ol><li><b>Manager</b></li></ol><p>Agreed.</p>")));
  // Two lines in bold are one block, and so is a line that is bold in part.
  BOOST_TEST(read("<p><b>Tom Reed<br>4 High Street</b></p>").blocks.size() == 1u);
  BOOST_TEST(read("<p><b>Tom</b> Reed<br>4 High Street</p>").blocks.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
