// Which sentences hold a concept: many queries ask for few of them.
#pragma once

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

 private:
  std::vector<std::uint32_t> sentences_;
  std::vector<std::uint32_t> from_;  // by concept id
};

}  // namespace checklist
