// What of small groups is left out of tables that are passed on: with few pieces of work, a table tells on people.
#pragma once

#include <cstddef>
#include <vector>

#include "timeliness/tally.h"

namespace timeliness {

// A group's counts below this are left out.
inline constexpr std::size_t least_shown = 5;

struct Shown {
  bool completed = true;   // the completed work and its share in time
  bool unfinished = true;  // open and overdue
};

// One for each group. Where just one group's would be left out, the next smallest is too: otherwise the one could be
// worked out from the total.
std::vector<Shown> shown(const std::vector<Group>& groups);

}  // namespace timeliness
