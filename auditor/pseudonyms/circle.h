// The people of one record, by the words of their names: whom its roster knows, and strangers whom the text names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "evaluation/outcome.h"

namespace pseudonyms {

// What a person's label says. The first that fits somebody in any record of the run is taken.
enum class Kind : std::uint8_t { child, parent, relative, worker, professional, person };
const char* name_of(Kind kind);  // "Child", "Parent", ...
bool in_family(Kind kind);

struct Somebody {
  Kind kind = Kind::person;
  std::string shown;                        // as first written
  std::vector<std::string> given, surname;  // folded words; either may be empty
  std::vector<std::string> nicknames;       // folded words
  std::string title, gender, born;          // folded title; "female", "male"; "2009-05-03"; each may be empty
  bool unborn = false;
  bool roster = false;  // known to the record's roster
};

// A name as written somewhere: its words, folded; an initial is a word of one letter.
struct Written {
  std::string title;
  std::vector<std::string> words;
  bool baby = false;  // "Baby ...", "Unborn ..." stands before it
};

// Who a written name means: somebody by place in Circle::people, or a family by its surname alone.
struct Meant {
  std::optional<std::size_t> who;
  std::string family;
  bool nobody() const { return !who && family.empty(); }
};

class Circle {
 public:
  explicit Circle(const evaluation::Outcome& outcome);

  const std::vector<Somebody>& people() const { return people_; }
  bool is_given(std::string_view word) const { return given_.contains(std::string(word)); }
  bool is_surname(std::string_view word) const { return surnames_.contains(std::string(word)); }
  bool knows(std::string_view word) const { return is_given(word) || is_surname(word); }
  // The known word that this one misspells, or empty.
  std::string misspelt(std::string_view word) const;
  bool has_initials(std::string_view letters) const;  // folded
  // Whether they are the letters of all parts of somebody's name: "sod" of Siobhan O'Donoghue.
  bool has_all_initials(std::string_view letters) const;
  // Whether somebody has both words in the name.
  bool together(std::string_view one, std::string_view other) const;

  Meant meant(const Written& name) const;
  // Somebody whom no roster knows.
  void add_stranger(const Written& name, std::string shown, Kind kind);

  // Words of the record that are places' names, and those that it writes both with and without a capital.
  std::unordered_set<std::string> places, small_words;

 private:
  void index(std::size_t who);
  // The surname that a word is a form of: "holts" is "holt".
  std::string surname_of(const std::string& word) const;
  int score(const Somebody& one, const Written& name) const;

  std::vector<Somebody> people_;
  std::unordered_map<std::string, std::vector<std::size_t>> given_, surnames_;
};

}  // namespace pseudonyms
