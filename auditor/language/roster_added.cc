// Brothers and sisters who are assessed in the same record, since it says so: "Lee's assessment is added to this one",
// "Other children in this assessment: Lee".
#include <algorithm>

#include "language/roster_room.h"

namespace language {
namespace {

class Added : RosterRoom {
 public:
  explicit Added(RosterState& state) : RosterRoom(state) {}

  void run() {
    if (roster_.subjects().empty()) return;
    labelled();
    beside_child();
    added_ = lexicon_.find_concept("subject.added");
    if (added_ == 0) return;
    for (const lexicon::Hit& hit : words_.scan().hits) {
      if (hit.concept_id == added_ && !denied(hit)) of_sentence(hit);
    }
    for (const form::Unit& unit : form_.units) {
      if (unit.kind == form::UnitKind::row) of_row(unit);
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

  // "Child's name: Kay Marsh", "Date of birth: 3/4/2004", "Other children: Lee Marsh (15.09.06)": those whom the form
  // asks for right behind the child, with a birth date each.
  void beside_child() {
    constexpr std::size_t kNear = 5;  // units behind the child's name
    const lexicon::ConceptId label = lexicon_.find_concept("label.other-child");
    std::size_t since = kNear;
    for (const form::Unit& unit : form_.units) {
      ++since;
      if (unit.kind != form::UnitKind::field || unit.value.empty()) continue;
      if (label != 0 && since <= kNear && fills(unit.label, label) && all_born(unit.value)) add_all(unit.value);
      if (names_subject(unit.value)) since = 0;
    }
  }

  // Whether a label says this and no more: "Other children", not "Other children at home".
  bool fills(base::Span label, lexicon::ConceptId id) const {
    const auto [first, last] = tokens(label);
    std::size_t end = last;
    while (end > first && words_.scan().tokens[end - 1].kind == lexicon::TokenKind::punctuation) --end;
    for (std::size_t i = first; i < end; ++i) {
      const lexicon::Hit* said = words_.begins(id, i);
      if (said != nullptr && said->last + 1 >= end) return true;
    }
    return false;
  }

  bool names_subject(base::Span value) const {
    for (const PersonName& name : names(value)) {
      const EntityId who = roster_.find(name);
      if (who != nobody && roster_[who].role == Role::subject_child) return true;
    }
    return false;
  }

  bool all_born(base::Span value) const {
    const auto [first, last] = tokens(value);
    const auto found = births_.listed(first, last, NamePlace::cell);
    return !found.empty() && std::all_of(found.begin(), found.end(), [](const Listed& person) {
      return person.born.date && !person.related && !person.grown;
    });
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

  // "Lee Marsh | 04/07/1999 | same record used": the row of a child, one cell of which says so.
  void of_row(const form::Unit& unit) {
    bool says = false;
    const auto [from, to] = tokens(unit.at);
    for (std::size_t i = from; i < to && !says; ++i) {
      for (const lexicon::Hit& hit : words_.scan().starting_at(i))
        says = says || (hit.concept_id == added_ && !denied(hit));
    }
    if (!says || hit(unit.at, Cue::relation_not_subject)) return;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const auto found = whole_names(form_.cells[c].at);
      if (found.size() != 1 || found.front().at != form_.cells[c].at || !found.front().title.empty()) continue;
      const EntityId who = roster_.find(found.front());
      const bool child = who == nobody || roster_[who].role == Role::sibling || roster_[who].role == Role::other ||
                         roster_[who].role == Role::unknown;
      if (child && !row_of_grown(unit)) subject(found.front());
      return;
    }
  }

  bool row_of_grown(const form::Unit& unit) const {
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const auto [first, last] = tokens(form_.cells[c].at);
      if (births_.grown(births_.at(first, last))) return true;
      const auto role = role_in(form_.cells[c].at);
      if (role && role->role != Role::sibling && role->role != Role::subject_child) return true;
    }
    return false;
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
