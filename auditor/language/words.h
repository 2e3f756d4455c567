// The words of a record with what part they take in their sentence: a light reading by word lists, word endings and
// neighbours. No dictionary of the language, no trained model; wrong guesses must stay harmless, so the later steps ask
// only for finite verbs, their subjects, and where clauses end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/endings.h"
#include "language/vocabulary.h"
#include "lexicon/lexicon.h"

namespace language {

enum class Tag : std::uint8_t {
  noun,        // nouns, adjectives and what is unknown
  name,        // a capitalised word that isn't the first of its sentence, or one of the roster's
  pronoun,     // personal: he, her, who stands for a person
  determiner,  // the, no, my, Kian's 's
  preposition,
  coordinator,   // and, or, but
  subordinator,  // if, because, and "that" before a clause
  relative,      // who, which
  adverb,
  negation,  // not, n't, never
  modal,
  be,
  have,
  auxiliary_do,
  to,  // before an infinitive
  verb,
  number,
  comma,
  stop,  // ; : . ? ! and dashes between words
  quote,
  bracket,
  mark,  // any other
};

// Forms of a verb as far as its spelling tells.
enum class Form : std::uint8_t { base, s, past, participle, ing };

struct Word {
  std::uint64_t bits = 0;
  Tag tag = Tag::noun;
  Form form = Form::base;
  Frame frame = Frame::none;
  bool finite = false;  // verb: carries its clause

  bool has(Class c) const { return (bits & bit(c)) != 0; }
  bool auxiliary() const { return tag == Tag::be || tag == Tag::have || tag == Tag::auxiliary_do || tag == Tag::modal; }
  bool verbal() const { return tag == Tag::verb || auxiliary(); }
};

// A word that is asked for, in small letters; ASCII letters match in both cases.
class Asked {
 public:
  template <std::size_t size>
  consteval Asked(const char (&word)[size]) : Asked(std::string_view(word, size - 1)) {}
  constexpr Asked(std::string_view word) : key_(key_of(word)), word_(word) {}

  // Its size and as many of its first letters as a number holds, so that most words are told apart by one comparison.
  static constexpr std::uint64_t key_of(std::string_view word) {
    std::uint64_t key = word.size() < 0xFF ? word.size() : 0xFF;
    for (std::size_t i = 0; i < held; ++i) {
      const char c = i < word.size() ? word[i] : '\0';
      key = key << 8 | static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return key;
  }
  // Whether it is the word that is written so, whose key is given.
  bool is(std::uint64_t key, std::string_view written) const {
    return key == key_ && (word_.size() <= held || (written.size() == word_.size() && ends_with(written, word_)));
  }

 private:
  static constexpr std::size_t held = 7;
  std::uint64_t key_;
  std::string_view word_;
};

class Words {
 public:
  // Looks up every token's classes. The views must outlive the object.
  Words(std::string_view text, const lexicon::Scan& scan, const Vocabulary& vocabulary);

  // Decides the tags of the tokens [first, last), one sentence. `is_name` tells which tokens are names of the roster,
  // `is_person` which belong to any person or body ("Housing", "the learning mentor"): these are no verbs.
  void tag(std::size_t first, std::size_t last, const std::vector<bool>& is_name, const std::vector<bool>& is_person);

  const Word& operator[](std::size_t token) const { return words_[token]; }
  std::size_t size() const { return words_.size(); }
  bool is(std::size_t token, Asked word) const { return token < keys_.size() && word.is(keys_[token], text_of(token)); }
  bool is_any(std::size_t token, std::initializer_list<Asked> words) const {
    for (const Asked& word : words) {
      if (is(token, word)) return true;
    }
    return false;
  }
  std::string_view text_of(std::size_t token) const { return scan_.tokens[token].at.of(text_); }
  std::string_view text() const { return text_; }
  const lexicon::Scan& scan() const { return scan_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }

  // Whether a hit of the cue begins among [first, last) and ends there.
  bool has(Cue cue, std::size_t first, std::size_t last) const;
  // The first such hit, or nullptr.
  const lexicon::Hit* find(Cue cue, std::size_t first, std::size_t last) const;
  // The longest hit of a concept that begins at a token, or nullptr.
  const lexicon::Hit* begins(lexicon::ConceptId id, std::size_t token) const;

 private:
  Form form_of(std::size_t token) const;
  bool may_be_verb(std::size_t token) const;
  void classify(std::size_t token, std::size_t first, std::size_t last, bool is_name);
  void decide_verb(std::size_t token, std::size_t first, std::size_t last);
  std::size_t before(std::size_t token, std::size_t first) const;  // skipping adverbs and negations; npos where none
  bool pending_auxiliary(std::size_t token, std::size_t first) const;
  bool plural_subject(std::size_t token, std::size_t first) const;
  bool abbreviation(std::size_t token) const;
  bool object_of_verb(std::size_t token, std::size_t first) const;
  bool governed_phrase(std::size_t token, std::size_t first) const;
  bool verb_follows(std::size_t token, std::size_t last) const;

  std::string_view text_;
  const lexicon::Scan& scan_;
  const Vocabulary& vocabulary_;
  std::vector<Word> words_;
  std::vector<std::uint64_t> keys_;  // of words_, as Asked has them
};

inline constexpr std::size_t npos = static_cast<std::size_t>(-1);

}  // namespace language
