// Reading the people out of a record: who it is about from its fields and tables first, then the household, the
// workers, the professionals, and last what prose says of them.
#include <algorithm>

#include "language/initials.h"
#include "language/roster_room.h"

namespace language {
namespace {

class Everybody : RosterRoom {
 public:
  explicit Everybody(RosterState& state) : RosterRoom(state) {}

  void run() {
    for (const form::Unit& unit : form_.units) household(unit);
    for (const form::Unit& unit : form_.units) workers(unit);
    for (const form::Unit& unit : form_.units) others(unit);
    if (roster_.subjects().empty()) {
      subjects_from_narrative(form_, words_, roster_);
      complete_surnames(state_);
    }
    genders();
    subjects_added(state_);
    roster_.settle();
    name_by_initials(words_, roster_);
  }

 private:
  void household(const form::Unit& unit) {
    if (unit.kind == form::UnitKind::row) {
      base::Span relation, name_cell;
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
        const form::Cell& cell = form_.cells[c];
        const bool is_relation =
            is_field(cell.field, state_.relationship) || hit(cell.heading, Cue::label_relationship);
        if (is_relation && relation.empty()) {
          relation = cell.at;
        } else if (name_cell.empty() &&
                   (is_field(cell.field, state_.name) || is_field(cell.field, state_.adult) ||
                    is_field(cell.field, state_.who) || hit(cell.heading, Cue::label_name) || c == unit.cell_begin)) {
          name_cell = cell.at;
        }
      }
      if (relation.empty() && unit.cell_end - unit.cell_begin >= 2) {
        const form::Cell& second = form_.cells[unit.cell_begin + 1];
        const auto found = names(second.at);
        if (second.heading.empty() && second.field == 0 && found.empty()) relation = second.at;
      }
      if (!relation.empty() && !name_cell.empty()) related(name_cell, relation);
      return;
    }
    if ((unit.kind != form::UnitKind::field && unit.kind != form::UnitKind::question) || unit.value.empty()) return;
    const bool mother = hit(unit.label, Cue::label_mother);
    const bool father = hit(unit.label, Cue::label_father);
    if (mother || father || hit(unit.label, Cue::label_parents)) {
      const bool both = (mother && father) || hit(unit.label, Cue::label_parents);
      const auto said = both ? std::optional<RoleWord>() : role_in(unit.label);  // "Mother's partner / father of Isla"
      const auto [first, last] = tokens(unit.value);
      bool any = false;
      auto found = names(unit.value);
      if (both) share_surnames(found);
      for (const PersonName& name : found) {
        if (any && !both) break;  // "Craig Moffat. Lives with Dawn"
        const bool full = !name.surname.empty();
        if (!full && any) continue;
        const Gender gender = both ? Gender::unknown : mother ? Gender::female : Gender::male;
        if (full || name.first == first) {
          if (said) {
            roster_.add(name, said->role, said->gender, std::string(said->called));
          } else {
            roster_.add(name, Role::parent, gender, both ? "parent" : mother ? "mother" : "father");
          }
          any = true;
        }
      }
      people_in(words_, first, last, NamePlace::cell, roster_);
      return;
    }
    if (hit(unit.label, Cue::label_household) || hit(unit.label, Cue::label_siblings) ||
        is_field(unit.field, state_.adult)) {
      const auto [first, last] = tokens(unit.value);
      if (hit(unit.label, Cue::label_siblings)) siblings(first, last);
      people_in(words_, first, last, NamePlace::cell, roster_);
      if (hit(unit.label, Cue::label_siblings)) {
        for (const PersonName& name : names(unit.value)) roster_.add(name, Role::sibling, Gender::unknown, "sibling");
      } else if (const auto word = role_in(unit.label)) {
        const auto found = names(unit.value);
        if (!found.empty()) roster_.add(found.front(), word->role, word->gender, std::string(word->called));
      }
    }
  }

  // "Other children at home: Lee (9); Kit (13, cousin)": brothers and sisters, whatever the label calls them, but for
  // whom something else is said.
  void siblings(std::size_t first, std::size_t last) {
    for (const Listed& person : births_.listed(first, last, NamePlace::cell)) {
      const bool said = person.related && !person.brother;
      if (!said && person.name.title.empty()) roster_.add(person.name, Role::sibling, Gender::unknown, "sibling");
    }
  }

  // A name's cell and the cell that says what the person is: "Father of both", "PGM (“Nana Effie”)", "health visitor".
  void related(base::Span name_cell, base::Span relation) {
    const auto found = whole_names(name_cell);
    if (found.empty()) return;
    if (hit(relation, Cue::relation_subject) && !hit(relation, Cue::relation_not_subject)) return;
    const auto word = role_in(relation);
    const lexicon::ConceptId agency = first_agency(words_, relation);
    const std::string written(relation.of(text_).substr(0, 60));
    const bool family =
        word && word->role != Role::professional && word->role != Role::other && word->role != Role::subject_child;
    for (const PersonName& name : found) {
      if (family) {
        const EntityId id = roster_.add(name, word->role, word->gender, std::string(word->called));
        if (roster_[id].role == word->role && word->called.empty()) roster_[id].relation = written;
      } else if (agency != 0) {
        roster_.add(name, Role::professional, Gender::unknown, written, agency);
      } else if (word && word->role != Role::subject_child) {
        roster_.add(name, word->role, Gender::unknown, std::string(word->called));
      } else {
        roster_.add(name, Role::other, Gender::unknown, written);
      }
      if (found.size() > 1 && found[1].surname.empty()) break;
    }
    const auto nicknames = names(relation);
    if (!nicknames.empty() && family &&
        words_.text_of(nicknames.front().first - 1).find_first_of("\"'(") != std::string_view::npos) {
      PersonName nick = found.front();
      const auto at = nicknames.front().at.of(text_);
      nick.nickname = lexicon::folded_word(at);
      roster_.add(nick, word->role, word->gender, std::string(word->called));
    }
  }

  void workers(const form::Unit& unit) {
    const auto take = [&](base::Span label, lexicon::FieldId field, base::Span value) {
      if (value.empty()) return;
      const bool manager = is_field(field, state_.manager) || hit(label, Cue::label_manager);
      const bool worker = is_field(field, state_.worker) || hit(label, Cue::label_worker);
      const bool referrer = is_field(field, state_.referrer) || hit(label, Cue::label_referrer);
      if (!manager && !worker && !referrer) return;
      if (value.size() > 160) return;
      const auto found = names(value);
      const auto [first, last] = tokens(value);
      if (referrer && !worker && !manager) {
        people_in(words_, first, last, NamePlace::cell, roster_);
        return;
      }
      const bool alone = !found.empty() && found.front().surname.empty() && found.front().title.empty();
      if (alone && (roster_.find(found.front()) == nobody || found.front().at.begin != value.begin) &&
          !(worker && value.size() < 24 && is_field(field, state_.worker)))
        return;
      if (alone && roster_.find(found.front()) != nobody) return;
      if (!found.empty())
        roster_.add(found.front(), manager ? Role::manager : Role::worker, Gender::unknown,
                    manager ? "manager" : "social worker");
    };
    if (unit.kind == form::UnitKind::row) {
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
        const form::Cell& cell = form_.cells[c];
        if (cell.at.size() < 80) take(cell.heading, cell.field, cell.at);
      }
    } else if (unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question) {
      take(unit.label, unit.field, unit.value);
    }
  }

  void others(const form::Unit& unit) {
    if (unit.kind == form::UnitKind::help) return;
    if (unit.kind != form::UnitKind::row) {
      const auto [first, last] = tokens(unit.at);
      people_in(words_, first, last, unit.kind == form::UnitKind::prose ? NamePlace::prose : NamePlace::cell, roster_);
      return;
    }
    // A body in one cell and its person in the next.
    lexicon::ConceptId agency = 0;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end && agency == 0; ++c) {
      const form::Cell& cell = form_.cells[c];
      if (is_field(cell.field, state_.agency) || is_field(cell.field, state_.professional) ||
          hit(cell.heading, Cue::label_professional))
        agency = first_agency(words_, cell.at);
    }
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = form_.cells[c];
      const auto [first, last] = tokens(cell.at);
      const bool short_cell = cell.at.size() < 90;
      const bool body_column = is_field(cell.field, state_.agency) || is_field(cell.field, state_.professional) ||
                               hit(cell.heading, Cue::label_professional);
      const bool names_column = body_column || is_field(cell.field, state_.name) || is_field(cell.field, state_.who) ||
                                hit(cell.heading, Cue::label_name) || (cell.heading.empty() && c == unit.cell_begin);
      people_in(words_, first, last, short_cell && names_column ? NamePlace::cell : NamePlace::prose, roster_);
      const bool person_column = body_column || is_field(cell.field, state_.name) || is_field(cell.field, state_.who) ||
                                 hit(cell.heading, Cue::label_name);
      if (agency == 0 || !short_cell || !person_column) continue;
      for (const PersonName& name : names(cell.at)) {
        if (name.title.empty() && name.surname.empty()) continue;
        const lexicon::ConceptId own = first_agency(words_, cell.at);
        roster_.add(name, Role::professional, Gender::unknown, "", own != 0 ? own : agency);
      }
    }
  }

  // What fields and columns say of the children's gender.
  void genders() {
    for (const form::Unit& unit : form_.units) {
      if (!is_field(unit.field, state_.gender)) continue;
      if (unit.kind == form::UnitKind::row) {
        for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
          const auto place = columns_.find({unit.table, form_.cells[c].column});
          if (place != columns_.end()) roster_[place->second].gender = gender_said(form_.cells[c].at);
        }
      } else if (roster_.subjects().size() == 1) {
        Entity& child = roster_[roster_.subjects().front()];
        if (child.gender == Gender::unknown) child.gender = gender_said(unit.value);
      }
    }
  }
};

}  // namespace

Roster read_roster(const document::Document& document, const form::Form& form, const Words& words,
                   const std::vector<WrittenDate>& written) {
  RosterState state(document, form, words, written);
  subjects_from_fields(state);
  if (state.roster.subjects().empty()) subjects_with_ages(state);
  if (state.roster.subjects().empty()) subjects_from_lines(state);
  if (state.roster.subjects().empty()) subjects_from_heads(state);
  if (state.roster.subjects().empty()) subjects_without_names(state);
  complete_surnames(state);
  Everybody(state).run();
  return std::move(state.roster);
}

}  // namespace language
