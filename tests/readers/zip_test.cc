#include "readers/zip.h"

#include <boost/test/unit_test.hpp>

#include "base/limits.h"
#include "readers/package_maker.h"

using readers::Package;
using readers_test::package;

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(zip_parts_are_found_whatever_their_names_look_like) {
  std::string bytes = package({{"/Word\\Document.XML", "one"}, {"../../etc/passwd", "two"}});
  base::Result<Package> opened = Package::open(bytes, "a.docx");
  BOOST_REQUIRE(opened.ok());
  BOOST_TEST(opened.value().has("word/document.xml"));
  BOOST_TEST(!opened.value().cut_off());
  auto parts = opened.value().read({"word/document.xml", "../../etc/passwd", "absent"});
  BOOST_REQUIRE(parts.ok());
  BOOST_TEST(parts.value().size() == 2u);
  BOOST_TEST(parts.value()["word/document.xml"].bytes == "one");
}

BOOST_AUTO_TEST_CASE(zip_part_that_occurs_twice) {
  std::string differing = package({{"a", "one"}, {"A", "two"}});
  std::string alike = package({{"a", "one"}, {"a", "one"}});
  base::Result<Package> opened = Package::open(differing, "a.docx");
  BOOST_TEST((opened.value().read({"a"}).error().code == base::ErrorCode::damaged));
  BOOST_TEST(opened.value().read({"b"}).ok());
  BOOST_TEST(Package::open(alike, "a.docx").value().read({"a"}).ok());
}

BOOST_AUTO_TEST_CASE(zip_bombs_are_refused) {
  std::string dense = package({{"a", std::string(8u << 20, 'x')}});
  base::Result<Package> opened = Package::open(dense, "a.docx");
  base::Error error = opened.value().read({"a"}).error();
  BOOST_TEST((error.code == base::ErrorCode::over_limit));
  BOOST_TEST(error.message == "inflates to more than 200 times its size");
  // Small parts may be as repetitive as they like.
  std::string small = package({{"a", std::string(1u << 20, 'x')}});
  BOOST_TEST(Package::open(small, "a.docx").value().read({"a"}).ok());
  // A part that is stored as it is inflates to nothing more than itself.
  std::string stored = package({{"a", std::string(8u << 20, 'x')}}, true);
  BOOST_TEST(Package::open(stored, "a.docx").value().read({"a"}).ok());
  // What isn't needed isn't inflated.
  BOOST_TEST(opened.value().read({"b"}).ok());
}

BOOST_AUTO_TEST_CASE(zip_cut_off_package_gives_what_is_there) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i * 7'919 % 100'003) + " ";
  std::string bytes = package({{"a", text}, {"b", "late"}});
  base::Result<Package> opened = Package::open(std::string_view(bytes).substr(0, bytes.size() / 2), "a.docx");
  BOOST_REQUIRE(opened.ok());
  BOOST_TEST(opened.value().cut_off());
  auto parts = opened.value().read({"a", "b"});
  BOOST_REQUIRE(parts.ok());
  BOOST_TEST(!parts.value()["a"].whole);
  BOOST_TEST(parts.value()["a"].bytes.size() > text.size() / 4);
  BOOST_TEST(text.starts_with(parts.value()["a"].bytes));
}

BOOST_AUTO_TEST_CASE(zip_wrong_check_sum_is_told) {
  std::string bytes = package({{"a", "plain enough"}});
  std::size_t directory = bytes.find("PK\x01\x02");
  bytes[directory + 16] = static_cast<char>(bytes[directory + 16] ^ 1);
  std::size_t descriptor = bytes.find("PK\x07\x08");
  if (descriptor != std::string::npos) bytes[descriptor + 4] = static_cast<char>(bytes[descriptor + 4] ^ 1);
  bytes[14] = static_cast<char>(bytes[14] ^ 1);
  auto parts = Package::open(bytes, "a.docx").value().read({"a"});
  BOOST_REQUIRE(parts.ok());
  BOOST_TEST(!parts.value()["a"].whole);
}

BOOST_AUTO_TEST_CASE(zip_encrypted_part_is_refused) {
  std::string bytes = package({{"a", "secret"}});
  bytes[6] = static_cast<char>(bytes[6] | 1);
  std::size_t directory = bytes.find("PK\x01\x02");
  bytes[directory + 8] = static_cast<char>(bytes[directory + 8] | 1);
  auto parts = Package::open(bytes, "a.docx").value().read({"a"});
  BOOST_REQUIRE(!parts.ok());
  BOOST_TEST((parts.error().code == base::ErrorCode::encrypted));
}

BOOST_AUTO_TEST_CASE(zip_rubbish_is_damaged) {
  BOOST_TEST((Package::open("PK\x03\x04rubbish", "a.docx").error().code == base::ErrorCode::damaged));
}

BOOST_AUTO_TEST_SUITE_END()
