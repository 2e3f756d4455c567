// Look-ups in a scanned text.
#include <algorithm>

#include "lexicon/lexicon.h"

namespace lexicon {

std::span<const Hit> Scan::starting_at(std::size_t token) const {
  if (token + 1 >= hits_from.size()) return {};
  return std::span<const Hit>(hits).subspan(hits_from[token], hits_from[token + 1] - hits_from[token]);
}

std::pair<std::size_t, std::size_t> Scan::range(base::Span at) const {
  auto first = std::lower_bound(tokens.begin(), tokens.end(), at.begin,
                                [](const Token& t, std::uint32_t offset) { return t.at.end <= offset; });
  auto last = std::lower_bound(first, tokens.end(), at.end,
                               [](const Token& t, std::uint32_t offset) { return t.at.begin < offset; });
  return {static_cast<std::size_t>(first - tokens.begin()), static_cast<std::size_t>(last - tokens.begin())};
}

std::vector<Hit> Scan::within(base::Span at) const {
  std::vector<Hit> out;
  auto [first, last] = range(at);
  for (std::size_t i = hits_from.empty() ? 0 : hits_from[first]; i < (hits_from.empty() ? 0 : hits_from[last]); ++i) {
    if (hits[i].at.begin >= at.begin && hits[i].at.end <= at.end) out.push_back(hits[i]);
  }
  return out;
}

bool Scan::has(base::Span at, ConceptId concept_id) const {
  if (hits_from.empty() || concept_id == 0) return false;
  auto [first, last] = range(at);
  for (std::size_t i = hits_from[first]; i < hits_from[last]; ++i) {
    if (hits[i].concept_id == concept_id && hits[i].at.begin >= at.begin && hits[i].at.end <= at.end) return true;
  }
  return false;
}

}  // namespace lexicon
