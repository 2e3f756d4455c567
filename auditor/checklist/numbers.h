// Numbers that stand one after the other in a text of a checklist.
#pragma once

#include <string_view>
#include <vector>

namespace checklist {

// The numbers of a text parted by blanks, in place of `out`'s; none where one of them is no number, or beyond a
// thousand million.
void read_numbers(std::string_view text, std::vector<double>& out);
std::vector<double> numbers(std::string_view text);

}  // namespace checklist
