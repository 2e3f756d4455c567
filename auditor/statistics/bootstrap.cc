#include "statistics/bootstrap.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace statistics {

std::uint64_t Random::next() {
  state_ += 0x9e3779b97f4a7c15U;
  std::uint64_t x = state_;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

std::size_t Random::below(std::size_t below) {
  assert(below > 0);
  // Numbers from the last, incomplete stretch would favour its beginning: drawn again.
  std::uint64_t fair = UINT64_MAX - UINT64_MAX % below;
  std::uint64_t drawn = next();
  while (drawn >= fair) drawn = next();
  return static_cast<std::size_t>(drawn % below);
}

std::optional<Interval> bootstrap(std::size_t units, const Figure& figure, std::size_t resamples, std::uint64_t seed) {
  if (units < 2) return std::nullopt;
  Random random(seed);
  std::vector<double> figures;
  std::vector<std::size_t> drawn(units);
  for (std::size_t i = 0; i < resamples; ++i) {
    for (std::size_t& unit : drawn) unit = random.below(units);
    if (std::optional<double> value = figure(drawn)) figures.push_back(*value);
  }
  if (figures.size() * 2 < resamples || figures.empty()) return std::nullopt;
  std::sort(figures.begin(), figures.end());
  auto at = [&](double share) {
    return figures[static_cast<std::size_t>(std::lround(share * static_cast<double>(figures.size() - 1)))];
  };
  return Interval{at(0.025), at(0.975)};
}

}  // namespace statistics
