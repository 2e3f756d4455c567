// Brothers and sisters who are assessed in the same record, since it says so: "Lee's assessment is added to this one",
// "Other children in this assessment: Lee".
#include "language/roster_room.h"

namespace language {
namespace {

class Added : RosterRoom {
 public:
  explicit Added(RosterState& state) : RosterRoom(state) {}

  void run() {
    if (roster_.subjects().empty()) return;
    labelled();
    added_ = lexicon_.find_concept("subject.added");
    if (added_ == 0) return;
    for (const lexicon::Hit& hit : words_.scan().hits) {
      if (hit.concept_id == added_ && !denied(hit)) of_sentence(hit);
    }
  }

 private:
  void labelled() {
    const lexicon::ConceptId label = lexicon_.find_concept("label.also-child");
    if (label == 0) return;
    for (const form::Unit& unit : form_.units) {
      if (unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question) {
        if (!unit.value.empty() && hit(unit.label, label)) add_all(unit.value);
      } else if (unit.kind == form::UnitKind::row) {
        base::Span before = unit.label;
        for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
          const form::Cell& cell = form_.cells[c];
          if (hit(before, label) || hit(cell.heading, label)) add_all(cell.at);
          before = cell.at;
        }
      }
    }
  }

  void add_all(base::Span value) {
    constexpr std::size_t longest = 200;  // bytes: a longer answer tells more than names
    if (value.size() > longest) return;
    const auto [first, last] = tokens(value);
    for (const Listed& person : births_.listed(first, last, NamePlace::cell)) {
      const bool other = person.related && !person.brother && !words_.is_any(person.name.last + 2, {"twin", "sibling"});
      if (person.name.title.empty() && !other && !person.grown) subject(person.name);
    }
  }

  bool denied(const lexicon::Hit& hit) const {
    for (std::size_t i = hit.first > 3 ? hit.first - 3 : 0; i <= hit.last; ++i) {
      if (words_[i].has(Class::not_word) || words_.is_any(i, {"never", "without", "if", "whether", "should"}))
        return true;
    }
    return false;
  }

  // Those of its sentence, or where that has nobody of the one before it on the line.
  void of_sentence(const lexicon::Hit& hit) {
    std::size_t begin = hit.first;
    for (int sentences = 0; begin > 0 && !words_.scan().tokens[begin].line_start; --begin) {
      if (words_.is_any(begin - 1, {".", "?", "!"}) && ++sentences > 1) break;
    }
    std::size_t end = hit.last + 1;
    while (end < words_.size() && !words_.scan().tokens[end].line_start && !words_.is_any(end, {".", "?", "!"})) ++end;
    for (const PersonName& name : names_in(words_, begin, end, NamePlace::prose)) {
      const EntityId who = roster_.find(name);
      if (who == nobody || roster_[who].role != Role::sibling || !name.title.empty()) continue;
      roster_.make_subject(who);
    }
  }

  lexicon::ConceptId added_ = 0;
};

}  // namespace

void subjects_added(RosterState& state) {
  Added(state).run();
}

}  // namespace language
