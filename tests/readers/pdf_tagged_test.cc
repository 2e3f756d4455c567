#include <boost/test/unit_test.hpp>

#include "document/dump.h"
#include "readers/format.h"
#include "readers/pdf_maker.h"

namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Part;

std::string marked(int id, const std::string& content) {
  return "/Span <</MCID " + std::to_string(id) + ">> BDC\n" + content + "EMC\n";
}

// A structure tree over one page: elements are written as "/S /P /K 0", children as numbers of earlier elements.
class TaggedMaker {
 public:
  int element(const std::string& entries) { return maker.add("<</Type /StructElem " + entries + ">>"); }
  int element(const std::string& kind, const std::vector<int>& children, const std::string& entries = "") {
    std::string kids;
    for (int child : children) kids += std::to_string(child) + " 0 R ";
    return element("/S /" + kind + " /K [" + kids + "] " + entries);
  }
  // An element that holds one piece of marked content of the page.
  int leaf(const std::string& kind, int id, const std::string& entries = "") {
    return element("/S /" + kind + " /Pg " + std::to_string(page) + " 0 R /K " + std::to_string(id) + " " + entries);
  }
  Document read(const std::vector<int>& top, const std::string& root_entries = "") {
    std::string kids;
    for (int child : top) kids += std::to_string(child) + " 0 R ";
    int root = maker.add("<</Type /StructTreeRoot /K [" + kids + "] " + root_entries + ">>");
    auto document = readers::read_pdf(
        maker.file("/MarkInfo <</Marked true>> /StructTreeRoot " + std::to_string(root) + " 0 R"), "t.pdf");
    BOOST_TEST_REQUIRE(document.ok());
    return document.value();
  }

  PdfMaker maker;
  int page = 0;
};

const Block& block(const Document& document, std::size_t index) {
  BOOST_TEST_REQUIRE(index < document.blocks.size());
  return document.blocks[index];
}

std::string text(const Document& document, const Block& of) {
  return std::string(of.at.of(document.text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_tagged)

BOOST_AUTO_TEST_CASE(headings_and_paragraphs_come_in_the_order_of_the_tree) {
  TaggedMaker t;
  t.page = t.maker.add_page(marked(0, pdf_line(72, 600, "She was seen on her ") + pdf_line(72, 586, "own.")) +
                            marked(1, pdf_line(72, 700, "The child's views", "F2", 16)));
  int paragraph = t.leaf("P", 0);
  int heading = t.leaf("H2", 1);
  Document document = t.read({t.element("Document", {heading, paragraph})});
  BOOST_TEST(document.text == "The child's views\nShe was seen on her own.");
  BOOST_TEST((block(document, 0).kind == BlockKind::heading));
  BOOST_TEST(block(document, 0).level == 2);
  BOOST_TEST(!block(document, 0).inferred);
  BOOST_TEST((block(document, 1).kind == BlockKind::paragraph));
  BOOST_TEST(block(document, 1).page == 1U);
}

BOOST_AUTO_TEST_CASE(a_table_keeps_header_cells_and_spans) {
  TaggedMaker t;
  std::string content;
  const char* words[] = {"Plan", "Action", "By whom", "Ring the school", "Beth", "Later"};
  for (int i = 0; i < 6; ++i) content += marked(i, pdf_line(72 + 90 * (i % 2), 700 - 20 * i, words[i]));
  t.page = t.maker.add_page(content);
  int over = t.leaf("TH", 0, "/A <</O /Table /ColSpan 2>>");
  int row0 = t.element("TR", {over});
  int row1 = t.element("TR", {t.leaf("TH", 1), t.leaf("TH", 2)});
  int tall = t.leaf("TD", 3, "/A [<</O /Layout>> <</O /Table /RowSpan 2>>]");
  int row2 = t.element("TR", {tall, t.leaf("TD", 4)});
  int row3 = t.element("TR", {t.leaf("TD", 5)});
  int head = t.element("THead", {row0, row1});
  Document document = t.read({t.element("Table", {head, t.element("TBody", {row2, row3})})});
  BOOST_TEST_REQUIRE(document.tables.size() == 1U);
  BOOST_TEST(document.tables[0].rows == 4U);
  BOOST_TEST(document.tables[0].columns == 2U);
  BOOST_TEST(block(document, 0).column_span == 2U);
  BOOST_TEST(block(document, 1).header);
  BOOST_TEST(block(document, 3).row_span == 2U);
  BOOST_TEST(!block(document, 3).header);
  BOOST_TEST(text(document, block(document, 5)) == "Later");
  BOOST_TEST(block(document, 5).column == 1U);
}

BOOST_AUTO_TEST_CASE(lists_lose_bullets_and_keep_numbers) {
  TaggedMaker t;
  t.page = t.maker.add_page(marked(0, pdf_line(72, 700, "\\225")) + marked(1, pdf_line(90, 700, "No smoking")) +
                            marked(2, pdf_line(72, 680, "2.")) + marked(3, pdf_line(90, 680, "Bridge House")) +
                            marked(4, pdf_line(108, 660, "Room 6")));
  int first = t.element("LI", {t.leaf("Lbl", 0), t.leaf("LBody", 1)});
  int inner = t.element("L", {t.element("LI", {t.leaf("LBody", 4)})});
  int second = t.element("LI", {t.leaf("Lbl", 2), t.element("LBody", {t.leaf("P", 3), inner})});
  Document document = t.read({t.element("L", {first, second})});
  BOOST_TEST(document.text == "No smoking\n2. Bridge House\nRoom 6");
  for (std::size_t i = 0; i < 3; ++i) BOOST_TEST((block(document, i).kind == BlockKind::list_item));
  BOOST_TEST(block(document, 1).level == 1);
  BOOST_TEST(block(document, 2).level == 2);
}

BOOST_AUTO_TEST_CASE(own_names_are_mapped_and_new_ones_are_not_lost) {
  TaggedMaker t;
  t.page = t.maker.add_page(marked(0, pdf_line(72, 700, "Assessment")) + marked(1, pdf_line(72, 680, "Inside")));
  int heading = t.leaf("Heading#201", 0);
  int unknown = t.element("Chapter", {t.leaf("Stanza", 1)});
  Document document = t.read({heading, unknown}, "/RoleMap <</Heading#201 /Kopf /Kopf /H1 /Loop /Loop>>");
  BOOST_TEST(document.text == "Assessment\nInside");
  BOOST_TEST((block(document, 0).kind == BlockKind::heading));
}

BOOST_AUTO_TEST_CASE(replacements_are_read_in_place_of_what_is_drawn) {
  TaggedMaker t;
  t.page = t.maker.add_page(marked(0, pdf_line(72, 700, "seen ")) + marked(1, pdf_line(100, 700, "*")) +
                            "/Span <</MCID 2 /ActualText (today)>> BDC\n" + pdf_line(120, 700, "2day") + "EMC\n");
  int paragraph = t.element("P", {t.leaf("Span", 0), t.leaf("Span", 1, "/ActualText (alone)"), t.leaf("Span", 2)});
  Document document = t.read({paragraph});
  BOOST_TEST(document.text == "seen alone today");
}

BOOST_AUTO_TEST_CASE(artifacts_are_margins_and_come_once) {
  TaggedMaker t;
  std::vector<int> paragraphs;
  for (int i = 0; i < 3; ++i) {
    std::string number = std::to_string(i + 1);
    t.page = t.maker.add_page("/Artifact BMC\n" + pdf_line(72, 800, "Tarnbeck Council") +
                              pdf_line(280, 30, "Page " + number + " of 3") + "EMC\n" +
                              marked(0, pdf_line(72, 600, "Text of page " + number + ".")));
    paragraphs.push_back(t.leaf("P", 0));
  }
  Document document = t.read(paragraphs);
  BOOST_TEST(document.text == "Tarnbeck Council\nText of page 1.\nText of page 2.\nText of page 3.\nPage 1 of 3");
  BOOST_TEST((block(document, 0).part == Part::header));
  BOOST_TEST((block(document, 4).part == Part::footer));
  BOOST_TEST(block(document, 3).page == 3U);
}

BOOST_AUTO_TEST_CASE(text_said_again_on_the_next_page_comes_once) {
  // As LibreOffice repeats a table's heading row; a running head that reads like a title stays one.
  TaggedMaker t;
  std::vector<int> paragraphs;
  for (int i = 0; i < 3; ++i) {
    t.page = t.maker.add_page(
        "/Artifact BMC\n" + pdf_line(72, 800, "Early Help") +
        (i == 1 ? pdf_line(72, 700, "Area") + pdf_line(200, 700, "Going OK?") : std::string()) + "EMC\n" +
        marked(0, i == 0 ? pdf_line(72, 650, "Early Help") + pdf_line(72, 600, "Area") + pdf_line(200, 600, "Going OK?")
                         : pdf_line(72, 600, "Health is fine there.")));
    paragraphs.push_back(t.leaf("P", 0));
  }
  Document document = t.read(paragraphs);
  BOOST_TEST(document.text == "Early Help\nEarly Help\nArea Going OK?\nHealth is fine there.\nHealth is fine there.");
}

BOOST_AUTO_TEST_CASE(text_outside_the_tree_is_not_lost) {
  TaggedMaker t;
  t.page = t.maker.add_page(marked(0, pdf_line(72, 700, "In the tree.")) +
                            pdf_line(72, 600, "Outside it, and much longer than what is in."));
  Document document = t.read({t.leaf("P", 0)});
  BOOST_TEST(document.text == "In the tree.\nOutside it, and much longer than what is in.");
  BOOST_TEST(block(document, 0).inferred);
}

BOOST_AUTO_TEST_CASE(property_lists_by_name_are_followed) {
  TaggedMaker t;
  t.page = t.maker.add_page(
      "/P /One BDC\n" + pdf_line(72, 700, "Named list.") + "EMC\n" + marked(1, pdf_line(72, 680, "Its own list.")), "");
  std::string page = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + std::to_string(t.page - 1) +
                     " 0 R /Resources <</Properties <</One <</MCID 0>>>> /Font <</F1 <</Type /Font /Subtype /Type1 "
                     "/BaseFont /Helvetica>>>>>>>>";
  t.maker.replace(t.page, page);
  Document document = t.read({t.leaf("P", 1), t.leaf("H1", 0)});
  BOOST_TEST(document.text == "Its own list.\nNamed list.");
}

BOOST_AUTO_TEST_CASE(a_tree_that_turns_in_circles_or_runs_deep_ends) {
  TaggedMaker t;
  t.page = t.maker.add_page(marked(0, pdf_line(72, 700, "Once.")));
  int leaf = t.leaf("P", 0);
  int ring = t.element("Sect", {leaf});
  t.maker.replace(ring, "<</Type /StructElem /S /Sect /K [" + std::to_string(ring) + " 0 R " + std::to_string(leaf) +
                            " 0 R " + std::to_string(leaf) + " 0 R]>>");
  std::string deep;
  for (int i = 0; i < 5'000; ++i) deep = std::to_string(t.element("/S /Sect /K [" + deep + "]")) + " 0 R";
  Document document = t.read({ring, t.element("/S /Sect /K [" + deep + "]")});
  BOOST_TEST(document.text == "Once.");
  BOOST_TEST_REQUIRE(document.notes.size() == 1U);
  BOOST_TEST((document.notes[0].kind == document::NoteKind::cut));
}

BOOST_AUTO_TEST_SUITE_END()
