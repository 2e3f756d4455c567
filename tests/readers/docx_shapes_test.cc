// Shapes that word processors, converters and damaged files bring.
#include <boost/test/unit_test.hpp>
#include <string>

#include "document/dump.h"
#include "readers/package_maker.h"
#include "readers/reader.h"

namespace {

using readers_test::p;
using readers_test::package;
using readers_test::Parts;
using readers_test::root;
using readers_test::word;

std::string dump(const std::string& bytes) {
  auto read = readers::read(bytes, "a.docx");
  return read ? document::dump(read.value()) : "refused " + read.error().one_line() + "\n";
}

std::string r(const std::string& text) {
  return "<w:r><w:t>" + text + "</w:t></w:r>";
}

std::string wide(const std::string& ascii) {
  std::string out = "\xFF\xFE";
  for (char c : ascii) out += std::string{c, '\0'};
  return out;
}

std::string relationships(const std::string& entries) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + entries +
         "</Relationships>";
}

std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://x/" + type + "\" Target=\"" + target + "\"/>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(docx_wrappers_of_text_are_passed_through) {
  BOOST_TEST(dump(word("<w:customXml w:element=\"x\">" + p("block") + "</w:customXml><w:p><w:smartTag>" + r("smart ") +
                       "</w:smartTag><w:customXml>" + r("custom ") + "</w:customXml><w:hyperlink>" + r("link ") +
                       "</w:hyperlink><w:fldSimple w:instr=\"DATE\">" + r("today ") + "</w:fldSimple><w:ins>" +
                       r("new ") + "</w:ins><w:moveTo>" + r("moved ") + "</w:moveTo><w:dir>" + r("dir ") +
                       "</w:dir><w:bdo>" + r("bdo") + "</w:bdo></w:p>")) ==
             "paragraph [block]\nparagraph [smart custom link today new moved dir bdo]\n");
}

BOOST_AUTO_TEST_CASE(docx_ruby_symbols_and_formulas) {
  BOOST_TEST(
      dump(word("<w:p><w:r><w:ruby><w:rt>" + r("kan") + "</w:rt><w:rubyBase>" + r("base") +
                "</w:rubyBase></w:ruby></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>"
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
                "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
                "</m:oMath></w:p>")) ==
      "paragraph [base\xE2\x9C\x93"
      "ab]\nnote left_out hidden text is left out\n");
}

BOOST_AUTO_TEST_CASE(docx_row_and_cell_changes) {
  const std::string cell = "<w:tc>" + p("kept") + "</w:tc>";
  BOOST_TEST(
      dump(word("<w:tbl><w:tr>" + cell + "</w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("gone") +
                "</w:tc></w:tr></w:tbl><w:p><w:moveFrom>" + r("away") + "</w:moveFrom>" + r("stays") + "</w:p>")) ==
      "cell t0 r0 c0 [kept]\nparagraph [stays]\n"
      "note left_out text that was deleted with changes tracked is left out\n");
}

BOOST_AUTO_TEST_CASE(docx_main_part_of_any_name) {
  const std::string document = root("document", "<w:body>" + p("Text") + "</w:body>");
  BOOST_TEST(dump(package({{"[Content_Types].xml",
                            "<Types><Override PartName=\"/odd/Name.XML\" ContentType=\"application/vnd.openxmlformats-"
                            "officedocument.wordprocessingml.document.main+xml\"/></Types>"},
                           {"_rels/.rels", relationships(relationship("r", "officeDocument", "/odd/Name.XML"))},
                           {"odd/name.xml", document}})) == "paragraph [Text]\n");
}

BOOST_AUTO_TEST_CASE(docx_broken_relations_and_missing_styles) {
  const std::string heading = "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>" + r("Views") + "</w:p>";
  BOOST_TEST(dump(word(heading + p("Text"))) == "heading 2 [Views]\nparagraph [Text]\n");
  // A list of relations that isn't one: parts are found by their usual names.
  const std::string document =
      root("document", "<w:body><w:p>" + r("Text") +
                           "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:sectPr>"
                           "<w:headerReference w:type=\"default\" r:id=\"rId9\"/></w:sectPr></w:body>");
  BOOST_TEST(dump(package({{"word/document.xml", document},
                           {"word/_rels/document.xml.rels", "<Relationships><broken"},
                           {"word/footnotes.xml",
                            root("footnotes", "<w:footnote w:id=\"2\">" + p("Note") + "</w:footnote>")}})) ==
             "paragraph [Text]\nparagraph footnote [Note]\n");
}

BOOST_AUTO_TEST_CASE(docx_parts_in_utf_16) {
  const std::string document =
      root("document", "<w:body><w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr>" + r("Wide") + "</w:p></w:body>");
  const std::string styles =
      root("styles", "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"heading 1\"/></w:style>");
  BOOST_TEST(dump(package({{"word/document.xml", wide(document)}, {"word/styles.xml", wide(styles)}})) ==
             "heading 1 [Wide]\n");
}

BOOST_AUTO_TEST_CASE(docx_other_formats_inside_are_named) {
  BOOST_TEST(dump(word(p("Text") + "<w:altChunk r:id=\"x\"/>")) ==
             "paragraph [Text]\nnote cut parts kept in another format are not read\n");
}

BOOST_AUTO_TEST_CASE(docx_parts_in_other_formats_are_read_in_their_place) {
  auto with = [](const std::string& name, const std::string& chunk, const std::string& body) {
    return package({{"word/document.xml", root("document", "<w:body>" + body + "</w:body>")},
                    {"word/_rels/document.xml.rels", relationships(relationship("c", "aFChunk", name))},
                    {"word/" + name, chunk}});
  };
  const std::string around = p("Before") + "<w:altChunk r:id=\"c\"/>" + p("After");
  BOOST_TEST(dump(with("a.htm",
                       "<html><body><h2>Views</h2><table><tr><th>Who</th><th>Seen</th></tr>"
                       "<tr><td rowspan=2>Tom</td><td>alone</td></tr><tr><td>at school</td></tr></table></body></html>",
                       around)) ==
             "paragraph [Before]\nheading 2 [Views]\ncell t0 r0 c0 header [Who]\ncell t0 r0 c1 header [Seen]\n"
             "cell t0 r1 c0 rows=2 [Tom]\ncell t0 r1 c1 [alone]\ncell t0 r2 c1 [at school]\nparagraph [After]\n");
  BOOST_TEST(dump(with("a.rtf", "{\\rtf1 He was seen.\\par}", around)) ==
             "paragraph [Before]\nparagraph [He was seen.]\nparagraph [After]\n");
  // All of what a program writes that makes Word files of web pages.
  BOOST_TEST(dump(with("a.mht",
                       "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
                       "Content-Type: text/html\r\n\r\n<p>She said so.</p>\r\n--b--\r\n",
                       "<w:altChunk r:id=\"c\"/>")) == "paragraph [She said so.]\n");
  const std::string flat = root("document", "<w:body>" + p("Flat") + "</w:body>");
  BOOST_TEST(dump(with("a.xml",
                       "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"><pkg:part "
                       "pkg:name=\"/word/document.xml\"><pkg:xmlData>" +
                           flat.substr(flat.find("?>") + 2) + "</pkg:xmlData></pkg:part></pkg:package>",
                       around)) == "paragraph [Before]\nparagraph [Flat]\nparagraph [After]\n");
  // What is told of the part's own reading is told of the whole; an empty part takes nothing away.
  BOOST_TEST(dump(with("a.rtf", "{\\rtf1 Seen{\\v  secretly}.\\par {cut", around)) ==
             "paragraph [Before]\nparagraph [Seen.]\nparagraph [cut]\nparagraph [After]\n"
             "note salvaged the file is cut off or damaged: the text after the fault is missing\n"
             "note left_out hidden text is left out\n");
  BOOST_TEST(dump(with("a.htm", "", around)) == "paragraph [Before]\nparagraph [After]\n");
  BOOST_TEST(dump(with("a.htm", "<html><body></body></html>", around)) == "paragraph [Before]\nparagraph [After]\n");
  BOOST_TEST(dump(with("a.pdf", "%PDF-1.4", around)) ==
             "paragraph [Before]\nparagraph [After]\nnote cut parts kept in another format are not read\n");
  std::string inner = word(p("Innermost"));
  for (int i = 0; i < 2; ++i) inner = with("a.docx", inner, p("Level") + "<w:altChunk r:id=\"c\"/>");
  BOOST_TEST(dump(inner) == "paragraph [Level]\nparagraph [Level]\nparagraph [Innermost]\n");
  for (int i = 0; i < 3; ++i) inner = with("a.docx", inner, p("Level") + "<w:altChunk r:id=\"c\"/>");
  BOOST_TEST(dump(inner).find("Innermost") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(docx_heading_set_bold_before_its_text_is_a_paragraph_of_its_own) {
  auto set = [](const std::string& lead, const std::string& rest) {
    return "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + lead +
           "</w:t></w:r><w:r><w:t xml:space=\"preserve\">" + rest + "</w:t></w:r></w:p>";
  };
  BOOST_TEST(dump(word(set("Why now.", " In June he missed school."))) ==
             "paragraph bold [Why now.]\nparagraph [In June he missed school.]\n");
  BOOST_TEST(dump(word(set("Home", " is rented."))) == "paragraph [Home is rented.]\n");
  BOOST_TEST(dump(word(set("Name:", " Ann."))) == "paragraph [Name: Ann.]\n");
  BOOST_TEST(
      dump(word("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Views</w:t><w:br/></w:r><w:r><w:t>Seen.</w:t></w:r></w:p>")) ==
      "paragraph bold [Views]\nparagraph [Seen.]\n");
}

BOOST_AUTO_TEST_CASE(docx_margins_of_parts_in_other_formats_are_read_once) {
  auto with = [](const std::string& name, const std::string& chunk) {
    return package(
        {{"word/document.xml", root("document", "<w:body>" + p("Text") +
                                                    "<w:altChunk r:id=\"c\"/><w:sectPr><w:headerReference r:id=\"h\"/>"
                                                    "</w:sectPr></w:body>")},
         {"word/_rels/document.xml.rels",
          relationships(relationship("c", "aFChunk", name) + relationship("h", "header", "h.xml"))},
         {"word/h.xml", root("hdr", p("Case 7"))},
         {"word/" + name, chunk}});
  };
  BOOST_TEST(dump(with("a.rtf",
                       "{\\rtf1{\\header Case 7\\par}{\\footer Page of Tom\\par}"
                       "He was seen.\\par}")) ==
             "paragraph header [Case 7]\nparagraph [Text]\nparagraph [He was seen.]\n"
             "paragraph footer [Page of Tom]\n");
  BOOST_TEST(dump(with("a.rtf",
                       "{\\rtf1{\\header\\trowd\\cellx1\\intbl Tom\\cell\\row}"
                       "He was seen.\\par}")) ==
             "paragraph header [Case 7]\ncell t0 r0 c0 header [Tom]\nparagraph [Text]\n"
             "paragraph [He was seen.]\n");
}

BOOST_AUTO_TEST_CASE(docx_what_margins_and_notes_leave_out_is_told) {
  const std::string hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>";
  BOOST_TEST(dump(package({{"word/document.xml",
                            root("document", "<w:body>" + p("Text") +
                                                 "<w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr></w:body>")},
                           {"word/_rels/document.xml.rels", relationships(relationship("h", "header", "h.xml"))},
                           {"word/h.xml", root("hdr", p("Case 7") + hidden)}})) ==
             "paragraph header [Case 7]\nparagraph [Text]\nnote left_out hidden text is left out\n");
}

BOOST_AUTO_TEST_CASE(docx_text_outside_of_its_frame_is_kept) {
  BOOST_TEST(dump(word(p("First") + r("loose") + "<w:tbl><w:tr><w:tc>" + r("cell") + "</w:tc></w:tr></w:tbl>" +
                       p("Last"))) == "paragraph [First]\nparagraph [loose]\ncell t0 r0 c0 [cell]\nparagraph [Last]\n");
}

BOOST_AUTO_TEST_SUITE_END()
