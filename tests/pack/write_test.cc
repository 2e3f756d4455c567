#include "pack/write.h"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/sha256.h"
#include "pack/zips.h"

using pack_tests::Folder;

namespace {

std::string paths(const std::string& zip) {
  std::string out;
  for (const auto& [path, bytes] : pack_tests::members_of(zip)) out += path + "\n";
  return out;
}

std::string member(const std::string& zip, const std::string& wanted) {
  for (const auto& [path, bytes] : pack_tests::members_of(zip)) {
    if (path == wanted) return bytes;
  }
  return "";
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pack_write)

BOOST_AUTO_TEST_CASE(a_pack_of_chosen_documents_holds_theirs_alone) {
  Folder folder;
  pack::Contents contents = pack_tests::demo_contents();
  contents.choice = pack::choose(contents.run, {"2-3"}).value();
  contents.run = pack::only(contents.run, contents.choice);
  auto written = pack::write(contents, folder / "pack.zip");
  BOOST_REQUIRE(written.ok());
  BOOST_TEST(paths(folder / "pack.zip") ==
             "README.txt\nfindings.jsonl\nfindings.csv\nrecords/2.html\nrecords/3.html\nchecklist/assessment.xml\n"
             "checklist/lexicon/agencies.xml\nsources.sha256\nsummary.html\nsummary.pdf\npack.json\nSHA256SUMS\n");
  BOOST_TEST(written.value().files == 12u);
  BOOST_TEST(written.value().audited == 2u);
  std::string bytes = pack_tests::bytes_of(folder / "pack.zip");
  BOOST_TEST(written.value().whole.sha256 == base::sha256(bytes));
  BOOST_TEST(written.value().whole.bytes == bytes.size());
  struct stat facts {};
  BOOST_REQUIRE(::stat((folder / "pack.zip").c_str(), &facts) == 0);
  BOOST_TEST((facts.st_mode & 0777) == 0600u);
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
  // The list that a record's page leads back to is the summary.
  BOOST_TEST(holds(member(folder / "pack.zip", "records/2.html"), "\"../summary.html#records\""));
  BOOST_TEST(holds(member(folder / "pack.zip", "summary.html"), "\"records/3.html\""));
}

BOOST_AUTO_TEST_CASE(the_same_contents_give_the_same_bytes) {
  Folder folder;
  BOOST_REQUIRE(pack::write(pack_tests::demo_contents(), folder / "a.zip").ok());
  BOOST_REQUIRE(pack::write(pack_tests::demo_contents(), folder / "b.zip").ok());
  BOOST_TEST((pack_tests::bytes_of(folder / "a.zip") == pack_tests::bytes_of(folder / "b.zip")));
}

BOOST_AUTO_TEST_CASE(whether_names_are_kept_is_said_everywhere) {
  Folder folder;
  for (bool pseudonymised : {false, true}) {
    pack::Contents contents = pack_tests::demo_contents();
    contents.pseudonymised = pseudonymised;
    BOOST_REQUIRE(pack::write(contents, folder / "pack.zip").ok());
    BOOST_TEST(holds(member(folder / "pack.zip", "pack.json"), "THIS PACK HOLDS REAL NAMES") != pseudonymised);
    BOOST_TEST(holds(member(folder / "pack.zip", "README.txt"), "THIS PACK HOLDS REAL NAMES") != pseudonymised);
    BOOST_TEST(holds(member(folder / "pack.zip", "summary.html"), "This pack holds real names.") != pseudonymised);
  }
}

BOOST_AUTO_TEST_CASE(words_of_the_choice_are_told_only_with_names) {
  Folder folder;
  for (bool pseudonymised : {false, true}) {
    pack::Contents contents = pack_tests::demo_contents();
    contents.pseudonymised = pseudonymised;
    contents.words = {"*harrow*"};
    contents.choice.all = false;
    contents.choice.numbers = {1};
    contents.run = pack::only(contents.run, contents.choice);
    BOOST_REQUIRE(pack::write(contents, folder / "pack.zip").ok());
    BOOST_TEST(holds(member(folder / "pack.zip", "pack.json"), "*harrow*") != pseudonymised);
  }
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_said) {
  Folder folder;
  pack::Contents contents = pack_tests::demo_contents();
  contents.checklist.clear();
  contents.print = [](const std::string&) -> base::Result<std::string> {
    return base::Error{base::ErrorCode::not_found, "", 0, 0, "no browser is installed", ""};
  };
  auto written = pack::write(contents, folder / "pack.zip");
  BOOST_REQUIRE(written.ok());
  BOOST_TEST(written.value().without_pdf == "no browser is installed");
  std::string manifest = member(folder / "pack.zip", "pack.json");
  BOOST_TEST(holds(manifest, "\"without_pdf\":\"no browser is installed\""));
  BOOST_TEST(holds(manifest, "\"in_pack\":false"));
  BOOST_TEST(!holds(paths(folder / "pack.zip"), "checklist/"));
}

BOOST_AUTO_TEST_CASE(only_a_pack_is_ever_overwritten) {
  Folder folder;
  pack::Contents contents = pack_tests::demo_contents();
  BOOST_REQUIRE(pack::write(contents, folder / "pack.zip").ok());
  BOOST_TEST(pack::write(contents, folder / "pack.zip").ok());
  pack_tests::write_bytes(folder / "letter.txt", "mine");
  pack_tests::write_zip(folder / "other.zip", {{"a", "mine"}});
  std::filesystem::create_symlink("pack.zip", folder / "link.zip");
  for (const char* name : {"letter.txt", "other.zip", "link.zip", "."}) {
    auto written = pack::write(contents, folder / name);
    BOOST_REQUIRE(!written.ok());
    BOOST_TEST(written.error().message == "is there already and is no evidence pack");
  }
  BOOST_TEST(pack_tests::bytes_of(folder / "letter.txt") == "mine");
}

BOOST_AUTO_TEST_CASE(a_pack_that_fails_leaves_the_old_one) {
  Folder folder;
  pack::Contents contents = pack_tests::demo_contents();
  BOOST_REQUIRE(pack::write(contents, folder / "pack.zip").ok());
  std::string before = pack_tests::bytes_of(folder / "pack.zip");
  contents.print = [](const std::string&) -> base::Result<std::string> {
    return base::Error{base::ErrorCode::interrupted, "", 0, 0, "stopped", ""};
  };
  BOOST_TEST(!pack::write(contents, folder / "pack.zip").ok());
  BOOST_TEST((pack_tests::bytes_of(folder / "pack.zip") == before));
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
  BOOST_TEST(!pack::write(contents, folder / "no/such/folder/pack.zip").ok());
}

BOOST_AUTO_TEST_SUITE_END()
