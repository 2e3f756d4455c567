#include <boost/test/unit_test.hpp>
#include <string>

#include "document/dump.h"
#include "readers/format.h"
#include "readers/goldens.h"
#include "readers/odt_maker.h"
#include "readers/reader.h"

namespace {

using readers_test::fodt;
using readers_test::odt;
using readers_test::odt_styles;
using readers_test::opendocument;
using readers_test::package;
using readers_test::Parts;

std::string dump(const std::string& bytes, const std::string& name = "a.odt") {
  base::Result<document::Document> read = readers::read(bytes, name);
  return read ? document::dump(read.value())
              : std::string("refused ") + base::name_of(read.error().code) + " " + read.error().one_line() + "\n";
}

void check(const std::string& body, const std::string& expected, const std::string& automatic = "",
           const Parts& parts = {}) {
  BOOST_TEST(dump(odt(body, automatic, parts)) == expected);
}

std::string p(const std::string& text, const std::string& style = "") {
  return "<text:p" + (style.empty() ? "" : " text:style-name=\"" + style + "\"") + ">" + text + "</text:p>";
}
std::string span(const std::string& style, const std::string& text) {
  return "<text:span text:style-name=\"" + style + "\">" + text + "</text:span>";
}
std::string style(const std::string& name, const std::string& family, const std::string& properties,
                  const std::string& more = "") {
  return "<style:style style:name=\"" + name + "\" style:family=\"" + family + "\" " + more + ">" + properties +
         "</style:style>";
}
std::string set(const std::string& properties) {
  return "<style:text-properties " + properties + "/>";
}
std::string cell(const std::string& text, const std::string& more = "") {
  return "<table:table-cell " + more + ">" + p(text) + "</table:table-cell>";
}
std::string row(const std::string& cells, const std::string& more = "") {
  return "<table:table-row " + more + ">" + cells + "</table:table-row>";
}
std::string table(const std::string& rows) {
  return "<table:table><table:table-column/>" + rows + "</table:table>";
}
const std::string covered = "<table:covered-table-cell/>";

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(odt_files_as_a_whole) {
  for (const char* extension : {".odt", ".fodt"}) check_goldens("odt", extension, readers::read_odt);
}

BOOST_AUTO_TEST_CASE(odt_text_of_a_paragraph) {
  check(p("One\n   two<text:s text:c=\"4\"/>three<text:tab/>four<text:line-break/>five <text:a>six</text:a>"),
        "paragraph [One two three four\\nfive six]\n");
  check(p("a<text:s text:c=\"99999999999\"/>b"), "paragraph [a b]\nnote cut more than 1000 spaces in a row were cut\n");
  check(p("Seen <text:date>8 May</text:date> by <text:author-name>B Shah</text:author-name><text:bookmark/>"
          "<text:alphabetical-index-mark text:string-value=\"x\"/>; <text:ruby><text:ruby-base>word</text:ruby-base>"
          "<text:ruby-text>reading</text:ruby-text></text:ruby><text:script>var x;</text:script>"
          "<text:variable-set text:display=\"none\">9</text:variable-set>"),
        "paragraph [Seen 8 May by B Shah; word]\n");
}

BOOST_AUTO_TEST_CASE(odt_bold_and_italic_through_styles) {
  std::string common = "<style:default-style style:family=\"paragraph\">" + set("fo:font-style=\"normal\"") +
                       "</style:default-style>" + style("Strong", "text", set("fo:font-weight=\"700\"")) +
                       style("Hint", "paragraph", set("fo:font-style=\"italic\"")) +
                       style("RingA", "paragraph", "", "style:parent-style-name=\"RingB\"") +
                       style("RingB", "paragraph", set("fo:font-weight=\"bold\""), "style:parent-style-name=\"RingA\"");
  std::string automatic = style("P1", "paragraph", set("fo:font-weight=\"bold\""), "style:parent-style-name=\"Hint\"") +
                          style("T1", "text", "", "style:parent-style-name=\"Strong\"") +
                          style("T2", "text", set("fo:font-weight=\"normal\""));
  check(p("Both", "P1") + p("Hint", "Hint") + p(span("T1", "All ") + span("Strong", "bold")) +
            p(span("T1", "Some") + " bold") + p("One " + span("T2", "not") + " bold", "P1") +
            p(span("T1", span("T2", "Inner"))) + p("Ring", "RingA"),
        "paragraph bold italic [Both]\nparagraph italic [Hint]\nparagraph bold [All bold]\nparagraph [Some bold]\n"
        "paragraph italic [One not bold]\nparagraph [Inner]\nparagraph bold [Ring]\n",
        automatic, {{"styles.xml", odt_styles(common)}});
}

BOOST_AUTO_TEST_CASE(odt_headings) {
  std::string common =
      style("Heading_20_2", "paragraph", set("fo:font-weight=\"bold\""), "style:display-name=\"Heading 2\"") +
      style("Out", "paragraph", "", "style:default-outline-level=\"3\"") +
      style("Title", "paragraph", "", "style:default-outline-level=\"\"") +
      style("Plain", "paragraph", "", "style:parent-style-name=\"Out\" style:default-outline-level=\"\"");
  check(
      "<text:h text:style-name=\"P1\" text:outline-level=\"4\">Four</text:h><text:h "
      "text:style-name=\"Heading_20_2\">By style</text:h><text:h text:outline-level=\"10\">Ten</text:h>" +
          p("Two", "P1") + p("Three", "Out") + p("Record", "Title") + p("Text", "Plain"),
      "heading 4 [Four]\nheading 2 [By style]\nheading 9 [Ten]\nheading 2 [Two]\nheading 3 [Three]\n"
      "heading 1 [Record]\nparagraph [Text]\n",
      style("P1", "paragraph", "", "style:parent-style-name=\"Heading_20_2\""), {{"styles.xml", odt_styles(common)}});
}

BOOST_AUTO_TEST_CASE(odt_styles_that_are_not_defined_are_told_by_name) {
  check(p("Record", "Title") + p("Mine", "P1") + p("Address", "List_20_Heading") + p("1 High St", "List_20_Contents"),
        "heading 1 [Record]\nheading 2 [Mine]\nfield label=[Address:] [Address: 1 High St]\n",
        style("P1", "paragraph", "", "style:parent-style-name=\"Heading_20_2\""));
}

BOOST_AUTO_TEST_CASE(odt_numbered_headings) {
  std::string outline =
      "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
      "<text:outline-level-style text:level=\"2\" style:num-format=\"a\" text:display-levels=\"2\"/>"
      "<text:outline-level-style text:level=\"3\" style:num-format=\"\"/></text:outline-style>" +
      style("Out", "paragraph", "", "style:list-style-name=\"\"");
  auto h = [](int level, const std::string& text, const std::string& more = "") {
    return "<text:h text:outline-level=\"" + std::to_string(level) + "\" " + more + ">" + text + "</text:h>";
  };
  check(h(1, "a") + h(2, "b") + h(2, "c") + h(3, "d") + h(1, "e") + h(1, "f", "text:is-list-header=\"true\"") +
            h(1, "g", "text:style-name=\"Out\"") + h(2, "h") +
            h(1, "i", "text:restart-numbering=\"true\" text:start-value=\"7\""),
        "heading 1 [1. a]\nheading 2 [1.a b]\nheading 2 [1.b c]\nheading 3 [d]\nheading 1 [2. e]\nheading 1 [f]\n"
        "heading 1 [g]\nheading 2 [2.a h]\nheading 1 [7. i]\n",
        "", {{"styles.xml", odt_styles(outline)}});
}

BOOST_AUTO_TEST_CASE(odt_lists_are_counted) {
  const std::string styles =
      "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "
      "style:num-suffix=\".\"/><text:list-level-style-number text:level=\"2\" style:num-format=\"i\" "
      "style:num-prefix=\"(\" style:num-suffix=\")\" text:start-value=\"3\"/><text:list-level-style-number "
      "text:level=\"3\" style:num-format=\"A\" loext:num-list-format=\"%1%-%3%\"/></text:list-style>"
      "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\" "
      "text:bullet-char=\"x\"/></text:list-style>";
  auto list = [](const std::string& items, const std::string& more = "") {
    return "<text:list " + more + ">" + items + "</text:list>";
  };
  auto item = [](const std::string& content, const std::string& more = "") {
    return "<text:list-item " + more + ">" + content + "</text:list-item>";
  };
  const std::string l = "text:style-name=\"L\"";
  check(list(item(p("a") + list(item(p("b")) + item(p("c") + list(item(p("d")))))) + item(p("e") + p("more")) +
                 item(list(item(p("f")))),
             l + " xml:id=\"one\"") +
            list(item(p("dot")), "text:style-name=\"B\"") + list(item(p("again")), l) +
            list("<text:list-header>" + p("head") + "</text:list-header>" + item(p("on")) +
                     item(p("nine"), "text:start-value=\"9\""),
                 l + " text:continue-numbering=\"true\"") +
            list(item(p("third")), l + " text:continue-list=\"one\"") + list(item(p("bare"))),
        "list_item 1 [1. a]\nlist_item 2 [(iii) b]\nlist_item 2 [(iv) c]\nlist_item 3 [1-A d]\nlist_item 1 [2. e]\n"
        "paragraph [more]\nlist_item 2 [(iii) f]\nlist_item 1 [dot]\nlist_item 1 [1. again]\nparagraph [head]\n"
        "list_item 1 [2. on]\nlist_item 1 [9. nine]\nlist_item 1 [3. third]\nlist_item 1 [bare]\n",
        styles);
  check(list(item(p("a") + list(item(p("b")))) + item(p("c")), l),
        "list_item 1 [1. a]\nlist_item 2 [2. b]\nlist_item 1 [3. c]\n",
        "<text:list-style style:name=\"L\" text:consecutive-numbering=\"true\"><text:list-level-style-number "
        "text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/><text:list-level-style-number "
        "text:level=\"2\" style:num-format=\"1\" style:num-suffix=\".\"/></text:list-style>");
  // A list without a style takes its paragraphs'; a number that the file gives goes before one that is counted; a
  // heading in a list has the list's number.
  check(list(item(p("styled", "P1"))) + list(item("<text:number>IX.</text:number>" + p("given")), l) +
            list(item("<text:h text:outline-level=\"1\">Head</text:h>"), l) +
            "<text:numbered-paragraph text:list-id=\"n\" text:level=\"2\" text:style-name=\"L\">" + p("np") +
            "</text:numbered-paragraph><text:numbered-paragraph text:list-id=\"n\" text:level=\"2\" "
            "text:style-name=\"L\">" +
            p("np2") + "</text:numbered-paragraph>",
        "list_item 1 [1. styled]\nlist_item 1 [IX. given]\nheading 1 [1. Head]\nlist_item 2 [(iii) np]\n"
        "list_item 2 [(iv) np2]\n",
        styles + style("P1", "paragraph", "", "style:list-style-name=\"L\""));
}

BOOST_AUTO_TEST_CASE(odt_definition_list_becomes_fields) {
  std::string common = style("List_20_Heading", "paragraph", "") + style("List_20_Contents", "paragraph", "");
  check(
      p("Address", "List_20_Heading") + p("1 High St", "List_20_Contents") + p("Signed", "List_20_Heading") + p("Next"),
      "field label=[Address:] [Address: 1 High St]\nfield label=[Signed:] [Signed:]\nparagraph [Next]\n", "",
      {{"styles.xml", odt_styles(common)}});
}

BOOST_AUTO_TEST_CASE(odt_tables) {
  check(table("<table:table-header-rows>" +
              row(cell("Name") + cell("Both", "table:number-columns-spanned=\"2\"") + covered) +
              "</table:table-header-rows>" +
              row(cell("Down", "table:number-rows-spanned=\"2\"") + cell("b") + cell("c")) +
              row(covered + cell("d") + cell("e"))),
        "cell t0 r0 c0 header [Name]\ncell t0 r0 c1 columns=2 header [Both]\n"
        "cell t0 r1 c0 rows=2 [Down]\ncell t0 r1 c1 [b]\ncell t0 r1 c2 [c]\ncell t0 r2 c1 [d]\ncell t0 r2 c2 [e]\n");
  check(table(row("<table:table-cell>" + p("out") + table(row(cell("in"))) + "</table:table-cell>" + cell("x"))),
        "cell t0 r0 c0 [out\\nin]\n  paragraph [out]\n  cell t1 r0 c0 [in]\ncell t0 r0 c1 [x]\n");
  // Cells that the file calls covered though no other reaches them keep their place; what covered ones hold is hidden.
  check(
      table(row(covered + cell("a")) + row(cell("b", "table:number-columns-spanned=\"2\"") +
                                           "<table:covered-table-cell>" + p("under") + "</table:covered-table-cell>")),
      "cell t0 r0 c0 []\ncell t0 r0 c1 [a]\ncell t0 r1 c0 columns=2 [b]\nnote left_out hidden text is left out\n");
  std::string heads = style("Table_20_Heading", "paragraph", set("fo:font-weight=\"bold\""));
  check(table(row("<table:table-cell>" + p("Who", "Table_20_Heading") + "</table:table-cell><table:table-cell>" +
                  p("", "Table_20_Heading") + "</table:table-cell>")),
        "cell t0 r0 c0 header [Who]\ncell t0 r0 c1 header []\n", "", {{"styles.xml", odt_styles(heads)}});
}

BOOST_AUTO_TEST_CASE(odt_repeats_are_limits) {
  check(table(row(cell("x", "table:number-columns-repeated=\"2\""), "table:number-rows-repeated=\"2\"") +
              row("<table:table-cell/>", "table:number-rows-repeated=\"1000000\"")),
        "cell t0 r0 c0 [x]\ncell t0 r0 c1 [x]\ncell t0 r1 c0 [x]\ncell t0 r1 c1 [x]\ncell t0 r2 c0 []\n");
  std::string wide = dump(
      odt(table(row(cell("x", "table:number-columns-repeated=\"16384\""), "table:number-rows-repeated=\"1048576\""))));
  BOOST_TEST(wide.find("cell t0 r0 c999 [x]") != std::string::npos);
  BOOST_TEST(wide.find("cell t0 r1 ") == std::string::npos);
  BOOST_TEST(wide.find("note cut table cells that are repeated are read once where they would be more than 20000") !=
             std::string::npos);
  std::string long_one = dump(odt(table(row(cell("x"), "table:number-rows-repeated=\"900\""))));
  BOOST_TEST(long_one.find("cell t0 r899 c0 [x]") != std::string::npos);
  BOOST_TEST(long_one.find("note cut") == std::string::npos);
  BOOST_TEST(wide.find("note cut table rows that are repeated more than 1000 times are read as so many") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(odt_boxes_notes_and_comments_follow_their_paragraph) {
  check(p("Before<draw:frame><draw:text-box>" + p("In the box") + "</draw:text-box><svg:title>t</svg:title>" +
          "<svg:desc>d</svg:desc></draw:frame> after") +
            p("Shape <draw:g><draw:custom-shape>" + p("drawn") + "</draw:custom-shape></draw:g>") +
            p("Noted<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("a note") +
              "</text:note-body></text:note> and said<office:annotation><dc:creator>X</dc:creator><dc:date>2010"
              "</dc:date>" +
              p("a comment") + "</office:annotation>"),
        "paragraph [Before after]\nparagraph [In the box]\nparagraph [Shape]\nparagraph [drawn]\n"
        "paragraph [Noted and said]\nparagraph footnote [a note]\nparagraph comment [a comment]\n");
}

BOOST_AUTO_TEST_CASE(odt_headers_and_footers_of_the_masters_in_use) {
  std::string masters =
      "<style:master-page style:name=\"Standard\" style:next-style-name=\"Later\"><style:header>" + p("Head", "MP1") +
      "</style:header><style:footer><text:p>Page <text:page-number>3</text:page-number></text:p></style:footer>"
      "</style:master-page><style:master-page style:name=\"Later\"><style:header>" +
      p("Head") + "</style:header><style:header-left>" + p("Left") + "</style:header-left><style:footer>" +
      "<text:p><text:page-number>3</text:page-number></text:p></style:footer></style:master-page>"
      "<style:master-page style:name=\"Land\"><style:header>" +
      p("Landscape") + "</style:header><style:footer style:display=\"false\">" + p("not shown") +
      "</style:footer></style:master-page><style:master-page style:name=\"Envelope\"><style:header>" + p("unused") +
      "</style:header></style:master-page>";
  // Each part has its own automatic styles.
  std::string styles = odt_styles("", style("MP1", "paragraph", set("fo:font-weight=\"bold\"")), masters);
  check(p("Body", "MP1") + p("Wide", "P2"),
        "paragraph header bold [Head]\nparagraph header [Left]\nparagraph header [Landscape]\nparagraph [Body]\n"
        "paragraph [Wide]\nparagraph footer [Page 3]\n",
        style("P2", "paragraph", "", "style:master-page-name=\"Land\""), {{"styles.xml", styles}});
}

BOOST_AUTO_TEST_CASE(odt_box_of_a_page_begins_no_master_page) {
  std::string masters = "<style:master-page style:name=\"Standard\"><style:header>" + p("unused") +
                        "</style:header></style:master-page><style:master-page style:name=\"Land\"><style:header>" +
                        p("Head") + "</style:header></style:master-page>";
  check("<draw:frame text:anchor-type=\"page\"><draw:text-box>" + p("Box") + "</draw:text-box></draw:frame>" +
            p("Body", "P1"),
        "paragraph header [Head]\nparagraph [Box]\nparagraph [Body]\n",
        style("P1", "paragraph", "", "style:master-page-name=\"Land\""), {{"styles.xml", odt_styles("", "", masters)}});
}

BOOST_AUTO_TEST_CASE(odt_hidden_and_deleted_text) {
  std::string hidden = style("T1", "text", set("text:display=\"none\""));
  check("<text:tracked-changes><text:changed-region><text:deletion><office:change-info/>" + p("deleted") +
            "</text:deletion></text:changed-region></text:tracked-changes>" +
            p("Seen " + span("T1", "secret") +
              "alone<text:hidden-text text:is-hidden=\"true\">no</text:hidden-text>"
              "<text:hidden-text text:is-hidden=\"false\">, shown</text:hidden-text>"
              "<text:conditional-text>, so</text:conditional-text>") +
            p("Gone<text:hidden-paragraph text:is-hidden=\"true\"/>") + "<text:section text:display=\"none\">" +
            p("section") + "</text:section><text:section>" + p("open") +
            "</text:section><text:section><text:section-source xlink:href=\"b.odt\"/></text:section>",
        "paragraph [Seen alone, shown, so]\nparagraph [open]\n"
        "note left_out text that was deleted with changes tracked is left out\nnote left_out hidden text is left "
        "out\nnote left_out parts kept in other files are not read\n",
        hidden);
}

BOOST_AUTO_TEST_CASE(odt_deletions_that_stand_in_the_text) {
  auto mark = [](const std::string& kind, const std::string& id) {
    return "<text:change-" + kind + " text:change-id=\"" + id + "\"/>";
  };
  check(
      "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><office:change-info/>"
      "</text:deletion></text:changed-region><text:changed-region text:id=\"c2\"><text:insertion/>"
      "</text:changed-region></text:tracked-changes>" +
          p("Kept " + mark("start", "c1") + "deleted " + mark("start", "c2") + "both") + p("deleted too") +
          p("end" + mark("end", "c1") + " in" + mark("end", "c2") + " out"),
      "paragraph [Kept]\nparagraph [in out]\n"
      "note left_out text that was deleted with changes tracked is left out\n");
}

BOOST_AUTO_TEST_CASE(odt_other_deletions_and_markup_kept_as_comments) {
  check(p("Kept<delta:removed-content xmlns:delta=\"http://www.deltaxml.com/ns/track-changes/delta-namespace\">gone"
          "</delta:removed-content>"),
        "paragraph [Kept]\nnote left_out text that was deleted with changes tracked is left out\n");
  check(p("Text<office:annotation>" + p("HTML: &lt;noscript&gt;") + "</office:annotation>"), "paragraph [Text]\n");
}

BOOST_AUTO_TEST_CASE(odt_indexes_without_their_templates) {
  check(
      "<text:table-of-content><text:table-of-content-source><text:index-title-template>T</text:index-title-template>"
      "</text:table-of-content-source><text:index-body><text:index-title>" +
          p("Contents") + "</text:index-title>" + p("One<text:tab/>2") + "</text:index-body></text:table-of-content>",
      "paragraph [Contents]\nparagraph [One 2]\n");
}

BOOST_AUTO_TEST_CASE(odt_form_controls) {
  const std::string forms =
      "<office:forms><form:form><form:properties/><form:checkbox form:id=\"c1\" form:label=\"Seen alone\" "
      "form:current-state=\"checked\"/><form:checkbox form:id=\"c2\" form:state=\"unchecked\"/>"
      "<form:text form:id=\"c3\" form:title=\"Worker\" form:current-value=\"B Shah\"/><form:textarea form:id=\"c4\">" +
      p("two") + p("lines") +
      "</form:textarea><form:listbox form:id=\"c5\"><form:option form:label=\"Yes\"/><form:option form:label=\"No\" "
      "form:current-selected=\"true\"/></form:listbox><form:fixed-text form:id=\"c6\" form:label=\"Date:\"/>"
      "<form:button form:id=\"c7\" form:label=\"Print\"/><form:radio form:id=\"c8\" form:label=\"Girl\" "
      "form:selected=\"true\"/><form:text form:id=\"c9\" form:title=\"Manager\"/></form:form></office:forms>";
  auto at = [](const std::string& id, const std::string& anchor = "as-char") {
    return "<draw:control draw:control=\"" + id + "\" text:anchor-type=\"" + anchor + "\"/>";
  };
  check(forms + p(at("c1") + at("c7")) + p(at("c2") + "Ready") + p(at("c3")) + p("Worker: " + at("c3")) + p(at("c4")) +
            p("Answer? " + at("c5")) + p(at("c6")) + p(at("c8", "paragraph") + "Sex") +
            p(at("c3", "paragraph") + "Name:") + p(at("c9")) + at("c3", "page"),
        "paragraph [☒ Seen alone]\nparagraph [☐ Ready]\nfield label=[Worker:] [Worker: B Shah]\n"
        "paragraph [Worker: B Shah]\nparagraph [two\\nlines]\nparagraph [Answer? No]\nparagraph [Date:]\n"
        "paragraph [Sex]\nparagraph [☒ Girl]\nparagraph [Name: B Shah]\nfield label=[Manager:] [Manager:]\n"
        "field label=[Worker:] [Worker: B Shah]\n");
  check(p("Tick <field:fieldmark field:type=\"vnd.oasis.opendocument.field.FORMCHECKBOX\"><field:param "
          "field:name=\"Checkbox_Checked\" field:value=\"true\"/></field:fieldmark> <field:fieldmark "
          "field:type=\"vnd.oasis.opendocument.field.FORMDROPDOWN\"><field:param field:name=\"Dropdown_ListEntry\" "
          "field:value=\"a\"/><field:param field:name=\"Dropdown_ListEntry\" field:value=\"b\"/><field:param "
          "field:name=\"Dropdown_Selected\" field:value=\"1\"/></field:fieldmark>") +
            p("Page <field:fieldmark-start field:type=\"x\"/> PAGE \\* x<field:fieldmark-separator/>4"
              "<field:fieldmark-end/>") +
            p("<loext:content-control loext:checkbox=\"true\" loext:checked=\"true\">o</loext:content-control> yes") +
            p("<loext:content-control loext:alias=\"School\">St Hilda's</loext:content-control>"),
        "paragraph [Tick ☒ b]\nparagraph [Page 4]\nparagraph [☒ yes]\nfield label=[School:] [School: St Hilda's]\n");
}

BOOST_AUTO_TEST_CASE(odt_symbols_by_font) {
  check(p("\xEF\x82\xA8 plain"), "paragraph [☐ plain]\n");
  std::string fonts = opendocument(
      "document-styles",
      "<office:font-face-decls><style:font-face style:name=\"W1\" svg:font-family=\"&apos;Wingdings&apos;\"/>"
      "</office:font-face-decls><office:styles>" +
          style("Sign", "text", set("style:font-name=\"W1\"")) + "</office:styles>");
  check(p(span("Sign", "\xC3\xBE") + " ticked"), "paragraph [☑ ticked]\n", "", {{"styles.xml", fonts}});
}

BOOST_AUTO_TEST_CASE(odt_pages_where_told) {
  std::string body =
      "<text:section>" + p("one") + "<text:soft-page-break/>" + p("two") + p("three", "P1") + "</text:section>";
  std::string automatic = style("P1", "paragraph", "<style:paragraph-properties fo:break-before=\"page\"/>");
  std::string content = opendocument("document-content", "<office:automatic-styles>" + automatic +
                                                             "</office:automatic-styles><office:body><office:text "
                                                             "text:use-soft-page-breaks=\"true\">" +
                                                             body + "</office:text></office:body>");
  BOOST_TEST(dump(package({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}})) ==
             "paragraph page=1 [one]\nparagraph page=2 [two]\nparagraph page=3 [three]\n");
  BOOST_TEST(dump(odt(body, automatic)) == "paragraph [one]\nparagraph [two]\nparagraph [three]\n");
}

BOOST_AUTO_TEST_CASE(odt_objects_formulas_and_macros) {
  const std::string object = "<draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image/></draw:frame>";
  check(p("See " + object), "paragraph [See]\nnote left_out embedded objects are not read\n");
  const std::string manifest =
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry "
      "manifest:full-path=\"Object 1/\" manifest:media-type=\"application/vnd.oasis.opendocument.formula\"/>"
      "</manifest:manifest>";
  const std::string formula =
      "<math:math xmlns:math=\"http://www.w3.org/1998/Math/MathML\"><math:semantics><math:mi>x</math:mi><math:mo>="
      "</math:mo><math:mn>1</math:mn><math:annotation>x=1</math:annotation></math:semantics></math:math>";
  check(p("See " + object), "paragraph [See x=1]\n", "",
        {{"META-INF/manifest.xml", manifest}, {"Object 1/content.xml", formula}});
  BOOST_TEST(dump(fodt(p("See <draw:frame><draw:object>" + formula + "</draw:object></draw:frame>")), "a.fodt") ==
             "paragraph [See x=1]\n");
  BOOST_TEST(dump(fodt(p("Chart <draw:frame><draw:object><office:document><office:body>" + p("axis") +
                         "</office:body></office:document></draw:object></draw:frame>")),
                  "a.fodt") == "paragraph [Chart]\nnote left_out embedded objects are not read\n");
  check(p("Text"), "paragraph [Text]\nnote left_out macros are not read\n", "", {{"Basic/script-lc.xml", "<a/>"}});
  BOOST_TEST(dump(fodt(p("Text"),
                       "<office:scripts><office:script><ooo:module>Sub x</ooo:module></office:script>"
                       "</office:scripts>"),
                  "a.fodt") == "paragraph [Text]\nnote left_out macros are not read\n");
}

BOOST_AUTO_TEST_CASE(odt_flat_files) {
  std::string flat = fodt("<text:h text:outline-level=\"1\">Head</text:h>" + p("Text", "P1"),
                          "<office:meta><dc:title>A record</dc:title></office:meta><office:automatic-styles>" +
                              style("P1", "paragraph", set("fo:font-weight=\"bold\"")) +
                              "</office:automatic-styles><office:master-styles><style:master-page "
                              "style:name=\"Standard\"><style:header>" +
                              p("Top") + "</style:header></style:master-page></office:master-styles>");
  BOOST_TEST(dump(flat, "a.fodt") == "paragraph header [Top]\nheading 1 [Head]\nparagraph bold [Text]\n");
  BOOST_TEST(readers::read(flat, "a.fodt").value().title == "A record");
  // LibreOffice binds the names of XHTML too.
  flat.insert(flat.find(" xmlns:"), " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
  BOOST_TEST(readers::name_of(readers::sniff(flat, "a.xml")) == std::string("odt"));
  flat.insert(flat.find(" xmlns:"), " office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"");
  BOOST_TEST(readers::name_of(readers::sniff(flat, "a.fods")) == std::string("other_office"));
}

BOOST_AUTO_TEST_CASE(odt_of_openoffice_1) {
  std::string content =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE office:document-content PUBLIC \"-//OpenOffice.org//DTD "
      "OfficeDocument 1.0//EN\" \"office.dtd\"><office:document-content "
      "xmlns:office=\"http://openoffice.org/2000/office\" xmlns:style=\"http://openoffice.org/2000/style\" "
      "xmlns:text=\"http://openoffice.org/2000/text\" xmlns:fo=\"http://www.w3.org/1999/XSL/Format\">"
      "<office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\"><style:properties "
      "fo:font-weight=\"bold\"/></style:style><text:list-style style:name=\"L1\"><text:list-level-style-number "
      "text:level=\"1\" style:num-format=\"a\" style:num-suffix=\")\"/></text:list-style></office:automatic-styles>"
      "<office:body><text:h text:level=\"2\">Two</text:h><text:p text:style-name=\"P1\">Bold<text:footnote>"
      "<text:footnote-citation>1</text:footnote-citation><text:footnote-body><text:p>note</text:p>"
      "</text:footnote-body></text:footnote></text:p><text:ordered-list text:style-name=\"L1\"><text:list-item>"
      "<text:p>item</text:p></text:list-item></text:ordered-list></office:body></office:document-content>";
  BOOST_TEST(dump(package({{"mimetype", "application/vnd.sun.xml.writer"}, {"content.xml", content}}), "a.sxw") ==
             "heading 2 [Two]\nparagraph bold [Bold]\nparagraph footnote [note]\nlist_item 1 [a) item]\n");
}

BOOST_AUTO_TEST_CASE(odt_refusals) {
  const std::string encrypted =
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry "
      "manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
  const std::pair<std::string, std::string> type = {"mimetype", "application/vnd.oasis.opendocument.text"};
  BOOST_TEST(dump(package({type, {"META-INF/manifest.xml", encrypted}, {"content.xml", "\x01\x02"}})) ==
             "refused encrypted a.odt: is password-protected; save it without a password\n");
  std::string library = encrypted;
  library.replace(library.find("content.xml"), 11, "Basic/Mine/Module1.xml");
  check(p("Text"), "paragraph [Text]\n", "", {{"META-INF/manifest.xml", library}});
  BOOST_TEST(dump(package({type, {"encrypted-package", "\x01\x02"}})) ==
             "refused encrypted a.odt: is password-protected; save it without a password\n");
  BOOST_TEST(dump(package({type, {"styles.xml", "<a/>"}})) ==
             "refused damaged a.odt: is an OpenDocument text without its content; copy or export it again\n");
  BOOST_TEST(dump(package({type, {"content.xml", "rubbish"}})) ==
             "refused damaged a.odt: is damaged: its content cannot be read at line 1; copy or export it again\n");
  BOOST_TEST(dump(odt(p(""))).starts_with("refused empty"));
  std::string sheet = opendocument("document-content", "<office:body><office:spreadsheet/></office:body>");
  BOOST_TEST(dump(package({type, {"content.xml", sheet}})).starts_with("refused not_a_record"));
  std::string entity = odt("");
  BOOST_TEST(
      dump(package({type, {"content.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"}}))
          .starts_with("refused"));
}

BOOST_AUTO_TEST_CASE(odt_damaged_files_are_salvaged) {
  std::string content = opendocument("document-content", "<office:body><office:text>" + p("One") + p("Two"));
  content.resize(content.size() - std::string("</text:p></office:document-content>").size());
  const std::pair<std::string, std::string> type = {"mimetype", "application/vnd.oasis.opendocument.text"};
  const std::string salvaged =
      "paragraph [One]\nparagraph [Two]\nnote salvaged the file is cut off or damaged: the text after the fault is "
      "missing\n";
  BOOST_TEST(dump(package({type, {"content.xml", content}})) == salvaged);
  check(p("Text"), "paragraph [Text]\nnote salvaged the styles could not be read: headings may be missing\n", "",
        {{"styles.xml", "<office:document-styles"}});
}

BOOST_AUTO_TEST_CASE(odt_deep_and_wide_nesting_ends) {
  std::string deep;
  std::string close;
  for (int i = 0; i < 240; ++i) {
    deep += "<table:table><table:table-row><table:table-cell>";
    close += "</table:table-cell></table:table-row></table:table>";
  }
  BOOST_TEST(dump(odt(deep + p("x") + close)).find("cell t239 r0 c0") != std::string::npos);
  std::string lists;
  for (int i = 0; i < 5'000; ++i) lists += "<text:list><text:list-item>";
  BOOST_TEST(dump(odt(lists)).starts_with("refused over_limit"));
}

BOOST_AUTO_TEST_SUITE_END()
