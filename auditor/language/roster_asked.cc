// Labels that ask for the child: by their words, by what stands beside them, and by the section.
#include "language/roster_asked.h"

#include <algorithm>

namespace language {

// Whether the section is about somebody else: a household's or agency's table may have names and ages too.
bool AskedChild::asks_for_child(const form::Unit& unit, base::Span label) const {
  const bool whole_name = hit(label, Cue::label_surname) && asks_for_forename(label);  // "Surname / forename"
  if (label.empty() || (hit(label, Cue::label_surname) && !whole_name) || asks_for_alias(unit)) return false;
  if (hit(label, Cue::label_mother) || hit(label, Cue::label_father) || hit(label, Cue::label_parents) ||
      hit(label, Cue::label_siblings) || hit(label, Cue::label_worker) || hit(label, Cue::label_manager)) {
    return false;
  }
  // "Children's father", "Child's school" ask for somebody or something else.
  const auto [first, last] = tokens(label);
  for (std::size_t i = first; i < last; ++i) {
    if (words_.is_any(
            i, {"father",   "mother",       "parent",   "parents", "carer",    "carers",  "school",    "worker",
                "gp",       "views",        "wishes",   "address", "siblings", "sibling", "household", "brother",
                "sister",   "partner",      "adult",    "adults",  "doctor",   "teacher", "nursery",   "interpreter",
                "advocate", "professional", "referrer", "agency",  "caller"})) {
      return false;
    }
  }
  if (belongings(first, last)) return false;
  if (hit(label, Cue::label_child)) return !of_something(label);
  if ((!hit(label, Cue::label_name) && !whole_name) || of_somebody(label) || block_of_other(unit) ||
      section_of_others(unit))
    return false;
  return table_has_birth(unit) || (is_field(unit.field, state_.name) && born_in(unit.value));
}

bool AskedChild::asks_for_forename(base::Span label) const {
  return says_any(label, {"forename", "forenames", "given", "first"});
}

// "Known as: Kit" tells what somebody is called whom another field names.
bool AskedChild::asks_for_alias(const form::Unit& unit) const {
  if (unit.kind == form::UnitKind::row || !hit(unit.label, Cue::label_alias)) return false;
  const auto here = static_cast<std::size_t>(&unit - form_.units.data());
  for (std::size_t u = here > 3 ? here - 3 : 0; u < std::min(here + 3, form_.units.size()); ++u) {
    const form::Unit& other = form_.units[u];
    if (u != here && !other.value.empty() && is_field(other.field, state_.name) &&
        !hit(other.label, Cue::label_surname) && !hit(other.label, Cue::label_alias) && !names(other.value).empty())
      return true;
  }
  return false;
}

// "Child's date of birth" begins like a label of a child and asks for no name.
bool AskedChild::hit_outside_birth(const form::Unit& unit) const {
  if (is_field(unit.field, state_.name) || is_field(unit.field, state_.who) || unit.field == 0)
    return !hit(unit.label, Cue::label_birth) || text_has_name_word(unit.label);
  // "Child(ren)'s name(s) and d.o.b."
  return is_field(unit.field, state_.birth) && hit(unit.label, Cue::label_child) && text_has_name_word(unit.label);
}

bool AskedChild::text_has_name_word(base::Span label) const {
  const auto [first, last] = tokens(label);
  for (std::size_t i = first; i < last; ++i) {
    if (words_.is_any(i, {"name", "names", "child", "children"}) && !words_.is(i + 1, "'s")) return true;
  }
  return false;
}

bool AskedChild::table_has_birth(const form::Unit& unit) const {
  const auto here = static_cast<std::size_t>(&unit - form_.units.data());
  if (dated_behind(here)) return true;
  // "2. Known as: Kit 3. DOB* 12/12/2007": the next field's answer goes on to it.
  if (here + 1 < form_.units.size() && asks_for_alias(form_.units[here + 1]) &&
      born_within(form_.units[here + 1].value))
    return true;
  const auto place = tables_.find(unit.table);
  if (place == tables_.end()) return false;
  if (unit.table >= 0) {
    const auto [told, first_time] = births_of_tables_.emplace(unit.table, false);
    if (first_time) {
      told->second = std::any_of(place->second.begin(), place->second.end(), [&](std::size_t u) {
        return is_field(form_.units[u].field, state_.birth) || hit(form_.units[u].label, Cue::label_birth);
      });
    }
    return told->second || young_beside(here);
  }
  if (young_beside(here)) return true;
  for (std::size_t u = here > 8 ? here - 8 : 0; u < std::min(here + 9, form_.units.size()); ++u) {
    if (is_field(form_.units[u].field, state_.birth) || hit(form_.units[u].label, Cue::label_birth)) return true;
  }
  return false;
}

// "Name  Kay Marsh  3/4/2010  and her brother Lee 5/6/2012": the birth date was taken for the label of what follows.
bool AskedChild::dated_behind(std::size_t u) const {
  if (u + 1 >= form_.units.size() || form_.units[u].value.empty()) return false;
  const form::Unit& next = form_.units[u + 1];
  if (next.kind != form::UnitKind::field || next.field != 0 || next.label.empty()) return false;
  const auto [first, last] = tokens(next.label);
  if (first >= last || next.table != form_.units[u].table || next.row != form_.units[u].row) return false;
  const Born born = births_.at(first, last);
  return born.date && born.end >= last && !births_.grown(born);
}

// "Full name: Kay Marsh. Age: 11."
bool AskedChild::young_beside(std::size_t u) const {
  const lexicon::FieldId age = lexicon_.find_field("age");
  for (std::size_t k = u + 1; k < std::min(u + 3, form_.units.size()); ++k) {
    const form::Unit& unit = form_.units[k];
    if (!is_field(unit.field, age) || unit.value.empty()) continue;
    const auto [first, last] = tokens(unit.value);
    if (first >= last || words_.scan().tokens[first].kind != lexicon::TokenKind::number) return false;
    const std::string_view years = words_.text_of(first);
    return years.size() == 1 || (years.size() == 2 && years < "19");
  }
  return false;
}

// A birth date with its label anywhere within an answer.
bool AskedChild::born_within(base::Span value) const {
  const auto [first, last] = tokens(value);
  const lexicon::Hit* label = words_.find(Cue::label_birth, first, last);
  if (label == nullptr) return false;
  std::size_t behind = label->last + 1;
  while (behind < last && words_.is_any(behind, {"*", ":"})) ++behind;
  const Born born = births_.at(behind, last);
  return born.date && !births_.grown(born);
}

// "Name: Kay Marsh (f) dob 14/02/2002": the birth date that no other field asks for stands in the answer.
bool AskedChild::born_in(base::Span value) const {
  const auto [first, last] = tokens(value);
  if (first >= last) return false;
  const auto found = births_.listed(first, last, NamePlace::cell);
  return !found.empty() && found.front().heads && found.front().born.date && !found.front().grown;
}

// "Name: Jo Marsh", and below it, before the next name, "Relationship: mother", or the birth date of an adult.
bool AskedChild::block_of_other(const form::Unit& unit) const {
  if (unit.table >= 0 && unit.kind == form::UnitKind::row) return false;
  const auto here = static_cast<std::size_t>(&unit - form_.units.data());
  for (std::size_t u = here + 1; u < std::min(here + 6, form_.units.size()); ++u) {
    const form::Unit& next = form_.units[u];
    if (next.section != unit.section) return false;
    const bool rest = hit(next.label, Cue::label_surname) || hit(next.label, Cue::label_alias);
    if (is_field(next.field, state_.name) && !rest) return false;
    const auto [first, last] = tokens(next.value);
    if (next.value.empty()) continue;
    if (is_field(next.field, state_.birth)) {
      if (births_.grown(births_.at(first, last))) return true;
    } else if (is_field(next.field, state_.relationship) && !hit(next.value, Cue::relation_subject)) {
      const auto role = role_in(next.value);
      if (role && role->role != Role::subject_child) return true;
    }
  }
  return false;
}

// A table of adults, siblings or the household has its own heading, where names with birthdays are no subjects.
bool AskedChild::section_of_others(const form::Unit& unit) const {
  if (unit.section < 0) return false;
  const base::Span heading = form_.sections[static_cast<std::size_t>(unit.section)].heading;
  if (heading.empty()) return false;
  if (hit(heading, Cue::label_child) || names_record(heading)) return false;
  return (hit(heading, Cue::label_household) && !children_word(heading)) || hit(heading, Cue::label_siblings) ||
         hit(heading, Cue::label_parents);
}

bool AskedChild::children_word(base::Span at) const {
  const auto [first, last] = tokens(at);
  for (std::size_t i = first; i < last; ++i) {
    if (words_.is_any(i, {"child", "children", "subject", "subjects"})) return true;
  }
  return false;
}

// "Child's lived experience": what is the child's, not who it is.
bool AskedChild::belongings(std::size_t first, std::size_t last) const {
  if (last < first + 3 || !words_.is_any(first, {"child", "children"})) return false;
  if (!words_.is_any(first + 1, {"'s", "’s", "'", "’"})) return false;
  for (std::size_t i = first + 2; i < last; ++i) {
    if (words_.is_any(i, {"name", "names", "forename", "forenames", "surname", "dob", "birth", "details", "initials"}))
      return false;
  }
  return true;
}

// "Name of person completing this form", "Name of landlord"
bool AskedChild::of_somebody(base::Span label) const {
  const auto [first, last] = tokens(label);
  bool of = false;
  for (std::size_t i = first; i < last; ++i) {
    if (words_.is_any(i, {"child", "children", "baby", "infant", "young", "pupil", "student", "assessed", "subject"}))
      return false;
    of = of || (words_.is(i, "of") && i > first && words_.is_any(i - 1, {"name", "names"}));
  }
  return of;
}

// "Assessment of risk", "Record of visits": where the label goes on, it must go on to the child.
bool AskedChild::of_something(base::Span label) const {
  const auto [first, last] = tokens(label);
  if (last < first + 3 || !words_.is_any(first, {"assessment", "record", "report"})) return false;
  if (!words_.is_any(first + 1, {"of", "on", "about"})) return false;
  for (std::size_t i = first + 2; i < last; ++i) {
    if (words_.is_any(i, {"child", "children", "baby", "young", "pupil", "siblings", "the"})) return false;
  }
  return !words_.is_any(first + 2, {":", "-", "–"});
}

}  // namespace language
