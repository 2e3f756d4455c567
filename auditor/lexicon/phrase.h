// A term as written, taken apart into slots: "keep~ {person} safe" is three.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lexicon {

constexpr std::uint8_t usual_gap = 4;  // words, where a gap says no more than "..."
constexpr std::uint8_t longest_gap = 12;

// One word of a slot as written.
struct SlotWord {
  enum class Kind : std::uint8_t { exact, inflected, prefix };
  std::string text;  // folded
  Kind kind = Kind::exact;
};

struct SlotSpec {
  enum class Kind : std::uint8_t {
    words,      // one of `words`
    any,        // any one word: "_"
    number,     // any number: "#"
    gap,        // up to `longest` words: "..." or "...7"
    reference,  // a term of the concept `name`: "{name}"
  };
  Kind kind = Kind::words;
  bool optional = false;
  std::uint8_t longest = 0;
  std::vector<SlotWord> words;
  std::string name;
};

struct TermSpec {
  std::string written;
  bool at_start = false;  // "^": only where a line or sentence begins
  std::vector<SlotSpec> slots;
};

// The readings of a term: one, or several where an alternative is more than one word ("step-dad|stepdad").
// bad_checklist where the term can't be read; the error has a message only, the caller knows the place.
base::Result<std::vector<TermSpec>> parse_term(std::string_view term);

}  // namespace lexicon
