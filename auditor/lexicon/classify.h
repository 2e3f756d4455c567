// What a heading or a label names, by the synonyms of a pool.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/matcher.h"

namespace lexicon {

// Of each of two pools the owner of the term that is the whole text, else of the one that is the greater part of its
// telling words; 0 where there is none. Numbering, marks, and what stands in brackets are ignored where something is
// left without them.
struct Owners {
  std::uint16_t first = 0, second = 0;
};
Owners classify(std::string_view text, const Pool& pool, const Pool& other, const Vocabulary& vocabulary);

// The one owner whose terms stand in the text, whichever part of it they are; 0 where there is none, or more than one.
// A term within a longer one doesn't count.
std::uint16_t sole_owner(std::string_view text, const Pool& pool, const Vocabulary& vocabulary);

// Whether some term of the pool is the whole text, as above.
bool is_term(std::string_view text, const Pool& pool, const Vocabulary& vocabulary);

// Whether some term of the pool is the beginning of the text (punctuation aside).
bool begins_with_term(std::string_view text, const Pool& pool, const Vocabulary& vocabulary);

}  // namespace lexicon
