#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "document/dump.h"
#include "readers/package_maker.h"
#include "readers/reader.h"

namespace {

using readers_test::p;
using readers_test::Parts;
using readers_test::root;
using readers_test::word;

std::string dump(const std::string& bytes) {
  base::Result<document::Document> read = readers::read(bytes, "a.docx");
  return read ? document::dump(read.value())
              : std::string("refused ") + base::name_of(read.error().code) + " " + read.error().one_line() + "\n";
}

void check(const std::string& body, const std::string& expected, const Parts& parts = {}) {
  BOOST_TEST(dump(word(body, parts)) == expected);
}

std::string cell(const std::string& content, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}
std::string row(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string table(const std::string& rows) {
  return "<w:tbl><w:tblPr/>" + rows + "</w:tbl>";
}
std::string run(const std::string& properties, const std::string& text) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
}
std::string styled(const std::string& style, const std::string& text) {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}
std::string control(const std::string& properties, const std::string& content) {
  return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
}
std::string titled(const std::string& title, const std::string& content) {
  return control("<w:alias w:val=\"" + title + "\"/>", content);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(docx_runs_of_a_paragraph) {
  check(
      "<w:p><w:r><w:t>One </w:t></w:r><w:r><w:t>two</w:t><w:tab/><w:t>three</w:t><w:br/><w:t>four</w:t>"
      "<w:noBreakHyphen/><w:t>five</w:t></w:r></w:p>",
      "paragraph [One two three\\nfour-five]\n");
  check("<w:p>" + run("<w:b/>", "All ") + run("<w:b w:val=\"1\"/>", "bold") + "</w:p><w:p>" + run("<w:b/>", "Some") +
            run("<w:b w:val=\"0\"/>", " bold") + "</w:p><w:p>" + run("<w:i/>", "Help") + "</w:p>",
        "paragraph bold [All bold]\nparagraph [Some bold]\nparagraph italic [Help]\n");
}

BOOST_AUTO_TEST_CASE(docx_strict_namespace_is_read_alike) {
  std::string strict = "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" +
                       p("Strict") + "</w:body></w:document>";
  BOOST_TEST(dump(readers_test::package({{"word/document.xml", strict}})) == "paragraph [Strict]\n");
}

BOOST_AUTO_TEST_CASE(docx_headings_by_style_and_outline) {
  std::string styles = root(
      "styles",
      "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"My head\"/><w:basedOn w:val=\"H2\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Out\"><w:name w:val=\"Outlined\"/><w:pPr><w:outlineLvl "
      "w:val=\"3\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"TOCHeading\"><w:name w:val=\"TOC Heading\"/><w:basedOn w:val=\"H2\"/>"
      "<w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Bold\"><w:name w:val=\"Label\"/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"Em\"><w:name w:val=\"Emphasis\"/><w:rPr><w:i/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"RingA\"><w:name w:val=\"A\"/><w:basedOn w:val=\"RingB\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"RingB\"><w:name w:val=\"B\"/><w:basedOn w:val=\"RingA\"/></w:style>");
  check(styled("T", "Title") + styled("H2", "Two") + styled("Mine", "Based") + styled("Out", "Four") +
            styled("TOCHeading", "Contents") + styled("Bold", "Label") + styled("RingA", "Ring") + "<w:p>" +
            run("<w:rStyle w:val=\"Em\"/>", "Hint") +
            "</w:p>"
            "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Direct</w:t></w:r></w:p>",
        "heading 1 [Title]\nheading 2 [Two]\nheading 2 [Based]\nheading 4 [Four]\nparagraph [Contents]\n"
        "paragraph bold [Label]\nparagraph [Ring]\nparagraph italic [Hint]\nheading 1 [Direct]\n",
        {{"styles.xml", styles}});
}

BOOST_AUTO_TEST_CASE(docx_definition_list_becomes_fields) {
  std::string styles =
      root("styles",
           "<w:style w:type=\"paragraph\" w:styleId=\"Term\"><w:name w:val=\"List Heading\"/></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Def\"><w:name w:val=\"List Contents\"/></w:style>");
  check(styled("Term", "Address") + styled("Def", "1 High St") + styled("Term", "Signed") + p("Next"),
        "field label=[Address:] [Address: 1 High St]\nfield label=[Signed:] [Signed:]\nparagraph [Next]\n",
        {{"styles.xml", styles}});
}

BOOST_AUTO_TEST_CASE(docx_numbers_are_counted_as_word_counts) {
  std::string numbering = root(
      "numbering",
      "<w:abstractNum w:abstractNumId=\"1\">"
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
      "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.%2)\"/></w:lvl>"
      "<w:lvl w:ilvl=\"2\"><w:start w:val=\"4\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"(%3)\"/></w:lvl>"
      "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">"
      "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"6\"><w:abstractNumId "
      "w:val=\"2\"/></w:num>"
      "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
      "</w:lvlOverride></w:num>");
  auto item = [](int id, int level, const std::string& text, const std::string& more = "") {
    return "<w:p><w:pPr>" + more + "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
           std::to_string(id) + "\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  };
  check(item(5, 0, "a") + item(5, 1, "b") + item(5, 1, "c") + item(5, 2, "d") + item(5, 0, "e") + item(5, 1, "f") +
            item(6, 0, "dot") + item(7, 0, "again") + item(0, 0, "none") +
            item(5, 0, "Head", "<w:outlineLvl w:val=\"1\"/>"),
        "list_item 1 [1. a]\nlist_item 2 [1.a) b]\nlist_item 2 [1.b) c]\nlist_item 3 [(IV) d]\nlist_item 1 [2. e]\n"
        "list_item 2 [2.a) f]\nlist_item 1 [dot]\nlist_item 1 [1. again]\nparagraph [none]\nheading 2 [2. Head]\n",
        {{"numbering.xml", numbering}});
}

// A list that starts anew at every level, used for the second level only, leaves the first one's numbers alone.
BOOST_AUTO_TEST_CASE(docx_own_start_counts_for_the_level_that_is_used) {
  const std::string level = "<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>";
  const std::string numbering =
      root("numbering", "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">" + level +
                            "<w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\">" + level +
                            "<w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId "
                            "w:val=\"1\"/></w:num><w:num w:numId=\"6\"><w:abstractNumId w:val=\"1\"/>"
                            "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
                            "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");
  auto item = [](const char* id, const char* depth, const std::string& text) {
    return std::string("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"") + depth + "\"/><w:numId w:val=\"" + id +
           "\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  };
  check(item("5", "0", "a") + item("5", "1", "b") + item("6", "1", "c") + item("5", "0", "d"),
        "list_item 1 [1. a]\nlist_item 2 [1.1 b]\nlist_item 2 [1.1 c]\nlist_item 1 [2. d]\n",
        {{"numbering.xml", numbering}});
}

BOOST_AUTO_TEST_CASE(docx_list_defined_by_a_numbering_style) {
  std::string numbering = root(
      "numbering",
      "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Clauses\"/></w:abstractNum>"
      "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"Clauses\"/><w:lvl w:ilvl=\"0\"><w:numFmt "
      "w:val=\"lowerRoman\"/>"
      "<w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>");
  const std::string list = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>";
  check("<w:p>" + list + "<w:r><w:t>one</w:t></w:r></w:p><w:p>" + list + "<w:r><w:t>two</w:t></w:r></w:p>",
        "list_item 1 [i) one]\nlist_item 1 [ii) two]\n", {{"numbering.xml", numbering}});
}

BOOST_AUTO_TEST_CASE(docx_table_with_merged_cells) {
  check(table(row(cell(p("Name")) + cell(p("Both"), "<w:gridSpan w:val=\"2\"/>"), "<w:tblHeader/>") +
              row(cell(p("Down"), "<w:vMerge w:val=\"restart\"/>") + cell(p("b")) + cell(p("c"))) +
              row(cell("<w:p/>", "<w:vMerge/>") + cell(p("d")) + cell(p("e"))) +
              row(cell(p("x")), "<w:gridBefore w:val=\"2\"/>")),
        "cell t0 r0 c0 header [Name]\ncell t0 r0 c1 columns=2 header [Both]\n"
        "cell t0 r1 c0 rows=2 [Down]\ncell t0 r1 c1 [b]\ncell t0 r1 c2 [c]\ncell t0 r2 c1 [d]\ncell t0 r2 c2 [e]\n"
        "cell t0 r3 c0 columns=2 []\ncell t0 r3 c2 [x]\n");
}

BOOST_AUTO_TEST_CASE(docx_nested_table_is_kept) {
  check(table(row(cell(p("Out") + table(row(cell(p("in 1")) + cell(p("in 2")))) + p("after")) + cell(p("beside")))),
        "cell t0 r0 c0 [Out\\nin 1\\tin 2\\nafter]\n  paragraph [Out]\n  cell t1 r0 c0 [in 1]\n  cell t1 r0 c1 [in 2]\n"
        "  paragraph [after]\ncell t0 r0 c1 [beside]\n");
}

BOOST_AUTO_TEST_CASE(docx_content_controls_at_every_level) {
  check(control("", p("body")) + "<w:p>" + control("", "<w:r><w:t>in a line</w:t></w:r>") + "</w:p>" +
            control("", table(row(cell(p("table"))) + control("", row(cell(p("row")))) +
                              row(control("", cell(p("cell"))) + cell(p("next"))))),
        "paragraph [body]\nparagraph [in a line]\ncell t0 r0 c0 [table]\ncell t0 r1 c0 [row]\ncell t0 r2 c0 [cell]\n"
        "cell t0 r2 c1 [next]\n");
}

BOOST_AUTO_TEST_CASE(docx_control_title_labels_what_has_no_label) {
  const std::string value = "<w:r><w:t>Ann</w:t></w:r>";
  // Alone; alone and empty; after a label in the line, above it and beside it; several under one heading.
  check("<w:p>" + titled("Child's name", value) + "</w:p>", "field label=[Child's name:] [Child's name: Ann]\n");
  check(titled("Address", "<w:p/>") + p("end"), "field label=[Address:] [Address:]\nparagraph [end]\n");
  check("<w:p><w:r><w:t>Name: </w:t></w:r>" + titled("Child's name", value) + "</w:p>", "paragraph [Name: Ann]\n");
  check(p("What is the name?") + titled("Child's name", "<w:p>" + value + "</w:p>"),
        "paragraph [What is the name?]\nparagraph [Ann]\n");
  check(table(row(cell(p("Name")) + cell("<w:p>" + titled("nm1", value) + "</w:p>"))),
        "cell t0 r0 c0 [Name]\ncell t0 r0 c1 [Ann]\n");
  check(
      table(row(cell("<w:p>" + titled("Name", value) + "</w:p>") + cell("<w:p>" + titled("Class", value) + "</w:p>"))),
      "cell t0 r0 c0 [Name: Ann]\n  field label=[Name:] [Name: Ann]\ncell t0 r0 c1 [Ann]\n");
  check("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Details</w:t></w:r></w:p>" +
            titled("Name", "<w:p>" + value + "</w:p>") + titled("Class", "<w:p>" + value + "</w:p>"),
        "heading 1 [Details]\nfield label=[Name:] [Name: Ann]\nfield label=[Class:] [Class: Ann]\n");
  check("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Views</w:t></w:r></w:p>" +
            titled("txtViews", "<w:p>" + value + "</w:p>" + p("Second")),
        "heading 1 [Views]\nparagraph [Ann]\nparagraph [Second]\n");
}

BOOST_AUTO_TEST_CASE(docx_placeholder_of_a_control_is_kept) {
  check("<w:p>" +
            control("<w:alias w:val=\"Date\"/><w:showingPlcHdr/>", "<w:r><w:t>Click to enter a date.</w:t></w:r>") +
            "</w:p>",
        "field label=[Date:] [Date: Click to enter a date.]\n");
}

BOOST_AUTO_TEST_CASE(docx_tick_boxes_in_three_forms) {
  auto box = [](const char* checked, const char* sign) {
    return control(std::string("<w14:checkbox><w14:checked w14:val=\"") + checked + "\"/></w14:checkbox>",
                   std::string("<w:r><w:t>") + sign + "</w:t></w:r>");
  };
  check("<w:p>" + box("1", "\xE2\x98\x92") + "<w:r><w:t> Yes </w:t></w:r>" + box("0", "o") +
            "<w:r><w:t> No</w:t></w:r></w:p>",
        "paragraph [\xE2\x98\x92 Yes \xE2\x98\x90 No]\n");
  auto legacy = [](const char* state) {
    return std::string("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:sizeAuto/>") + state +
           "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
           "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar "
           "w:fldCharType=\"end\"/></w:r>";
  };
  check("<w:p>" + legacy("<w:default w:val=\"0\"/><w:checked/>") + "<w:r><w:t> Yes </w:t></w:r>" +
            legacy("<w:default w:val=\"0\"/>") + "<w:r><w:t> No</w:t></w:r></w:p>",
        "paragraph [\xE2\x98\x92 Yes \xE2\x98\x90 No]\n");
  auto sign = [](const char* code) {
    return std::string("<w:r><w:sym w:font=\"Wingdings\" w:char=\"") + code + "\"/></w:r>";
  };
  check("<w:p>" + sign("F0A8") + sign("F06F") + sign("F0FE") + sign("F078") +
            "<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>"
            "<w:t>\xC3\xBE</w:t></w:r><w:r><w:t> ok</w:t></w:r></w:p>",
        "paragraph [\xE2\x98\x90\xE2\x98\x90\xE2\x98\x91\xE2\x98\x92\xE2\x98\x91 ok]\n");
}

BOOST_AUTO_TEST_CASE(docx_fields_show_results_only) {
  check(
      "<w:p><w:r><w:t>Page </w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"end\"/></w:r>"
      "<w:r><w:t> of 4</w:t></w:r></w:p>",
      "paragraph [Page 3 of 4]\n");
  check(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry "
      "w:val=\"Mr\"/>"
      "<w:listEntry w:val=\"Ms\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar "
      "w:fldCharType=\"end\"/></w:r></w:p>",
      "paragraph [Ms]\n");
  // A field that never ends hides nothing after its paragraph.
  check("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" + p("shown"), "paragraph [shown]\n");
}

BOOST_AUTO_TEST_CASE(docx_one_branch_of_alternatives) {
  const std::string box = "<w:txbxContent>" + p("in a box") + "</w:txbxContent>";
  check("<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>" + box +
            "</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
            "</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r><w:r><w:t> after</w:t></w:r></w:p>",
        "paragraph [before after]\nparagraph [in a box]\n");
  check(
      "<w:p><w:r><mc:AlternateContent><mc:Choice "
      "Requires=\"zz\"><wps:zz/></mc:Choice><mc:Fallback><w:pict><v:textbox>" +
          box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
      "paragraph [in a box]\n");
}

BOOST_AUTO_TEST_CASE(docx_headers_and_footers_once_each) {
  check(p("Body") +
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdheader1\"/><w:headerReference w:type=\"even\" "
            "r:id=\"rIdheader2\"/><w:headerReference w:type=\"first\" r:id=\"rIdheader3\"/><w:footerReference "
            "w:type=\"default\" "
            "r:id=\"rIdfooter1\"/></w:sectPr>",
        "paragraph header [Case 17]\nparagraph [Body]\nparagraph footer [Restricted]\n",
        {{"header1.xml", root("hdr", p("Case 17"))},
         {"header2.xml", root("hdr", p("Case 17"))},
         {"header3.xml", root("hdr", p("Not shown without titlePg"))},
         {"footer1.xml", root("ftr", p("Restricted"))}});
}

BOOST_AUTO_TEST_CASE(docx_notes_follow_their_paragraph) {
  check(
      "<w:p><w:r><w:t>Told</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference "
      "w:id=\"1\"/></w:r>"
      "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>" +
          p("Next"),
      "paragraph [Told]\nparagraph footnote [Foot]\nparagraph footnote [End]\nparagraph comment [Check "
      "this]\nparagraph [Next]\n",
      {{"footnotes.xml", root("footnotes", "<w:footnote w:type=\"separator\" w:id=\"0\">" + p("---") +
                                               "</w:footnote>"
                                               "<w:footnote w:id=\"2\">" +
                                               p("Foot") + "</w:footnote>")},
       {"endnotes.xml", root("endnotes", "<w:endnote w:id=\"1\">" + p("End") + "</w:endnote>")},
       {"comments.xml", root("comments", "<w:comment w:id=\"0\" w:author=\"A\">" + p("Check this") + "</w:comment>")}});
}

BOOST_AUTO_TEST_CASE(docx_deleted_and_hidden_text_is_named_not_read) {
  check(
      "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText> "
      "deleted</w:delText></w:r>"
      "</w:del><w:ins><w:r><w:t> added</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom>" +
          run("<w:vanish/>", " secret") + "</w:p>" +
          table(row(cell(p("gone")), "<w:del w:id=\"3\"/>") + row(cell(p("stays")))),
      "paragraph [Kept added]\ncell t0 r0 c0 [stays]\n"
      "note left_out text that was deleted with changes tracked is left out\nnote left_out hidden text is left out\n");
}

BOOST_AUTO_TEST_CASE(docx_macros_and_objects_are_named) {
  std::string bytes =
      readers_test::package({{"word/document.xml", root("document", "<w:body>" + p("Text") + "</w:body>")},
                             {"word/vbaProject.bin", "x"},
                             {"word/embeddings/oleObject1.bin", "x"},
                             {"docProps/core.xml", "<c:p xmlns:c=\"c\"/>"}});
  BOOST_TEST(dump(bytes) ==
             "paragraph [Text]\nnote left_out embedded objects are not read\nnote left_out macros are not read\n");
}

BOOST_AUTO_TEST_CASE(docx_cut_off_is_salvaged_or_refused) {
  std::string body;
  for (int i = 0; i < 3'000; ++i)
    body += p("Sentence number " + std::to_string(i * 7'919 % 10'007) + " of the record.");
  std::string whole = word(body);
  base::Result<document::Document> read = readers::read(whole.substr(0, whole.size() / 2), "a.docx");
  BOOST_REQUIRE(read.ok());
  BOOST_TEST(read.value().blocks.size() > 500u);
  BOOST_TEST(read.value().blocks.size() < 3'000u);
  BOOST_TEST((read.value().notes.at(0).kind == document::NoteKind::salvaged));
  BOOST_TEST(dump(word("<w:p><w:oops></w:p>")) ==
             "refused damaged a.docx: is damaged: its part word/document.xml cannot be read at line 1; copy or export "
             "it again\n");
}

BOOST_AUTO_TEST_CASE(docx_hostile_parts_are_refused) {
  std::string entities =
      "<!DOCTYPE w:document [<!ENTITY a \"aaaa\">]>" + root("document", "<w:body>" + p("&a;") + "</w:body>").substr(38);
  BOOST_TEST(dump(readers_test::package({{"word/document.xml", entities}})).starts_with("refused over_limit"));
  std::string deep;
  for (int i = 0; i < 400; ++i) deep += "<w:tbl><w:tr><w:tc>";
  BOOST_TEST(dump(word(deep)).starts_with("refused over_limit"));
  std::string document = root("document", "<w:body>" + p("One") + "</w:body>");
  std::string other = root("document", "<w:body>" + p("Two") + "</w:body>");
  BOOST_TEST(dump(readers_test::package({{"word/document.xml", document}, {"word/document.xml", other}}))
                 .starts_with("refused damaged"));
}

BOOST_AUTO_TEST_CASE(docx_without_text_is_empty) {
  BOOST_TEST(dump(word("<w:p/>")).starts_with("refused empty a.docx: holds no text"));
}

// Documents as word processors write them, beside what was read of them.
BOOST_AUTO_TEST_CASE(docx_golden_files) {
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(AUDITOR_SOURCE_DIR "/fixtures/readers/docx")) {
    if (entry.path().extension() != ".docx") continue;
    ++seen;
    std::filesystem::path golden = entry.path();
    golden.replace_extension(".dump");
    BOOST_TEST_CONTEXT(entry.path().filename().string()) {
      BOOST_TEST(dump(base::read_file(entry.path(), 1u << 20).value()) == base::read_file(golden, 1u << 20).value());
    }
  }
  BOOST_TEST(seen >= 2u);
}

BOOST_AUTO_TEST_SUITE_END()
