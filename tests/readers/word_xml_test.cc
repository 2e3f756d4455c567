#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "document/dump.h"
#include "readers/form_field_data.h"
#include "readers/reader.h"
#include "readers/xml_writer.h"

namespace {

using namespace std::string_literals;

std::string dump(const std::string& bytes) {
  auto read = readers::read(bytes, "a.xml");
  return read ? document::dump(read.value()) : "refused " + read.error().one_line() + "\n";
}

std::string old_word(const std::string& body, const std::string& before = "", const std::string& marks = "") {
  return "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>"
         "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" "
         "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\" "
         "xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\" "
         "xmlns:o=\"urn:schemas-microsoft-com:office:office\"" +
         marks + ">" + before + "<w:body><wx:sect>" + body + "</wx:sect></w:body></w:wordDocument>";
}

void check(const std::string& body, const std::string& expected, const std::string& before = "") {
  BOOST_TEST(dump(old_word(body, before)) == expected);
}

std::string p(const std::string& text, const std::string& properties = "") {
  return "<w:p>" + properties + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string annotation(const std::string& type, const std::string& content) {
  return "<aml:annotation aml:id=\"1\" w:type=\"Word." + type + "\"><aml:content>" + content +
         "</aml:content></aml:annotation>";
}

// A form field's record in base64, as Word writes it: a ticked box, an unticked one, and a choice of the second of two.
const char* const ticked_field = "/////2UAAAAUAAYAQwBoAGUAYwBrADEAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const char* const unticked_field = "/////wEAAAAUAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const char* const choice_field = "/////wYAAAAUAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA//8CAAAAAAACAE4AbwADAFkAZQBzAA==";

std::string form_field(const std::string& data) {
  return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:fldData xml:space=\"preserve\">" + data +
         "</w:fldData></w:fldChar></w:r><w:r><w:instrText> FORM </w:instrText></w:r>"
         "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

std::string flat(const std::string& parts) {
  return "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">" +
         parts + "</pkg:package>";
}

std::string part(const std::string& name, const std::string& xml) {
  return "<pkg:part pkg:name=\"" + name + "\"><pkg:xmlData>" + xml + "</pkg:xmlData></pkg:part>";
}

std::string body(const std::string& content) {
  return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + content +
         "</w:body></w:document>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(word_2003_text_and_styles) {
  const std::string styles =
      "<w:styles><w:style w:type=\"paragraph\" w:default=\"on\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"LO\"><w:name w:val=\"Heading_20_2\"/></w:style></w:styles>";
  check(p("One", "<w:pPr><w:pStyle w:val=\"H1\"/></w:pPr>") + "<wx:sub-section>" +
            p("Two", "<w:pPr><w:pStyle w:val=\"LO\"/></w:pPr>") +
            "<w:p><w:hlink w:dest=\"http://x\"><w:r><w:t>link</w:t></w:r></w:hlink><w:r><w:rPr><w:vanish/></w:rPr>"
            "<w:t> hidden</w:t></w:r></w:p></wx:sub-section>",
        "heading 1 [One]\nheading 2 [Two]\nparagraph [link]\nnote left_out hidden text is left out\n", styles);
}

BOOST_AUTO_TEST_CASE(word_2003_lists_are_counted) {
  const std::string lists =
      "<w:lists><w:listDef w:listDefId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:nfc w:val=\"2\"/>"
      "<w:lvlText w:val=\"%1)\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:nfc w:val=\"23\"/><w:lvlText w:val=\"o\"/></w:lvl>"
      "</w:listDef><w:list w:ilfo=\"3\"><w:ilst w:val=\"0\"/></w:list></w:lists>";
  auto item = [](int level, const std::string& text) {
    return p(text, "<w:pPr><w:listPr><w:ilvl w:val=\"" + std::to_string(level) +
                       "\"/><w:ilfo w:val=\"3\"/><wx:t wx:val=\"i)\"/></w:listPr></w:pPr>");
  };
  check(item(0, "a") + item(1, "b") + item(0, "c"), "list_item 1 [i) a]\nlist_item 2 [b]\nlist_item 1 [ii) c]\n",
        lists);
}

BOOST_AUTO_TEST_CASE(word_2003_tables) {
  check("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + p("Both") +
            "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge w:val=\"restart\"/></w:tcPr>" + p("Down") + "</w:tc><w:tc>" +
            p("b") + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc>" + p("c") +
            "</w:tc></w:tr></w:tbl>",
        "cell t0 r0 c0 columns=2 header [Both]\ncell t0 r1 c0 rows=2 [Down]\ncell t0 r1 c1 [b]\ncell t0 r2 c1 [c]\n");
}

BOOST_AUTO_TEST_CASE(word_2003_notes_comments_and_margins_stand_in_the_text) {
  check("<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:footnote>" + p("By phone.") + "</w:footnote></w:r><w:r><w:endnote>" +
            p("Later.") + "</w:endnote></w:r><w:r>" + annotation("Comment", p("Why?")) + "</w:r></w:p>" +
            "<w:sectPr><w:hdr w:type=\"odd\">" + p("Case 7") + "</w:hdr><w:hdr w:type=\"first\">" + p("First") +
            "</w:hdr><w:ftr w:type=\"odd\">" + p("Council") + "</w:ftr></w:sectPr>",
        "paragraph header [Case 7]\nparagraph [Seen]\nparagraph footnote [By phone.]\nparagraph footnote [Later.]\n"
        "paragraph comment [Why?]\nparagraph footer [Council]\n");
}

BOOST_AUTO_TEST_CASE(word_2003_changes) {
  check("<w:p>" + annotation("Insertion", "<w:r><w:t>New </w:t></w:r>") +
            annotation("Deletion", "<w:r><w:delText>old </w:delText></w:r>") + "<w:r><w:rPr>" +
            annotation("Formatting", "<w:rPr><w:vanish/></w:rPr>") + "</w:rPr><w:t>kept</w:t></w:r></w:p>",
        "paragraph [New kept]\nnote left_out text that was deleted with changes tracked is left out\n");
}

BOOST_AUTO_TEST_CASE(word_2003_boxes_fields_and_symbols) {
  check("<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p("In a box") +
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>Beside</w:t></w:r></w:p>",
        "paragraph [Beside]\nparagraph [In a box]\n");
  check("<w:p>" + form_field(ticked_field) + "<w:r><w:t> Yes </w:t></w:r>" + form_field(unticked_field) +
            "<w:r><w:t> No, said </w:t></w:r>" + form_field(choice_field) + "</w:p>",
        "paragraph [\xE2\x98\x92 Yes \xE2\x98\x90 No, said Yes]\n");
  check("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t> done</w:t></w:r></w:p>",
        "paragraph [\xE2\x98\x91 done]\n");
}

BOOST_AUTO_TEST_CASE(word_2003_properties_and_what_is_left_out) {
  const std::string before =
      "<o:DocumentProperties><o:Title>A record</o:Title></o:DocumentProperties><w:fonts><w:t>no</w:t></w:fonts>"
      "<w:docPr><w:footnotePr><w:footnote><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote></w:footnotePr></w:docPr>";
  auto read =
      readers::read(old_word(p("Text"), before, " w:macrosPresent=\"yes\" w:embeddedObjPresent=\"yes\""), "a.xml");
  BOOST_TEST_REQUIRE(read.ok());
  BOOST_TEST(read.value().title == "A record");
  BOOST_TEST(document::dump(read.value()) ==
             "paragraph [Text]\nnote left_out embedded objects are not read\nnote left_out macros are not read\n");
}

BOOST_AUTO_TEST_CASE(word_2003_cut_off) {
  const std::string whole = old_word(p("First") + p("Second"));
  const std::string cut = whole.substr(0, whole.find("Second"));
  BOOST_TEST(dump(cut).starts_with("paragraph [First]\nnote salvaged "));
  BOOST_TEST(dump(whole.substr(0, whole.find("First"))).starts_with("refused a.xml:1:"));
}

BOOST_AUTO_TEST_CASE(flat_package_is_read_as_the_package_is) {
  const std::string hdr =
      "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + p("Top") + "</w:hdr>";
  const std::string relations =
      "<Relationships xmlns=\"x\"><Relationship Id=\"r1\" Type=\"/header\" Target=\"h.xml\"/></Relationships>";
  const std::string section =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r1\" xmlns:r=\"relations\"/></w:sectPr>";
  BOOST_TEST(
      dump(flat(part("/word/document.xml", body(p("Text &amp; more") + section)) + part("/word/h.xml", hdr) +
                part("/word/_rels/document.xml.rels", relations) +
                "<pkg:part pkg:name=\"/word/vbaProject.bin\"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>")) ==
      "paragraph header [Top]\nparagraph [Text & more]\nnote left_out macros are not read\n");
  const std::string document = part("/word/document.xml", body(p("One")));
  BOOST_TEST(dump(flat(document + document)).starts_with("refused a.xml: holds a part twice"));
  BOOST_TEST(dump(flat(part("/word/styles.xml", "<x/>"))).starts_with("refused a.xml: is a Word document without"));
  const std::string whole = flat(part("/word/document.xml", body(p("First") + p("Second"))));
  BOOST_TEST(dump(whole.substr(0, whole.find("Second"))).starts_with("paragraph [First]\nnote salvaged "));
}

BOOST_AUTO_TEST_CASE(form_field_records) {
  auto record = [](const std::string& bits, const std::string& rest) {
    return "\xFF\xFF\xFF\xFF"s + bits + "\0\0\0\0"s + "\0\0\0\0"s + rest;
  };
  using Kind = readers::FormFieldData::Kind;
  BOOST_TEST(readers::form_field_data(record("\x05\0"s, "\0\0"s))->ticked);
  BOOST_TEST(!readers::form_field_data(record("\x01\0"s, "\1\0"s))->ticked);
  BOOST_TEST(readers::form_field_data(record("\x65\0"s, "\1\0"s))->ticked);  // undefined: the default
  BOOST_TEST((readers::form_field_data(record("\0\0"s, "\0\0\0\0"s))->kind == Kind::text));
  const std::string strings(20, '\0');
  const std::string entries = "\2\0A\0b\0\1\0C\0"s;
  for (const std::string& count : {"\2\0\0\0"s, "\2\0"s}) {
    auto choice =
        readers::form_field_data(record("\6\0"s, "\0\0"s + strings + "\xFF\xFF"s + count + "\0\0"s + entries));
    BOOST_TEST_REQUIRE(choice.has_value());
    BOOST_TEST(choice->chosen == 1u);
    BOOST_TEST((choice->entries == std::vector<std::string>{"Ab", "C"}));
  }
  for (const std::string& bad : {""s, "\xFF\xFF\xFF\xFF"s, "text"s, record("\5\0"s, ""), record("\3\0"s, "\0\0"s)}) {
    BOOST_TEST(!readers::form_field_data(bad).has_value());
  }
}

BOOST_AUTO_TEST_CASE(xml_writer_writes_one_well_formed_element) {
  readers::xml::Writer writer;
  writer.start("urn:a", "r", {{"urn:b", "x", "1 < \"2\" &\n"}, {"", "y", ""}});
  writer.text("a\r<b>");
  writer.start("", "c");
  BOOST_TEST(
      writer.take() ==
      "<n0:r xmlns:n0=\"urn:a\" xmlns:n1=\"urn:b\" n1:x=\"1 &lt; &quot;2&quot; &amp;&#10;\" y=\"\">a&#13;&lt;b&gt;"
      "<c></c></n0:r>");
  readers::xml::Writer twice;
  for (int i = 0; i < 2; ++i) {
    twice.start("", "r");
    twice.end();
  }
  twice.text("after");
  BOOST_TEST(twice.take() == "<r></r>");
}

BOOST_AUTO_TEST_SUITE_END()
