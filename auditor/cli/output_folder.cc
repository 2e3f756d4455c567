#include "cli/output_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "store/store.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

base::Error cannot(const std::string& path, const std::string& what, const std::string& why) {
  return {base::ErrorCode::unreadable,     path, 0, 0, what + (why.empty() ? "" : ": " + why),
          "name another folder with --out"};
}

// Absolute, with links resolved as far as it exists, and without a slash at the end.
fs::path resolved(const std::string& path) {
  std::error_code error;
  fs::path whole = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) whole = fs::absolute(path, error);
  return whole.has_filename() ? whole : whole.parent_path();
}

base::Status check_free(const fs::path& target, const std::string& shown) {
  std::error_code error;
  fs::file_status status = fs::status(target, error);
  if (!fs::exists(status)) return base::Done{};
  if (!fs::is_directory(status)) return cannot(shown, "is not a folder", "");
  bool empty = fs::is_empty(target, error);
  if (error) return cannot(shown, "cannot be listed", error.message());
  if (empty || store::Store::open((target / "run.db").string())) return base::Done{};
  return cannot(shown, "holds something that is not a run of this program", "");
}

// Whether `inner` is `outer` or lies in it; both resolved.
bool lies_in(const fs::path& inner, const fs::path& outer) {
  fs::path between = inner.lexically_relative(outer);
  return !between.empty() && *between.begin() != "..";
}

}  // namespace

OutputFolder::OutputFolder(std::string target, std::string building)
    : target_(std::move(target)), building_(std::move(building)) {}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : target_(std::move(other.target_)), building_(std::exchange(other.building_, "")) {}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!building_.empty()) fs::remove_all(building_, ignored);
}

base::Result<OutputFolder> OutputFolder::claim(const std::string& path) {
  fs::path target = resolved(path);
  base::Status is_free = check_free(target, path);
  if (!is_free) return is_free.error();
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error) return cannot(path, "cannot be made", error.message());
  std::string building = target.string() + ".part-" + std::to_string(::getpid());
  fs::remove_all(building, error);
  if (::mkdir(building.c_str(), 0700) != 0) return cannot(path, "cannot be made", std::strerror(errno));
  return OutputFolder(target.string(), std::move(building));
}

base::Status OutputFolder::put_in_place() {
  // Between the start and now somebody may have put something else there.
  base::Status is_free = check_free(target_, target_);
  if (!is_free) return is_free.error();
  std::error_code error;
  if (::rename(building_.c_str(), target_.c_str()) == 0) {
    building_.clear();
    return base::Done{};
  }
  if (::renameat2(AT_FDCWD, building_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0) {
    fs::remove_all(std::exchange(building_, ""), error);
    return base::Done{};
  }
  // Not every file system can exchange two names.
  std::string old = building_ + ".old";
  if (::rename(target_.c_str(), old.c_str()) != 0) return cannot(target_, "cannot be replaced", std::strerror(errno));
  if (::rename(building_.c_str(), target_.c_str()) != 0) {
    std::string why = std::strerror(errno);
    ::rename(old.c_str(), target_.c_str());
    return cannot(target_, "cannot be replaced", why);
  }
  building_.clear();
  fs::remove_all(old, error);
  return base::Done{};
}

base::Status leave_out(intake::Found& found, const std::vector<std::string>& named, const std::string& out) {
  fs::path target = resolved(out);
  std::error_code error;
  if (!fs::is_directory(target, error)) return base::Done{};
  for (const std::string& path : named) {
    fs::path root = resolved(path);
    if (lies_in(root, target)) {
      return base::Error{base::ErrorCode::bad_argument,   path, 0, 0, "lies in the output folder",
                         "name another folder with --out"};
    }
    if (!lies_in(target, root)) continue;
    // Paths are shown as the named path and what follows it.
    std::string prefix = path;
    if (prefix.back() != '/') prefix += '/';
    prefix += target.lexically_relative(root).string() + "/";
    auto inside = [&](const auto& entry) { return entry.path.starts_with(prefix); };
    std::erase_if(found.inputs, inside);
    std::erase_if(found.passed, inside);
  }
  return base::Done{};
}

}  // namespace cli
