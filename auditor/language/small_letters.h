// Records written in small letters throughout, as notes dictated or typed in haste are: "rang kayleigh's school".
#pragma once

#include <string_view>

#include "lexicon/lexicon.h"

namespace language {

// Marks as written large, in a text that hardly has a capital, the words that are names: known first names, what
// stands behind a title, and the surnames that a name and a birth date introduce. Other texts are left as they are.
void raise_names(std::string_view text, const lexicon::Lexicon& lexicon, lexicon::Scan& scan);

}  // namespace language
