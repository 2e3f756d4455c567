// People whom notes call by their initials: "R seen on own", "TS visited".
#pragma once

#include <cstddef>

#include "language/roster.h"
#include "language/words.h"

namespace language {

// Whether a token is one capital letter that may stand for somebody: "R seen", "w/out J"; not the letter of "Year R",
// "Plan B", "J. Smith" or "T-shirt".
bool stands_for_somebody(const Words& words, std::size_t token);

// Gives children the first letter of their names, and workers their two initials, as further names where the text uses
// them so. To be called when the roster is settled.
void name_by_initials(const Words& words, Roster& roster);

}  // namespace language
