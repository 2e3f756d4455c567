#include "agreement/allocate.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "agreement/audit.h"
#include "statistics/bootstrap.h"

namespace agreement {
namespace {

base::Error bad(std::string message, std::string advice) {
  return {base::ErrorCode::bad_argument, "", 0, 0, std::move(message), std::move(advice)};
}

}  // namespace

base::Result<Allocation> allocate(std::size_t records, std::size_t wanted, const std::vector<std::string>& raters,
                                  std::uint64_t seed) {
  std::set<std::string> keys;
  for (const std::string& rater : raters) keys.insert(rater_key(rater));
  if (keys.count("") > 0 || keys.size() < raters.size()) return bad("a rater is named twice, or not at all", "");
  if (raters.size() < 2) return bad("a double audit needs two raters or more", "give --raters A,B");
  if (wanted == 0 || wanted > records) {
    return bad("the run has " + std::to_string(records) + " audited records to allocate",
               "ask for so many, or fewer, but one at least");
  }
  statistics::Random random(seed);
  std::vector<std::size_t> all(records);
  std::iota(all.begin(), all.end(), std::size_t{0});
  random.shuffle(all);
  all.resize(wanted);

  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t a = 0; a < raters.size(); ++a) {
    for (std::size_t b = a + 1; b < raters.size(); ++b) pairs.emplace_back(a, b);
  }
  Allocation out;
  out.raters = raters;
  out.records.resize(raters.size());
  const std::size_t doubled = (wanted + 1) / 2;
  for (std::size_t i = 0; i < wanted; ++i) {
    if (i < doubled) {
      const auto& [one, other] = pairs[i % pairs.size()];
      out.records[one].push_back(all[i]);
      out.records[other].push_back(all[i]);
    } else {
      auto least = std::min_element(out.records.begin(), out.records.end(),
                                    [](const auto& a, const auto& b) { return a.size() < b.size(); });
      least->push_back(all[i]);
    }
  }
  out.drawn = all;
  out.doubled.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(doubled));
  std::sort(out.drawn.begin(), out.drawn.end());
  std::sort(out.doubled.begin(), out.doubled.end());
  for (std::vector<std::size_t>& own : out.records) random.shuffle(own);
  return out;
}

}  // namespace agreement
