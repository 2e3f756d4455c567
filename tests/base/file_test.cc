#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

namespace {

// A folder of its own for each test, gone afterwards.
struct Folder {
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "auditor-file-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(base_file)

BOOST_AUTO_TEST_CASE(write_then_read_gives_the_same_bytes) {
  Folder folder;
  std::string bytes("a\0b\n", 4);
  BOOST_REQUIRE(base::write_file(folder.path / "x", bytes).ok());
  auto read = base::read_file(folder.path / "x", 100);
  BOOST_REQUIRE(read.ok());
  BOOST_TEST(read.value() == bytes);
  struct stat facts {};
  BOOST_REQUIRE(::stat((folder.path / "x").c_str(), &facts) == 0);
  BOOST_TEST((facts.st_mode & 0777) == 0600u);
  BOOST_TEST(!std::filesystem::exists(folder.path / "x.part"));
}

BOOST_AUTO_TEST_CASE(read_refuses_what_is_no_file) {
  Folder folder;
  BOOST_REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
  BOOST_TEST(base::read_file(folder.path / "pipe", 10).error().message == "is not an ordinary file");
  BOOST_TEST(base::read_file(folder.path, 10).error().message == "is not an ordinary file");
  BOOST_TEST((base::read_file(folder.path / "none", 10).error().code == base::ErrorCode::not_found));
}

BOOST_AUTO_TEST_CASE(read_refuses_beyond_the_limit) {
  Folder folder;
  std::ofstream(folder.path / "big") << std::string(50, 'x');
  auto read = base::read_file(folder.path / "big", 49);
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST((read.error().code == base::ErrorCode::over_limit));
}

BOOST_AUTO_TEST_CASE(what_is_written_meanwhile_is_not_taken) {
  Folder folder;
  std::ofstream(folder.path / "growing") << std::string(32u << 20, 'x');
  std::atomic<bool> enough = false;
  std::thread writer([&] {
    std::ofstream more(folder.path / "growing", std::ios::app);
    while (!enough) more << 'x' << std::flush;
  });
  while (std::filesystem::file_size(folder.path / "growing") == 32u << 20) std::this_thread::yield();
  auto read = base::read_file(folder.path / "growing", 64u << 20);
  enough = true;
  writer.join();
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST((read.error().code == base::ErrorCode::unreadable));
  BOOST_TEST(read.error().message == "was being changed while it was read");
  BOOST_TEST(base::read_file(folder.path / "growing", 64u << 20).ok());
}

BOOST_AUTO_TEST_CASE(write_says_why_it_cannot) {
  auto status = base::write_file("/no/such/folder/x", "a");
  BOOST_REQUIRE(!status.ok());
  BOOST_TEST(status.error().one_line() == "/no/such/folder/x: cannot be written: No such file or directory");
}

BOOST_AUTO_TEST_SUITE_END()
