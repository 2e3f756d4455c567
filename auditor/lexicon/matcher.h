// Finds the terms of many concepts in a row of tokens in one pass: each term is tried only where its first slot
// matches.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lexicon/phrase.h"
#include "lexicon/tokens.h"

namespace lexicon {

// A word or a prefix that terms use. A text's token stands for its own word and for every prefix that it begins with.
using Symbol = std::uint32_t;

// All the words of a lexicon.
class Vocabulary {
 public:
  // Irregular forms of a base word, for `word~`.
  void add_forms(const std::string& base, const std::vector<std::string>& forms);
  // The words that `word` or `word~` stands for; of a prefix its own text.
  std::vector<std::string> forms_of(const SlotWord& word) const;
  // Symbols of one written slot word, made on first use.
  std::vector<Symbol> symbols_of(const SlotWord& word);

  WordId word(std::string_view folded) const;  // 0: unknown
  // Symbols that a folded word of a text stands for, appended to `out`.
  void read(std::string_view folded, std::vector<Symbol>& out) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Map = std::unordered_map<std::string, Symbol, Hash, std::equal_to<>>;

  Symbol symbol(Map& map, const std::string& text);

  Map words_;
  Map prefixes_;
  std::size_t shortest_prefix_ = 64, longest_prefix_ = 0;
  std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> forms_;
  Symbol next_ = 1;
};

// A text's tokens with their symbols, ready to match.
struct Words {
  std::string_view text;
  const std::vector<Token>* tokens = nullptr;
  std::vector<Symbol> symbols;
  std::vector<std::uint32_t> from;  // tokens + 1 offsets into symbols

  bool any_of(std::size_t token, const std::vector<Symbol>& sorted) const;
};
Words words_of(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary);

// Where the terms of other concepts were found, for slots that refer to them.
class Earlier {
 public:
  virtual ~Earlier() = default;
  // Last tokens of the matches of `concept_id` that begin at a token.
  virtual std::vector<std::uint32_t> ends(std::uint16_t concept_id, std::size_t token) const = 0;
};

struct Slot {
  SlotSpec::Kind kind = SlotSpec::Kind::words;
  bool optional = false;
  std::uint8_t longest = 0;
  std::uint16_t concept_id = 0;
  std::vector<Symbol> symbols;  // sorted
};

struct Term {
  std::uint16_t owner = 0;  // concept, section or field
  bool at_start = false;
  std::vector<Slot> slots;
};

// The terms of one family of owners, indexed by the words that can begin them.
class Pool {
 public:
  void add(Term term);
  const std::vector<Term>& terms() const { return terms_; }

  // Calls use(term, last token) for every term that matches from `token`, with the longest match of each.
  template <typename Use>
  void match_at(const Words& words, std::size_t token, const Earlier* earlier, Use use) const {
    candidates(words, token, [&](const Term& term) {
      std::int64_t last = longest(words, term, token, earlier);
      if (last >= 0) use(term, static_cast<std::size_t>(last));
    });
  }

 private:
  template <typename Use>
  void candidates(const Words& words, std::size_t token, Use use) const {
    for (std::uint32_t s = words.from[token]; s < words.from[token + 1]; ++s) {
      auto found = by_symbol_.find(words.symbols[s]);
      if (found == by_symbol_.end()) continue;
      for (std::uint32_t index : found->second) use(terms_[index]);
    }
    for (std::uint32_t index : unindexed_) use(terms_[index]);
  }
  static std::int64_t longest(const Words& words, const Term& term, std::size_t token, const Earlier* earlier);

  std::vector<Term> terms_;
  std::unordered_map<Symbol, std::vector<std::uint32_t>> by_symbol_;
  std::vector<std::uint32_t> unindexed_;  // begin with a reference, a number or any word
};

// Whether a line or a sentence begins at the token.
bool begins_sentence(const Words& words, std::size_t token);

}  // namespace lexicon
