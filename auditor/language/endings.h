// How a word ends, whatever its case.
#pragma once

#include <string_view>

namespace language {

// Whether the word ends in `tail`, which is in small letters; ASCII letters only.
inline bool ends_with(std::string_view word, std::string_view tail) {
  if (word.size() < tail.size()) return false;
  for (std::size_t i = 0; i < tail.size(); ++i) {
    char c = word[word.size() - tail.size() + i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != tail[i]) return false;
  }
  return true;
}

}  // namespace language
