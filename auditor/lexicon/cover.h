// Whether one term of a concept finds everything that another finds, so that the other adds nothing.
#pragma once

#include <vector>

#include "lexicon/matcher.h"
#include "lexicon/phrase.h"

namespace lexicon {

// A term's slots with their words spelled out.
struct Reach {
  struct Slot {
    SlotSpec::Kind kind = SlotSpec::Kind::words;
    bool optional = false;
    std::uint8_t longest = 0;
    std::vector<std::string> words;  // sorted
    std::vector<std::string> prefixes;
    std::string name;  // of a reference
  };
  bool at_start = false;
  std::vector<Slot> slots;
};
Reach reach_of(const TermSpec& spec, const Vocabulary& vocabulary);

// Whether every text that `special` matches is matched by `general` from the same first word to the same last.
// Sometimes false where it is so; never true where it isn't.
bool covers(const Reach& general, const Reach& special);

}  // namespace lexicon
