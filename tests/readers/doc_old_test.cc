// Documents of Word 6 and 95.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "document/dump.h"
#include "readers/compound_maker.h"
#include "readers/reader.h"

namespace {

using readers_test::le16;
using readers_test::le32;
using readers_test::WordMaker;

std::string dump(const std::string& bytes) {
  base::Result<document::Document> read = readers::read(bytes, "a.doc");
  return read ? document::dump(read.value()) : read.error().one_line();
}

WordMaker word_6() {
  WordMaker maker;
  maker.version(0xA5DC, 101);
  return maker;
}

std::string change(int code, const std::string& operand) {
  return static_cast<char>(code) + operand;
}
const std::string bold = change(85, "\1");
const std::string in_table = change(24, "\1");

std::string font(int character_set, const std::string& name) {
  std::string record = std::string(3, '\0') + static_cast<char>(character_set) + '\0' + name + '\0';
  return static_cast<char>(record.size()) + record;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(doc_old_text_styles_and_properties) {
  WordMaker maker = word_6();
  maker.styles({{0, u"Normal", 0xFFF, "", ""},
                {2, u"heading 2", 0, "", bold},
                {0xFFE, u"Label", 0, "", bold},
                {0xFFE, u"Out", 0, change(5, "\1"), ""}});
  maker.p(u"Head", "", 1).p(u"label", "", 2).run(u"caf\u00E9 \u0093quoted\u0094 ").run(u"gone", change(65, "\1"));
  maker.run(u"hidden", change(92, "\1")).p(u"end").run(u"bold", bold).p(u"");
  maker.p(u"\u0013 PAGE \u00147\u0015 of 9", "", 3);
  BOOST_TEST(dump(maker.file()) ==
             "heading 2 [Head]\nparagraph bold [label]\nparagraph [caf\u00E9 \u201Cquoted\u201D end]\n"
             "paragraph bold [bold]\nparagraph [7 of 9]\n"
             "note left_out text that was deleted with changes tracked is left out\n"
             "note left_out hidden text is left out\n");
}

BOOST_AUTO_TEST_CASE(doc_old_code_pages_by_font_and_language) {
  WordMaker maker = word_6();
  maker.language(0x0419);
  std::string fonts = font(0, "Arial") + font(204, "Arial Cyr") + font(128, "Gothic") + font(2, "Wingdings");
  maker.table(15, le16(static_cast<unsigned>(fonts.size() + 2)) + fonts);
  auto in_font = [](unsigned number) { return change(93, le16(number)); };
  maker.run(u"\u00E9 ", in_font(0)).run(u"\u00EF ", in_font(1)).run(u"\u0093\u00FA ", in_font(2));
  maker.run(u"\u00FE ", in_font(3)).p(u"\u00E4\u00E0");
  BOOST_TEST(dump(maker.file()) == "paragraph [\u00E9 \u043F \u65E5 \u2611 \u0434\u0430]\n");
}

BOOST_AUTO_TEST_CASE(doc_old_tables) {
  WordMaker maker = word_6();
  std::string operand = "\3" + le16(0) + le16(1'000) + le16(2'000) + le16(3'000);
  for (unsigned flags : {1u, 2u, 0u}) operand += le16(flags) + std::string(8, '\0');
  std::string shape = change(190, le16(static_cast<unsigned>(operand.size() + 1)) + operand);
  for (auto cell : {u"across\u0007", u"\u0007", u"c\u0007"}) maker.run(cell).end(in_table);
  maker.run(u"\u0007").end(in_table + change(25, "\1") + change(186, "\1") + shape);
  maker.p(u"After");
  BOOST_TEST(dump(maker.file()) ==
             "cell t0 r0 c0 columns=2 header [across]\ncell t0 r0 c2 header [c]\nparagraph [After]\n");
}

BOOST_AUTO_TEST_CASE(doc_old_lists_describe_their_numbers) {
  auto numbered = [](int level, int format, const std::string& before, const std::string& after, unsigned start) {
    std::string description{static_cast<char>(format), static_cast<char>(before.size()),
                            static_cast<char>(after.size())};
    description += std::string(7, '\0') + le16(start) + std::string(8, '\0') + before + after;
    description.resize(52, '\0');
    return change(13, std::string(1, static_cast<char>(level))) +
           change(12, static_cast<char>(description.size()) + description);
  };
  WordMaker maker = word_6();
  maker.p(u"a", numbered(10, 0, "", ".", 3)).p(u"b", numbered(10, 0, "", ".", 3)).p(u"none");
  maker.p(u"c", numbered(10, 4, "(", ")", 1)).p(u"dot", numbered(11, 5, "\xB7", "", 0));
  BOOST_TEST(dump(maker.file()) ==
             "list_item 1 [3. a]\nlist_item 1 [4. b]\nparagraph [none]\nlist_item 1 [(a) c]\nlist_item 1 [dot]\n");
}

BOOST_AUTO_TEST_CASE(doc_old_notes_and_margins) {
  WordMaker maker = word_6();
  maker.run(u"Seen").run(u"\u0002", change(117, "\1")).p(u" at home.");
  maker.story(1).p(u"On Monday.").p(u"");
  maker.story(2).p(u"Case 12").p(u"Page").p(u"");
  maker.table(2, le32(4) + le32(16) + le16(1)).table(3, le32(0) + le32(11) + le32(12));
  maker.table(11, le32(0) + le32(8) + le32(13) + le32(14));
  maker.table(6, le32(0) + le32(15) + le16(0) + le32(1'000) + std::string(6, '\0'));
  auto streams = maker.streams();
  std::string section = change(153, "\x0A");  // odd pages' header and footer
  streams[0].second.replace(1'000, section.size() + 2, le16(static_cast<unsigned>(section.size())) + section);
  BOOST_TEST(dump(readers_test::compound(streams)) ==
             "paragraph header [Case 12]\nparagraph [Seen at home.]\nparagraph footnote [On Monday.]\n"
             "paragraph footer [Page]\n");
}

BOOST_AUTO_TEST_CASE(doc_old_fast_saved_and_encrypted) {
  WordMaker maker = word_6();
  maker.run(u"world\r").end().run(u"hello ").flags(0x0004).pieces({{0, 6, 6, 0}, {6, 12, 0, 0}});
  BOOST_TEST(dump(maker.file()) == "paragraph [hello world]\n");
  BOOST_TEST(dump(word_6().p(u"x").flags(0x0100).file()) == "a.doc: is password-protected; save it without a password");
}

BOOST_AUTO_TEST_SUITE_END()
