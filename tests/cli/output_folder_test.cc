#include "cli/output_folder.h"

#include <stdlib.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "store/store.h"

namespace fs = std::filesystem;
using cli::OutputFolder;

namespace {

struct Folder {
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "output-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  std::string at(const std::string& name) const { return path + "/" + name; }
  void run_of_ours(const std::string& name) const {
    fs::create_directory(at(name));
    BOOST_REQUIRE(store::Store::create(at(name) + "/run.db", true).ok());
  }
  std::string path;
};

std::vector<std::string> paths(const intake::Found& found) {
  std::vector<std::string> out;
  for (const auto& input : found.inputs) out.push_back(input.path);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_output_folder)

BOOST_AUTO_TEST_CASE(free_empty_and_own_folders_can_be_claimed) {
  Folder folder;
  fs::create_directory(folder.at("empty"));
  folder.run_of_ours("own");
  for (const char* name : {"new", "new/deeper", "empty", "own", "own/"}) {
    auto claimed = OutputFolder::claim(folder.at(name));
    BOOST_TEST(claimed.ok(), name);
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_ours_is_never_claimed) {
  Folder folder;
  fs::create_directory(folder.at("foreign"));
  std::ofstream(folder.at("foreign/notes.txt")) << "mine";
  std::ofstream(folder.at("file")) << "mine";
  for (const char* name : {"foreign", "file", "file/below"})
    BOOST_TEST(!OutputFolder::claim(folder.at(name)).ok(), name);
  BOOST_TEST(fs::exists(folder.at("foreign/notes.txt")));
}

BOOST_AUTO_TEST_CASE(what_is_given_up_leaves_nothing) {
  Folder folder;
  folder.run_of_ours("own");
  {
    auto claimed = OutputFolder::claim(folder.at("own"));
    std::ofstream(claimed.value().building() + "/half") << "half";
  }
  BOOST_TEST(std::distance(fs::directory_iterator(folder.path), {}) == 1);
  BOOST_TEST(fs::exists(folder.at("own/run.db")));
}

BOOST_AUTO_TEST_CASE(older_run_is_replaced_whole) {
  Folder folder;
  folder.run_of_ours("own");
  std::ofstream(folder.at("own/index.html")) << "old";
  auto claimed = OutputFolder::claim(folder.at("own"));
  BOOST_REQUIRE(claimed.ok());
  std::ofstream(claimed.value().building() + "/findings.csv") << "new";
  BOOST_TEST(fs::exists(folder.at("own/index.html")));
  BOOST_REQUIRE(claimed.value().put_in_place().ok());
  BOOST_TEST(!fs::exists(folder.at("own/index.html")));
  BOOST_TEST(fs::exists(folder.at("own/findings.csv")));
  BOOST_TEST(std::distance(fs::directory_iterator(folder.path), {}) == 1);
}

BOOST_AUTO_TEST_CASE(folder_that_was_filled_meanwhile_is_left_alone) {
  Folder folder;
  auto claimed = OutputFolder::claim(folder.at("new"));
  fs::create_directory(folder.at("new"));
  std::ofstream(folder.at("new/notes.txt")) << "mine";
  BOOST_TEST(!claimed.value().put_in_place().ok());
  BOOST_TEST(fs::exists(folder.at("new/notes.txt")));
}

BOOST_AUTO_TEST_CASE(linked_folder_keeps_its_link) {
  Folder folder;
  folder.run_of_ours("own");
  fs::create_directory_symlink(folder.at("own"), folder.at("link"));
  auto claimed = OutputFolder::claim(folder.at("link"));
  BOOST_REQUIRE(claimed.ok());
  BOOST_REQUIRE(claimed.value().put_in_place().ok());
  BOOST_TEST(fs::is_symlink(folder.at("link")));
  BOOST_TEST(!fs::exists(folder.at("own/run.db")));
}

BOOST_AUTO_TEST_CASE(run_of_another_version_is_ours_too) {
  Folder folder;
  folder.run_of_ours("own");
  // SQLite's header: user_version is at byte 60.
  std::fstream file(folder.at("own/run.db"), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(63).put('\x01');
  file.close();
  BOOST_TEST(!store::Store::open(folder.at("own/run.db")).ok());
  BOOST_TEST(OutputFolder::claim(folder.at("own")).ok());
}

BOOST_AUTO_TEST_CASE(views_go_beside_no_run) {
  Folder folder;
  folder.run_of_ours("own");
  fs::create_directory(folder.at("views"));
  std::ofstream(folder.at("views/run.json")) << R"({"program":"auditor","version":"1"})";
  fs::create_directory(folder.at("foreign"));
  std::ofstream(folder.at("foreign/run.json")) << R"({"program":"another"})";
  BOOST_TEST(OutputFolder::claim(folder.at("views"), cli::Holding::views).ok());
  BOOST_TEST(OutputFolder::claim(folder.at("new"), cli::Holding::views).ok());
  BOOST_TEST(!OutputFolder::claim(folder.at("own"), cli::Holding::views).ok());
  BOOST_TEST(!OutputFolder::claim(folder.at("foreign"), cli::Holding::views).ok());
  BOOST_TEST(!OutputFolder::claim(folder.at("views")).ok());
}

BOOST_AUTO_TEST_CASE(what_is_not_made_again_is_kept) {
  Folder folder;
  folder.run_of_ours("own");
  fs::create_directories(folder.at("own/records/deep"));
  std::ofstream(folder.at("own/records/deep/1.html")) << "kept";
  std::ofstream(folder.at("own/findings.csv")) << "old";
  fs::create_symlink("nowhere", folder.at("own/link"));
  auto claimed = OutputFolder::claim(folder.at("own"));
  BOOST_REQUIRE(claimed.ok());
  BOOST_REQUIRE(claimed.value().keep_all_but({"findings.csv"}).ok());
  BOOST_REQUIRE(claimed.value().put_in_place().ok());
  BOOST_TEST(fs::exists(folder.at("own/run.db")));
  BOOST_TEST(fs::exists(folder.at("own/records/deep/1.html")));
  BOOST_TEST(fs::is_symlink(folder.at("own/link")));
  BOOST_TEST(!fs::exists(folder.at("own/findings.csv")));
}

BOOST_AUTO_TEST_CASE(what_was_left_behind_is_removed_and_what_is_being_built_is_not) {
  Folder folder;
  for (const char* name : {"new.part-12", "new.part-x", "new.part-", "newer.part-12"}) {
    fs::create_directory(folder.at(name));
    std::ofstream(folder.at(name) + "/half") << "half";
  }
  auto first = OutputFolder::claim(folder.at("new"));
  BOOST_REQUIRE(first.ok());
  BOOST_TEST(!fs::exists(folder.at("new.part-12")));
  for (const char* name : {"new.part-x", "new.part-", "newer.part-12"}) BOOST_TEST(fs::exists(folder.at(name)), name);
  std::string building = first.value().building();
  int lock = cli::lock_folder(building);
  BOOST_TEST(lock == -1);
  cli::remove_stale(folder.at("new.part-"), [](const std::string&) { return false; });
  BOOST_TEST(fs::exists(building));
}

BOOST_AUTO_TEST_CASE(reports_among_the_inputs_are_left_out) {
  Folder folder;
  folder.run_of_ours("report");
  fs::create_directory(folder.at("records"));
  intake::Found found;
  for (const char* name : {"/a.docx", "/report/index.html", "/report/run.db", "/report-2.docx"}) {
    found.inputs.push_back({folder.path + name, false});
  }
  BOOST_REQUIRE(cli::leave_out(found, {folder.path}, folder.at("report")).ok());
  BOOST_TEST((paths(found) == std::vector<std::string>{folder.at("a.docx"), folder.at("report-2.docx")}));
  BOOST_TEST(cli::leave_out(found, {folder.at("records")}, folder.at("report")).ok());
  BOOST_TEST(!cli::leave_out(found, {folder.at("report")}, folder.at("report")).ok());
  BOOST_TEST(!cli::leave_out(found, {folder.at("report/run.db")}, folder.at("report")).ok());
}

BOOST_AUTO_TEST_SUITE_END()
