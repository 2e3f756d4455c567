#include "lexicon/symbols.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <utility>

#include "lexicon/inflect.h"

namespace lexicon {

void Vocabulary::add_forms(const std::string& base, const std::vector<std::string>& forms) {
  assert(inflected_forms_.empty());
  std::vector<std::string>& known = forms_[base];
  known.insert(known.end(), forms.begin(), forms.end());
}

const std::string* Vocabulary::full_of(std::string_view folded) const {
  constexpr std::size_t longest_short = 5;
  if (folded.empty() || folded.size() > longest_short || !short_ends_[ends_of(folded)]) return nullptr;
  const auto found = shorts_.find(folded);
  return found == shorts_.end() ? nullptr : &found->second;
}

std::uint64_t SymbolTable::head_of(std::string_view text) {
  if (text.size() >= head_bytes) {
    std::uint64_t head = 0;
    std::memcpy(&head, text.data(), head_bytes);
    return head;
  }
  std::array<char, head_bytes> head{};
  for (std::size_t i = 0; i < text.size(); ++i) head[i] = text[i];
  return std::bit_cast<std::uint64_t>(head);
}

bool SymbolTable::is(const Cell& cell, std::uint64_t head, std::string_view text) const {
  if (cell.head != head) return false;
  if (text.size() < head_bytes) return true;       // the zeros behind it tell its length
  const char* tail = tails_.c_str() + cell.begin;  // which a zero ends, and no text holds one
  for (std::size_t i = head_bytes; i < text.size(); ++i, ++tail) {
    if (*tail != text[i]) return false;
  }
  return *tail == '\0';
}

Symbol SymbolTable::find(std::string_view text, std::uint64_t hash) const {
  const std::uint64_t head = head_of(text);
  const std::size_t last = cells_.size() - 1;
  for (std::size_t place = first_place(hash);; ++place) {
    const Cell& cell = cells_[place & last];
    if (cell.symbol == 0 || is(cell, head, text)) return cell.symbol;
  }
}

void SymbolTable::add(std::string_view text, std::uint64_t hash, Symbol symbol) {
  const auto put = [this](const Cell& cell, std::uint64_t of) {
    std::size_t place = first_place(of);
    while (cells_[place & (cells_.size() - 1)].symbol != 0) ++place;
    cells_[place & (cells_.size() - 1)] = cell;
  };
  // Half full at most: runs of taken cells stay short.
  if (2 * (used_ + 1) > cells_.size()) {
    const std::vector<Cell> before = std::exchange(cells_, std::vector<Cell>(2 * cells_.size()));
    for (const Cell& cell : before) {
      if (cell.symbol != 0) put(cell, hash_of(text_of(cell)));
    }
  }
  put({head_of(text), static_cast<std::uint32_t>(tails_.size()), symbol}, hash);
  if (text.size() >= head_bytes) {
    tails_ += text.substr(head_bytes);
    tails_ += '\0';
  }
  ++used_;
}

std::string SymbolTable::text_of(const Cell& cell) const {
  std::string text(reinterpret_cast<const char*>(&cell.head), head_bytes);
  if (text.back() == '\0') {
    text.resize(text.find('\0'));
  } else {
    text += tails_.c_str() + cell.begin;
  }
  return text;
}

Symbol Vocabulary::symbol(SymbolTable& table, std::string_view text, std::uint64_t hash) {
  const Symbol known = table.find(text, hash);
  if (known != 0) return known;
  table.add(text, hash, next_);
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

void Vocabulary::add_symbols(std::string_view word, std::uint64_t hash, SlotWord::Kind kind, std::vector<Symbol>& to) {
  switch (kind) {
    case SlotWord::Kind::prefix:
      shortest_prefix_ = std::min(shortest_prefix_, word.size());
      longest_prefix_ = std::max(longest_prefix_, word.size());
      to.push_back(symbol(prefixes_, word, hash));
      begun_[hash % begun_bits] = true;
      break;
    case SlotWord::Kind::exact:
      to.push_back(symbol(words_, word, hash));
      break;
    case SlotWord::Kind::inflected:
      Symbol number = inflected_.find(word, hash);
      if (number == 0) {
        Forms forms{static_cast<std::uint32_t>(form_symbols_.size()), 0};
        for (const std::string& form : forms_of({std::string(word), kind}))
          form_symbols_.push_back(symbol(words_, form, hash_of(form)));
        forms.end = static_cast<std::uint32_t>(form_symbols_.size());
        inflected_forms_.push_back(forms);
        number = static_cast<Symbol>(inflected_forms_.size());
        inflected_.add(word, hash, number);
      }
      const Forms& forms = inflected_forms_[number - 1];
      to.insert(to.end(), form_symbols_.begin() + forms.begin, form_symbols_.begin() + forms.end);
      break;
  }
}

WordId Vocabulary::word(std::string_view folded) const {
  return words_.find(folded, hash_of(folded));
}

WordId Vocabulary::read(std::string_view folded, std::vector<Symbol>& out) const {
  const std::size_t own = out.size();
  out.push_back(0);  // its own word stands before the prefixes
  std::uint64_t hash = no_bytes;
  for (std::size_t n = 1; n <= folded.size(); ++n) {
    hash = hashed(hash, folded[n - 1]);
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

}  // namespace lexicon
