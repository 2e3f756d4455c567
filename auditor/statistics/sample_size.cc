#include "statistics/sample_size.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace statistics {

std::size_t sample_size(std::size_t population, double margin, double share, double z) {
  assert(margin > 0 && margin < 1 && share > 0 && share < 1);
  if (population == 0) return 0;
  auto all = static_cast<double>(population);
  double endless = z * z * share * (1 - share) / (margin * margin);
  double needed = endless / (1 + (endless - 1) / all);
  // A hair above a whole number is that number: rounding, not a need for one more.
  return std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil(needed - 1e-9)), 1, population);
}

double margin(std::size_t drawn, std::size_t population, double share, double z) {
  assert(drawn <= population);
  if (drawn == 0) return 1;
  if (drawn == population) return 0;
  auto n = static_cast<double>(drawn);
  auto all = static_cast<double>(population);
  return std::min(1.0, z * std::sqrt(share * (1 - share) / n * (all - n) / (all - 1)));
}

double stratified_margin(const std::vector<StratumSize>& strata, double z) {
  double all = 0;
  double variance = 0;
  for (const StratumSize& stratum : strata) {
    assert(stratum.drawn > 0 && stratum.drawn <= stratum.of);
    auto n = static_cast<double>(stratum.drawn);
    auto of = static_cast<double>(stratum.of);
    all += of;
    if (stratum.drawn < stratum.of) variance += of * of * (of - n) / (of - 1) / (4 * n);
  }
  return all == 0 ? 1 : std::min(1.0, z * std::sqrt(variance) / all);
}

}  // namespace statistics
