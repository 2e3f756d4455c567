#include "document/builder.h"

#include <boost/test/unit_test.hpp>

#include "base/limit.h"
#include "base/utf8.h"
#include "document/dump.h"

using document::BlockKind;
using document::Builder;
using document::Style;

BOOST_AUTO_TEST_SUITE(document_builder)

BOOST_AUTO_TEST_CASE(blocks_are_parted_by_line_feeds) {
  Builder builder("test");
  Style heading;
  heading.level = 2;
  builder.add(BlockKind::heading, "Views", heading);
  builder.add(BlockKind::paragraph, "  He   said\u00A0so.\n next ");
  builder.add(BlockKind::paragraph, " \n ");
  builder.field("Name", "Tom");
  builder.field("Seen?", "");
  document::Document document = builder.take();
  BOOST_TEST(document.text == "Views\nHe said so.\nnext\nName: Tom\nSeen?");
  BOOST_TEST(document::dump(document) ==
             "heading 2 [Views]\n"
             "paragraph [He said so.\\nnext]\n"
             "field label=[Name:] [Name: Tom]\n"
             "field label=[Seen?] [Seen?]\n");
}

BOOST_AUTO_TEST_CASE(cells_are_parted_by_tabs) {
  Builder builder("test");
  builder.begin_table();
  builder.begin_row();
  for (const char* head : {"A", "B", "C"}) {
    builder.begin_cell({true, 1, 1});
    builder.add(BlockKind::paragraph, head);
    builder.end_cell();
  }
  builder.end_row();
  builder.begin_row();
  builder.begin_cell({false, 2, 1});
  builder.add(BlockKind::paragraph, "tall");
  builder.end_cell();
  builder.begin_cell({false, 1, 2});
  builder.end_cell();
  builder.end_row();
  builder.begin_row();
  builder.begin_cell();
  builder.add(BlockKind::paragraph, "one");
  builder.add(BlockKind::paragraph, "two");
  builder.end_cell();
  builder.end_row();
  builder.end_table();
  builder.add(BlockKind::paragraph, "after");
  document::Document document = builder.take();
  BOOST_TEST(document.text == "A\tB\tC\ntall\t\none\ntwo\nafter");
  BOOST_TEST(document::dump(document) ==
             "cell t0 r0 c0 header [A]\n"
             "cell t0 r0 c1 header [B]\n"
             "cell t0 r0 c2 header [C]\n"
             "cell t0 r1 c0 rows=2 [tall]\n"
             "cell t0 r1 c1 columns=2 []\n"
             "cell t0 r2 c1 [one\\ntwo]\n"
             "  paragraph [one]\n"
             "  paragraph [two]\n"
             "paragraph [after]\n");
  BOOST_TEST(document.tables[0].rows == 3u);
  BOOST_TEST(document.tables[0].columns == 3u);
}

BOOST_AUTO_TEST_CASE(nested_table_belongs_to_its_cell) {
  Builder builder("test");
  builder.begin_table();
  builder.begin_cell();
  builder.add(BlockKind::paragraph, "outer");
  builder.begin_table();
  builder.begin_cell();
  builder.add(BlockKind::paragraph, "inner");
  document::Document document = builder.take();  // ends what is open
  BOOST_TEST(document.text == "outer\ninner");
  BOOST_REQUIRE(document.tables.size() == 2u);
  BOOST_TEST(document.tables[1].parent == 0);
  BOOST_TEST(document.blocks[0].at.size() == document.text.size());
  BOOST_TEST(document.blocks[2].parent == 0);
}

BOOST_AUTO_TEST_CASE(a_block_beyond_the_limit_of_text_is_cut_between_characters) {
  for (const char* before : {"", "x"}) {  // the limit falls before, and within, a character of two bytes
    Builder builder("test");
    std::string text = before;
    while (text.size() < base::limit(base::Limit::paragraph) - 2) text += "\u00E9";
    builder.add(BlockKind::paragraph, "First");
    const std::size_t enough = base::limit(base::Limit::text) / text.size() + 1;
    for (std::size_t i = 0; i < enough; ++i) builder.add(BlockKind::paragraph, text);
    builder.field("Name", "Tom");
    BOOST_TEST(builder.full());
    document::Document document = builder.take();
    BOOST_TEST(document.text.size() <= base::limit(base::Limit::text));
    BOOST_TEST(document.text.size() + 3 > base::limit(base::Limit::text));
    BOOST_TEST(base::is_utf8(document.text));
    BOOST_TEST(document.blocks.size() == 1 + enough);
    BOOST_TEST_REQUIRE(document.notes.size() == 1U);
    BOOST_TEST((document.notes[0].kind == document::NoteKind::cut));
  }
}

BOOST_AUTO_TEST_CASE(a_paragraph_beyond_its_limit_is_cut_between_characters_and_what_follows_is_read) {
  for (const char* before : {"", "x"}) {
    Builder builder("test");
    std::string text = before;
    while (text.size() < base::limit(base::Limit::paragraph) + 10) text += "\u00E9";
    builder.add(BlockKind::paragraph, text);
    builder.field("Name", "Tom");
    BOOST_TEST(!builder.full());
    document::Document document = builder.take();
    BOOST_TEST_REQUIRE(document.blocks.size() == 2U);
    BOOST_TEST(document.blocks[0].at.size() <= base::limit(base::Limit::paragraph));
    BOOST_TEST(document.blocks[0].at.size() + 2 > base::limit(base::Limit::paragraph));
    BOOST_TEST(base::is_utf8(document.text));
    BOOST_TEST(document.text.ends_with("\nName: Tom"));
    BOOST_TEST_REQUIRE(document.notes.size() == 1U);
    BOOST_TEST((document.notes[0].kind == document::NoteKind::cut));
  }
}

BOOST_AUTO_TEST_CASE(hidden_characters_are_dropped_and_noted) {
  Builder builder("test");
  builder.add(BlockKind::paragraph, "so\u00ADft \u202Eturn\u200B ed\x01");
  builder.add(BlockKind::paragraph, "\u202Eagain");
  document::Document document = builder.take();
  BOOST_TEST(document.text == "soft turn ed\nagain");
  BOOST_TEST(document.notes.size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
