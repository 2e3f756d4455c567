// Whether a pack is as it was made: every file against both lists, and the lists against each other. Who changes a file
// can write the lists anew; only the sum of the whole pack, told another way, rules that out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "pack/archive.h"

namespace pack {

struct Fault {
  enum class Kind : std::uint8_t { changed, missing, added };
  Kind kind = Kind::changed;
  std::string path;
  std::string remark;  // a few words more; may be empty
};

struct Verdict {
  Listed whole;
  std::size_t files = 0;        // in the pack
  std::uint64_t bytes = 0;      // of all its files
  std::vector<Fault> faults;    // in bytewise order of path; none: the pack is as it was made
  std::vector<Listed> sources;  // as the pack lists them
  bool pseudonymised = false;
};

// An error where the archive is no pack at all: it has neither list.
base::Result<Verdict> judge(const Archive& archive);

// "changed: records/3.html" and the like.
std::string line_of(const Fault& fault);

}  // namespace pack
