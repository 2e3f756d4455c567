#include "lexicon/literals.h"

#include <utility>

#include "lexicon/required.h"

namespace lexicon {

void Literals::add(std::string literal, std::uint32_t owner) {
  std::uint8_t edges = 0;
  if (literal.front() == Required::edge) {
    edges = edge_before;
    literal.erase(0, 1);
  }
  if (literal.back() == Required::edge) {
    edges |= edge_behind;
    literal.pop_back();
  }
  for (char& c : literal) c = static_cast<char>(folded(c));
  std::uint32_t key = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    key = key << 8 | (i < literal.size() ? static_cast<unsigned char>(literal[i]) : 0u);
  }
  const std::size_t pair = key >> 8;
  if (literal.size() == 1) {
    for (std::size_t second = 0; second < 256; ++second) begun_[pair | second] |= one;
  } else {
    begun_[pair] |= literal.size() == 2 ? two : more;
  }
  std::uint32_t& first = first_[chain_of(key)];
  all_.push_back({key, owner, first, edges, std::move(literal)});
  first = static_cast<std::uint32_t>(all_.size() - 1);
}

}  // namespace lexicon
