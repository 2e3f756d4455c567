// Which sentences hold a concept, and which concepts a sentence holds: many queries ask for few of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "language/annotations.h"

namespace checklist {

class SentencesHolding {
 public:
  SentencesHolding(const language::Annotations& language, std::size_t concepts);

  // Indices of the sentences within which the concept is found, each once, in order.
  std::span<const std::uint32_t> of(lexicon::ConceptId id) const {
    return std::span(sentences_).subspan(from_[id], from_[id + 1u] - from_[id]);
  }
  // The concepts found within a sentence, as often as they are found.
  std::span<const lexicon::ConceptId> in(std::size_t sentence) const {
    return std::span(held_).subspan(held_from_[sentence], held_from_[sentence + 1] - held_from_[sentence]);
  }
  // Whether one of the concepts is found anywhere in the record.
  bool any_found(const std::vector<lexicon::ConceptId>& ids) const {
    return std::any_of(ids.begin(), ids.end(), [&](lexicon::ConceptId id) { return found_[id] != 0; });
  }

 private:
  std::vector<std::uint32_t> sentences_;
  std::vector<std::uint32_t> from_;  // by concept id
  std::vector<lexicon::ConceptId> held_;
  std::vector<std::uint32_t> held_from_;  // by sentence
  std::vector<std::uint8_t> found_;       // by concept id
};

}  // namespace checklist
