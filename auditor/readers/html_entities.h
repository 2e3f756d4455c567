// References to characters that browsers resolve and the parser, which knows HTML 4, does not.
#pragma once

#include <string>

namespace readers::html {

// Puts the characters in place of HTML5's names (&check; &ccaron;) and of numbers that mean windows-1252 (&#150;), and
// gives the older names that lack it their semicolon (&copy 2003).
void resolve_entities(std::string& page);

}  // namespace readers::html
