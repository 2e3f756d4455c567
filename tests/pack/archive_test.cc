#include "pack/archive.h"

#include <boost/test/unit_test.hpp>

#include "base/sha256.h"
#include "pack/zips.h"

using pack_tests::Folder;

namespace {

// What is wrong with a ZIP of these members; empty where nothing is.
std::string refusal(const pack_tests::Members& members) {
  Folder folder;
  pack_tests::write_zip(folder / "x.zip", members);
  base::Result<pack::Archive> read = pack::read_archive(folder / "x.zip");
  return read ? "" : read.error().message;
}

// One entry of one kibibyte that says it is encrypted.
std::string encrypted(std::string bytes) {
  for (const char* signature : {"PK\x03\x04", "PK\x01\x02"}) {
    std::size_t at = bytes.find(signature);
    BOOST_REQUIRE(at != std::string::npos);
    std::size_t flags = at + (signature[2] == 3 ? 6 : 8);
    bytes[flags] = static_cast<char>(bytes[flags] | 1);
  }
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pack_archive)

BOOST_AUTO_TEST_CASE(members_come_with_sizes_and_sums) {
  Folder folder;
  pack_tests::write_zip(folder / "x.zip",
                        {{"b.txt", "one"}, {"folder/", ""}, {"a/n\xC3\xB6te.txt", ""}, {"pack.json", "{}"}});
  base::Result<pack::Archive> read = pack::read_archive(folder / "x.zip");
  BOOST_REQUIRE(read.ok());
  const pack::Archive& archive = read.value();
  BOOST_TEST(archive.whole.sha256 == base::sha256(pack_tests::bytes_of(folder / "x.zip")));
  BOOST_REQUIRE(archive.members.size() == 3u);
  BOOST_TEST(archive.members[0].file.path == "b.txt");
  BOOST_TEST(archive.members[0].file.bytes == 3u);
  BOOST_TEST(archive.members[0].file.sha256 == base::sha256("one"));
  BOOST_TEST(archive.members[0].whole);
  BOOST_TEST(archive.members[1].file.path == "a/n\xC3\xB6te.txt");
  BOOST_TEST(archive.texts.at("pack.json") == "{}");
}

BOOST_AUTO_TEST_CASE(what_no_pack_holds_is_refused) {
  BOOST_TEST(refusal({{"a", "x"}}) == "");
  for (const char* name : {"../a", "a/../../b", "/etc/passwd", "c:x", "a//b", "a/./b", "a\nb",
                           "\xE2\x80\xAE"
                           "a",
                           "\xFF"}) {
    BOOST_TEST(refusal({{name, "x"}}) == "holds a file whose name is unsafe, which no pack does", name);
  }
  BOOST_TEST(refusal({{"a", "x"}, {"a", "y"}}) == "holds two files of one name, which no pack does");
}

BOOST_AUTO_TEST_CASE(a_password_is_refused) {
  Folder folder;
  pack_tests::write_zip(folder / "x.zip", {{"a", std::string(1024, 'a')}});
  pack_tests::write_bytes(folder / "y.zip", encrypted(pack_tests::bytes_of(folder / "x.zip")));
  base::Result<pack::Archive> read = pack::read_archive(folder / "y.zip");
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST(read.error().message == "holds files with a password, which no pack does");
}

BOOST_AUTO_TEST_CASE(no_zip_a_cut_one_and_none_at_all_are_refused) {
  Folder folder;
  pack_tests::write_zip(folder / "x.zip", {{"a", std::string(10'000, 'x')}, {"b", "y"}});
  std::string bytes = pack_tests::bytes_of(folder / "x.zip");
  for (std::size_t size : {std::size_t{0}, std::size_t{10}, bytes.size() / 2, bytes.size() - 22}) {
    pack_tests::write_bytes(folder / "cut.zip", bytes.substr(0, size));
    base::Result<pack::Archive> read = pack::read_archive(folder / "cut.zip");
    BOOST_REQUIRE(!read.ok());
    BOOST_TEST(read.error().message == "is no ZIP file, or is cut off");
  }
  BOOST_TEST((pack::read_archive(folder / "none.zip").error().code == base::ErrorCode::not_found));
  BOOST_TEST((pack::read_archive(folder.path.string()).error().code == base::ErrorCode::bad_argument));
}

BOOST_AUTO_TEST_CASE(a_damaged_member_is_told_by_name) {
  Folder folder;
  pack_tests::write_zip(folder / "x.zip", {{"a", "first"}, {"b", "second"}});
  std::string bytes = pack_tests::bytes_of(folder / "x.zip");
  bytes[bytes.find("second")] = 'S';
  pack_tests::write_bytes(folder / "x.zip", bytes);
  base::Result<pack::Archive> read = pack::read_archive(folder / "x.zip");
  BOOST_REQUIRE(read.ok());
  BOOST_TEST(read.value().members.at(0).whole);
  BOOST_TEST(!read.value().members.at(1).whole);
}

BOOST_AUTO_TEST_CASE(a_pack_is_known_by_the_beginning_of_its_manifest) {
  Folder folder;
  pack_tests::write_zip(folder / "x.zip",
                        {{"README.txt", "x"}, {"pack.json", std::string(pack::manifest_begin) + "}"}});
  BOOST_TEST(pack::is_pack(folder / "x.zip").value());
  pack_tests::write_zip(folder / "x.zip", {{"README.txt", "x"}, {"pack.json", "{}"}});
  BOOST_TEST(!pack::is_pack(folder / "x.zip").value());
  pack_tests::write_bytes(folder / "x.zip", "text");
  BOOST_TEST(!pack::is_pack(folder / "x.zip").value());
}

BOOST_AUTO_TEST_SUITE_END()
