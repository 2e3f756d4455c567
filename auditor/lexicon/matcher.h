// Finds the terms of many concepts in a row of tokens in one pass: each term is tried only where its first slot
// matches.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lexicon/phrase.h"
#include "lexicon/symbols.h"
#include "lexicon/tokens.h"

namespace lexicon {

// Kinds of words that can stand at a place: bits that the symbols share, twice over, so that a bit in common in both
// says that a word may match, and none in either that it doesn't.
struct Kinds {
  std::uint64_t one = 0, other = 0;

  bool may_be(const Kinds& k) const { return (one & k.one) != 0 && (other & k.other) != 0; }
  Kinds& operator|=(const Kinds& k) {
    one |= k.one;
    other |= k.other;
    return *this;
  }
  bool operator==(const Kinds&) const = default;
};
constexpr Kinds only(unsigned bit) {
  return {std::uint64_t{1} << bit, std::uint64_t{1} << bit};
}
constexpr Kinds any_word = only(63);
constexpr Kinds any_number = only(62);
constexpr Kinds anything = only(60);  // of a place where more than one word decides
constexpr Kinds kind_of(Symbol symbol) {
  return {std::uint64_t{1} << (symbol % 59), std::uint64_t{1} << (symbol / 59 % 60)};
}
// Of a place where a term of the concept begins.
constexpr Kinds kind_of_concept(std::uint16_t id) {
  return kind_of(0xFFFFFFFFu - id);
}

// A text's tokens with their symbols, ready to match.
struct Words {
  static constexpr std::size_t near_words = 8;
  enum Mark : std::uint8_t { none, quote, ends_sentence, other };

  std::string_view text;
  const std::vector<Token>* tokens = nullptr;
  // What is known of a token.
  struct Spot {
    Kinds kinds;                 // its own
    Kinds next = anything;       // of what stands next in its line, quotation marks passed over; and `anything`
    Kinds near = anything;       // of what stands within `near_words` words behind it in its line; and `anything`
    std::uint32_t from = 0;      // offset of its symbols, which go as far as the next one's
    std::uint32_t line_end = 0;  // the token that begins the next line, or how many there are
    Mark mark = none;            // if it is a mark
  };
  std::vector<Symbol> symbols;
  std::vector<Spot> spots;  // of each token, and one more

  // Notes that a term of the concept begins at a token.
  void begins(std::uint16_t concept_id, std::size_t token);
  // Whether something that stops a gap stands there, and no term asks for it.
  bool stops(std::size_t token) const {
    return spots[token].mark == ends_sentence && spots[token].from == spots[token + 1].from;
  }
  bool any_of(std::size_t token, std::span<const Symbol> sorted) const {
    constexpr std::size_t few = 8;
    const Symbol* const end = sorted.data() + sorted.size();
    for (std::uint32_t s = spots[token].from; s < spots[token + 1].from; ++s) {
      const Symbol symbol = symbols[s];
      if (sorted.size() > few) {
        if (std::binary_search(sorted.data(), end, symbol)) return true;
        continue;
      }
      for (const Symbol* each = sorted.data(); each != end; ++each) {
        if (*each == symbol) return true;
      }
    }
    return false;
  }
};
Words words_of(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary);
// The same, and puts the words' ids into the tokens.
Words words_into(std::string_view text, std::vector<Token>& tokens, const Vocabulary& vocabulary);

// Where the terms of other concepts were found, for slots that refer to them.
class Earlier {
 public:
  explicit Earlier(std::size_t tokens) : newest_(tokens, none) {}

  void add(std::uint16_t concept_id, std::size_t token, std::size_t last);
  bool any_at(std::size_t token) const { return newest_[token] != none; }
  // Calls use(concept) for those of the matches that begin at a token, each once, the newest first. Use may add some.
  template <typename Use>
  void each_concept(std::size_t token, Use use) const {
    const std::uint32_t newest = newest_[token];
    for (std::uint32_t at = newest; at != none; at = matches_[at].before) {
      const std::uint16_t id = matches_[at].concept_id;
      std::uint32_t newer = newest;
      while (newer != at && matches_[newer].concept_id != id) newer = matches_[newer].before;
      if (newer == at) use(id);
    }
  }
  // Calls use(last token) for the matches of `concept_id` that begin at a token, the newest first.
  template <typename Use>
  void each_end(std::uint16_t concept_id, std::size_t token, Use use) const {
    for (std::uint32_t at = newest_[token]; at != none; at = matches_[at].before) {
      if (matches_[at].concept_id == concept_id) use(matches_[at].last);
    }
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Match {
    std::uint32_t last = 0;
    std::uint32_t before = none;  // the one found before at the same token
    std::uint16_t concept_id = 0;
  };
  std::vector<Match> matches_;
  std::vector<std::uint32_t> newest_;  // by token
};

struct Slot {
  SlotSpec::Kind kind = SlotSpec::Kind::words;
  bool optional = false;
  std::uint8_t longest = 0;
  std::uint16_t concept_id = 0;
  std::uint32_t begin = 0, end = 0;  // its symbols, sorted, among those of the term or of all terms
};

// A term while it is put together.
struct TermDraft {
  std::uint16_t owner = 0;  // concept, section or field
  bool at_start = false;
  std::vector<Slot> slots;
  std::vector<Symbol> symbols;  // of all slots, one behind another

  void begin(std::uint16_t of);
  // The slot with the symbols that have been added since the last one.
  void close(Slot slot);
};

struct Term {
  std::uint16_t owner = 0;
  bool at_start = false;
  std::uint32_t begin = 0, end = 0;  // its slots among those of all terms
};

// The terms of one family of owners, indexed by the words that can begin them. Call finish() after the last add().
class Pool {
 public:
  void expect(std::size_t terms);  // about so many
  void add(const TermDraft& term);
  void finish(const Vocabulary& vocabulary);

  // False only where no term matches from a token.
  bool may_begin(const Words& words, std::size_t token) const;

  // Calls use(term, last token) for every term that matches from `token`, with the longest match of each.
  template <typename Use>
  void match_at(const Words& words, std::size_t token, const Earlier* earlier, Use use) const {
    // With what stands next behind what their first slots match, and near.
    const auto among = [&](std::span<const Candidate> candidates, const Kinds next, const Kinds near) {
      for (const Candidate& candidate : candidates) {
        if (!candidate.next.may_be(next) || !candidate.near.may_be(near)) continue;
        const Term& term = terms_[candidate.term];
        if (candidate.shape == Shape::one_word) {
          use(term, token);
          continue;
        }
        const std::int64_t last =
            candidate.shape == Shape::words_only ? row_from(words, term, token) : longest(words, term, token, earlier);
        if (last >= 0) use(term, static_cast<std::size_t>(last));
      }
    };
    const Words::Spot& spot = words.spots[token];
    for (std::uint32_t s = spot.from; s < words.spots[token + 1].from; ++s) {
      const Symbol symbol = words.symbols[s];
      if (symbol + 1 < from_.size())
        among(std::span(by_symbol_).subspan(from_[symbol], from_[symbol + 1] - from_[symbol]), spot.next, spot.near);
    }
    switch ((*words.tokens)[token].kind) {
      case TokenKind::word:
        among(at_words_, spot.next, spot.near);
        break;
      case TokenKind::number:
        among(at_numbers_, spot.next, spot.near);
        break;
      case TokenKind::punctuation:
        break;
    }
    among(anywhere_, spot.next, spot.near);
    if (earlier == nullptr || at_concepts_.empty() || !earlier->any_at(token)) return;
    earlier->each_concept(token, [&](std::uint16_t concept_id) {
      const auto found = at_concepts_.find(concept_id);
      if (found == at_concepts_.end()) return;
      Kinds next, near;
      earlier->each_end(concept_id, token, [&](std::uint32_t last) {
        next |= words.spots[last].next;
        near |= words.spots[last].near;
      });
      among(found->second, next, near);
    });
  }

 private:
  // What is left to see of a term whose first word is known to match: nothing; whether its other words follow one by
  // one; or all.
  enum class Shape : std::uint8_t { one_word, words_only, any };
  // A term with what can stand next behind what its first slot matches, and what must stand near.
  struct Candidate {
    Kinds next = anything;
    Kinds near = anything;
    std::uint32_t term = 0;
    Shape shape = Shape::any;
  };
  std::int64_t row_from(const Words& words, const Term& term, std::size_t token) const;
  std::int64_t longest(const Words& words, const Term& term, std::size_t token, const Earlier* earlier) const;
  std::span<const Slot> slots_of(const Term& term) const { return {slots_.data() + term.begin, term.end - term.begin}; }
  std::span<const Symbol> symbols_of(const Slot& slot) const {
    return {symbols_.data() + slot.begin, slot.end - slot.begin};
  }
  Candidate candidate_of(std::uint32_t index) const;
  std::vector<Candidate>& list_of(const Slot& slot);
  template <typename Use>
  void each_first(std::uint32_t index, bool listed, Use use);
  Kinds kinds_of(const Slot& slot) const;
  void read_kinds();
  Kinds near_first(const Term& term) const;

  std::vector<Term> terms_;
  std::vector<Slot> slots_;           // of all terms, term by term
  std::vector<Kinds> kinds_;          // of the slots
  std::vector<Kinds> firsts_;         // of each slot, what can match first from there on, optional ones passed over;
                                      // `anything` where that is not a word's to decide
  std::vector<Symbol> symbols_;       // of all slots
  std::vector<Candidate> by_symbol_;  // in the order of their symbols, then of the terms
  std::vector<std::uint32_t> from_;   // by symbol, offsets into by_symbol_
  // Those that can begin with any word, with a number, with anything, or with a match of another concept.
  std::vector<Candidate> at_words_, at_numbers_, anywhere_;
  std::unordered_map<std::uint16_t, std::vector<Candidate>> at_concepts_;
};

// Whether a line or a sentence begins at the token.
bool begins_sentence(const Words& words, std::size_t token);

}  // namespace lexicon
