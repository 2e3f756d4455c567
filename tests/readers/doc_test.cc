#include <boost/test/unit_test.hpp>
#include <string>

#include "document/dump.h"
#include "readers/compound_maker.h"
#include "readers/format.h"
#include "readers/goldens.h"
#include "readers/reader.h"

namespace {

using readers_test::le16;
using readers_test::le32;
using readers_test::on;
using readers_test::sprm;
using readers_test::wide;
using readers_test::WordMaker;

std::string dump(const std::string& bytes) {
  base::Result<document::Document> read = readers::read(bytes, "a.doc");
  return read ? document::dump(read.value())
              : std::string("refused ") + base::name_of(read.error().code) + " " + read.error().one_line() + "\n";
}

std::string dump(const WordMaker& maker) {
  return dump(maker.file());
}

const std::string special = on(0x0855);
const std::string bold = on(0x0835);
const std::string italic = on(0x0836);
const std::string hidden = on(0x083C);
const std::string deleted = on(0x0800);

// A list table of one list and one override: levels of the number format and the text, in which \1 to \9 stand for the
// levels' numbers less one.
struct Level {
  int format;
  std::u16string text;
  std::uint32_t start = 1;
};
WordMaker& with_list(WordMaker& maker, const std::vector<Level>& levels) {
  std::string fixed = le16(1) + le32(77) + le32(0) + std::string(18, '\0') + std::string(2, '\0');
  std::string all;
  for (const Level& level : levels) {
    all += le32(level.start) + static_cast<char>(level.format) + std::string(23, '\0');
    all += le16(static_cast<unsigned>(level.text.size())) + wide(level.text);
  }
  return maker.table(73, fixed + all).table(74, le32(1) + le32(77) + std::string(12, '\0') + le32(0));
}
std::string in_list(int level) {
  return sprm(0x260A, std::string(1, static_cast<char>(level))) + sprm(0x460B, le16(1));
}

// What a form field keeps in the data stream.
std::string form_data(unsigned type, unsigned state, unsigned by_default, const std::vector<std::u16string>& entries) {
  auto text = [](std::u16string_view t) { return le16(static_cast<unsigned>(t.size())) + wide(t) + le16(0); };
  std::string field = le32(0xFFFFFFFF) + le16(type | (state << 2)) + le16(0) + le16(0) + text(u"Box1");
  field += le16(by_default);
  for (int i = 0; i < 5; ++i) field += text(u"x");
  if (type == 2) {
    field += le16(0xFFFF) + le16(static_cast<unsigned>(entries.size())) + le16(0);
    for (const std::u16string& entry : entries) field += le16(static_cast<unsigned>(entry.size())) + wide(entry);
  }
  std::string header = le16(68) + std::string(62, '\0');
  return le32(static_cast<std::uint32_t>(4 + header.size() + field.size())) + header + field;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(doc_runs_of_a_paragraph) {
  BOOST_TEST(dump(WordMaker()
                      .run(u"One ")
                      .p(u"two\tthree\u000Bfour\u001Efive\u001Fsix")
                      .p(u"caf\u00E9 \u201Cquoted\u201D \u4E2D \xD83D\xDE00")
                      .p(u"")
                      .p(u"page\u000Cbreak")) ==
             "paragraph [One two three\\nfour-fivesix]\nparagraph [caf\u00E9 \u201Cquoted\u201D \u4E2D \U0001F600]\n"
             "paragraph [page\\nbreak]\n");
  BOOST_TEST(dump(WordMaker().one_byte().p(u"caf\u00E9 \u0093quoted\u0094 \u0080")) ==
             "paragraph [caf\u00E9 \u201Cquoted\u201D \u20AC]\n");
}

BOOST_AUTO_TEST_CASE(doc_section_mark_ends_a_paragraph) {
  BOOST_TEST(dump(WordMaker().run(u"first\u000C").end().p(u"second")) == "paragraph [first]\nparagraph [second]\n");
}

BOOST_AUTO_TEST_CASE(doc_bold_and_italic_blocks) {
  BOOST_TEST(dump(WordMaker()
                      .run(u"All ", bold)
                      .run(u"bold", bold)
                      .p(u"")
                      .run(u"Some", bold)
                      .p(u" bold")
                      .run(u"Help", italic)
                      .p(u"")) == "paragraph bold [All bold]\nparagraph [Some bold]\nparagraph italic [Help]\n");
}

BOOST_AUTO_TEST_CASE(doc_toggles_are_relative_to_the_style) {
  WordMaker maker;
  maker.styles({{0, u"Normal", 0xFFF, "", ""},
                {0xFFE, u"Label", 0, "", bold},
                {0xFFE, u"Strong", 0xFFF, "", bold, 2},
                {0xFFE, u"Under", 1, "", sprm(0x0835, "\x81")}});
  auto toggle = [](char value) { return sprm(0x0835, std::string(1, value)); };
  maker.run(u"by style").p(u"", "", 1);
  maker.run(u"off", sprm(0x0835, std::string(1, '\0'))).p(u"", "", 1);
  maker.run(u"as it", toggle('\x80')).p(u"", "", 1);
  maker.run(u"against", toggle('\x81')).p(u"", "", 1);
  maker.run(u"strong", sprm(0x4A30, le16(2))).p(u"", "", 0);
  maker.run(u"twice", sprm(0x4A30, le16(2))).p(u"", "", 1);
  maker.run(u"based on it").p(u"", "", 3);
  BOOST_TEST(dump(maker) ==
             "paragraph bold [by style]\nparagraph [off]\nparagraph bold [as it]\nparagraph [against]\n"
             "paragraph bold [strong]\nparagraph [twice]\nparagraph [based on it]\n");
}

BOOST_AUTO_TEST_CASE(doc_headings_by_style_and_outline) {
  WordMaker maker;
  maker.styles({{0, u"Normal", 0xFFF, "", ""},
                {2, u"\u00DCberschrift 2", 0, "", bold},
                {0xFFE, u"Mine", 1, "", ""},
                {0xFFE, u"Outlined", 0, sprm(0x2640, "\x03"), ""},
                {62, u"Titel", 0, "", ""},
                {0xFFE, u"Not one", 1, sprm(0x2640, "\x09"), ""},
                {0xFFE, u"Table Heading", 0, "", ""},
                {48, u"Aufz\u00E4hlung", 0, "", ""}});
  maker.p(u"two", "", 1).p(u"mine", "", 2).p(u"four", "", 3).p(u"title", "", 4).p(u"body", "", 5);
  maker.p(u"direct", sprm(0x2640, std::string(1, '\0'))).p(u"none", sprm(0x2640, "\x09"), 1).p(u"item", "", 7);
  BOOST_TEST(dump(maker) ==
             "heading 2 [two]\nheading 2 [mine]\nheading 4 [four]\nheading 1 [title]\nparagraph bold [body]\n"
             "heading 1 [direct]\nparagraph bold [none]\nlist_item 1 [item]\n");
}

BOOST_AUTO_TEST_CASE(doc_hidden_and_deleted_text_is_left_out) {
  BOOST_TEST(dump(WordMaker().run(u"Seen ").run(u"secret ", hidden).run(u"gone", deleted).p(u"alone")) ==
             "paragraph [Seen alone]\n"
             "note left_out text that was deleted with changes tracked is left out\n"
             "note left_out hidden text is left out\n");
}

BOOST_AUTO_TEST_CASE(doc_fields_show_results) {
  BOOST_TEST(dump(WordMaker()
                      .run(u"Page \u0013 PAGE \u00142\u0015 of \u0013 IF \u0013 X \u0014y\u0015 \u0014three\u0015.")
                      .p(u" \u0013 HYPERLINK \"http://x\" \u0014link\u0015")
                      .p(u"\u0013MACROBUTTON NoMacro [Click here]\u0015")
                      .p(u"broken \u0013 CODE")
                      .p(u"after it")) ==
             "paragraph [Page 2 of three. link]\nparagraph [[Click here]]\nparagraph [broken]\nparagraph [after it]\n");
}

BOOST_AUTO_TEST_CASE(doc_form_fields_show_their_state) {
  std::string ticked = form_data(1, 1, 0, {});
  std::string by_default = form_data(1, 25, 1, {});
  std::string unticked = form_data(1, 0, 1, {});
  std::string list = form_data(2, 1, 0, {u"No", u"Not known", u"Yes"});
  std::string text = form_data(0, 0, 0, {});
  WordMaker maker;
  maker.data(ticked + by_default + unticked + list + text);
  std::uint32_t at = 0;
  for (const std::string& data : {ticked, by_default, unticked, list}) {
    maker.run(u"\u0013 FORM ", special).run(u"\u0001", on(0x0806) + sprm(0x6A03, le32(at)));
    maker.run(u"\u0014", special).run(u"sample").run(u"\u0015", special).run(u" ");
    at += static_cast<std::uint32_t>(data.size());
  }
  maker.run(u"\u0013 FORMTEXT ", special).run(u"\u0001", on(0x0806) + sprm(0x6A03, le32(at)));
  maker.run(u"\u0014", special).run(u"typed").p(u"\u0015");
  BOOST_TEST(dump(maker) == "paragraph [\u2612 \u2612 \u2610 Not known typed]\n");
}

BOOST_AUTO_TEST_CASE(doc_symbols) {
  WordMaker maker;
  auto font = [](const std::u16string& name) {
    std::string record = std::string(39, '\0') + wide(name) + le16(0);
    return std::string(1, static_cast<char>(record.size())) + record;
  };
  maker.table(15, le16(2) + le16(0) + font(u"Arial") + font(u"Wingdings"));
  maker.run(u"Yes ").run(u"(", special + sprm(0x6A09, le16(1) + le16(0xF0FE))).run(u" No ");
  maker.run(u"\u00A8", sprm(0x4A4F, le16(1))).p(u" (not special)");
  BOOST_TEST(dump(maker) == "paragraph [Yes \u2611 No \u2610 (not special)]\n");
}

BOOST_AUTO_TEST_CASE(doc_marks_of_content_controls_are_no_text) {
  BOOST_TEST(dump(WordMaker().run(u"<", special).run(u"Ann <5>").run(u">", special).p(u"")) == "paragraph [Ann <5>]\n");
}

BOOST_AUTO_TEST_CASE(doc_lists_are_numbered_as_printed) {
  WordMaker maker;
  std::u16string first(1, u'\0');
  with_list(maker, {{0, first + u"."},
                    {4, first + u"." + u'\x01' + u")"},
                    {1, u"(" + std::u16string(1, u'\x02') + u")", 4},
                    {23, u"\uF0B7"},
                    {0, u""},
                    {0, u""},
                    {0, u""},
                    {0, u""},
                    {0, u""}});
  maker.p(u"a", in_list(0)).p(u"b", in_list(1)).p(u"c", in_list(1)).p(u"d", in_list(2)).p(u"e", in_list(0));
  maker.p(u"f", in_list(1)).p(u"dot", in_list(3)).p(u"none", sprm(0x460B, le16(0))).p(u"wild", sprm(0x460B, le16(9)));
  BOOST_TEST(dump(maker) ==
             "list_item 1 [1. a]\nlist_item 2 [1.a) b]\nlist_item 2 [1.b) c]\nlist_item 3 [(IV) d]\n"
             "list_item 1 [2. e]\nlist_item 2 [2.a) f]\nlist_item 4 [dot]\nparagraph [none]\nparagraph [wild]\n");
}

BOOST_AUTO_TEST_CASE(doc_notes_follow_their_paragraph) {
  WordMaker maker;
  maker.run(u"Seen").run(u"\u0002", special).p(u" at home.");
  maker.run(u"Asked").run(u"\u0005", special).p(u" her.").run(u"End").run(u"\u0002", special).p(u"");
  maker.story(1).run(u"\u0002", special).p(u" On Monday.").p(u"");
  maker.story(4).run(u"\u0005", special).p(u"By whom?").p(u"");
  maker.story(5).run(u"\u0002", special).p(u" Last.").p(u"");
  maker.table(2, le32(4) + le32(16) + le16(1)).table(3, le32(0) + le32(13) + le32(14));
  maker.table(4, le32(20) + le32(30) + std::string(30, '\0')).table(5, le32(0) + le32(10) + le32(11));
  maker.table(46, le32(30) + le32(33) + le16(1)).table(47, le32(0) + le32(8) + le32(9));
  BOOST_TEST(dump(maker) ==
             "paragraph [Seen at home.]\nparagraph footnote [On Monday.]\nparagraph [Asked her.]\n"
             "paragraph comment [By whom?]\nparagraph [End]\nparagraph footnote [Last.]\n");
}

BOOST_AUTO_TEST_CASE(doc_headers_and_footers_are_marked_and_once) {
  WordMaker maker;
  maker.p(u"Body");
  maker.story(2);
  std::string positions = le32(0);
  const std::uint32_t begin = maker.position();
  auto text = [&](std::u16string_view words) {
    if (!words.empty()) maker.p(words);
    positions += le32(maker.position() - begin);
  };
  for (int i = 0; i < 6; ++i) text(u"");                                              // what parts notes from text
  for (auto words : {u"even", u"Case 12", u"", u"Page", u"first", u""}) text(words);  // no facing pages, no title page
  for (auto words : {u"", u"Case 12", u"", u"", u"Only here", u""}) text(words);      // a title page
  maker.p(u"");
  positions += le32(maker.position() - begin);
  maker.table(11, positions);
  maker.table(6, le32(0) + le32(4) + le32(5) + le16(0) + le32(0xFFFFFFFF) + std::string(6, '\0') + le16(0) +
                     le32(1'000) + std::string(6, '\0'));
  auto streams = maker.streams();
  std::string section = on(0x300A);
  streams[0].second.replace(1'000, section.size() + 2, le16(static_cast<unsigned>(section.size())) + section);
  BOOST_TEST(dump(readers_test::compound(streams)) ==
             "paragraph header [Case 12]\nparagraph header [Only here]\nparagraph [Body]\nparagraph footer [Page]\n");
}

BOOST_AUTO_TEST_CASE(doc_text_boxes_stand_at_their_anchor) {
  WordMaker maker;
  maker.run(u"One").run(u"\u0008", special).p(u"").p(u"Two");
  maker.story(6).p(u"In the box").p(u"Reused").p(u"Of a group").p(u"");
  auto box = [](std::uint32_t id, unsigned reusable) {
    return std::string(8, '\0') + le16(reusable) + le32(0) + le32(id) + le32(0);
  };
  maker.table(
      56, le32(0) + le32(11) + le32(18) + le32(29) + le32(30) + box(1'025, 0) + box(1'025, 1) + box(7, 0) + box(0, 1));
  maker.table(40, le32(3) + le32(9) + le32(1'025) + std::string(22, '\0'));
  BOOST_TEST(dump(maker) == "paragraph [One]\nparagraph [In the box]\nparagraph [Two]\nparagraph [Of a group]\n");
}

BOOST_AUTO_TEST_CASE(doc_fast_saved_pieces) {
  // Stored as "world hello", shown as "hello world", the first piece in bold by a list of changes, the other by a
  // number.
  WordMaker maker;
  maker.run(u"world\r").end().run(u"hello ");
  maker.flags(0x0004);
  maker.pieces({{0, 6, 6, 1}, {6, 12, 0, 0x55 << 1 | 1 << 8}}, {bold});
  BOOST_TEST(dump(maker) == "paragraph bold [hello world]\n");
}

BOOST_AUTO_TEST_CASE(doc_long_changes_lie_in_the_data_stream) {
  WordMaker maker;
  std::string changes = sprm(0x2640, std::string(1, '\0'));
  maker.data(std::string(10, '\0') + le16(static_cast<unsigned>(changes.size())) + changes);
  BOOST_TEST(dump(maker.p(u"Head", sprm(0x6646, le32(10)))) == "heading 1 [Head]\n");
}

// Written by LibreOffice 7.4 from the DOCX fixtures, a form with legacy fields, and a document with notes and a box.
BOOST_AUTO_TEST_CASE(doc_goldens) {
  check_goldens("doc", ".doc", readers::read_doc);
}

BOOST_AUTO_TEST_CASE(doc_title_macros_and_objects) {
  auto streams = WordMaker().p(u"Text").streams();
  std::string title = le32(30) + le32(8) + "A title" + std::string(1, '\0');
  std::string section =
      le32(8 + 8 + 8 + 8) + le32(2) + le32(1) + le32(24) + le32(2) + le32(32) + le32(2) + le16(1'252) + le16(0) + title;
  streams.emplace_back("\x05SummaryInformation",
                       le16(0xFFFE) + std::string(26, '\0') + std::string(16, '\0') + le32(48) + section);
  streams.emplace_back("ObjectPool/", "");
  streams.emplace_back("_1", "x");
  streams.emplace_back("", "");
  streams.emplace_back("Macros/", "");
  base::Result<document::Document> read = readers::read(readers_test::compound(streams), "a.doc");
  BOOST_TEST_REQUIRE(read.ok());
  BOOST_TEST(read.value().title == "A title");
  BOOST_TEST(document::dump(read.value()) ==
             "paragraph [Text]\nnote left_out embedded objects are not read\nnote left_out macros are not read\n");
}

BOOST_AUTO_TEST_SUITE_END()
