#include "lexicon/matcher.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "lexicon/inflect.h"

namespace lexicon {
namespace {

void add_symbol(std::vector<Symbol>& out, Symbol symbol) {
  if (std::find(out.begin(), out.end(), symbol) == out.end()) out.push_back(symbol);
}

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
  words.next.assign(tokens.size(), anything);
  for (std::size_t i = tokens.size(); i-- > 0;) {
    const std::size_t after = i + 1;
    if (after == tokens.size() || tokens[after].line_start) continue;
    // A quotation mark may be passed over, and may itself be nothing that a term asks for.
    words.next[i] |= words.marks[after] == Words::quote ? words.next[after] : words.kinds[after];
  }
  words.near.assign(tokens.size(), anything);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::size_t passed = 0;
    for (std::size_t k = i + 1; k < tokens.size() && !tokens[k].line_start && passed < Words::near_words; ++k) {
      // Behind a long row of marks anything may stand.
      if (k - i > furthest_seen) {
        words.near[i] = everything;
        break;
      }
      words.near[i] |= words.kinds[k];
      passed += words.marks[k] == Words::none ? 1U : 0U;
    }
  }
}

// Walks the slots of one term; keeps the longest way through.
class Walk {
 public:
  Walk(const Words& words, const Term& term, const Earlier* earlier)
      : words_(words), term_(term), earlier_(earlier), size_(words.tokens->size()) {}

  std::int64_t from(std::size_t token) {
    step(0, token, token);
    return best_;
  }

 private:
  bool open(std::size_t token, std::size_t start) const {
    return token < size_ && (token == start || !(*words_.tokens)[token].line_start);
  }

  std::size_t over_quotes(std::size_t token, std::size_t start) const {
    while (open(token, start) && token != start && words_.marks[token] == Words::quote) ++token;
    return token;
  }

  // `next` is the token that the slot is to match; the match so far ends before it.
  void step(std::size_t slot_index, std::size_t next, std::size_t start) {
    if (++steps_ > base::limits::pattern_match_limit) return;
    if (slot_index == term_.slots.size()) {
      best_ = std::max(best_, static_cast<std::int64_t>(last_));
      return;
    }
    const Slot& slot = term_.slots[slot_index];
    if (slot.optional) {
      std::size_t kept = last_;
      step(slot_index + 1, next, start);
      last_ = kept;
    }
    if (slot.kind == SlotSpec::Kind::gap) return gap(slot, slot_index, next, start);
    std::size_t at = over_quotes(next, start);
    if (!open(at, start)) return;
    if (slot.kind == SlotSpec::Kind::reference) {
      if (earlier_ == nullptr) return;
      earlier_->each_end(slot.concept_id, at, [&](std::uint32_t end) { advance(slot_index, end, start); });
      return;
    }
    const Token& token = (*words_.tokens)[at];
    bool matches = slot.kind == SlotSpec::Kind::any      ? token.kind == TokenKind::word
                   : slot.kind == SlotSpec::Kind::number ? token.kind == TokenKind::number
                                                         : words_.any_of(at, slot.symbols);
    if (matches) advance(slot_index, at, start);
  }

  void advance(std::size_t slot_index, std::size_t last, std::size_t start) {
    std::size_t kept = last_;
    last_ = last;
    step(slot_index + 1, last + 1, start);
    last_ = kept;
  }

  void gap(const Slot& slot, std::size_t slot_index, std::size_t next, std::size_t start) {
    std::size_t words_passed = 0;
    std::size_t at = next;
    while (steps_ <= base::limits::pattern_match_limit) {
      step(slot_index + 1, at, start);
      if (!open(at, start) || words_.marks[at] == Words::ends_sentence) return;
      if (words_.marks[at] == Words::none && ++words_passed > slot.longest) return;
      ++at;
    }
  }

  const Words& words_;
  const Term& term_;
  const Earlier* earlier_;
  std::size_t size_;
  std::size_t last_ = 0;
  std::size_t steps_ = 0;
  std::int64_t best_ = -1;
};

}  // namespace

void Vocabulary::add_forms(const std::string& base, const std::vector<std::string>& forms) {
  std::vector<std::string>& known = forms_[base];
  known.insert(known.end(), forms.begin(), forms.end());
}

const std::string* Vocabulary::full_of(std::string_view folded) const {
  constexpr std::size_t longest_short = 5;
  if (folded.size() > longest_short) return nullptr;
  const auto found = shorts_.find(folded);
  return found == shorts_.end() ? nullptr : &found->second;
}

std::uint64_t SymbolTable::hash_of(std::string_view text) {
  std::uint64_t hash = no_bytes;
  for (char c : text) hash = hashed(hash, c);
  return hash;
}

std::size_t SymbolTable::place_of(std::string_view text, std::uint64_t hash) const {
  const auto own = static_cast<std::uint32_t>(hash >> 32);
  std::size_t place = static_cast<std::size_t>(hash ^ (hash >> 29)) % cells_.size();
  while (cells_[place].symbol != 0) {
    const Cell& cell = cells_[place];
    if (cell.hash == own && std::string_view(texts_).substr(cell.begin, cell.size) == text) break;
    place = (place + 1) % cells_.size();
  }
  return place;
}

Symbol SymbolTable::find(std::string_view text, std::uint64_t hash) const {
  return cells_[place_of(text, hash)].symbol;
}

void SymbolTable::add(std::string_view text, Symbol symbol) {
  // A third full at most: runs of taken cells stay short.
  if (3 * (used_ + 1) > cells_.size()) {
    const std::vector<Cell> before = std::exchange(cells_, std::vector<Cell>(4 * cells_.size()));
    for (const Cell& cell : before) {
      if (cell.symbol == 0) continue;
      const std::string_view known = std::string_view(texts_).substr(cell.begin, cell.size);
      cells_[place_of(known, hash_of(known))] = cell;
    }
  }
  const std::uint64_t hash = hash_of(text);
  Cell& cell = cells_[place_of(text, hash)];
  cell = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(texts_.size()),
          static_cast<std::uint32_t>(text.size()), symbol};
  texts_ += text;
  ++used_;
}

Symbol Vocabulary::symbol(SymbolTable& table, std::string_view text) {
  const Symbol known = table.find(text, SymbolTable::hash_of(text));
  if (known != 0) return known;
  table.add(text, next_);
  return next_++;
}

std::vector<std::string> Vocabulary::forms_of(const SlotWord& word) const {
  if (word.kind != SlotWord::Kind::inflected) return {word.text};
  auto irregular = forms_.find(word.text);
  if (irregular == forms_.end()) return regular_forms(word.text);
  std::vector<std::string> out = present_forms(word.text);
  out.insert(out.end(), irregular->second.begin(), irregular->second.end());
  return out;
}

void Vocabulary::add_symbols(std::string_view word, SlotWord::Kind kind, std::vector<Symbol>& to) {
  switch (kind) {
    case SlotWord::Kind::prefix:
      shortest_prefix_ = std::min(shortest_prefix_, word.size());
      longest_prefix_ = std::max(longest_prefix_, word.size());
      add_symbol(to, symbol(prefixes_, word));
      begun_[SymbolTable::hash_of(word) % begun_bits] = true;
      break;
    case SlotWord::Kind::exact:
      add_symbol(to, symbol(words_, word));
      break;
    case SlotWord::Kind::inflected:
      for (const std::string& form : forms_of({std::string(word), kind})) add_symbol(to, symbol(words_, form));
      break;
  }
}

WordId Vocabulary::word(std::string_view folded) const {
  return words_.find(folded, SymbolTable::hash_of(folded));
}

WordId Vocabulary::read(std::string_view folded, std::vector<Symbol>& out) const {
  const std::size_t own = out.size();
  out.push_back(0);  // its own word stands before the prefixes
  std::uint64_t hash = SymbolTable::no_bytes;
  for (std::size_t n = 1; n <= folded.size(); ++n) {
    hash = SymbolTable::hashed(hash, folded[n - 1]);
    if (n < shortest_prefix_ || n > longest_prefix_ || !begun_[hash % begun_bits]) continue;
    const Symbol prefix = prefixes_.find(folded.substr(0, n), hash);
    if (prefix != 0) out.push_back(prefix);
  }
  const WordId id = words_.find(folded, hash);
  if (id != 0) {
    out[own] = id;
  } else {
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(own));
  }
  return id;
}

bool Words::any_of(std::size_t token, const std::vector<Symbol>& sorted) const {
  constexpr std::size_t few = 8;
  const Symbol* const end = sorted.data() + sorted.size();
  for (std::uint32_t s = from[token]; s < from[token + 1]; ++s) {
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
  words.from.reserve(tokens.size() + 1);
  words.symbols.reserve(2 * tokens.size());
  words.kinds.reserve(tokens.size());
  words.marks.reserve(tokens.size());
  std::string room;
  const std::vector<const std::string*> shorts = small_shorts(text, tokens, vocabulary);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t from = words.symbols.size();
    words.from.push_back(static_cast<std::uint32_t>(from));
    const std::string_view folded = folded_in(tokens[i].at.of(text), room);
    WordId id = vocabulary.read(folded, words.symbols);
    const std::string* full = shorts.empty() || counted(tokens, i) ? nullptr : vocabulary.full_of(folded);
    if (full != nullptr && std::find(shorts.begin(), shorts.end(), full) != shorts.end())
      id = vocabulary.read(*full, words.symbols);
    note(i, id);
    words.kinds.push_back(kinds_of(tokens[i], words.symbols, from));
    words.marks.push_back(mark_of(tokens[i], text));
  }
  words.from.push_back(static_cast<std::uint32_t>(words.symbols.size()));
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

void Earlier::add(std::uint16_t concept_id, std::size_t token, std::size_t last) {
  matches_.push_back({static_cast<std::uint32_t>(last), newest_[token], concept_id});
  newest_[token] = static_cast<std::uint32_t>(matches_.size() - 1);
}

std::vector<std::uint16_t> Earlier::concepts_at(std::size_t token) const {
  std::vector<std::uint16_t> out;
  for (std::uint32_t at = newest_[token]; at != none; at = matches_[at].before) {
    const std::uint16_t id = matches_[at].concept_id;
    if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  }
  return out;
}

Kinds Slot::kinds() const {
  switch (kind) {
    case SlotSpec::Kind::any:
      return any_word;
    case SlotSpec::Kind::number:
      return any_number;
    case SlotSpec::Kind::reference:
      return any_reference;
    case SlotSpec::Kind::gap:
      return anything;
    case SlotSpec::Kind::words:
      break;
  }
  Kinds out;
  for (Symbol symbol : symbols) out |= kind_of(symbol);
  return out;
}

void Pool::add(Term term) {
  terms_.push_back(std::move(term));
}

namespace {

// What can match first from a slot on, optional ones passed over; `anything` where that is not a word's to decide.
Kinds first_of(const Term& term, std::size_t slot) {
  Kinds out;
  for (; slot < term.slots.size(); ++slot) {
    out |= term.slots[slot].kinds();
    if (!term.slots[slot].optional) return out;
  }
  out |= anything;
  return out;
}

// What must stand near a term's first word, marks not counted: the first of its other words that it can't do without,
// if that is never further away; else `anything`.
Kinds near_of(const Term& term) {
  std::size_t furthest = 0;
  for (std::size_t i = 1; i < term.slots.size(); ++i) {
    const Slot& slot = term.slots[i];
    if (slot.kind == SlotSpec::Kind::reference) break;
    furthest += slot.kind == SlotSpec::Kind::gap ? slot.longest : 1;
    if (slot.kind != SlotSpec::Kind::words || slot.optional) continue;
    return furthest <= Words::near_words ? slot.kinds() : anything;
  }
  return anything;
}

}  // namespace

void Pool::finish(const Vocabulary& vocabulary) {
  std::vector<std::pair<Symbol, Candidate>> all;
  for (std::size_t index = 0; index < terms_.size(); ++index) {
    const Term& term = terms_[index];
    Candidate candidate;
    candidate.term = static_cast<std::uint32_t>(index);
    // A reference may take any number of words, an optional first slot none.
    const bool one_word = !term.slots[0].optional && term.slots[0].kind != SlotSpec::Kind::reference &&
                          term.slots[0].kind != SlotSpec::Kind::gap;
    candidate.next = one_word ? first_of(term, 1) : anything;
    candidate.near = one_word ? near_of(term) : anything;
    if (any_reference.may_be(candidate.next)) candidate.next |= anything;
    const bool words_only = std::all_of(term.slots.begin(), term.slots.end(), [](const Slot& slot) {
      return slot.kind == SlotSpec::Kind::words && !slot.optional;
    });
    if (words_only && !term.at_start) candidate.shape = term.slots.size() == 1 ? Shape::one_word : Shape::words_only;
    // An optional first slot lets the next one begin the term too.
    std::vector<Symbol> first;
    bool goes_on = true, only_words = true;
    for (std::size_t i = 0; i < term.slots.size() && goes_on; ++i) {
      const Slot& slot = term.slots[i];
      goes_on = slot.optional;
      only_words = only_words && slot.kind == SlotSpec::Kind::words;
      switch (slot.kind) {
        case SlotSpec::Kind::words:
          for (Symbol symbol : slot.symbols) add_symbol(first, symbol);
          break;
        case SlotSpec::Kind::any:
          at_words_.push_back(candidate);
          break;
        case SlotSpec::Kind::number:
          at_numbers_.push_back(candidate);
          break;
        case SlotSpec::Kind::reference:
          at_concepts_[slot.concept_id].push_back(candidate);
          break;
        case SlotSpec::Kind::gap:
          anywhere_.push_back(candidate);
          goes_on = false;
          break;
      }
    }
    // Nothing obligatory in it: it may match no word at all.
    if (goes_on && !only_words) anywhere_.push_back(candidate);
    for (Symbol symbol : first) all.emplace_back(symbol, candidate);
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  from_.assign(vocabulary.symbols() + 1, 0);
  by_symbol_.reserve(all.size());
  for (const auto& [symbol, candidate] : all) {
    by_symbol_.push_back(candidate);
    ++from_[symbol + 1];
  }
  for (std::size_t i = 1; i < from_.size(); ++i) from_[i] += from_[i - 1];
}

bool Pool::may_begin(const Words& words, std::size_t token) const {
  if (!anywhere_.empty() || !at_words_.empty() || !at_numbers_.empty()) return true;
  for (std::uint32_t s = words.from[token]; s < words.from[token + 1]; ++s) {
    const Symbol symbol = words.symbols[s];
    if (symbol + 1 < from_.size() && from_[symbol] < from_[symbol + 1]) return true;
  }
  return false;
}

bool begins_sentence(const Words& words, std::size_t token) {
  if (token == 0 || (*words.tokens)[token].line_start) return true;
  std::size_t before = token - 1;
  if (words.marks[before] == Words::quote && token > 1) --before;
  if (words.marks[before] != Words::other) return words.marks[before] == Words::ends_sentence;
  const std::string_view mark = (*words.tokens)[before].at.of(words.text);
  return mark == ":" || mark == "\u2022";
}

std::int64_t Pool::row_from(const Words& words, const Term& term, std::size_t token) {
  const std::vector<Token>& tokens = *words.tokens;
  for (std::size_t slot = 1; slot < term.slots.size(); ++slot) {
    ++token;
    while (token < tokens.size() && !tokens[token].line_start && words.marks[token] == Words::quote) ++token;
    if (token == tokens.size() || tokens[token].line_start) return -1;
    if (!words.any_of(token, term.slots[slot].symbols)) return -1;
  }
  return static_cast<std::int64_t>(token);
}

std::int64_t Pool::longest(const Words& words, const Term& term, std::size_t token, const Earlier* earlier) {
  if (term.at_start && !begins_sentence(words, token)) return -1;
  return Walk(words, term, earlier).from(token);
}

}  // namespace lexicon
