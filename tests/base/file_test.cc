#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <utility>

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

// A file of one letter to which another hand adds a letter in the midst of each of its first `times` readings.
class Growing {
 public:
  Growing(std::filesystem::path path, int times) : path_(std::move(path)), left_(times) {
    std::ofstream(path_) << 'x';
    descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    BOOST_REQUIRE(descriptor_ >= 0);
  }
  ~Growing() { ::close(descriptor_); }
  Growing(const Growing&) = delete;
  Growing& operator=(const Growing&) = delete;

  base::Result<std::string> read() {
    return base::read_settled(descriptor_, "growing", [this](const struct stat& facts) {
      auto bytes = base::read_slice(descriptor_, 0, static_cast<std::size_t>(facts.st_size), "growing");
      if (left_-- > 0) std::ofstream(path_, std::ios::app) << 'x';
      return bytes;
    });
  }

 private:
  std::filesystem::path path_;
  int left_;
  int descriptor_ = -1;
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
  Growing file(folder.path / "growing", 1000);
  auto read = file.read();
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST((read.error().code == base::ErrorCode::unreadable));
  BOOST_TEST(read.error().message == "was being changed while it was read");
  BOOST_TEST(base::read_file(folder.path / "growing", 100).ok());
}

BOOST_AUTO_TEST_CASE(what_was_written_to_once_is_read_anew) {
  Folder folder;
  Growing file(folder.path / "growing", 1);
  auto read = file.read();
  BOOST_REQUIRE(read.ok());
  BOOST_TEST(read.value() == "xx");
}

BOOST_AUTO_TEST_CASE(write_says_why_it_cannot) {
  auto status = base::write_file("/no/such/folder/x", "a");
  BOOST_REQUIRE(!status.ok());
  BOOST_TEST(status.error().one_line() == "/no/such/folder/x: cannot be written: No such file or directory");
}

BOOST_AUTO_TEST_SUITE_END()
