// The words that a lexicon's terms use, as numbers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/name.h"
#include "lexicon/phrase.h"
#include "lexicon/tokens.h"

namespace lexicon {

// A word or a prefix that terms use. A text's token stands for its own word and for every prefix that it begins with.
using Symbol = std::uint32_t;

// Symbols by text: an open table whose cells hold short texts themselves, so that a look-up touches little memory.
// Hashes are hash_of() the texts.
class SymbolTable {
 public:
  Symbol find(std::string_view text, std::uint64_t hash) const;        // 0: unknown
  void add(std::string_view text, std::uint64_t hash, Symbol symbol);  // a text that is not known yet

 private:
  struct Cell {
    std::uint64_t head = 0;   // its first bytes, zeros behind; no text holds a zero
    std::uint32_t begin = 0;  // where the others stand in tails_, a zero behind them
    Symbol symbol = 0;        // 0: free
  };
  static constexpr std::size_t head_bytes = sizeof(std::uint64_t);
  static std::uint64_t head_of(std::string_view text);
  static std::size_t first_place(std::uint64_t hash) { return static_cast<std::size_t>(hash ^ (hash >> 29)); }
  bool is(const Cell& cell, std::uint64_t head, std::string_view text) const;
  std::string text_of(const Cell& cell) const;

  std::string tails_;
  std::vector<Cell> cells_ = std::vector<Cell>(1u << 10);  // a power of two
  std::size_t used_ = 0;
};

// All the words of a lexicon.
class Vocabulary {
 public:
  // Irregular forms of a base word, for `word~`.
  void add_forms(const std::string& base, const std::vector<std::string>& forms);
  // What `shortened` is short for: where a text has it, both are read.
  void add_short(const std::string& shortened, const std::string& full) {
    shorts_[shortened] = full;
    if (!shortened.empty()) short_ends_[ends_of(shortened)] = true;
  }
  // The full word; nullptr where a folded word is no short form.
  const std::string* full_of(std::string_view folded) const;
  // The words that `word` or `word~` stands for; of a prefix its own text.
  std::vector<std::string> forms_of(const SlotWord& word) const;
  // Adds the symbols of one written slot word; they are made on first use. The forms of all words must be known. `hash`
  // is the word's, as SymbolTable has it.
  void add_symbols(std::string_view word, std::uint64_t hash, SlotWord::Kind kind, std::vector<Symbol>& to);

  WordId word(std::string_view folded) const;  // 0: unknown
  // Symbols that a folded word of a text stands for, appended to `out`; its own word's, or 0, is the result.
  WordId read(std::string_view folded, std::vector<Symbol>& out) const;
  Symbol symbols() const { return next_; }  // all are below this

 private:
  // A number that short forms of the same first and last byte share.
  static constexpr std::size_t short_bits = 1u << 10;
  static std::size_t ends_of(std::string_view word) {
    return (static_cast<unsigned char>(word.front()) * 31u + static_cast<unsigned char>(word.back())) % short_bits;
  }
  Symbol symbol(SymbolTable& table, std::string_view text, std::uint64_t hash);

  static constexpr std::size_t begun_bits = 1u << 14;

  // What `word~` stands for: a stretch of form_symbols_.
  struct Forms {
    std::uint32_t begin = 0, end = 0;
  };

  SymbolTable words_;
  SymbolTable prefixes_;
  SymbolTable inflected_;  // by how a word stands before its "~": its number in inflected_forms_, from 1
  std::vector<Forms> inflected_forms_;
  std::vector<Symbol> form_symbols_;
  std::vector<bool> begun_ = std::vector<bool>(begun_bits);  // by a hash of its bytes, whether a prefix may be so
  std::size_t shortest_prefix_ = 64, longest_prefix_ = 0;
  std::unordered_map<std::string, std::vector<std::string>> forms_;
  std::map<std::string, std::string, std::less<>> shorts_;
  std::vector<bool> short_ends_ = std::vector<bool>(short_bits);  // whether a short form may have such ends
  Symbol next_ = 1;
};

}  // namespace lexicon
