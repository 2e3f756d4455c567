#include "sampling/allocate.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace sampling {

std::vector<std::size_t> proportional(const std::vector<std::size_t>& strata, std::size_t drawn) {
  const std::size_t all = std::accumulate(strata.begin(), strata.end(), std::size_t{0});
  assert(drawn >= strata.size() && drawn <= all);
  std::vector<std::size_t> out(strata.size());
  std::vector<std::size_t> places;  // whose whole part stands, by remainder
  std::size_t given = 0;
  for (std::size_t i = 0; i < strata.size(); ++i) {
    assert(strata[i] > 0);
    out[i] = std::max<std::size_t>(1, drawn * strata[i] / all);
    given += out[i];
    if (drawn * strata[i] >= all) places.push_back(i);
  }
  std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    std::size_t first = drawn * strata[a] % all;
    std::size_t second = drawn * strata[b] % all;
    if (first != second) return first > second;
    return strata[a] != strata[b] ? strata[a] > strata[b] : a < b;
  });
  // What the whole parts leave goes by the largest remainder.
  for (std::size_t i = 0; given < drawn; ++i) {
    ++out[places[i]];
    ++given;
  }
  // Strata too small for a share have got one all the same: it is taken from where most is given for each that it
  // should be, so that the others stay as near to their shares as they can.
  while (given > drawn) {
    std::size_t most = strata.size();
    for (std::size_t i = 0; i < strata.size(); ++i) {
      if (out[i] > 1 && (most == strata.size() || out[i] * strata[most] > out[most] * strata[i])) most = i;
    }
    --out[most];
    --given;
  }
  return out;
}

}  // namespace sampling
