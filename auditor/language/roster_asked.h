// What labels and columns of a form ask for: the child whom the record is about, or somebody or something else.
#pragma once

#include <map>

#include "language/roster_room.h"

namespace language {

class AskedChild : RosterRoom {
 public:
  explicit AskedChild(RosterState& state) : RosterRoom(state) {}

  // Whether the section is about somebody else: a household's or agency's table may have names and ages too.
  bool asks_for_child(const form::Unit& unit, base::Span label) const;
  bool asks_for_forename(base::Span label) const;
  // "Child's date of birth" begins like a label of a child and asks for no name.
  bool hit_outside_birth(const form::Unit& unit) const;
  bool table_has_birth(const form::Unit& unit) const;
  // "Name  Kay Marsh  3/4/2010  and her brother Lee 5/6/2012": the birth date was taken for the label of what follows.
  bool dated_behind(std::size_t u) const;
  // A table of adults, siblings or the household has its own heading, where names with birthdays are no subjects.
  bool section_of_others(const form::Unit& unit) const;

 private:
  bool asks_for_alias(const form::Unit& unit) const;
  bool text_has_name_word(base::Span label) const;
  bool young_beside(std::size_t u) const;
  bool born_within(base::Span value) const;
  bool born_in(base::Span value) const;
  bool block_of_other(const form::Unit& unit) const;
  bool children_word(base::Span at) const;
  bool belongings(std::size_t first, std::size_t last) const;
  bool of_somebody(base::Span label) const;
  bool of_something(base::Span label) const;

  mutable std::map<std::int32_t, bool> births_of_tables_;  // by table, where it has been asked: table_has_birth
};

}  // namespace language
