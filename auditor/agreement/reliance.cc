#include "agreement/reliance.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace agreement {
namespace {

// Never rounded up: 0.597 doesn't reach 0.60.
std::string two_places(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", std::floor(value * 100 + 1e-9) / 100);
  return buffer;
}

}  // namespace

Judgement judge(const Figures& figures) {
  if (figures.ordered_records < least_records) {
    return {Reliance::too_few,
            std::to_string(figures.ordered_records) + " of " + std::to_string(least_records) + " records"};
  }
  const Coefficient& ac2 = figures.ac2;
  if (!ac2.value || !ac2.interval) return {Reliance::check, "agreement cannot be told from these ratings"};
  const std::string benchmark = two_places(substantial);
  if (ac2.interval->high <= substantial) {
    return {Reliance::do_not_rely,
            "agreement is " + two_places(ac2.interval->high) + " at most; substantial begins at " + benchmark};
  }
  if (*ac2.value <= fair) {
    return {Reliance::do_not_rely, "agreement is " + two_places(*ac2.value) + ": fair at most"};
  }
  if (ac2.interval->low <= substantial) {
    return {Reliance::check,
            "agreement may be as low as " + two_places(ac2.interval->low) + "; substantial begins at " + benchmark};
  }
  std::size_t most = 0;
  for (std::size_t rating = 0; rating < 3; ++rating) {
    std::size_t count = 0;
    for (std::size_t first = 0; first < 3; ++first) count += figures.table[first][rating];
    most = std::max(most, count);
  }
  if (figures.ordered - most < least_other) {
    return {Reliance::check, "people rated " + std::to_string(most) + " of " + std::to_string(figures.ordered) +
                                 " alike: whether the auditor sees the others is untested"};
  }
  return {Reliance::rely,
          "agreement is at least " + two_places(ac2.interval->low) + "; substantial begins at " + benchmark};
}

const char* words_for(Reliance reliance) {
  switch (reliance) {
    case Reliance::rely:
      return "rely";
    case Reliance::check:
      return "check";
    case Reliance::do_not_rely:
      return "don\u2019t rely";
    case Reliance::too_few:
      return "too few ratings";
  }
  return "";
}

const char* name_of(Reliance reliance) {
  switch (reliance) {
    case Reliance::rely:
      return "rely";
    case Reliance::check:
      return "check";
    case Reliance::do_not_rely:
      return "do_not_rely";
    case Reliance::too_few:
      return "too_few";
  }
  return "";
}

}  // namespace agreement
