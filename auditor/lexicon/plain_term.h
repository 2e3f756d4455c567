// Terms as most are, from how they are written to slots and symbols in one pass.
#pragma once

#include <string_view>

#include "lexicon/content.h"
#include "lexicon/matcher.h"

namespace lexicon {

// Reads a term that is nothing but plain slots, parted by one blank each, perhaps behind a '^' ("keep~ him|her safe?"):
// alternatives of one word each, in small ASCII letters, with their marks, a clitic, a number; a gap, a reference.
// False of any other, and then the draft is to be begun anew: parse_term() reads all, and tells mistakes.
bool read_plain(std::string_view term, Vocabulary& vocabulary, const Register& concepts, TermDraft& draft);

}  // namespace lexicon
