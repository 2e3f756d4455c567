#include "readers/compound.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "readers/compound_maker.h"

namespace {

using readers::CompoundFile;
using readers_test::compound;
using readers_test::le32;

std::string content(const std::string& file, const std::string& stream) {
  auto opened = CompoundFile::open(file, "a.doc");
  if (!opened) return "refused";
  const readers::CompoundEntry* entry = opened.value().find(stream);
  if (entry == nullptr) return "missing";
  readers::CompoundStream read = opened.value().read(*entry);
  return read.bytes + (read.whole ? "" : " cut");
}

std::size_t directory_at(const std::string& file) {
  return file.find(std::string("R\0o\0o\0t\0", 8));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(compound_streams_small_and_large) {
  const std::string large(70'000, 'x');
  const std::string file = compound({{"Small", "words"}, {"Large", large}, {"Box/", ""}, {"Inner", "inside"}});
  BOOST_TEST(content(file, "Small") == "words");
  BOOST_TEST(content(file, "large") == large);
  BOOST_TEST(content(file, "Inner") == "missing");  // not at the root
  BOOST_TEST(content(file, "Nothing") == "missing");
}

BOOST_AUTO_TEST_CASE(compound_larger_than_the_header_can_list) {
  // 109 sectors of the allocation table are named by the header: 6.8 MiB of sectors.
  const std::string large(6'000'000, 'x');
  BOOST_TEST((content(compound({{"Large", large}, {"Last", "words"}}), "Last") == "words"));
}

BOOST_AUTO_TEST_CASE(compound_cut_off) {
  const std::string file = compound({{"Large", std::string(10'000, 'x')}, {"Small", "words"}});
  BOOST_TEST(content(file.substr(0, 7), "Large") == "refused");
  BOOST_TEST(content(file.substr(0, 3'000), "Large") == "refused");
  // Without its allocation table, sectors are taken in order.
  BOOST_TEST(content(file.substr(0, file.size() - 512), "Small") == "words");
}

BOOST_AUTO_TEST_CASE(compound_loops_and_lies) {
  const std::string file = compound({{"Large", std::string(10'000, 'x')}, {"Small", "words"}});
  const std::size_t fat = file.size() - 512;
  std::string ring = file;
  ring.replace(fat + 4 * 5, 4, le32(2));  // the sixth sector of Large leads back to the third
  BOOST_TEST(content(ring, "Large") == std::string(6 * 512, 'x') + " cut");

  const std::size_t directory = directory_at(file);
  std::string size = file;
  size.replace(directory + 128 + 120, 4, le32(0x7FFFFFFF));
  BOOST_TEST(content(size, "Large").size() < file.size());
  BOOST_TEST(content(size, "Large").ends_with(" cut"));

  std::string tree = file;  // each entry is the other's sibling, and the root its own child
  tree.replace(directory + 128 + 72, 4, le32(2));
  tree.replace(directory + 256 + 72, 4, le32(1));
  tree.replace(directory + 256 + 68, 4, le32(0));
  BOOST_TEST(content(tree, "Small") == "words");

  std::string stray = file;  // nothing leads to the entries
  stray.replace(directory + 76, 4, le32(0xFFFFFFFF));
  BOOST_TEST(content(stray, "Small") == "words");

  std::string chain = file;  // the directory's sectors are a ring
  chain.replace(fat + (directory / 512 - 1) * 4, 4, le32(static_cast<std::uint32_t>(directory / 512 - 1)));
  BOOST_TEST(content(chain, "Small") == "words");

  std::string nowhere = file;
  nowhere.replace(directory + 116, 4, le32(0x00FFFFFF));  // of the small sectors
  BOOST_TEST(content(nowhere, "Small") == " cut");
}

BOOST_AUTO_TEST_SUITE_END()
