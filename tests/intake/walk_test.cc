#include "intake/walk.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;

namespace {

// A folder of its own for one test, gone afterwards.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "walk-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  void file(const std::string& name) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << "x";
  }
  std::string operator/(const std::string& name) const { return (path / name).string(); }
  fs::path path;
};

// What was found, one line each, with the folder's own path left out: "a.docx", "* a.docx" where named, and what was
// passed with its code.
std::string found(const Folder& folder, const std::vector<std::string>& paths) {
  base::Result<intake::Found> walked = intake::walk(paths);
  if (!walked) return std::string("error ") + base::name_of(walked.error().code) + " " + walked.error().message;
  std::string out;
  auto shown = [&](const std::string& path) {
    return path.substr(std::min(folder.path.string().size() + 1, path.size()));
  };
  for (const intake::Input& input : walked.value().inputs) out += (input.named ? "* " : "") + shown(input.path) + "\n";
  for (const intake::Passed& passed : walked.value().passed) {
    out += std::string(base::name_of(passed.error.code)) + " " + shown(passed.path) + "\n";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(intake)

BOOST_AUTO_TEST_CASE(walk_gives_files_in_bytewise_order) {
  Folder folder;
  for (const char* name : {"b.docx", "a/z.html", "a.docx", "B.docx", "a/b/c.txt", "\xC3\xA9.txt"}) folder.file(name);
  BOOST_TEST(found(folder, {folder.path.string()}) == "B.docx\na.docx\na/b/c.txt\na/z.html\nb.docx\n\xC3\xA9.txt\n");
  BOOST_TEST(found(folder, {folder.path.string() + "/"}) ==
             "B.docx\na.docx\na/b/c.txt\na/z.html\nb.docx\n\xC3\xA9.txt\n");
}

BOOST_AUTO_TEST_CASE(walk_gives_a_file_once_and_named_first) {
  Folder folder;
  folder.file("a.docx");
  folder.file("b.docx");
  BOOST_TEST(found(folder, {folder.path.string(), folder / "b.docx", folder / "b.docx"}) == "a.docx\n* b.docx\n");
  fs::create_symlink("a.docx", folder.path / "c.docx");
  BOOST_TEST(found(folder, {folder.path.string()}) == "a.docx\nb.docx\n");
}

BOOST_AUTO_TEST_CASE(walk_skips_what_is_no_record) {
  Folder folder;
  for (const char* name :
       {"~$a.docx", ".~lock.a.odt#", ".hidden", "Thumbs.db", ".git/config", "a.docx", "sub.docx/in.txt"}) {
    folder.file(name);
  }
  BOOST_TEST(found(folder, {folder.path.string()}) ==
             "a.docx\nsub.docx/in.txt\nnot_a_record .git\nnot_a_record .hidden\nnot_a_record .~lock.a.odt#\n"
             "not_a_record Thumbs.db\nnot_a_record ~$a.docx\n");
  // Named itself, it is for the reader to refuse.
  BOOST_TEST(found(folder, {folder / "~$a.docx"}) == "* ~$a.docx\n");
  BOOST_TEST(found(folder, {folder / ".git"}) == ".git/config\n");
}

BOOST_AUTO_TEST_CASE(walk_never_opens_pipes_and_sockets) {
  Folder folder;
  BOOST_REQUIRE(::mkfifo((folder / "pipe.docx").c_str(), 0600) == 0);
  int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  (folder / "s").copy(address.sun_path, sizeof address.sun_path - 1);
  BOOST_REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  ::close(socket);
  fs::create_symlink("/dev/zero", folder.path / "zero.txt");
  BOOST_TEST(found(folder, {folder.path.string()}) ==
             "not_a_record pipe.docx\nnot_a_record s\nnot_a_record zero.txt\n");
  BOOST_TEST(found(folder, {folder / "pipe.docx"}) == "unreadable pipe.docx\n");
}

BOOST_AUTO_TEST_CASE(walk_ends_where_links_lead_in_a_circle) {
  Folder folder;
  folder.file("a/x.txt");
  fs::create_directory_symlink("..", folder.path / "a/up");
  fs::create_directory_symlink("a", folder.path / "also");
  fs::create_symlink("loop", folder.path / "loop");
  fs::create_symlink("nothing", folder.path / "dangling.docx");
  BOOST_TEST(found(folder, {folder.path.string()}) ==
             "a/x.txt\nnot_a_record a/up\nnot_a_record also\nunreadable dangling.docx\nunreadable loop\n");
}

BOOST_AUTO_TEST_CASE(walk_follows_links_to_folders_elsewhere_once) {
  Folder folder;
  Folder other;
  other.file("far.txt");
  folder.file("near.txt");
  fs::create_directory_symlink(other.path, folder.path / "one");
  fs::create_directory_symlink(other.path, folder.path / "two");
  BOOST_TEST(found(folder, {folder.path.string()}) == "near.txt\none/far.txt\nnot_a_record two\n");
}

BOOST_AUTO_TEST_CASE(walk_stops_at_depth) {
  Folder folder;
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "d/";
  folder.file(deep + "x.txt");
  folder.file("a.txt");
  base::Result<intake::Found> walked = intake::walk({folder.path.string()});
  BOOST_TEST(walked.value().inputs.size() == 1u);
  BOOST_REQUIRE(walked.value().passed.size() == 1u);
  BOOST_TEST((walked.value().passed[0].error.code == base::ErrorCode::over_limit));
}

BOOST_AUTO_TEST_CASE(walk_reports_unreadable_folders) {
  if (::geteuid() == 0) return;  // to whom nothing is unreadable
  Folder folder;
  folder.file("closed/x.txt");
  fs::permissions(folder.path / "closed", fs::perms::none);
  BOOST_TEST(found(folder, {folder.path.string()}) == "unreadable closed\n");
  fs::permissions(folder.path / "closed", fs::perms::owner_all);
}

BOOST_AUTO_TEST_CASE(walk_refuses_a_named_path_that_does_not_exist) {
  Folder folder;
  folder.file("a.txt");
  BOOST_TEST(found(folder, {folder / "a.txt", folder / "b.txt"}) == "error not_found does not exist");
  BOOST_TEST(found(folder, {""}) == "error not_found does not exist");
  BOOST_TEST(!intake::walk({folder / "b.txt"}).error().advice.empty());
}

BOOST_AUTO_TEST_SUITE_END()
