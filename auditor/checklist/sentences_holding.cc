#include "checklist/sentences_holding.h"

namespace checklist {

SentencesHolding::SentencesHolding(const language::Annotations& language, std::size_t concepts)
    : from_(concepts + 2, 0), found_(concepts + 1, 0) {
  for (const lexicon::Hit& hit : language.scan.hits) found_[hit.concept_id] = 1;
  held_from_.reserve(language.sentences.size() + 1);
  held_from_.push_back(0);
  for (const language::Sentence& sentence : language.sentences) {
    for (const lexicon::Hit& hit : language.scan.within(sentence.at)) held_.push_back(hit.concept_id);
    held_from_.push_back(static_cast<std::uint32_t>(held_.size()));
  }
  // Calls `take(concept, sentence)` for each concept that a sentence holds, once.
  const auto each = [&](auto take) {
    std::vector<std::size_t> last(concepts + 1, language.sentences.size());  // by concept: the last sentence told of
    for (std::size_t s = 0; s < language.sentences.size(); ++s) {
      for (const lexicon::ConceptId id : in(s)) {
        if (last[id] == s) continue;
        last[id] = s;
        take(id, static_cast<std::uint32_t>(s));
      }
    }
  };
  each([&](lexicon::ConceptId id, std::uint32_t) { ++from_[id + 1u]; });
  for (std::size_t id = 1; id < from_.size(); ++id) from_[id] += from_[id - 1];
  sentences_.resize(from_.back());
  std::vector<std::uint32_t> next = from_;
  each([&](lexicon::ConceptId id, std::uint32_t s) { sentences_[next[id]++] = s; });
}

}  // namespace checklist
