#include "lexicon/matcher.h"

#include <algorithm>

#include "lexicon/inflect.h"

namespace lexicon {
namespace {

void add_symbol(std::vector<Symbol>& out, Symbol symbol) {
  if (std::find(out.begin(), out.end(), symbol) == out.end()) out.push_back(symbol);
}

std::string_view mark(const Words& words, std::size_t token) {
  const Token& t = (*words.tokens)[token];
  return t.kind == TokenKind::punctuation ? t.at.of(words.text) : std::string_view();
}

bool ends_sentence(std::string_view m) {
  return m == "." || m == "!" || m == "?" || m == ";";
}

// Quotation marks don't part the words of a term.
bool is_quote(std::string_view m) {
  return m == "\"" || m == "'" || m == "\u201C" || m == "\u201D" || m == "\u2018" || m == "\u2019";
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
    while (open(token, start) && token != start && is_quote(mark(words_, token))) ++token;
    return token;
  }

  // `next` is the token that the slot is to match; the match so far ends before it.
  void step(std::size_t slot_index, std::size_t next, std::size_t start) {
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
      for (std::uint32_t end : earlier_->ends(slot.concept_id, at)) advance(slot_index, end, start);
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
    while (true) {
      step(slot_index + 1, at, start);
      if (!open(at, start) || ends_sentence(mark(words_, at))) return;
      if (mark(words_, at).empty() && ++words_passed > slot.longest) return;
      ++at;
    }
  }

  const Words& words_;
  const Term& term_;
  const Earlier* earlier_;
  std::size_t size_;
  std::size_t last_ = 0;
  std::int64_t best_ = -1;
};

}  // namespace

void Vocabulary::add_forms(const std::string& base, const std::vector<std::string>& forms) {
  std::vector<std::string>& known = forms_[base];
  known.insert(known.end(), forms.begin(), forms.end());
}

Symbol Vocabulary::symbol(Map& map, const std::string& text) {
  auto [place, fresh] = map.emplace(text, next_);
  if (fresh) ++next_;
  return place->second;
}

std::vector<std::string> Vocabulary::forms_of(const SlotWord& word) const {
  if (word.kind != SlotWord::Kind::inflected) return {word.text};
  auto irregular = forms_.find(word.text);
  if (irregular == forms_.end()) return regular_forms(word.text);
  std::vector<std::string> out = present_forms(word.text);
  out.insert(out.end(), irregular->second.begin(), irregular->second.end());
  return out;
}

std::vector<Symbol> Vocabulary::symbols_of(const SlotWord& word) {
  std::vector<Symbol> out;
  if (word.kind == SlotWord::Kind::prefix) {
    shortest_prefix_ = std::min(shortest_prefix_, word.text.size());
    longest_prefix_ = std::max(longest_prefix_, word.text.size());
    out.push_back(symbol(prefixes_, word.text));
  } else {
    for (const std::string& form : forms_of(word)) add_symbol(out, symbol(words_, form));
  }
  return out;
}

WordId Vocabulary::word(std::string_view folded) const {
  auto found = words_.find(folded);
  return found == words_.end() ? 0 : found->second;
}

void Vocabulary::read(std::string_view folded, std::vector<Symbol>& out) const {
  if (WordId id = word(folded); id != 0) out.push_back(id);
  std::size_t most = std::min(longest_prefix_, folded.size());
  for (std::size_t n = shortest_prefix_; n <= most; ++n) {
    auto found = prefixes_.find(folded.substr(0, n));
    if (found != prefixes_.end()) out.push_back(found->second);
  }
}

bool Words::any_of(std::size_t token, const std::vector<Symbol>& sorted) const {
  for (std::uint32_t s = from[token]; s < from[token + 1]; ++s) {
    if (std::binary_search(sorted.begin(), sorted.end(), symbols[s])) return true;
  }
  return false;
}

Words words_of(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary) {
  Words words;
  words.text = text;
  words.tokens = &tokens;
  words.from.reserve(tokens.size() + 1);
  for (const Token& token : tokens) {
    words.from.push_back(static_cast<std::uint32_t>(words.symbols.size()));
    vocabulary.read(folded_word(token.at.of(text)), words.symbols);
  }
  words.from.push_back(static_cast<std::uint32_t>(words.symbols.size()));
  return words;
}

void Pool::add(Term term) {
  auto index = static_cast<std::uint32_t>(terms_.size());
  bool indexed = true;
  std::vector<Symbol> first;
  // An optional first slot lets the next one begin the term too.
  for (const Slot& slot : term.slots) {
    if (slot.kind != SlotSpec::Kind::words) {
      indexed = false;
      break;
    }
    for (Symbol symbol : slot.symbols) add_symbol(first, symbol);
    if (!slot.optional) break;
  }
  if (indexed) {
    for (Symbol symbol : first) by_symbol_[symbol].push_back(index);
  } else {
    unindexed_.push_back(index);
  }
  terms_.push_back(std::move(term));
}

bool begins_sentence(const Words& words, std::size_t token) {
  if (token == 0 || (*words.tokens)[token].line_start) return true;
  std::string_view m = mark(words, token - 1);
  if (is_quote(m) && token > 1) m = mark(words, token - 2);
  return ends_sentence(m) || m == ":" || m == "\u2022";
}

std::int64_t Pool::longest(const Words& words, const Term& term, std::size_t token, const Earlier* earlier) {
  if (term.at_start && !begins_sentence(words, token)) return -1;
  return Walk(words, term, earlier).from(token);
}

}  // namespace lexicon
