#include "reports/output_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>

#include "base/file.h"

namespace {

struct Folder {
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "reports-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

std::size_t files(const Folder& folder) {
  auto all = std::filesystem::directory_iterator(folder.path);
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

using Create = base::Result<reports::OutputFile> (*)(const std::filesystem::path&);
constexpr Create ways[] = {reports::OutputFile::create, reports::OutputFile::create_nameless};

}  // namespace

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(output_file_finished_is_whole_and_private) {
  for (Create create : ways) {
    Folder folder;
    auto file = create(folder.path / "a.txt");
    BOOST_REQUIRE(file.ok());
    std::string piece(700'000, 'x');
    for (int i = 0; i < 3; ++i) BOOST_REQUIRE(file.value().write(piece).ok());
    BOOST_REQUIRE(file.value().finish().ok());
    BOOST_TEST(base::read_file(folder.path / "a.txt", 1u << 24).value() == piece + piece + piece);
    struct stat facts {};
    BOOST_REQUIRE(::stat((folder.path / "a.txt").c_str(), &facts) == 0);
    BOOST_TEST((facts.st_mode & 0777) == 0600u);
    BOOST_TEST(files(folder) == 1u);
  }
}

BOOST_AUTO_TEST_CASE(output_file_unfinished_leaves_the_old_one) {
  for (Create create : ways) {
    Folder folder;
    BOOST_REQUIRE(base::write_file(folder.path / "a.txt", "old").ok());
    {
      auto file = create(folder.path / "a.txt");
      BOOST_REQUIRE(file.ok() && file.value().write("new").ok());
    }
    BOOST_TEST(base::read_file(folder.path / "a.txt", 99).value() == "old");
    BOOST_TEST(files(folder) == 1u);
    auto again = create(folder.path / "a.txt");
    BOOST_REQUIRE(again.ok() && again.value().write("new").ok() && again.value().finish().ok());
    BOOST_TEST(base::read_file(folder.path / "a.txt", 99).value() == "new");
    BOOST_TEST(files(folder) == 1u);
  }
}

BOOST_AUTO_TEST_CASE(output_file_nameless_has_no_name_before_it_is_whole) {
  Folder folder;
  auto file = reports::OutputFile::create_nameless(folder.path / "a.txt");
  BOOST_REQUIRE(file.ok() && file.value().write(std::string(3'000'000, 'x')).ok());
  BOOST_TEST(files(folder) == 0u);
}

BOOST_AUTO_TEST_CASE(output_file_where_no_folder_is_fails) {
  auto file = reports::OutputFile::create("/nonexistent/a.txt");
  BOOST_REQUIRE(!file.ok());
  BOOST_TEST(file.error().file == "/nonexistent/a.txt");
}

BOOST_AUTO_TEST_SUITE_END()
