// Names of persons as written: "Natalie Gaunt (34)", "DELANEY Ashton", "Gaunt, Natalie", "Mrs T Kilbride", "PC 3318
// Akhtar", "Aleksander Nowicki (Alek)", "Unborn Pettifer".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/annotations.h"
#include "language/words.h"

namespace language {

struct PersonName {
  base::Span at;          // without a nickname in brackets
  std::size_t first = 0;  // tokens, both included
  std::size_t last = 0;
  std::string title;                 // folded: "mr", "dr", "pc"; empty where there is none
  std::vector<std::string> given;    // folded tokens of the first name: {"ellie", "mae"}; an initial counts
  std::vector<std::string> surname;  // folded tokens; empty where one name alone is written
  std::string nickname;              // folded
  std::string shown;                 // "Ashton Delaney"
  bool unborn = false;
  bool surname_first = false;  // "MARSH, Kay"
  bool senior = false;         // "Patrick Doran snr": not the child of that name
};

// Where names may be expected: in a name's cell every capitalised word may be one; in prose only words that mean
// nothing else in the lexicon, or that a title goes before.
enum class NamePlace : std::uint8_t { cell, prose };

// Names among the tokens [first, last), in order, not overlapping.
std::vector<PersonName> names_in(const Words& words, std::size_t first, std::size_t last, NamePlace place);

Gender gender_of_title(std::string_view title);
bool is_title(std::string_view folded);

// Whether what looks like a name is a record's own label ("C1") or a word that forms print ("Case", "Documents").
bool names_nobody(const Words& words, const PersonName& name);

}  // namespace language
