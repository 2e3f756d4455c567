// The children whom the rows of a table name: a row for each, or a column for each.
#pragma once

#include <set>

#include "language/roster_asked.h"
#include "language/roster_room.h"

namespace language {

class ChildrenOfRows : RosterRoom {
 public:
  ChildrenOfRows(RosterState& state, const AskedChild& asked) : RosterRoom(state), asked_(asked) {}

  void row_subjects(const form::Unit& unit);
  // "Surname | Marsh | Marsh" below a row of the children's first names.
  bool surnames_of_columns(const form::Unit& unit, base::Span label);

 private:
  bool transposed(const form::Unit& unit);
  void children_below(const PersonName& first, const form::Unit& unit);
  bool turned_cell(const form::Unit& unit, const PersonName& named);
  bool places_people(base::Span heading) const;
  bool begins_with_birth(base::Span at) const;

  const AskedChild& asked_;
  std::set<std::int32_t> headed_;  // tables whose columns have the children's names for heads
};

}  // namespace language
