// What share truly holds something, where the test that says so errs at known rates.
#pragma once

#include <cstddef>
#include <optional>

#include "statistics/interval.h"

namespace statistics {

// How the test did on things whose truth is known.
struct Known {
  std::size_t right_yes = 0, wrong_no = 0;  // of those that hold it
  std::size_t right_no = 0, wrong_yes = 0;  // of those that don't
};

// Fewer than so many of either kind say too little about the test.
inline constexpr std::size_t least_known = 20;

struct Prevalence {
  double share = 0;
  Interval interval;
};

// The share corrected for the test's errors (W. J. Rogan and B. Gladen, American Journal of Epidemiology 107, 1978),
// held within 0 and 1, with the interval of Z. Lang and J. Reiczigel (Preventive Veterinary Medicine 113, 2014), which
// minds that sensitivity and specificity were themselves found in samples. Nothing where fewer than `least_known` of
// either kind are known, where the test is no better than chance, or where nothing was tested.
std::optional<Prevalence> rogan_gladen(std::size_t yes, std::size_t tested, const Known& known);

}  // namespace statistics
