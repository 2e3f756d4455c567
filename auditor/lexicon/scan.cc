// Look-ups in a scanned text.
#include <algorithm>

#include "lexicon/lexicon.h"

namespace lexicon {

std::span<const Hit> Scan::starting_at(std::size_t token) const {
  if (token + 1 >= hits_from.size()) return {};
  return std::span<const Hit>(hits).subspan(hits_from[token], hits_from[token + 1] - hits_from[token]);
}

namespace {

constexpr std::uint32_t block_bytes = 8;

}  // namespace

void Scan::index(std::size_t size) {
  blocks.assign(size / block_bytes + 1, 0);
  std::size_t token = 0;
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    while (token < tokens.size() && tokens[token].at.end <= block * block_bytes) ++token;
    blocks[block] = static_cast<std::uint32_t>(token);
  }
}

std::pair<std::size_t, std::size_t> Scan::range(base::Span at) const {
  const std::size_t count = tokens.size();
  // No token before that of its block ends behind a place.
  const auto near = [&](std::uint32_t place) -> std::size_t {
    const std::size_t block = place / block_bytes;
    return blocks.empty() ? 0 : block < blocks.size() ? blocks[block] : count;
  };
  std::size_t first = near(at.begin);
  while (first < count && tokens[first].at.end <= at.begin) ++first;
  std::size_t last = std::max(first, near(at.end));
  while (last < count && tokens[last].at.begin < at.end) ++last;
  return {first, last};
}

HitsWithin Scan::within(base::Span at) const {
  if (hits_from.empty()) return {{}, at};
  const auto [first, last] = range(at);
  return {std::span<const Hit>(hits).subspan(hits_from[first], hits_from[last] - hits_from[first]), at};
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
