// What the rows of a table are: labels beside values, a list under column headings, or plain rows.
#pragma once

#include <vector>

#include "form/cues.h"
#include "form/layout.h"

namespace form {

enum class RowRole : std::uint8_t {
  empty,
  header,  // column headings for the rows that follow
  pairs,   // label, value, label, value ...
  listed,  // read by the column headings above, or by none
};

struct Reading {
  std::vector<RowRole> roles;  // one for each row
  bool labelled_rows = false;  // the first column names what its row is about
};

Reading read_roles(const Segment& segment, std::string_view text, const Cues& cues);

}  // namespace form
