// How far two words are from being spelt alike.
#pragma once

#include <cstddef>
#include <string_view>

namespace base {

// Bytes that must be put in, taken out or changed to make one of the other (Levenshtein's distance). Above `most` it
// may be any number above it: words whose lengths differ by more are not looked at, strangers' may have millions of
// letters.
std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t most);

}  // namespace base
