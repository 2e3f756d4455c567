// How many records each stratum gives.
#pragma once

#include <cstddef>
#include <vector>

namespace sampling {

// Shares out `drawn` records among strata in proportion to what they hold, whole numbers by the largest remainder (A.
// Hamilton; ties to the larger stratum, then to the earlier), at least one each, and no more than it holds: these sum
// to `drawn`. Needs as many records as strata, at most all that they hold; no stratum is empty.
std::vector<std::size_t> proportional(const std::vector<std::size_t>& strata, std::size_t drawn);

}  // namespace sampling
