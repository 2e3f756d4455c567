// Intervals for figures that have no formula of their own, by drawing the sample again from itself. Reproducible: the
// same units and seed give the same interval on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "statistics/interval.h"

namespace statistics {

// SplitMix64 (S. Vigna, public domain, 2015): the standard library's distributions differ between implementations.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  // 0 .. below-1, each as likely; `below` at least 1.
  std::size_t below(std::size_t below);
  // Moves every element to a place as likely as any other.
  template <typename T>
  void shuffle(std::vector<T>& all) {
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[below(i)]);
  }

 private:
  std::uint64_t state_;
};

// What the figure is of some of the units, named by their numbers (a unit may stand in it more than once).
using Figure = std::function<std::optional<double>(const std::vector<std::size_t>& units)>;

// The middle 95% of the figure over `resamples` draws of `units` units with replacement (B. Efron, The Jackknife, the
// Bootstrap and Other Resampling Plans, 1982; percentile method, positions rounded to the nearest draw). Nothing where
// there are fewer than two units, or fewer than half of the draws have a figure.
std::optional<Interval> bootstrap(std::size_t units, const Figure& figure, std::size_t resamples = 2'000,
                                  std::uint64_t seed = 1);

}  // namespace statistics
