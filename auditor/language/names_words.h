// What a capitalised word may be where names are expected: part of a name, or a month, a body, a role, a form's word.
#pragma once

#include <string>
#include <string_view>

#include "language/names.h"

namespace language {

// "MARSH": three letters or more, all of them capitals.
bool in_capitals(std::string_view text);

// Questions about the tokens [first, last) of a text.
class NameWords {
 protected:
  NameWords(const Words& words, std::size_t first, std::size_t last, NamePlace place);

  std::string folded(std::size_t i) const;
  bool adjacent(std::size_t i) const;
  // "April Jones", "Christian Bell": a word that means a month or a faith, before a surname in a name's place.
  bool month_as_name(std::size_t i) const;
  // "Amy Lane", "Jack White", "James (Jimmy) Ward": a surname that means something else, behind a first name; not "12
  // Amy Lane".
  bool common_surname(std::size_t i) const;
  bool known_first(std::size_t i) const;
  // "She", "The", "And": a word of the grammar, whatever its capital.
  bool grammar(std::size_t i) const;
  // "HV (Pat Ingamells)", "the mentor, Mark Lund": within a sentence, before a word that no term knows.
  bool verb_as_name(std::size_t i) const;
  // "11-MAR-98"
  bool month_of_date(std::size_t i) const;
  bool other_meaning(std::size_t i) const;
  // "Ash 10 (dob 2/10/2009)": three small letters before an age are a child's name, "ASH" is a body.
  bool brief_name(std::size_t i) const;
  // "Deacon MARSH", "Deacon (9)": what else is somebody's office, before a surname or an age.
  bool role_as_name(std::size_t i) const;
  // "Kay (Kit) Yip", "Kay Haf Marsh": three small letters behind a name are one too; in capitals they are a body.
  bool brief_surname(std::size_t i) const;
  // "NY (Nana Yaw Boakye)": whom the letters in front stand for.
  bool spells_out(std::size_t i) const;
  bool name_word(std::size_t i) const;
  // "KAY MARSH D.O.B 3/5/2010", "Kay Marsh AKA KM", "Kay Marsh Yr 8": what a form prints beside a name.
  bool ends_name(std::size_t j) const;
  // "Sam NOOR" in prose: capitals behind a first name that no lexicon knows are a surname, not an abbreviation.
  bool loud_surname(std::size_t j) const;

  const Words& words_;
  const std::vector<lexicon::Token>& tokens_;
  std::size_t first_, last_;
  NamePlace place_;
};

}  // namespace language
