// Rows of tables that name children.
#include "language/roster_rows.h"

#include <algorithm>

#include "form/text.h"

namespace language {

void ChildrenOfRows::row_subjects(const form::Unit& unit) {
  if (hit(unit.at, Cue::relation_not_subject)) return;
  std::optional<PersonName> named;
  std::optional<PersonName> family;  // from a column of surnames
  bool child_column = false, birth_column = false, born = false, relation_column = false, relation_subject = false,
       other_role = false, grown = false;
  Gender gender = Gender::unknown;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = form_.cells[c];
    const bool birth = !cell.heading.empty() && hit(cell.heading, Cue::label_birth);
    const bool name_column = is_field(cell.field, state_.name) || is_field(cell.field, state_.who) ||
                             hit(cell.heading, Cue::label_name) || hit(cell.heading, Cue::label_child);
    const bool first_cell = c == unit.cell_begin;
    const bool placed = places_people(cell.heading) && hit(cell.at, Cue::relation_subject);  // "Role | child"
    if (is_field(cell.field, state_.relationship) || hit(cell.heading, Cue::label_relationship) || placed) {
      relation_column = true;
      relation_subject = hit(cell.at, Cue::relation_subject);
    }
    if (!named && (name_column || (cell.heading.empty() && first_cell))) {
      const auto found = whole_names(cell.at);
      if (!found.empty() && found.front().at.begin == first_word(cell.at)) {
        named = found.front();
        child_column = child_column || hit(cell.heading, Cue::label_child);
        if (hit(cell.heading, Cue::label_surname)) {
          family = found.front();
          named.reset();
        }
      }
      const auto role = role_in(cell.at);  // "Lee MARSH ("Child 2")" is none
      if (role && role->role != Role::subject_child) other_role = true;
    } else if (cell.heading.empty() && begins_with_birth(cell.at)) {
      born = true;
    } else if (cell.heading.empty() && role_in(cell.at).has_value()) {
      other_role = true;
    }
    if (birth || is_field(cell.field, state_.birth)) {
      birth_column = true;
      grown = grown || births_.grown(births_.at(tokens(cell.at).first, tokens(cell.at).second));
    }
    // "Role | Mother"
    const auto role = places_people(cell.heading) ? role_in(cell.at) : std::nullopt;
    if (role && role->role != Role::subject_child) other_role = true;
    if (is_field(cell.field, state_.gender)) gender = gender_said(cell.at);
  }
  // A column of names that was taken for the rows' labels.
  if (!named && birth_column && !unit.label.empty() && unit.field == 0) {
    const auto found = names(unit.label);
    if (!found.empty() && found.front().at.begin == first_word(unit.label)) named = found.front();
    other_role = other_role || role_in(unit.label).has_value();
  }
  if (!family) {
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const auto found = names(form_.cells[c].at);
      if (hit(form_.cells[c].heading, Cue::label_surname) && !found.empty()) family = found.front();
    }
  }
  // "Surname | Forename": the surnames were taken for the rows' labels.
  if (named && !family && named->surname.empty() && !unit.label.empty() && unit.field == 0) {
    const auto found = names(unit.label);
    const bool first_names =
        std::any_of(form_.cells.begin() + unit.cell_begin, form_.cells.begin() + unit.cell_end,
                    [&](const form::Cell& cell) { return asked_.asks_for_forename(cell.heading); });
    if (first_names && found.size() == 1 && found.front().surname.empty()) family = found.front();
  }
  if (named && family && named->surname.empty()) with_surname(*named, *family);
  if (transposed(unit)) return;
  // Below a row of the children's names every other row is about what they have, not who they are.
  const auto column = columns_.lower_bound({unit.table, 0});
  if (unit.table >= 0 && column != columns_.end() && column->first.first == unit.table) return;
  if (!named || !named->title.empty()) return;
  if (turned_cell(unit, *named)) return;
  const bool by_columns =
      (birth_column || child_column) && (!relation_column || relation_subject) && !asked_.section_of_others(unit);
  const bool by_relation = relation_column && relation_subject;
  if (by_columns || by_relation || (born && !other_role)) {
    if ((other_role || grown) && !named->unborn && !child_column && !by_relation) return;
    subject(*named, gender);
    if (child_column) children_below(*named, unit);
  }
}

// "Surname | Marsh | Marsh" below a row of the children's first names.
bool ChildrenOfRows::surnames_of_columns(const form::Unit& unit, base::Span label) {
  if (!hit(label, Cue::label_surname)) return false;
  bool some = false;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const auto child = columns_.find({unit.table, form_.cells[c].column});
    const auto found = names(form_.cells[c].at);
    if (child == columns_.end() || found.size() != 1) continue;
    roster_.give_surname(child->second, found.front());
    some = true;
  }
  return some;
}

// Rows of labels, a column for each child: "Name | Jerome | Tia", or names as column headings over "Birthday | ...".
bool ChildrenOfRows::transposed(const form::Unit& unit) {
  // Where the names were taken for the heads of columns, the first cell is the row's label.
  const bool headed = unit.label.empty() && unit.cell_end - unit.cell_begin >= 2 &&
                      hit(form_.cells[unit.cell_begin].heading, Cue::label_name);
  const base::Span label = headed ? form_.cells[unit.cell_begin].at : unit.label;
  const bool birth_row = is_field(unit.field, state_.birth) || hit(label, Cue::label_birth);
  if (surnames_of_columns(unit, label)) return true;
  const bool name_row =
      !birth_row &&
      (is_field(unit.field, state_.name) || hit(label, Cue::label_name) || hit(label, Cue::label_child)) &&
      !hit(label, Cue::label_surname);
  if (label.empty() || (!name_row && !birth_row)) return false;
  // Where names head the columns, no row below them names anybody else.
  if (name_row && headed_.contains(unit.table)) return true;
  if (name_row && !asked_.table_has_birth(unit) && !hit(unit.label, Cue::label_child)) return false;
  if (name_row && !asked_.asks_for_child(unit, unit.label)) return false;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = form_.cells[c];
    if (cell.at.overlaps(label)) continue;
    const auto found = names(name_row ? cell.at : cell.heading);
    // "Who I live with | Mum Ann Marsh, ...": what is told of others further on ("Referred by the nurse") is not of
    // her.
    base::Span told = cell.at;
    for (base::Span sentence : form::sentences_of(cell.at, words_.text())) {
      if (!found.empty() && sentence.contains(found.front().at.begin)) told = sentence;
    }
    const auto role = name_row ? role_in(told) : std::nullopt;
    if (role && role->role != Role::subject_child) continue;
    // "Only child. Father Ian Marsh, abroad"
    const bool later = !found.empty() && found.front().at.begin != first_word(cell.at);
    if (name_row && c > unit.cell_begin && later && role) continue;
    const auto known = columns_.find({unit.table, cell.column});
    if (birth_row && known != columns_.end()) continue;  // its name stands in a row above
    if (!found.empty() && found.front().title.empty() && (name_row || !hit(cell.heading, Cue::label_name))) {
      if (name_row && surnames_first(tokens(cell.at).first, tokens(cell.at).second)) return true;
      const EntityId child = made_subject(found.front());
      if (birth_row && unit.table >= 0) headed_.insert(unit.table);
      if (child != nobody) columns_[{unit.table, cell.column}] = child;
      // "Subject(s) | Kay Marsh Lee Marsh": several in one cell.
      for (std::size_t k = 1; name_row && k < found.size() && hit(label, Cue::label_child); ++k) {
        if (found[k].title.empty() && !found[k].surname.empty() && told.contains(found[k].at)) subject(found[k]);
      }
    }
  }
  return name_row;
}

// A cell of the children's column with a line for each: "Kay Marsh 12/06/2009", "Lee Marsh 03/09/2012".
void ChildrenOfRows::children_below(const PersonName& first, const form::Unit& unit) {
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const base::Span at = form_.cells[c].at;
    if (!at.contains(first.at.begin)) continue;
    const auto [begin, end] = tokens(at);
    const auto found = births_.listed(begin, end, NamePlace::cell);
    if (found.empty() || !found.front().born.told()) continue;
    for (const Listed& person : found) {
      if (person.heads && person.born.told() && person.name.title.empty() && !person.related) subject(person.name);
    }
  }
}

// The cell of a name holds several, each with the surname first.
bool ChildrenOfRows::turned_cell(const form::Unit& unit, const PersonName& named) {
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const base::Span at = form_.cells[c].at;
    if (at.contains(named.at.begin)) return surnames_first(tokens(at).first, tokens(at).second);
  }
  return false;
}

bool ChildrenOfRows::places_people(base::Span heading) const {
  return says_any(heading, {"role", "status", "position", "relation"});
}

bool ChildrenOfRows::begins_with_birth(base::Span at) const {
  const auto [first, last] = tokens(at);
  return first < last && words_.is_any(first, {"b", "born", "dob", "aged", "age"});
}

}  // namespace language
