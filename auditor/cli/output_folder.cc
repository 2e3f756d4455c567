#include "cli/output_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "store/store.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

// What is built beside a place bears its name, this and the number of the process.
constexpr std::string_view part = ".part-";

constexpr int most_attempts = 50;
constexpr unsigned wait_microseconds = 10'000;

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

// Whether the folder's run.json is one that this program writes.
bool holds_views(const fs::path& folder) {
  constexpr std::size_t head_bytes = 64;
  std::ifstream file(folder / "run.json", std::ios::binary);
  std::string head(head_bytes, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  return head.starts_with(R"({"program":"auditor",)");
}

base::Status check_free(const fs::path& target, const std::string& shown, Holding may_hold) {
  std::error_code error;
  fs::file_status status = fs::status(target, error);
  if (!fs::exists(status)) return base::Done{};
  if (!fs::is_directory(status)) return cannot(shown, "is not a folder", "");
  bool empty = fs::is_empty(target, error);
  if (error) return cannot(shown, "cannot be listed", error.message());
  if (empty) return base::Done{};
  bool run = fs::exists(target / "run.db", error);
  if (may_hold == Holding::views) {
    if (run) return cannot(shown, "holds a run of its own", "");
    if (holds_views(target)) return base::Done{};
    return cannot(shown, "holds something that is no report of this program", "");
  }
  if (run && store::Store::is_run((target / "run.db").string())) return base::Done{};
  return cannot(shown, "holds something that is not a run of this program", "");
}

base::Status keep_entry(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::file_status status = fs::symlink_status(from, error);
  if (fs::is_directory(status)) {
    if (::mkdir(to.c_str(), 0700) != 0) return cannot(from.string(), "cannot be kept", std::strerror(errno));
    for (const fs::directory_entry& entry : fs::directory_iterator(from, error)) {
      base::Status kept = keep_entry(entry.path(), to / entry.path().filename());
      if (!kept) return kept;
    }
  } else if (fs::is_symlink(status)) {
    fs::copy_symlink(from, to, error);
  } else {
    fs::create_hard_link(from, to, error);
    if (error) fs::copy_file(from, to, error);
  }
  return error ? base::Status(cannot(from.string(), "cannot be kept", error.message())) : base::Status(base::Done{});
}

bool holds_run(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "run.db", error);
}

// Gives the latest folder that holds a run which nobody is at work on its new name; its lock, or -1.
int take_over(const std::string& prefix, const std::string& building) {
  std::error_code error;
  std::vector<std::pair<fs::file_time_type, std::string>> found;
  for (const std::string& folder : left_behind(prefix)) {
    if (holds_run(folder)) found.emplace_back(fs::last_write_time(fs::path(folder) / "run.db", error), folder);
  }
  std::sort(found.rbegin(), found.rend());
  for (const auto& [when, folder] : found) {
    int lock = lock_folder(folder);
    if (lock < 0) continue;
    if (folder == building || ::rename(folder.c_str(), building.c_str()) == 0) return lock;
    ::close(lock);
  }
  return -1;
}

// Whether `inner` is `outer` or lies in it; both resolved.
bool lies_in(const fs::path& inner, const fs::path& outer) {
  fs::path between = inner.lexically_relative(outer);
  return !between.empty() && *between.begin() != "..";
}

}  // namespace

OutputFolder::OutputFolder(std::string target, std::string building, Holding may_hold,
                           std::unique_ptr<AfterKill> after_kill, int lock)
    : target_(std::move(target)),
      building_(std::move(building)),
      may_hold_(may_hold),
      lock_(lock),
      after_kill_(std::move(after_kill)) {}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : target_(std::move(other.target_)),
      building_(std::exchange(other.building_, "")),
      may_hold_(other.may_hold_),
      lock_(std::exchange(other.lock_, -1)),
      after_kill_(std::move(other.after_kill_)) {}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!building_.empty()) fs::remove_all(building_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

void OutputFolder::leave() {
  building_.clear();
}

base::Result<OutputFolder> OutputFolder::claim(const std::string& path, Holding may_hold, Ending ending,
                                               Leftover leftover) {
  fs::path target = resolved(path);
  base::Status is_free = check_free(target, path, may_hold);
  if (!is_free) return is_free.error();
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error) return cannot(path, "cannot be made", error.message());
  const std::string prefix = target.string() + std::string(part);
  std::string building = prefix + std::to_string(::getpid());
  // Before there is a folder: a kill may come in the moment after it is made.
  std::unique_ptr<AfterKill> after_kill;
  if (ending == Ending::removed) after_kill = std::make_unique<AfterKill>(building);
  if (leftover == Leftover::taken_over) {
    if (int lock = take_over(prefix, building); lock >= 0) {
      remove_stale(prefix, [](const std::string&) { return false; });
      return OutputFolder(target.string(), std::move(building), may_hold, std::move(after_kill), lock);
    }
  }
  remove_stale(prefix, [&](const std::string& folder) { return leftover == Leftover::kept && holds_run(folder); });
  fs::remove_all(building, error);
  // Another run into the same place may take the folder for one left behind, before it is locked.
  int lock = -1;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    if (::mkdir(building.c_str(), 0700) != 0 && errno != EEXIST) {
      return cannot(path, "cannot be made", std::strerror(errno));
    }
    lock = lock_folder(building);
    bool contested = lock < 0 && (errno == EWOULDBLOCK || errno == ENOENT);
    if (!contested && fs::exists(building, error)) break;
    if (lock >= 0) ::close(std::exchange(lock, -1));
    ::usleep(wait_microseconds);
  }
  return OutputFolder(target.string(), std::move(building), may_hold, std::move(after_kill), lock);
}

base::Status OutputFolder::keep_all_but(const std::vector<std::string>& names) const {
  std::error_code error;
  if (!fs::exists(target_, error)) return base::Done{};
  for (const fs::directory_entry& entry : fs::directory_iterator(target_, error)) {
    fs::path name = entry.path().filename();
    if (std::find(names.begin(), names.end(), name.string()) != names.end()) continue;
    base::Status kept = keep_entry(entry.path(), fs::path(building_) / name);
    if (!kept) return kept;
  }
  return error ? base::Status(cannot(target_, "cannot be listed", error.message())) : base::Status(base::Done{});
}

base::Status OutputFolder::put_in_place() {
  // Between the start and now somebody may have put something else there.
  base::Status is_free = check_free(target_, target_, may_hold_);
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
    found.inputs.erase_if(inside);
    std::erase_if(found.passed, inside);
  }
  return base::Done{};
}

void leave_out_store(intake::Found& found, const std::string& store) {
  const std::string file = resolved(store).string();
  auto belongs = [&](const auto& entry) {
    const std::string path = resolved(entry.path).string();
    return path == file || path == file + "-wal" || path == file + "-shm" || path == file + "-journal" ||
           path.starts_with(file + "-compared-");
  };
  // Names are looked at first, since resolving a path takes system calls.
  const std::string name = fs::path(file).filename().string();
  auto is_it = [&](const auto& entry) {
    const std::size_t slash = entry.path.rfind('/');
    return entry.path.compare(slash == std::string::npos ? 0 : slash + 1, name.size(), name) == 0 && belongs(entry);
  };
  found.inputs.erase_if(is_it);
  std::erase_if(found.passed, is_it);
}

}  // namespace cli
