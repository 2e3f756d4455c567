// A file of a pack as its lists name it, and the two lists' formats: sha256sum's, and the array "files" of pack.json.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pack {

// The pack's lists of its own files. The first names every file but these two, the second every file but itself.
inline constexpr const char* manifest_path = "pack.json";
inline constexpr const char* sums_path = "SHA256SUMS";
inline constexpr const char* sources_path = "sources.sha256";
// What pack.json begins with.
inline constexpr const char* manifest_begin = "{\"pack\":\"evidence pack of the Assessment Auditor\",\"format\":1,";
inline constexpr const char* manifest_pseudonymised = ",\"pseudonymised\":true,";

struct Listed {
  std::string path;  // '/' between its parts
  std::uint64_t bytes = 0;
  std::string sha256;  // 64 digits, lower case
};

// Whether a path can be a member's: letters, digits and "._-" between single '/', no step that begins with a dot.
bool is_safe(std::string_view path);

// A line of sha256sum's format, line feed included. A path with a backslash or line end is written as sha256sum does.
std::string sum_line(std::string_view sha256, std::string_view path);

struct Sums {
  std::vector<Listed> lines;  // without sizes
  bool whole = true;          // false where a line is not of the format
};
Sums read_sums(std::string_view text);

// SHA256SUMS of these files, in bytewise order of path.
std::string sums_of(std::vector<Listed> files);

// "files":[...] of pack.json, in bytewise order of path, and one entry of it.
std::string manifest_files(std::vector<Listed> files);
std::string manifest_entry(const Listed& file);

}  // namespace pack
