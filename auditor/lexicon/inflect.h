// English inflection by rule: what `word~` in a term stands for.
#pragma once

#include <string>
#include <vector>

namespace lexicon {

// The word and its regular forms in -s, -ed, -ing, by the usual rules of spelling. Where a final consonant may or may
// not be doubled, both spellings come. Sorted, each once.
std::vector<std::string> regular_forms(const std::string& word);

// Only the forms in -s and -ing, for words whose past forms are listed as irregular.
std::vector<std::string> present_forms(const std::string& word);

}  // namespace lexicon
