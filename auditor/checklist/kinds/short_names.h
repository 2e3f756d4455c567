// Short and misspelt forms of a first name.
#pragma once

#include <string>

namespace checklist::kinds {

// Whether somebody of the one name may be called by the other: "Sam" for Samira, "Beth" for Elizabeth, "Aleksander" for
// Alexander, "Ollie" for Oliver. Both folded, neither empty. Generous: a nickname must not pass for another child.
bool may_be_short_for(const std::string& called, const std::string& name);

}  // namespace checklist::kinds
