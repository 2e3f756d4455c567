// A pack as it is found: a ZIP that anybody may have made. Everything is read once, counted and summed, never written
// anywhere, within limits::pack_files, pack_bytes, pack_list_bytes and pack_ratio.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "pack/listed.h"

namespace pack {

struct Member {
  Listed file;
  bool whole = true;  // false where it is cut off or fails the ZIP's own check sum
};

struct Archive {
  Listed whole;  // the ZIP file itself: path, size, sha256
  std::vector<Member> members;
  std::map<std::string, std::string> texts;  // pack.json, SHA256SUMS and sources.sha256, as far as they are there
};

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  int get() const { return value_; }

 private:
  int value_;
};

// The file opened for reading; whether it is an ordinary one is asked when it is read.
base::Result<Descriptor> opened(const std::string& path);

// An error where it is no ZIP, is cut off, is larger than the limits, or holds what no pack does: a member with a
// password, two of one name, links, names that climb out of the folder or that are no plain text.
base::Result<Archive> read_archive(const std::string& path);

// The same of an open file, which stays open; for a process that may open none. `path` is for errors.
base::Result<Archive> read_archive(int descriptor, const std::string& path);

// Whether the file looks like a pack, by the beginning of its pack.json.
base::Result<bool> is_pack(const std::string& path);

}  // namespace pack
