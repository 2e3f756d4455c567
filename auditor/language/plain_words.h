// The plain words of a record: what is said, without whom it is said of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/annotations.h"

namespace language {

// The shape that forms of a word share, from its spelling alone: "walks", "walked" and "walking" are "walk", "worries"
// is "worry". Not always a word ("hous" is "house"). `folded` is in small letters.
std::string word_stem(std::string_view folded);

// By token of the scan, the stem of a plain word; empty for numbers, marks, and whatever may be a name: a word with a
// capital counts only where a sentence or line begins, and never where it refers to somebody.
std::vector<std::string> plain_words(const Annotations& annotations, std::string_view text);

}  // namespace language
