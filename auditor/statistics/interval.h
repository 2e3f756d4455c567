// How sure a share is: a share of few records may be far from that of many. Pure functions; any thread may call them.
#pragma once

#include <cstddef>

namespace statistics {

struct Interval {
  double low = 0;
  double high = 1;
};

// Half of what 95% leaves out lies beyond: the 97.5th percentile of the normal distribution.
inline constexpr double ninety_five = 1.959963984540054;

// Wilson's score interval for `hits` of `trials` (E. B. Wilson, Journal of the American Statistical Association 22,
// 1927): it holds for few trials and at shares of 0 and 1, where the plain interval fails. All of 0 to 1 where there
// are no trials.
Interval wilson(std::size_t hits, std::size_t trials, double z = ninety_five);

// The difference first - second of two independent shares, -1 to 1, with Newcombe's hybrid score interval (R. G.
// Newcombe, Statistics in Medicine 17, 1998, method 10). Both must have trials.
struct Difference {
  double difference = 0;
  Interval interval{-1, 1};
};
Difference difference(std::size_t first_hits, std::size_t first_trials, std::size_t second_hits,
                      std::size_t second_trials, double z = ninety_five);

}  // namespace statistics
