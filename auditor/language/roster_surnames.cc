// Surnames of subjects who have first names alone so far.
#include <algorithm>

#include "language/roster_room.h"

namespace language {
namespace {

class Surnames : RosterRoom {
 public:
  explicit Surnames(RosterState& state) : RosterRoom(state) {}

  void run() {
    from_fields();
    from_prose();
    from_title();
  }

 private:
  // "Family name: Penhaligon" beside children who have none.
  void from_fields() {
    for (const form::Unit& unit : form_.units) {
      base::Span value = unit.value;
      if (unit.kind == form::UnitKind::heading || unit.kind == form::UnitKind::prose) {
        // A line that the label and the name fill: "FAMILY NAME Penhaligon".
        if (unit.at.size() > 40) continue;
        const auto [first, last] = tokens(unit.at);
        const lexicon::Hit* label = words_.find(Cue::label_surname, first, last);
        if (label == nullptr || label->first != first || label->last + 1 >= last) continue;
        value = {words_.scan().tokens[label->last + 1].at.begin, unit.at.end};
      } else if (!hit(unit.label, Cue::label_surname) || unit.blank || value.size() > 40) {
        continue;
      }
      const auto found = names(value);
      if (found.size() != 1) continue;
      for (const EntityId child : roster_.subjects()) roster_.give_surname(child, found.front());
      return;
    }
  }

  // A child who has only a first name so far, and is called in full somewhere: "your name (Maeve Heslop)".
  void from_prose() {
    const bool some = std::any_of(roster_.subjects().begin(), roster_.subjects().end(),
                                  [&](EntityId child) { return !roster_.has_any_surname(child); });
    if (!some) return;
    for (const form::Passage& passage : form_.passages) {
      for (const PersonName& name : names(passage.at, NamePlace::prose)) {
        if (name.surname.empty() || name.given.empty() || !name.title.empty()) continue;
        const EntityId who = roster_.find(name);
        const bool child = who != nobody && std::find(roster_.subjects().begin(), roster_.subjects().end(), who) !=
                                                roster_.subjects().end();
        if (child && !roster_.has_any_surname(who)) roster_.add(name, Role::subject_child, Gender::unknown, "");
      }
    }
  }

  // "MARSH family - single assessment" over children who have first names alone.
  void from_title() {
    std::size_t seen = 0;
    for (const form::Unit& unit : form_.units) {
      if (++seen > 4) return;
      const auto [first, last] = tokens(unit.at);
      for (std::size_t i = first; i + 1 < std::min(last, first + 14); ++i) {
        if (!words_.is_any(i + 1, {"family", "children", "siblings"})) continue;
        const auto found = names(words_.scan().tokens[i].at);
        if (found.size() != 1 || names_nobody(words_, found.front())) continue;
        for (const EntityId child : roster_.subjects()) roster_.give_surname(child, found.front());
        return;
      }
    }
  }
};

}  // namespace

void complete_surnames(RosterState& state) {
  Surnames(state).run();
}

}  // namespace language
