// Lists that no sign marks as such: "1 Optician - Gran" with "2 Dentist - mum" below, or lines each with a dash that
// parts its words. Their lines are entries of their own, however long the line above is.
#pragma once

#include <vector>

#include "readers/text_lines.h"

namespace readers::text {

// Sets `entry` of the lines of such lists. Three lines below one another make one.
void mark_entries(std::vector<Line>& lines);

// Whether the line begins with a number that nothing parts from its words: "2 Dentist - mum".
bool is_bare_number(const Line& line);

}  // namespace readers::text
