// A pack's source files against those in a folder: which are the same, by sha256.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "pack/listed.h"

namespace pack {

struct SourceFault {
  enum class Kind : std::uint8_t { changed, missing, missing_or_changed, in_an_archive };
  Kind kind = Kind::missing;
  std::string path;  // as the pack names it
};

struct SourcesVerdict {
  std::size_t same = 0;
  std::vector<SourceFault> faults;  // in the pack's order
};

// The files of the paths, each with its sum; those that cannot be read are left out.
std::vector<Listed> summed(const std::vector<std::string>& paths);

// A source is the same where any of the files has its sum, whatever its name: packs hold labels for names. `labels`:
// that a changed file cannot be known by its name.
SourcesVerdict compare(const std::vector<Listed>& sources, const std::vector<Listed>& files, bool labels);

std::string line_of(const SourceFault& fault);

}  // namespace pack
