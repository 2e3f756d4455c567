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
    from_parents();
  }

 private:
  // "Family name: Penhaligon" beside children who have none.
  void from_fields() {
    for (const form::Unit& unit : form_.units) {
      if (unit.kind == form::UnitKind::row) {
        // "Family name HEARN" in a cell of its own.
        for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
          const auto name = labelled_surname(form_.cells[c].at);
          if (!name) continue;
          for (const EntityId child : roster_.subjects()) roster_.give_surname(child, *name);
          return;
        }
      }
      base::Span value = unit.value;
      if (unit.kind == form::UnitKind::heading || unit.kind == form::UnitKind::prose) {
        // A line that the label and the name fill: "FAMILY NAME Penhaligon".
        const auto name = labelled_surname(unit.at);
        if (!name) continue;
        for (const EntityId child : roster_.subjects()) roster_.give_surname(child, *name);
        return;
      } else if (!hit(unit.label, Cue::label_surname) || unit.blank || value.size() > 40) {
        continue;
      }
      const auto found = names(value);
      if (found.size() != 1) continue;
      for (const EntityId child : roster_.subjects()) roster_.give_surname(child, found.front());
      return;
    }
  }

  std::optional<PersonName> labelled_surname(base::Span at) const {
    if (at.size() > 40) return std::nullopt;
    const auto [first, last] = tokens(at);
    const lexicon::Hit* label = words_.find(Cue::label_surname, first, last);
    if (label == nullptr || label->first != first || label->last + 1 >= last) return std::nullopt;
    const auto found = names({words_.scan().tokens[label->last + 1].at.begin, at.end});
    if (found.size() != 1) return std::nullopt;
    return found.front();
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

  static PersonName family_of(const PersonName& full) {
    PersonName family;
    family.surname = full.surname;
    family.given = full.title == "miss" || full.title == "master" ? std::vector<std::string>() : full.given;
    family.shown = full.shown.substr(full.shown.rfind(' ') + 1);
    return family;
  }

  // Parents who share a surname, or those whom a letter greets, over children who have first names alone.
  void from_parents() {
    std::vector<PersonName> parents;
    std::size_t told = 0;
    for (const form::Unit& unit : form_.units) {
      const auto [first, last] = tokens(unit.at);
      if (first >= last) continue;
      if (greets(first)) {
        for (const PersonName& name : names({unit.at.begin, std::min(unit.at.end, unit.at.begin + 80)})) {
          PersonName full = addressed(name);
          if (full.title == "miss" || full.title == "master") {
            const EntityId child = roster_.find(name);
            if (child != nobody && roster_[child].role == Role::subject_child)
              roster_.give_surname(child, family_of(full));
            continue;
          }
          if (!full.surname.empty()) {
            parents.push_back(std::move(full));
            told = 2;
          }
        }
      }
      const bool field = unit.kind == form::UnitKind::field && !unit.value.empty();
      if (!field) continue;
      if (!hit(unit.label, Cue::label_mother) && !hit(unit.label, Cue::label_father) &&
          !hit(unit.label, Cue::label_parents))
        continue;
      auto found = names({unit.value.begin, std::min(unit.value.end, unit.value.begin + 80)});
      share_surnames(found);
      if (found.empty() || found.front().surname.empty() || found.front().given.empty()) continue;
      parents.push_back(found.front());
      ++told;
      if (found.size() < 2 || !words_.is_any(found[1].first - 1, {"and", "&", ",", ";", "/"})) continue;
      if (found[1].surname.empty()) continue;
      parents.push_back(found[1]);
      ++told;
    }
    if (told < 2) return;
    for (const PersonName& parent : parents) {
      if (parent.surname != parents.front().surname) return;
    }
    const PersonName family = family_of(parents.front());
    if (family.surname.size() > 1 && family.shown.find('-') == std::string::npos) return;  // of several words
    for (const EntityId child : roster_.subjects()) roster_.give_surname(child, family);
  }

  // "MARSH family - single assessment" over children who have first names alone.
  void from_title() {
    std::size_t seen = 0;
    for (const form::Unit& unit : form_.units) {
      if (++seen > 4) return;
      const auto [first, last] = tokens(unit.at);
      for (std::size_t i = first; i + 1 < std::min(last, first + 14); ++i) {
        if (!words_.is_any(i + 1, {"family", "children", "siblings"})) continue;
        if (i + 2 < words_.size() &&
            words_.is_any(i + 2, {"'s", "’s", "services", "trust", "centre", "support", "hub"}))
          continue;  // "Hearthstone Children's Trust"
        if (i + 3 < words_.size() && words_.is_any(i + 2, {"and", "&"}) &&
            words_.is_any(i + 3, {"families", "family", "young", "children", "adults"}))
          continue;  // "Castlebridge Children and Families"
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
