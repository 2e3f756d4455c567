#include "lexicon/matcher.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"

namespace lexicon {
namespace {

bool ends_sentence(std::string_view m) {
  return m == "." || m == "!" || m == "?" || m == ";";
}

// Quotation marks don't part the words of a term.
bool is_quote(std::string_view m) {
  return m == "\"" || m == "'" || m == "\u201C" || m == "\u201D" || m == "\u2018" || m == "\u2019";
}

Words::Mark mark_of(const Token& token, std::string_view text) {
  if (token.kind != TokenKind::punctuation) return Words::none;
  const std::string_view written = token.at.of(text);
  return is_quote(written) ? Words::quote : ends_sentence(written) ? Words::ends_sentence : Words::other;
}

Kinds kinds_of(const Token& token, const std::vector<Symbol>& symbols, std::size_t from) {
  Kinds kinds = token.kind == TokenKind::word ? any_word : token.kind == TokenKind::number ? any_number : Kinds{0};
  for (std::size_t s = from; s < symbols.size(); ++s) kinds |= kind_of(symbols[s]);
  return kinds;
}

constexpr std::size_t furthest_seen = 32;  // tokens
constexpr Kinds everything = {~std::uint64_t{0}, ~std::uint64_t{0}};

// What stands next to each token in its line, and near it.
void look_ahead(Words& words) {
  const std::vector<Token>& tokens = *words.tokens;
  for (std::size_t i = tokens.size(); i-- > 0;) {
    const std::size_t after = i + 1;
    words.spots[i].line_end = static_cast<std::uint32_t>(after);
    if (after == tokens.size() || tokens[after].line_start) continue;
    words.spots[i].line_end = words.spots[after].line_end;
    // A quotation mark may be passed over, and may itself be nothing that a term asks for.
    words.spots[i].next |= words.spots[after].mark == Words::quote ? words.spots[after].next : words.spots[after].kinds;
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::size_t passed = 0;
    for (std::size_t k = i + 1; k < words.spots[i].line_end && passed < Words::near_words; ++k) {
      // Behind a long row of marks anything may stand.
      if (k - i > furthest_seen) {
        words.spots[i].near = everything;
        break;
      }
      words.spots[i].near |= words.spots[k].kinds;
      if (words.stops(k)) break;
      passed += words.spots[k].mark == Words::none ? 1U : 0U;
    }
  }
}

// Walks the slots of one term; keeps the longest way through.
class Walk {
 public:
  // `kinds` are the slots', `firsts` what can match first from each on.
  Walk(const Words& words, std::span<const Slot> slots, const Kinds* kinds, const Kinds* firsts, const Symbol* symbols,
       const Earlier* earlier, std::size_t start)
      : words_(words),
        slots_(slots),
        kinds_(kinds),
        firsts_(firsts),
        symbols_(symbols),
        earlier_(earlier),
        start_(start),
        end_(words.spots[start].line_end) {}

  std::int64_t longest() {
    step(0, start_, 0);
    return best_;
  }

 private:
  bool open(std::size_t token) const { return token < end_; }

  std::size_t over_quotes(std::size_t token) const {
    while (open(token) && token != start_ && words_.spots[token].mark == Words::quote) ++token;
    return token;
  }

  bool matches(std::size_t slot_index, std::size_t token) const {
    const Slot& slot = slots_[slot_index];
    switch (slot.kind) {
      case SlotSpec::Kind::any:
        return (*words_.tokens)[token].kind == TokenKind::word;
      case SlotSpec::Kind::number:
        return (*words_.tokens)[token].kind == TokenKind::number;
      default:
        return kinds_[slot_index].may_be(words_.spots[token].kinds) &&
               words_.any_of(token, {symbols_ + slot.begin, slot.end - slot.begin});
    }
  }

  // False only where the slots from one on match nothing behind a gap that ends before a token.
  bool may_go_on(std::size_t slot_index, std::size_t token) const {
    if (slot_index == slots_.size() || anything.may_be(firsts_[slot_index])) return true;
    const std::size_t at = over_quotes(token);
    return open(at) && firsts_[slot_index].may_be(words_.spots[at].kinds);
  }

  // `next` is the token that the slot is to match, `last` the one that the match so far ends with.
  void step(std::size_t slot_index, std::size_t next, std::size_t last) {
    for (;; ++slot_index) {
      if (++steps_ > base::limits::pattern_match_limit) return;
      if (slot_index == slots_.size()) {
        best_ = std::max(best_, static_cast<std::int64_t>(last));
        return;
      }
      const Slot& slot = slots_[slot_index];
      if (slot.optional) step(slot_index + 1, next, last);
      if (slot.kind == SlotSpec::Kind::gap) return gap(slot, slot_index, next, last);
      const std::size_t at = over_quotes(next);
      if (!open(at)) return;
      if (slot.kind == SlotSpec::Kind::reference) {
        if (earlier_ == nullptr) return;
        earlier_->each_end(slot.concept_id, at, [&](std::uint32_t end) { step(slot_index + 1, end + 1u, end); });
        return;
      }
      if (!matches(slot_index, at)) return;
      last = at;
      next = at + 1;
    }
  }

  void gap(const Slot& slot, std::size_t slot_index, std::size_t next, std::size_t last) {
    std::size_t words_passed = 0;
    std::size_t at = next;
    while (steps_ <= base::limits::pattern_match_limit) {
      if (may_go_on(slot_index + 1, at)) step(slot_index + 1, at, last);
      ++steps_;
      if (!open(at) || words_.spots[at].mark == Words::ends_sentence) return;
      if (words_.spots[at].mark == Words::none && ++words_passed > slot.longest) return;
      ++at;
    }
  }

  const Words& words_;
  std::span<const Slot> slots_;
  const Kinds* kinds_;
  const Kinds* firsts_;
  const Symbol* symbols_;
  const Earlier* earlier_;
  std::size_t start_;
  std::size_t end_;  // of the line
  std::size_t steps_ = 0;
  std::int64_t best_ = -1;
};

}  // namespace

namespace {

// "6 mo" are months.
bool counted(const std::vector<Token>& tokens, std::size_t i) {
  return i > 0 && tokens[i - 1].kind == TokenKind::number;
}

// Short forms that the text has in small letters: there "Mo" is a mother too, elsewhere it may be a name.
std::vector<const std::string*> small_shorts(std::string_view text, const std::vector<Token>& tokens,
                                             const Vocabulary& vocabulary) {
  std::vector<const std::string*> out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].capital || counted(tokens, i)) continue;
    const std::string* full = vocabulary.full_of(tokens[i].at.of(text));
    if (full != nullptr && std::find(out.begin(), out.end(), full) == out.end()) out.push_back(full);
  }
  return out;
}

// `note(token index, its word's id)` for each token.
template <typename Note>
Words read_words(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary, Note note) {
  Words words;
  words.text = text;
  words.tokens = &tokens;
  words.symbols.reserve(2 * tokens.size());
  words.spots.resize(tokens.size() + 1);
  std::string room;
  const std::vector<const std::string*> shorts = small_shorts(text, tokens, vocabulary);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t from = words.symbols.size();
    words.spots[i].from = static_cast<std::uint32_t>(from);
    const std::string_view folded = folded_in(tokens[i].at.of(text), room);
    WordId id = vocabulary.read(folded, words.symbols);
    const std::string* full = shorts.empty() || counted(tokens, i) ? nullptr : vocabulary.full_of(folded);
    if (full != nullptr && std::find(shorts.begin(), shorts.end(), full) != shorts.end())
      id = vocabulary.read(*full, words.symbols);
    note(i, id);
    words.spots[i].kinds = kinds_of(tokens[i], words.symbols, from);
    words.spots[i].mark = mark_of(tokens[i], text);
  }
  words.spots.back().from = static_cast<std::uint32_t>(words.symbols.size());
  look_ahead(words);
  return words;
}

}  // namespace

Words words_of(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary) {
  return read_words(text, tokens, vocabulary, [](std::size_t, WordId) {});
}

Words words_into(std::string_view text, std::vector<Token>& tokens, const Vocabulary& vocabulary) {
  return read_words(text, tokens, vocabulary, [&](std::size_t token, WordId id) { tokens[token].word = id; });
}

void Words::begins(std::uint16_t concept_id, std::size_t token) {
  const Kinds kind = kind_of_concept(concept_id);
  spots[token].kinds |= kind;
  // What stands before it in its line has it next, over quotation marks, and near.
  for (std::size_t i = token; i-- > 0 && spots[i].line_end > token;) {
    spots[i].next |= kind;
    if (spots[i].mark != quote) break;
  }
  std::size_t passed = 0;
  for (std::size_t i = token; i-- > 0 && spots[i].line_end > token && passed < near_words;) {
    spots[i].near |= kind;
    if (stops(i)) break;
    passed += spots[i].mark == none ? 1U : 0U;
  }
}

void Earlier::add(std::uint16_t concept_id, std::size_t token, std::size_t last) {
  matches_.push_back({static_cast<std::uint32_t>(last), newest_[token], concept_id});
  newest_[token] = static_cast<std::uint32_t>(matches_.size() - 1);
}

bool Pool::may_begin(const Words& words, std::size_t token) const {
  if (!anywhere_.empty() || !at_words_.empty() || !at_numbers_.empty()) return true;
  for (std::uint32_t s = words.spots[token].from; s < words.spots[token + 1].from; ++s) {
    const Symbol symbol = words.symbols[s];
    if (symbol + 1 < from_.size() && from_[symbol] < from_[symbol + 1]) return true;
  }
  return false;
}

bool begins_sentence(const Words& words, std::size_t token) {
  if (token == 0 || (*words.tokens)[token].line_start) return true;
  std::size_t before = token - 1;
  if (words.spots[before].mark == Words::quote && token > 1) --before;
  if (words.spots[before].mark != Words::other) return words.spots[before].mark == Words::ends_sentence;
  const std::string_view mark = (*words.tokens)[before].at.of(words.text);
  return mark == ":" || mark == "\u2022";
}

std::int64_t Pool::row_from(const Words& words, const Term& term, std::size_t token) const {
  const std::vector<Token>& tokens = *words.tokens;
  for (std::uint32_t slot = term.begin + 1; slot < term.end; ++slot) {
    ++token;
    while (token < tokens.size() && !tokens[token].line_start && words.spots[token].mark == Words::quote) ++token;
    if (token == tokens.size() || tokens[token].line_start) return -1;
    if (!kinds_[slot].may_be(words.spots[token].kinds) || !words.any_of(token, symbols_of(slots_[slot]))) return -1;
  }
  return static_cast<std::int64_t>(token);
}

std::int64_t Pool::longest(const Words& words, const Term& term, std::size_t token, const Earlier* earlier) const {
  if (term.at_start && !begins_sentence(words, token)) return -1;
  return Walk(words, slots_of(term), kinds_.data() + term.begin, firsts_.data() + term.begin, symbols_.data(), earlier,
              token)
      .longest();
}

}  // namespace lexicon
