// Who rates which records of a double audit: half of them are rated by two people who know nothing of each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace agreement {

struct Allocation {
  std::vector<std::string> raters;
  std::vector<std::vector<std::size_t>>
      records;                       // of each rater: places in Audit::records, in the order to be rated in
  std::vector<std::size_t> drawn;    // all of them, by place
  std::vector<std::size_t> doubled;  // of those, that two raters have, by place
};

// Draws `wanted` of `records` records by chance, half of them (rounded up) for two raters each. Raters get nearly as
// many as each other, and every two of them share as many. The order differs by rater and is random: who stops early
// has rated a random part, and nothing tells which are doubled. The same seed gives the same allocation. Bad_argument
// where fewer than two raters are named, one twice, or more records are wanted than there are.
base::Result<Allocation> allocate(std::size_t records, std::size_t wanted, const std::vector<std::string>& raters,
                                  std::uint64_t seed);

}  // namespace agreement
