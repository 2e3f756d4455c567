// Real folders are walked first and links to folders last, so that a file is known by its real path where it has one
// below the named folders.
#include "intake/walk.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "intake/names.h"

namespace intake {
namespace {

using base::Error;
using base::ErrorCode;

const char* kind_of(mode_t mode) {
  if (S_ISFIFO(mode)) return "is a pipe, not a file";
  if (S_ISSOCK(mode)) return "is a socket, not a file";
  return "is a device, not a file";
}

std::string joined(const std::string& folder, std::string_view name) {
  std::string out = folder;
  if (out.empty() || out.back() != '/') out += '/';
  out += name;
  return out;
}

std::string real_path(const std::string& path) {
  std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  return real ? std::string(real.get()) : path;
}

using FolderId = std::pair<dev_t, ino_t>;

class Walker {
 public:
  void named(const std::string& path, const struct stat& facts) {
    may_repeat_ = may_repeat_ || any_named_;
    any_named_ = true;
    if (S_ISDIR(facts.st_mode)) {
      folder(path, real_path(path), facts, 1);
    } else if (S_ISREG(facts.st_mode)) {
      file(path, real_path(path), true);
    } else {
      pass(path, ErrorCode::unreadable, kind_of(facts.st_mode), "give a file or a folder");
    }
  }

  void pass(const std::string& path, ErrorCode code, std::string message, std::string advice = "") {
    Error error{code, path, 0, 0, std::move(message), std::move(advice)};
    passed_.emplace(path, std::move(error));
  }

  // Links to folders that were met, and those met on the way there.
  void follow_links() {
    while (!links_.empty()) {
      std::vector<Link> links = std::move(links_);
      links_.clear();
      std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.path < b.path; });
      for (const Link& link : links) {
        struct stat facts {};
        if (::stat(link.path.c_str(), &facts) != 0) continue;
        folder(link.path, real_path(link.path), facts, link.depth);
      }
    }
  }

  Found take() {
    Found found;
    if (may_repeat_) leave_out_repeats();
    found.inputs = std::move(files_);
    found.inputs.sort();
    for (auto& [path, error] : passed_) found.passed.push_back({path, std::move(error)});
    return found;
  }

 private:
  struct Link {
    std::string path;
    std::uint32_t depth;
  };

  // Where a file is really: its folder's number, and its name where that isn't the one that is shown.
  struct Real {
    std::uint32_t folder;
    std::uint32_t name;  // in other_names_, from 1
  };

  void file(const std::string& path, const std::string& real, bool named) {
    const std::size_t name = real.rfind('/') + 1;
    const auto folder =
        real_folders_.try_emplace(real.substr(0, name), static_cast<std::uint32_t>(real_folders_.size())).first;
    files_.push_back({path, named});
    Real where{folder->second, 0};
    if (real.compare(name, std::string::npos, files_.name(files_.size() - 1)) != 0) {
      other_names_.push_back(real.substr(name));
      where.name = static_cast<std::uint32_t>(other_names_.size());
    }
    reals_.push_back(where);
  }

  std::string_view real_name(std::size_t at) const {
    return reals_[at].name == 0 ? files_.name(at) : other_names_[reals_[at].name - 1];
  }

  // Of a file that was met several times one stays: as it was named, else the first by path.
  void leave_out_repeats() {
    const auto key = [&](std::size_t at) { return std::pair(reals_[at].folder, real_name(at)); };
    std::vector<std::size_t> order(files_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    std::vector<bool> again(files_.size(), false);
    for (std::size_t i = 1, kept = 0; i < order.size(); ++i) {
      if (key(order[i]) != key(order[kept])) {
        kept = i;
        continue;
      }
      const Input known = files_[order[kept]], other = files_[order[i]];
      const bool better = other.named != known.named ? other.named : other.path < known.path;
      again[order[better ? kept : i]] = true;
      if (better) kept = i;
    }
    std::size_t at = 0;
    files_.erase_if([&](const Input&) { return again[at++]; });
  }

  void folder(const std::string& path, const std::string& real, const struct stat& facts, std::uint32_t depth) {
    if (!walked_.insert({facts.st_dev, facts.st_ino}).second) {
      if (depth > 1) pass(path, ErrorCode::not_a_record, "is a link to a folder that is read already");
      return;
    }
    if (depth > base::limits::folder_depth) {
      return pass(path, ErrorCode::over_limit,
                  "lies more than " + std::to_string(base::limits::folder_depth) + " folders deep",
                  "name the folder itself");
    }
    std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(path.c_str()), ::closedir);
    if (!open) {
      return pass(path, ErrorCode::unreadable,
                  std::string("is a folder that cannot be opened: ") + std::strerror(errno),
                  "ask for the right to read it");
    }
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(open.get())) {
      std::string_view name = entry->d_name;
      if (name != "." && name != "..") names.emplace_back(name);
      errno = 0;
    }
    if (errno != 0) {
      pass(path, ErrorCode::unreadable, std::string("is a folder that cannot be listed: ") + std::strerror(errno));
    }
    open.reset();
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) met(joined(path, name), joined(real, name), name, depth);
  }

  // Decides by name and by lstat alone: nothing is opened here.
  void met(const std::string& path, const std::string& real, const std::string& name, std::uint32_t depth) {
    if (is_lock_file(name)) return pass(path, ErrorCode::not_a_record, "is a lock file of an open document");
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) != 0) {
      return pass(path, ErrorCode::unreadable, std::string("cannot be looked at: ") + std::strerror(errno));
    }
    bool link = S_ISLNK(facts.st_mode);
    may_repeat_ = may_repeat_ || link;
    if (link && ::stat(path.c_str(), &facts) != 0) {
      return pass(path, ErrorCode::unreadable,
                  errno == ELOOP ? "is a link that leads in a circle" : "is a link to nothing that can be read");
    }
    if (is_hidden(name)) {
      return pass(path, ErrorCode::not_a_record, S_ISDIR(facts.st_mode) ? "is a hidden folder" : "is a hidden file");
    }
    if (is_thumbnail(name)) return pass(path, ErrorCode::not_a_record, "is kept by the desktop, not a record");
    if (S_ISREG(facts.st_mode)) return file(path, link ? real_path(path) : real, false);
    if (!S_ISDIR(facts.st_mode)) return pass(path, ErrorCode::not_a_record, kind_of(facts.st_mode));
    if (link) {
      links_.push_back({path, depth + 1});
    } else {
      folder(path, real, facts, depth + 1);
    }
  }

  Inputs files_;
  std::vector<Real> reals_;                            // of the files
  std::map<std::string, std::uint32_t> real_folders_;  // by path with the '/' behind
  std::vector<std::string> other_names_;
  bool any_named_ = false;
  bool may_repeat_ = false;              // several paths were named, or a link was met
  std::map<std::string, Error> passed_;  // by shown path
  std::set<FolderId> walked_;
  std::vector<Link> links_;
};

}  // namespace

base::Result<Found> walk(const std::vector<std::string>& paths) {
  std::vector<std::pair<std::string, struct stat>> named;
  Walker walker;
  for (const std::string& path : paths) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) == 0) {
      named.emplace_back(path, facts);
    } else if (errno == EACCES) {
      walker.pass(path, ErrorCode::unreadable, "cannot be looked at: permission denied",
                  "ask for the right to read it");
    } else {
      const char* reason = errno == ELOOP          ? "is a link that leads in a circle"
                           : errno == ENAMETOOLONG ? "is too long for a path"
                                                   : "does not exist";
      return Error{ErrorCode::not_found, path, 0, 0, reason, "check the spelling, or put a path with blanks in quotes"};
    }
  }
  for (const auto& [path, facts] : named) walker.named(path, facts);
  walker.follow_links();
  return walker.take();
}

}  // namespace intake
