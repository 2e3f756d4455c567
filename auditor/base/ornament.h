// Signs that set a line of text apart from its neighbours where nothing better was at hand.
#pragma once

#include <string_view>

namespace base {

// The words between the signs that a line begins and ends with, both of one kind: "== Plan ==", "** Plan **",
// "- Plan -", ">>> Plan <<<", "[ Plan ]", or a row of three or more at one end alone ("=== Plan", "Plan ====").
// Trimmed; empty where the line has no such signs, nothing else, or says something of a page or a file ("-- page 2 --",
// "*** CONFIDENTIAL ***", "[see below]").
std::string_view between_signs(std::string_view line);

// Whether a line is nothing but three or more of one sign, as drawn under a heading.
bool is_rule(std::string_view line);

}  // namespace base
