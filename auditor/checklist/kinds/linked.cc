// <linked>: two statements in one passage, near each other, the first followed or preceded by the second: a wish and
// what was made of it, a characteristic and what it means. Each side may be any query that finds statements.
#include <algorithm>
#include <cstdlib>

#include "checklist/kinds/conditions.h"

namespace checklist::kinds {
namespace {

class Linked : public Query {
 public:
  QueryPointer first, second;
  std::uint32_t within = 2;  // sentences between them at most
  bool in_order = false;     // the second may not stand before the first
  bool apart = false;        // they may not be the same sentence
  bool paragraph = false;    // they must stand in one paragraph, item or cell's row
  WordsAsked cue;            // found in what the two span
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope& scope) const override {
    std::vector<Candidate> out;
    std::vector<Candidate> ones = first->find(record, scope).evidence;
    std::vector<Candidate> others = second->find(record, scope).evidence;
    const std::vector<Placed> placed = by_sentence(record, others);
    for (const Candidate& one : ones) {
      const std::int32_t a = sentence_of(record, one.at);
      const Placed* best = nullptr;
      std::int32_t best_distance = 0;
      // Those within reach: of the nearest the strongest, of these the first.
      const std::int64_t reach = within;
      auto at = std::lower_bound(placed.begin(), placed.end(), a - reach,
                                 [](const Placed& other, std::int64_t sentence) { return other.sentence < sentence; });
      for (; a >= 0 && at != placed.end() && at->sentence <= a + reach; ++at) {
        const std::int32_t distance = at->sentence - a;
        if (at->sentence < 0 || (in_order && distance < 0) || (apart && distance == 0) ||
            !same_passage(record, a, at->sentence, paragraph)) {
          continue;
        }
        if (best == nullptr || at->before(*best, std::abs(distance), std::abs(best_distance))) {
          best = &*at;
          best_distance = distance;
        }
      }
      if (best == nullptr) continue;
      Candidate joined = one;
      joined.strength += best->candidate->strength;
      cue.check(record, base::join(one.at, best->candidate->at), joined);
      if (joined.failed != 0) continue;
      if (best_distance != 0) {
        Candidate partner = *best->candidate;
        partner.strength = joined.strength - 1;
        out.push_back(partner);
      }
      out.push_back(joined);
    }
    return out;
  }
  std::string describe() const override {
    return first->describe() + " within " + std::to_string(within) + " sentences of " + second->describe() + written;
  }
  std::vector<const Query*> parts() const override { return {first.get(), second.get()}; }

 private:
  // A candidate with its sentence; they stand in the order of these, then in that of the candidates.
  struct Placed {
    std::int32_t sentence = -1;
    const Candidate* candidate = nullptr;

    bool before(const Placed& other, std::int32_t distance, std::int32_t its_distance) const {
      if (distance != its_distance) return distance < its_distance;
      if (candidate->strength != other.candidate->strength) return candidate->strength > other.candidate->strength;
      return candidate < other.candidate;
    }
  };
  static std::vector<Placed> by_sentence(const Record& record, const std::vector<Candidate>& candidates) {
    std::vector<Placed> out;
    out.reserve(candidates.size());
    for (const Candidate& candidate : candidates) out.push_back({sentence_of(record, candidate.at), &candidate});
    std::stable_sort(out.begin(), out.end(), [](const Placed& a, const Placed& b) { return a.sentence < b.sentence; });
    return out;
  }

  static std::int32_t sentence_of(const Record& record, base::Span at) {
    const auto& sentences = record.language.sentences;
    auto after =
        std::upper_bound(sentences.begin(), sentences.end(), at.begin,
                         [](std::uint32_t offset, const language::Sentence& s) { return offset < s.at.begin; });
    if (after == sentences.begin()) return -1;
    return static_cast<std::int32_t>(after - sentences.begin()) - 1;
  }
  // Passages that follow each other in the same section count as one: a thought may run over a paragraph's end.
  static bool same_passage(const Record& record, std::int32_t a, std::int32_t b, bool paragraph) {
    const language::Sentence& one = record.language.sentences[static_cast<std::size_t>(a)];
    const language::Sentence& other = record.language.sentences[static_cast<std::size_t>(b)];
    if (paragraph) return one.unit == other.unit;
    return record.form.units[one.unit].section == record.form.units[other.unit].section;
  }
};

}  // namespace

base::Result<QueryPointer> make_linked(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<Linked>();
  query->within = a.range("within", {2, UINT32_MAX}).least;
  query->in_order = a.yes_no("in-order").value_or(false);
  query->apart = a.yes_no("apart").value_or(false);
  query->paragraph = a.yes_no("paragraph").value_or(false);
  query->cue = WordsAsked::read(a, compiling);
  query->written = query->cue.written;
  if (base::Status status = a.finish(); !status) return status.error();
  if (element.children.size() != 2) {
    return mistake(element, compiling.file, "<linked> needs two queries", "give it the two sides of the link");
  }
  base::Result<QueryPointer> first = compiling.compile(element.children[0]);
  if (!first) return first.error();
  base::Result<QueryPointer> second = compiling.compile(element.children[1]);
  if (!second) return second.error();
  query->first = std::move(first).value();
  query->second = std::move(second).value();
  return QueryPointer(query);
}

}  // namespace checklist::kinds
