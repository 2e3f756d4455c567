#include "statistics/interval.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace statistics {

Interval wilson(std::size_t hits, std::size_t trials, double z) {
  assert(hits <= trials);
  if (trials == 0) return {};
  auto n = static_cast<double>(trials);
  double share = static_cast<double>(hits) / n;
  double middle = share + z * z / (2 * n);
  double reach = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  double scale = 1 + z * z / n;
  // At the ends the exact bounds are 0 and 1, which rounding would miss by a hair.
  return {hits == 0 ? 0 : std::max(0.0, (middle - reach) / scale),
          hits == trials ? 1 : std::min(1.0, (middle + reach) / scale)};
}

Difference difference(std::size_t first_hits, std::size_t first_trials, std::size_t second_hits,
                      std::size_t second_trials, double z) {
  assert(first_trials > 0 && second_trials > 0);
  double first = static_cast<double>(first_hits) / static_cast<double>(first_trials);
  double second = static_cast<double>(second_hits) / static_cast<double>(second_trials);
  Interval a = wilson(first_hits, first_trials, z);
  Interval b = wilson(second_hits, second_trials, z);
  double between = first - second;
  return {between,
          {between - std::hypot(first - a.low, b.high - second), between + std::hypot(a.high - first, second - b.low)}};
}

}  // namespace statistics
