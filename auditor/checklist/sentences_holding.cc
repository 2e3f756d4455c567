#include "checklist/sentences_holding.h"

namespace checklist {
namespace {

// Calls `found(concept, sentence)` for each concept that a sentence holds, once.
template <typename Found>
void each_concept(const language::Annotations& language, std::size_t concepts, Found found) {
  std::vector<std::size_t> last(concepts + 1, language.sentences.size());  // by concept: the last sentence told of
  for (std::size_t s = 0; s < language.sentences.size(); ++s) {
    for (const lexicon::Hit& hit : language.scan.within(language.sentences[s].at)) {
      if (last[hit.concept_id] == s) continue;
      last[hit.concept_id] = s;
      found(hit.concept_id, static_cast<std::uint32_t>(s));
    }
  }
}

}  // namespace

SentencesHolding::SentencesHolding(const language::Annotations& language, std::size_t concepts)
    : from_(concepts + 2, 0) {
  each_concept(language, concepts, [&](lexicon::ConceptId id, std::uint32_t) { ++from_[id + 1u]; });
  for (std::size_t id = 1; id < from_.size(); ++id) from_[id] += from_[id - 1];
  sentences_.resize(from_.back());
  std::vector<std::uint32_t> next = from_;
  each_concept(language, concepts, [&](lexicon::ConceptId id, std::uint32_t s) { sentences_[next[id]++] = s; });
}

}  // namespace checklist
