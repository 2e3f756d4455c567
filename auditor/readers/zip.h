// The project's door to libarchive: the parts of a ZIP package, bounded by base/limits.h. Names of parts are keys and
// never paths: compared without ASCII case, '\' taken as '/', a leading '/' dropped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace readers {

struct PackagePart {
  std::string bytes;
  bool whole = true;  // false where the part is cut off or fails its check sum; `bytes` is what could be read
};

class Package {
 public:
  // Lists the entries. Damaged where not one can be found; over_limit beyond package_entries. The bytes must outlive
  // the package; `name` is for errors.
  static base::Result<Package> open(std::string_view bytes, const std::string& name);

  // A package of parts at hand, such as those of a file that holds them as one text. Keys are as key_of() makes them.
  static Package of(std::map<std::string, std::string> parts, const std::string& name, bool cut_off);

  bool has(std::string_view part) const { return names_.count(key_of(part)) > 0; }
  const std::set<std::string>& names() const { return names_; }  // as keys
  bool cut_off() const { return cut_off_; }  // the directory at the file's end is missing or unusable

  // Reads the named parts; those that the package doesn't hold are left out of the result, which has keys for names.
  // Refuses encrypted parts, parts beyond the limits, and a part that occurs twice with different content.
  base::Result<std::map<std::string, PackagePart>> read(const std::vector<std::string>& parts);

  static std::string key_of(std::string_view name);

 private:
  Package(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {}

  std::string_view bytes_;
  std::map<std::string, std::string> held_;
  std::string name_;
  std::set<std::string> names_;
  bool cut_off_ = false;
  std::uint64_t inflated_ = 0;  // over all reads
};

}  // namespace readers
