// The entry point that every room's test program shares. Temporary files of the tests go to a folder of the process's
// own, so that what a killed one leaves can be told, and is removed by the next.
#define BOOST_TEST_MODULE auditor
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// The descriptor while nobody else has the folder, else -1.
int locked(const fs::path& folder) {
  int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0 || ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  ::close(descriptor);
  return -1;
}

struct TemporaryFolder {
  TemporaryFolder() {
    const fs::path parent = fs::temp_directory_path();
    const std::string prefix = "auditor-tests-" + std::to_string(::getuid()) + "-";
    std::error_code error;
    std::vector<fs::path> older;
    for (const fs::directory_entry& entry : fs::directory_iterator(parent, error)) {
      if (entry.path().filename().string().starts_with(prefix)) older.push_back(entry.path());
    }
    for (const fs::path& folder : older) {
      int taken = locked(folder);
      if (taken < 0) continue;
      fs::remove_all(folder, error);
      ::close(taken);
    }
    // Another test may take the folder for one left behind, before it is locked.
    for (int attempt = 0; attempt < 100 && !(lock >= 0 && fs::exists(path)); ++attempt) {
      std::string pattern = (parent / (prefix + "XXXXXX")).string();
      if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
      if (lock >= 0) ::close(lock);
      path = pattern;
      lock = locked(path);
    }
    ::setenv("TMPDIR", path.c_str(), 1);
  }
  ~TemporaryFolder() {
    std::error_code error;
    fs::remove_all(path, error);
    if (lock >= 0) ::close(lock);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  fs::path path;
  int lock = -1;
};

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(TemporaryFolder);
