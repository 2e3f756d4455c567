// What words mean when they stand with a capital: ordinary English, first names, words that stay. Built once from the
// lists of words/ and the dictionary that the program was built with; the same for every record.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace pseudonyms {

template <typename Words>
bool among(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// All words are asked for folded (lexicon::folded_word).
class Vocabulary {
 public:
  // The one vocabulary of the program; made on first use, never changed.
  static const Vocabulary& get();

  bool forename(std::string_view word) const { return forenames_.contains(word); }
  // A first name that is an everyday word too: "grace", "will".
  bool everyday(std::string_view word) const { return everyday_.contains(word); }
  // A surname that is an ordinary word too: "brown", "hall".
  bool word_surname(std::string_view word) const { return surnames_.contains(word); }
  // Months, peoples, faiths, national bodies, the field's own words and abbreviations.
  bool kept(std::string_view word) const { return kept_.contains(word); }
  // In the dictionary, or a form of a word of it.
  bool ordinary(std::string_view word) const;
  // Neither ordinary nor kept: with a capital it is somebody's or some place's name.
  bool unknown(std::string_view word) const { return !ordinary(word) && !kept(word); }

 private:
  Vocabulary();
  std::unordered_set<std::string_view> forenames_, everyday_, surnames_, kept_, dictionary_;
};

bool is_title(std::string_view word);     // mr, mrs, dr, pc: a surname follows
bool is_kin(std::string_view word);       // auntie, uncle, nan: a first name follows
bool is_particle(std::string_view word);  // de, van, al
bool is_month(std::string_view word);     // those that are first names too
// Whether what follows shows a name before it: "said", "was", "likes".
bool follows_name(std::string_view word);

}  // namespace pseudonyms
