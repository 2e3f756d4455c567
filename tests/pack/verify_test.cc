#include "pack/verify.h"

#include <boost/test/unit_test.hpp>
#include <functional>

#include "base/sha256.h"
#include "pack/write.h"
#include "pack/zips.h"

using pack_tests::Folder;
using pack_tests::Members;

namespace {

const Members& packed() {
  static const Members members = [] {
    Folder folder;
    BOOST_REQUIRE(pack::write(pack_tests::demo_contents(), folder / "pack.zip").ok());
    return pack_tests::members_of(folder / "pack.zip");
  }();
  return members;
}

std::string& bytes_in(Members& members, const std::string& path) {
  for (auto& [name, bytes] : members) {
    if (name == path) return bytes;
  }
  BOOST_REQUIRE_MESSAGE(false, path);
  return members[0].second;
}

void take_out(Members& members, const std::string& path) {
  std::erase_if(members, [&](const auto& member) { return member.first == path; });
}

// The faults of the pack after a change, one a line.
std::string faults(const std::function<void(Members&)>& change) {
  Members members = packed();
  change(members);
  Folder folder;
  pack_tests::write_zip(folder / "pack.zip", members);
  base::Result<pack::Archive> archive = pack::read_archive(folder / "pack.zip");
  BOOST_REQUIRE(archive.ok());
  base::Result<pack::Verdict> verdict = pack::judge(archive.value());
  if (!verdict) return verdict.error().message;
  std::string out;
  for (const pack::Fault& fault : verdict.value().faults) out += pack::line_of(fault) + "\n";
  return out;
}

std::function<void(Members&)> flipped(const std::string& path, std::size_t at) {
  return [=](Members& members) {
    char& c = bytes_in(members, path).at(at);
    c = static_cast<char>(c ^ 1);
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pack_verify)

BOOST_AUTO_TEST_CASE(a_pack_as_it_was_made_has_no_faults) {
  BOOST_TEST(faults([](Members&) {}) == "");
}

BOOST_AUTO_TEST_CASE(a_changed_byte_is_told_by_the_file_it_is_in) {
  for (const auto& [path, bytes] : packed()) {
    if (path == pack::sums_path || path == pack::manifest_path) continue;
    BOOST_TEST(faults(flipped(path, bytes.size() / 2)) == "changed: " + path + "\n");
  }
}

BOOST_AUTO_TEST_CASE(a_changed_byte_anywhere_in_a_list_is_told) {
  Members members = packed();
  const std::string sums = bytes_in(members, "SHA256SUMS");
  std::size_t own = sums.find("pack.json") - 66;  // the sum of pack.json, which nothing else tells
  for (std::size_t at = 0; at < sums.size(); at += 7) {
    std::string told = faults(flipped("SHA256SUMS", at));
    bool either = at >= own && at < own + 64 && told == "changed: pack.json (or its line in SHA256SUMS)\n";
    BOOST_TEST((either || told == "changed: SHA256SUMS\n"), told);
  }
  BOOST_TEST(faults(flipped("SHA256SUMS", 0)) == "changed: SHA256SUMS\n");
  const std::string& manifest = bytes_in(members, "pack.json");
  for (std::size_t at = 0; at < manifest.size(); at += 211) {
    BOOST_TEST(faults(flipped("pack.json", at)).find("changed: pack.json") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(files_taken_out_and_put_in_are_told) {
  BOOST_TEST(faults([](Members& members) { take_out(members, "records/1.html"); }) == "missing: records/1.html\n");
  BOOST_TEST(faults([](Members& members) { members.emplace_back("records/999.html", "x"); }) ==
             "added: records/999.html\n");
  BOOST_TEST(faults([](Members& members) { take_out(members, "SHA256SUMS"); }) == "missing: SHA256SUMS\n");
  BOOST_TEST(faults([](Members& members) { take_out(members, "pack.json"); }) == "missing: pack.json\n");
  BOOST_TEST(faults([](Members& members) { bytes_in(members, "README.txt").clear(); }) == "changed: README.txt\n");
}

BOOST_AUTO_TEST_CASE(a_file_taken_out_with_its_line_is_told) {
  std::string told = faults([](Members& members) {
    take_out(members, "findings.csv");
    std::string& sums = bytes_in(members, "SHA256SUMS");
    std::size_t at = sums.find("  findings.csv\n") - 64;
    sums.erase(at, 64 + std::string("  findings.csv\n").size());
  });
  BOOST_TEST(told == "changed: pack.json (it lists other files than there are)\n");
}

BOOST_AUTO_TEST_CASE(a_file_changed_with_its_line_is_told) {
  std::string told = faults([](Members& members) {
    std::string& bytes = bytes_in(members, "summary.html");
    std::string& sums = bytes_in(members, "SHA256SUMS");
    std::size_t at = sums.find(base::sha256(bytes));
    bytes += " ";
    sums.replace(at, 64, base::sha256(bytes));
  });
  BOOST_TEST(told != "");
}

BOOST_AUTO_TEST_CASE(a_zip_of_other_things_is_no_pack) {
  BOOST_TEST(faults([](Members& members) { members = {{"letter.txt", "x"}}; }) == "is a ZIP file but no evidence pack");
}

BOOST_AUTO_TEST_SUITE_END()
