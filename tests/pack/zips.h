// ZIP files made for the tests, and their bytes again.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "pack/contents.h"

namespace pack_tests {

using Members = std::vector<std::pair<std::string, std::string>>;  // path and bytes

// A private folder that is gone with the value.
struct Folder {
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return (path / name).string(); }
  std::filesystem::path path;
};

std::string bytes_of(const std::string& path);
void write_bytes(const std::string& path, const std::string& bytes);

// A ZIP of any members, whatever their names; stored, not deflated, so that a byte of them can be found in it.
void write_zip(const std::string& path, const Members& members);

// Every member of a ZIP, in its order.
Members members_of(const std::string& path);

// The demonstration run, ready to be packed.
pack::Contents demo_contents();

}  // namespace pack_tests
