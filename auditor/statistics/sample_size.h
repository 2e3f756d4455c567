// How many records to draw, and how far a share found in a sample may lie from that of all records.
#pragma once

#include <cstddef>
#include <vector>

#include "statistics/interval.h"

namespace statistics {

// The fewest records to draw from `population` so that a share lies within `margin` (0.1: ten points) of what all
// records would give, 95 times of 100, with the finite population correction (W. G. Cochran, Sampling Techniques, 3rd
// edition, 1977, formulas 4.1 and 4.2). `share` is what is expected: a half asks for most. margin and share lie
// between 0 and 1, ends excluded.
std::size_t sample_size(std::size_t population, double margin, double share = 0.5, double z = ninety_five);

// The margin that a sample of `drawn` of `population` records gives; 0 where all were drawn, 1 where none was.
double margin(std::size_t drawn, std::size_t population, double share = 0.5, double z = ninety_five);

// Some records of a stratum, and all that it holds.
struct StratumSize {
  std::size_t drawn = 0, of = 0;
};

// The margin of a share that is weighted by the size of each stratum (Cochran, section 5.11), at a share of a half in
// each; every stratum has at least one drawn and no more than it holds.
double stratified_margin(const std::vector<StratumSize>& strata, double z = ninety_five);

}  // namespace statistics
