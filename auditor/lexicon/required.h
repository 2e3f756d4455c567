// What every match of a regular expression holds, read off the way it is written: most patterns of a checklist can't
// match where some word or sign of theirs stands nowhere, and that is told more quickly than by trying them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lexicon {

struct Required {
  static constexpr std::size_t any = 1'000'000;  // and more

  // Before or behind the others of a literal: there a word begins or ends, as "\b" in a pattern says.
  static constexpr char edge = '\b';

  // Each match holds one of these, whatever the case of its ASCII letters, a blank standing for any of ASCII; empty
  // where nothing is known. ASCII in lower case, none empty.
  std::vector<std::string> one_of;
  // What may stand before it in a match, at most: bytes, and runs of blanks that hold line breaks.
  std::size_t bytes_before = any;
  std::size_t breaks_before = any;
};

// Of a pattern that PCRE2 has compiled. What it doesn't understand it says nothing about. A "k" and an "s" may also
// match U+212A and U+017F, which it leaves to the caller.
Required required_of(std::string_view pattern);

}  // namespace lexicon
