#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "document/dump.h"
#include "readers/compound_maker.h"
#include "readers/reader.h"

namespace {

using readers_test::le16;
using readers_test::le32;
using readers_test::on;
using readers_test::sprm;
using readers_test::WordMaker;

std::string dump(const WordMaker& maker) {
  base::Result<document::Document> read = readers::read(maker.file(), "a.doc");
  return read ? document::dump(read.value()) : read.error().one_line();
}

const std::string in_table = on(0x2416);
const std::string row_end = in_table + on(0x2417);

std::string depth(int value) {
  return sprm(0x6649, le32(static_cast<std::uint32_t>(value)));
}

// The edges of a row's cells and, if given, each cell's flags.
std::string shape(const std::vector<int>& edges, std::vector<unsigned> flags = {}) {
  std::string operand(1, static_cast<char>(edges.size() - 1));
  for (int edge : edges) operand += le16(static_cast<unsigned>(edge));
  flags.resize(edges.size() - 1, 0);
  for (unsigned flag : flags) operand += le16(flag) + std::string(18, '\0');
  return sprm(0xD608, le16(static_cast<unsigned>(operand.size() + 1)) + operand);
}

void row(WordMaker& maker, const std::vector<std::u16string>& cells, const std::string& end) {
  for (const std::u16string& cell : cells) maker.run(cell + u'\x07').end(in_table);
  maker.run(u"\u0007").end(row_end + end);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(doc_table_rows_and_header_row) {
  WordMaker maker;
  maker.p(u"Before");
  row(maker, {u"Name", u"Age"}, shape({0, 2'000, 4'000}) + on(0x3404));
  row(maker, {u"Ann", u""}, shape({0, 2'010, 4'000}));
  maker.p(u"After");
  BOOST_TEST(dump(maker) ==
             "paragraph [Before]\ncell t0 r0 c0 header [Name]\ncell t0 r0 c1 header [Age]\ncell t0 r1 c0 [Ann]\n"
             "cell t0 r1 c1 []\nparagraph [After]\n");
}

BOOST_AUTO_TEST_CASE(doc_cells_take_their_place_in_the_grid) {
  WordMaker maker;
  row(maker, {u"a", u"b", u"c"}, shape({0, 1'000, 2'000, 3'000}));
  row(maker, {u"wide", u"d"}, shape({0, 2'000, 3'000}));
  row(maker, {u"late"}, shape({2'000, 3'000}));
  BOOST_TEST(dump(maker) ==
             "cell t0 r0 c0 [a]\ncell t0 r0 c1 [b]\ncell t0 r0 c2 [c]\ncell t0 r1 c0 columns=2 [wide]\n"
             "cell t0 r1 c2 [d]\ncell t0 r2 c0 columns=2 []\ncell t0 r2 c2 [late]\n");
}

BOOST_AUTO_TEST_CASE(doc_merged_cells) {
  const unsigned first_down = 0x60;
  const unsigned on_down = 0x20;
  const std::vector<int> edges = {0, 1'000, 2'000, 3'000};
  for (auto [first, on] : std::vector<std::pair<unsigned, unsigned>>{{1, 2}, {2, 1}, {3, 1}}) {
    WordMaker maker;
    row(maker, {u"across", u"", u"c"}, shape(edges, {first, on, 0}));
    row(maker, {u"down", u"d", u"e"}, shape(edges, {first_down, 0, 0}));
    row(maker, {u"", u"f", u"g"}, shape(edges, {on_down, 0, 0}));
    BOOST_TEST(dump(maker) ==
               "cell t0 r0 c0 columns=2 [across]\ncell t0 r0 c2 [c]\ncell t0 r1 c0 rows=2 [down]\ncell t0 r1 c1 [d]\n"
               "cell t0 r1 c2 [e]\ncell t0 r2 c1 [f]\ncell t0 r2 c2 [g]\n");
  }
  WordMaker maker;
  row(maker, {u"across", u"", u"c"}, shape(edges) + sprm(0x5624, std::string("\0\2", 2)));
  row(maker, {u"down", u"d", u"e"}, shape(edges) + sprm(0xD62B, std::string("\2\0\3", 3)));
  row(maker, {u"", u"f", u"g"}, shape(edges) + sprm(0xD62B, std::string("\2\0\1", 3)));
  BOOST_TEST(
      dump(maker).starts_with("cell t0 r0 c0 columns=2 [across]\ncell t0 r0 c2 [c]\ncell t0 r1 c0 rows=2 [down]\n"));
}

BOOST_AUTO_TEST_CASE(doc_tables_that_follow_directly_are_told_apart) {
  WordMaker maker;
  row(maker, {u"No", u"Name", u"Sex"}, shape({0, 1'000, 2'000, 3'000}));
  row(maker, {u"Address", u"1 High Street"}, shape({0, 1'500, 3'000}));
  row(maker, {u"Who", u"When"}, shape({0, 1'500, 3'000}) + on(0x3404));
  row(maker, {u"all of it"}, shape({0, 3'000}));
  BOOST_TEST(dump(maker) ==
             "cell t0 r0 c0 [No]\ncell t0 r0 c1 [Name]\ncell t0 r0 c2 [Sex]\ncell t1 r0 c0 [Address]\n"
             "cell t1 r0 c1 [1 High Street]\ncell t2 r0 c0 header [Who]\ncell t2 r0 c1 header [When]\n"
             "cell t2 r1 c0 columns=2 [all of it]\n");
}

BOOST_AUTO_TEST_CASE(doc_nested_table_is_kept) {
  const std::string inner = in_table + depth(2);
  WordMaker maker;
  maker.p(u"Out", in_table + depth(1));
  maker.p(u"in 1", inner + on(0x244B)).p(u"in 2", inner + on(0x244B));
  maker.p(u"", inner + on(0x244C) + shape({100, 500, 900}));
  maker.run(u"after\u0007").end(in_table + depth(1)).run(u"beside\u0007").end(in_table + depth(1));
  maker.run(u"\u0007").end(row_end + depth(1) + shape({0, 1'000, 2'000}));
  BOOST_TEST(dump(maker) ==
             "cell t0 r0 c0 [Out\\nin 1\\tin 2\\nafter]\n  paragraph [Out]\n  cell t1 r0 c0 [in 1]\n"
             "  cell t1 r0 c1 [in 2]\n  paragraph [after]\ncell t0 r0 c1 [beside]\n");
}

BOOST_AUTO_TEST_CASE(doc_tables_without_shapes) {
  WordMaker maker;
  row(maker, {u"a", u"b"}, "");
  row(maker, {u"c", u"d"}, shape({0, 1'000}));
  maker.run(u"half a row\u0007").end(in_table);
  BOOST_TEST(
      dump(maker) ==
      "cell t0 r0 c0 [a]\ncell t0 r0 c1 [b]\ncell t0 r1 c0 [c]\ncell t0 r1 c1 [d]\ncell t0 r2 c0 [half a row]\n");
}

BOOST_AUTO_TEST_CASE(doc_tables_nested_without_end) {
  WordMaker maker;
  for (int i = 1; i < 200; ++i) maker.p(u"x", in_table + depth(i));
  std::string nested = dump(maker);
  BOOST_TEST(nested.find("t59 ") != std::string::npos);
  BOOST_TEST(nested.find("t60 ") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
