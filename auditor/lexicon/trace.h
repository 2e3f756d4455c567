// Which concepts stand in a stretch of text, each hashed to one bit of a few: quick to say that one is not among them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace lexicon {

class Trace {
 public:
  void add(std::uint16_t concept_id) { words_[concept_id / 64 % count] |= std::uint64_t{1} << (concept_id % 64); }
  // False only where they have no concept in common.
  bool may_meet(const Trace& other) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < count; ++i) common |= words_[i] & other.words_[i];
    return common != 0;
  }

 private:
  static constexpr std::size_t count = 4;  // of 64 bits; a sentence has some twenty hits
  std::array<std::uint64_t, count> words_{};
};

}  // namespace lexicon
