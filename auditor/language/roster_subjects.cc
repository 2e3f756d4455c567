// Whom a record is about, as its fields and tables name them.
#include <algorithm>

#include "language/roster_answer.h"
#include "language/roster_asked.h"
#include "language/roster_rows.h"

namespace language {
namespace {

class Subjects : RosterRoom {
 public:
  // `without_names`: only children whom a field tells without a name.
  Subjects(RosterState& state, bool without_names)
      : RosterRoom(state),
        without_names_(without_names),
        asked_(state),
        answer_(state, without_names),
        rows_(state, asked_) {}

  void run() {
    for (std::size_t u = 0; u < form_.units.size(); ++u) {
      if (!without_names_ || form_.units[u].kind != form::UnitKind::row) subjects_of(u);
    }
    // A row of surnames may stand above what shows the columns to be children's.
    for (const form::Unit& unit : form_.units) {
      if (!columns_.empty() && unit.kind == form::UnitKind::row) rows_.surnames_of_columns(unit, unit.label);
    }
    drop_families();
  }

 private:
  // "Unborn baby of | Lorna Pett", "Baby of: Lorna Pett": the name is the mother's, and the child has her surname.
  bool unborn_of(base::Span label, base::Span value) {
    const auto [first, last] = tokens(label);
    if (first >= last || !words_.is_any(first, {"unborn", "baby"})) return false;
    std::size_t end = last;
    while (end > first + 1 && words_.is_any(end - 1, {":", "*"})) --end;
    const auto found = names(value);
    if (!words_.is(end - 1, "of") || found.empty() || found.front().at.begin != first_word(value)) return false;
    const PersonName& mother = found.front();
    PersonName child = mother;
    child.unborn = true;
    child.given.clear();
    const base::Span asked{words_.scan().tokens[first].at.begin, words_.scan().tokens[end - 1].at.end};
    child.shown = std::string(asked.of(text_)) + " " + mother.shown;
    subject(child);
    roster_.add(mother, Role::parent, Gender::female, "mother");
    return true;
  }

  // "Case: Ford-Marsh" above "Child: Kay Marsh": a surname alone of a child who is named is no other child.
  void drop_families() {
    std::vector<EntityId> kept;
    for (const EntityId id : roster_.subjects()) {
      if (!family_of_another(id)) {
        kept.push_back(id);
        continue;
      }
      roster_[id].role = Role::other;
    }
    roster_.subjects() = std::move(kept);
  }

  bool family_of_another(EntityId id) const {
    const std::string_view shown = roster_[id].name;
    if (roster_.is_unborn(id) || shown.empty() || shown.find(' ') != std::string_view::npos) return false;
    const auto found = names(roster_[id].first);
    if (found.size() != 1 || known_first(found.front())) return false;
    const std::vector<std::string> parts = parted(shown);
    return std::any_of(roster_.subjects().begin(), roster_.subjects().end(), [&](EntityId other) {
      if (other == id || roster_[other].name.find(' ') == std::string::npos) return false;
      return std::any_of(parts.begin(), parts.end(),
                         [&](const std::string& part) { return roster_.has_surname(other, part); });
    });
  }

  // The parts of "Ford-Marsh".
  static std::vector<std::string> parted(std::string_view shown) {
    std::vector<std::string> parts;
    for (std::size_t from = 0, to = 0; from < shown.size(); from = to + 1) {
      to = std::min(shown.find('-', from), shown.size());
      parts.push_back(lexicon::folded_word(shown.substr(from, to - from)));
    }
    return parts;
  }

  // The subject of an e-mail: beside it stand who sent it and to whom.
  bool of_message(std::size_t u) const {
    const auto [first, last] = tokens(form_.units[u].label);
    if (first >= last || !words_.is(first, "subject") || (first + 1 < last && !words_.is(first + 1, ":"))) return false;
    std::size_t beside = 0;
    for (std::size_t k = u > 4 ? u - 4 : 0; k < std::min(u + 4, form_.units.size()); ++k) {
      const std::size_t begin = tokens(form_.units[k].at).first;
      if (begin < words_.size() && words_.is_any(begin, {"from", "to", "sent", "cc"})) ++beside;
    }
    return beside >= 2;
  }

  // "RE: Kieran Malpass 08/11/2003 - assessment due"
  void message_subject(base::Span value) {
    if (without_names_) return;
    for (const Listed& person : births_.listed(tokens(value).first, tokens(value).second, NamePlace::cell)) {
      const bool named = known_first(person.name) && !person.name.surname.empty();
      if (person.name.title.empty() && !person.related && !person.grown && (person.born.date || named))
        subject(person.name);
    }
  }

  bool says_first(base::Span at, std::initializer_list<Asked> words) const {
    const auto [first, last] = tokens(at);
    return first < last && words_.is_any(first, words);
  }

  void subjects_of(std::size_t u) {
    const form::Unit& unit = form_.units[u];
    if (unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question) {
      const bool long_answer = unit.value.size() > kAnswer;
      if (!without_names_ && !unit.blank && !long_answer && unborn_of(unit.label, unit.value)) return;
      if (without_names_ && !unit.blank && names_whom(unit.label)) return answer_.nameless(unit.label, unit.value);
      if (!unit.blank && asked_.asks_for_child(unit, unit.label) && asked_.hit_outside_birth(unit)) {
        if (of_message(u)) return message_subject(unit.value);
        const std::size_t before = roster_.subjects().size();
        const bool goes_on = asked_.dated_behind(u) && says_first(form_.units[u + 1].value, {"and", "&", "+"});
        const base::Span value = goes_on ? base::join(unit.value, form_.units[u + 1].at) : unit.value;
        const bool whole_name = hit(unit.label, Cue::label_surname);
        answer_.subjects_in(unit.label, value, asked_.asks_for_forename(unit.label) && !whole_name);
        if (roster_.subjects().size() > before) subjects_on_next_lines(u);
      }
      return;
    }
    if (unit.kind != form::UnitKind::row) return;
    rows_.row_subjects(unit);
  }

  bool without_names_ = false;
  AskedChild asked_;
  ChildrenAnswered answer_;
  ChildrenOfRows rows_;
};

}  // namespace

void subjects_from_fields(RosterState& state) {
  Subjects(state, false).run();
}

void subjects_without_names(RosterState& state) {
  Subjects(state, true).run();
}

}  // namespace language
