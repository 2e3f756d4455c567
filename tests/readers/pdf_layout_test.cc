#include <boost/test/unit_test.hpp>

#include "readers/format.h"
#include "readers/pdf_maker.h"

namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Part;

Document read(const std::vector<std::string>& pages) {
  PdfMaker maker;
  for (const std::string& page : pages) maker.add_page(page);
  auto document = readers::read_pdf(maker.file(), "t.pdf");
  BOOST_TEST_REQUIRE(document.ok());
  return document.value();
}

// What the cells of each row hold: "a|b" and so on; a header cell ends in *.
std::vector<std::string> rows(const Document& document) {
  std::vector<std::string> rows;
  std::int32_t table = -1;
  std::uint32_t row = 0;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::cell) continue;
    bool fresh = rows.empty() || block.table != table || block.row != row;
    table = block.table;
    row = block.row;
    std::string text(block.at.of(document.text));
    if (block.header) text += "*";
    if (fresh) {
      rows.push_back(text);
    } else {
      rows.back() += "|" + text;
    }
  }
  return rows;
}

std::string box(double left, double up, double width, double height) {
  return std::to_string(left) + " " + std::to_string(up) + " " + std::to_string(width) + " " + std::to_string(height) +
         " re S\n";
}

using Rows = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_layout)

BOOST_AUTO_TEST_CASE(a_table_by_its_lines_keeps_empty_and_wide_cells) {
  std::string content;
  double width[] = {100, 100, 200};
  double left = 72;
  for (int c = 0; c < 3; ++c) {
    for (int r = 0; r < 2; ++r) content += box(left, 600 - 40 * r, width[c], 40);
    left += width[c];
  }
  content += box(72, 640, 400, 30);
  content += pdf_line(75, 650, "The plan", "F2") + pdf_line(75, 625, "Ring the") + pdf_line(75, 612, "school nurse") +
             pdf_line(175, 625, "Beth") + pdf_line(75, 585, "Find the cards") + pdf_line(275, 585, "by Friday");
  Document document = read({content});
  BOOST_TEST_REQUIRE(document.tables.size() == 1U);
  BOOST_TEST(document.tables[0].inferred);
  BOOST_TEST(document.tables[0].columns == 3U);
  BOOST_TEST(document.blocks[0].column_span == 3U);
  BOOST_TEST(rows(document) == (Rows{"The plan*", "Ring the school nurse|Beth|", "Find the cards||by Friday"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(tables_that_touch_are_two) {
  std::string content;
  for (int c = 0; c < 3; ++c) content += box(72 + 100 * c, 600, 100, 20) + pdf_line(75 + 100 * c, 606, "above");
  for (int c = 0; c < 2; ++c) content += box(72 + 150 * c, 580, 150, 20) + pdf_line(75 + 150 * c, 586, "below");
  Document document = read({content});
  BOOST_TEST(document.tables.size() == 2U);
  BOOST_TEST(rows(document) == (Rows{"above|above|above", "below|below"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_table_in_a_cell_stays_there) {
  std::string content;
  for (int c = 0; c < 2; ++c) {
    content += box(72 + 200 * c, 500, 200, 100) + pdf_line(75 + 200 * c, 585, c == 0 ? "Contacts" : "See:");
  }
  for (int c = 0; c < 2; ++c)
    content += box(300 + 60 * c, 540, 60, 20) + pdf_line(303 + 60 * c, 546, c == 0 ? "GP" : "HV");
  Document document = read({content});
  BOOST_TEST_REQUIRE(document.tables.size() == 2U);
  BOOST_TEST(document.tables[1].parent == 1);
}

BOOST_AUTO_TEST_CASE(columns_of_text_make_a_table_without_lines) {
  std::string content =
      pdf_line(72, 700, "Name", "F2") + pdf_line(200, 700, "Relationship", "F2") + pdf_line(330, 700, "Address", "F2");
  const char* people[][3] = {{"Joanne Marsden", "Mother", "17 Cobden Rise"},
                             {"Carl Ibbotson", "Father", "4 Station Cottages"}};
  double up = 680;
  for (const auto& person : people) {
    for (int c = 0; c < 3; ++c) content += pdf_line(72 + 129 * c, up, person[c]);
    up -= 20;
  }
  // A second line of one cell, closer than rows are.
  content += pdf_line(330, up + 20 - 12.5, "Tarnbeck");
  Document document = read({content});
  BOOST_TEST(rows(document) == (Rows{"Name*|Relationship*|Address*", "Joanne Marsden|Mother|17 Cobden Rise",
                                     "Carl Ibbotson|Father|4 Station Cottages Tarnbeck"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(columns_of_running_text_are_read_one_after_the_other) {
  std::string content;
  const char* lines[] = {
      "the worker came to the house to",   "see the children at their home and", "spoke with each of the two alone",
      "before the parents came back from", "their work and then spoke with all", "of the family about what they had",
      "said and what they would like to",  "change in the weeks that follow on", "from this and who would be there to"};
  for (int c = 0; c < 2; ++c) {
    for (int l = 0; l < 9; ++l)
      content += pdf_line(72 + 240 * c, 700 - 13 * l, (c == 0 ? "A " : "B ") + std::string(lines[l]));
  }
  Document document = read({content});
  BOOST_TEST(document.tables.empty());
  std::size_t first_b = document.text.find("B the worker");
  BOOST_TEST(document.text.rfind("A from this") < first_b);
}

BOOST_AUTO_TEST_CASE(a_table_goes_on_over_the_page_under_its_repeated_heading_row) {
  auto row = [](double up, const char* a, const char* b, const char* font = "F1") {
    return box(72, up, 150, 20) + box(222, up, 250, 20) + pdf_line(75, up + 6, a, font) +
           pdf_line(225, up + 6, b, font);
  };
  Document document = read({row(100, "Action", "By whom", "F2") + row(80, "Ring the school", "Beth"),
                            row(780, "Action", "By whom", "F2") + row(760, "Find the cards", "Mum")});
  BOOST_TEST(document.tables.size() == 1U);
  BOOST_TEST(rows(document) == (Rows{"Action*|By whom*", "Ring the school|Beth", "Find the cards|Mum"}),
             boost::test_tools::per_element());
  BOOST_TEST(document.blocks.back().page == 2U);
}

BOOST_AUTO_TEST_CASE(headings_are_known_by_size_and_weight) {
  Document document = read({pdf_line(72, 780, "Initial assessment", "F2", 20) + pdf_line(72, 740, "Health", "F2") +
                            pdf_line(72, 724, "He has had three ear infections this year and is seen by the doctor.") +
                            pdf_line(72, 700, "Identity", "F2") + pdf_line(72, 684, "No issues.")});
  BOOST_TEST_REQUIRE(document.blocks.size() == 5U);
  BOOST_TEST((document.blocks[0].kind == BlockKind::heading));
  BOOST_TEST(document.blocks[0].level == 1);
  BOOST_TEST((document.blocks[1].kind == BlockKind::heading));
  BOOST_TEST(document.blocks[1].level == 2);
  BOOST_TEST(document.blocks[1].inferred);
  BOOST_TEST((document.blocks[4].kind == BlockKind::paragraph));
}

BOOST_AUTO_TEST_CASE(running_heads_and_page_numbers_come_once) {
  std::vector<std::string> pages;
  for (int i = 1; i <= 3; ++i) {
    pages.push_back(pdf_line(72, 810, "Case 40218873") +
                    pdf_line(72, 500, "Text of its own, number " + std::string(1, char('a' + i)) + ".") +
                    pdf_line(280, 30, "Page " + std::to_string(i)));
  }
  Document document = read(pages);
  BOOST_TEST(
      document.text ==
      "Case 40218873\nText of its own, number b.\nText of its own, number c.\nText of its own, number d.\nPage 1");
  BOOST_TEST((document.blocks.front().part == Part::header));
  BOOST_TEST((document.blocks.back().part == Part::footer));
}

BOOST_AUTO_TEST_CASE(paragraphs_run_on_over_lines_and_pages_and_broken_words_are_joined) {
  Document document =
      read({pdf_line(72, 60, "An assess-") + pdf_line(72, 46, "ment of her needs was made at the meet-"),
            pdf_line(72, 780, "ing of the eighth. The assessment is") + pdf_line(72, 766, "long-") +
                pdf_line(72, 752, "term, a long-term one, from that meeting.")});
  BOOST_TEST(document.text ==
             "An assessment of her needs was made at the meeting of the eighth. The assessment is "
             "long-term, a long-term one, from that meeting.");
}

BOOST_AUTO_TEST_CASE(lines_that_were_ended_early_stay_lines) {
  Document document =
      read({pdf_line(72, 700, "Micah, born 5 October 2004") + pdf_line(72, 687, "23 Cannon Hill") +
            pdf_line(72, 674, "He lives there with his grandad, who has had the order for them since")});
  BOOST_TEST(document.text ==
             "Micah, born 5 October 2004\n23 Cannon Hill\nHe lives there with his grandad, who has had "
             "the order for them since");
}

BOOST_AUTO_TEST_CASE(a_heading_beside_its_column_makes_no_column) {
  std::string content =
      pdf_line(72, 700, "What", "F2") + pdf_line(260, 700, "Who", "F2") + pdf_line(330, 700, "When", "F2");
  const char* rows_of_text[][3] = {
      {"Key for the door", "Levi", "By 11 August"}, {"Group", "Natalie", "Ongoing"}, {"See the GP", "Josie", "Soon"}};
  double up = 680;
  for (const auto& row : rows_of_text) {
    content += pdf_line(72, up, row[0]) + pdf_line(200, up, row[1]) + pdf_line(330, up, row[2]);
    up -= 20;
  }
  BOOST_TEST(rows(read({content})) == (Rows{"What*|Who*|When*", "Key for the door|Levi|By 11 August",
                                            "Group|Natalie|Ongoing", "See the GP|Josie|Soon"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(bullets_make_list_items) {
  Document document =
      read({pdf_line(72, 700, "\\225") + pdf_line(90, 700, "No smoking") + pdf_line(72, 686, "\\225") +
            pdf_line(90, 686, "Baby items bought") + pdf_line(72, 660, "2.") + pdf_line(90, 660, "Bridge House")});
  BOOST_TEST(document.text == "No smoking\nBaby items bought\n2. Bridge House");
  for (const Block& block : document.blocks) BOOST_TEST((block.kind == BlockKind::list_item));
}

BOOST_AUTO_TEST_CASE(a_sideways_page_is_turned_and_letters_drawn_twice_count_once) {
  std::string content = "BT /F1 11 Tf 0 1 -1 0 300 100 Tm (Read me along the edge) Tj ET\n";
  BOOST_TEST(read({content}).text == "Read me along the edge");
  std::string bold = pdf_line(72, 700, "Drawn twice") + pdf_line(72.4, 700, "Drawn twice");
  BOOST_TEST(read({bold}).text == "Drawn twice");
}

BOOST_AUTO_TEST_SUITE_END()
