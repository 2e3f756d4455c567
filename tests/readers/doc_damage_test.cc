// Word 97-2003 documents that are broken, hostile or of a kind that isn't read.
#include <boost/test/unit_test.hpp>
#include <string>

#include "document/dump.h"
#include "readers/compound_maker.h"
#include "readers/reader.h"

namespace {

using readers_test::compound;
using readers_test::le16;
using readers_test::le32;
using readers_test::WordMaker;

std::string dump(const std::string& bytes) {
  base::Result<document::Document> read = readers::read(bytes, "a.doc");
  return read ? document::dump(read.value())
              : std::string("refused ") + base::name_of(read.error().code) + " " + read.error().one_line() + "\n";
}

const std::string salvaged = "note salvaged the file is cut off or damaged: parts of it may be missing\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(doc_refusals) {
  BOOST_TEST(dump(WordMaker().p(u"x").flags(0x0100).file()) ==
             "refused encrypted a.doc: is password-protected; save it without a password\n");
  BOOST_TEST(dump(WordMaker().p(u"x").flags(0x8100).file()) ==
             "refused encrypted a.doc: is password-protected; save it without a password\n");
  BOOST_TEST(dump(WordMaker().p(u"x").version(0x1234, 0xC1).file()) ==
             "refused damaged a.doc: is damaged: its first block is not Word's; copy or export it again\n");
  BOOST_TEST(dump(compound({{"WordDocument", ""}})) ==
             "refused damaged a.doc: is damaged: its first block is not Word's; copy or export it again\n");
  BOOST_TEST(dump("\xdb\xa5\x2d" + std::string(60, '\0')) ==
             "refused unsupported a.doc: is a document of Word 2 or before, which isn't read; open it in Word or "
             "LibreOffice and save it as .docx\n");
  BOOST_TEST(dump(WordMaker().p(u"").file()).starts_with("refused empty a.doc: holds no text"));
}

BOOST_AUTO_TEST_CASE(doc_salvaged_without_its_tables) {
  auto streams = WordMaker().p(u"The child was seen.").p(u"Twice.").streams();
  streams.pop_back();
  BOOST_TEST(dump(compound(streams)) == "paragraph [The child was seen.]\nparagraph [Twice.]\n" + salvaged);
  streams = WordMaker().one_byte().p(u"The child was seen.").p(u"Twice.").streams();
  streams.pop_back();
  BOOST_TEST(dump(compound(streams)) == "paragraph [The child was seen.]\nparagraph [Twice.]\n" + salvaged);
}

BOOST_AUTO_TEST_CASE(doc_salvaged_where_it_is_cut_off) {
  WordMaker maker;
  for (int i = 0; i < 400; ++i) maker.run(u"The child was seen. ");
  maker.p(u"Last.");
  const std::string file = maker.file();
  std::string half = dump(file.substr(0, 6'000));
  BOOST_TEST(half.starts_with("paragraph [The child was seen. The child"));
  BOOST_TEST(half.ends_with(salvaged));
  BOOST_TEST(dump(file.substr(0, 700)) ==
             "refused damaged a.doc: is damaged or cut off before its text; copy or export it again\n");
}

BOOST_AUTO_TEST_CASE(doc_damaged_in_every_byte_of_its_tables) {
  auto streams = WordMaker().p(u"One").run(u"cell\u0007").end().p(u"Two").story(1).p(u"note").streams();
  for (std::size_t i = 0; i < streams[1].second.size(); ++i) {
    auto broken = streams;
    broken[1].second[i] = '\xff';
    static_cast<void>(readers::read(compound(broken), "a.doc").ok());
    broken[1].second.resize(i);
    static_cast<void>(readers::read(compound(broken), "a.doc").ok());
  }
  for (std::size_t i = 0; i < streams[0].second.size(); i += i < 900 ? 1 : 7) {
    auto broken = streams;
    broken[0].second[i] = '\xff';
    static_cast<void>(readers::read(compound(broken), "a.doc").ok());
  }
  BOOST_TEST(dump(compound(streams)).starts_with("paragraph [One]\n"));
}

BOOST_AUTO_TEST_CASE(doc_piece_bomb_is_cut) {
  WordMaker maker;
  maker.p(u"The same words over and over.");
  std::vector<WordMaker::Piece> pieces;
  for (std::uint32_t i = 0; i < 2'000; ++i) pieces.push_back({i * 30, (i + 1) * 30, 0, 0});
  maker.pieces(pieces);
  auto streams = maker.streams();
  streams[0].second.replace(76, 4, le32(60'000));
  std::string text = dump(compound(streams));
  BOOST_TEST(text.size() < 20'000);
  BOOST_TEST(text.ends_with("note cut the file names more text than it can hold: the rest was not read\n"));
}

BOOST_AUTO_TEST_CASE(doc_pieces_that_overlap_or_lead_nowhere) {
  WordMaker maker;
  maker.p(u"Words").pieces({{0, 6, 0, 0}, {6, 90, 1'000'000, 0}, {50, 60, 0, 0}});
  auto streams = maker.streams();
  streams[0].second.replace(76, 4, le32(200));
  BOOST_TEST(dump(compound(streams)) == "paragraph [Words]\n" + salvaged);
}

BOOST_AUTO_TEST_CASE(doc_tables_without_properties) {
  auto streams = WordMaker().run(u"a\u0007b\u0007\u0007c\u0007d\u0007\u0007Last\r").streams();
  BOOST_TEST(dump(compound(streams)) ==
             "cell t0 r0 c0 [a]\ncell t0 r0 c1 [b]\ncell t0 r1 c0 [c]\ncell t0 r1 c1 [d]\nparagraph [Last]\n"
             "note salvaged the file is damaged: headings, lists and tables may be missing\n");
}

BOOST_AUTO_TEST_CASE(doc_fields_deeper_than_any) {
  WordMaker maker;
  std::u16string open;
  for (int i = 0; i < 5'000; ++i) open += u"\u0013x\u0014";
  maker.run(open);
  maker.p(u"inside").p(u"after");
  BOOST_TEST(dump(maker.file()).ends_with("inside]\nparagraph [after]\n"));
}

BOOST_AUTO_TEST_CASE(doc_control_characters) {
  BOOST_TEST(dump(WordMaker().p(u"a\u0001b\u0003\u0004\u0006c\u0010\u001Ad").file()) ==
             "paragraph [abcd]\nnote tidied control characters were removed\n");
}

BOOST_AUTO_TEST_SUITE_END()
