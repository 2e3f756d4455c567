// Terms put together, and the index by the words that can begin them.
#include <algorithm>
#include <utility>

#include "lexicon/matcher.h"

namespace lexicon {

void TermDraft::begin(std::uint16_t of) {
  owner = of;
  at_start = false;
  slots.clear();
  symbols.clear();
}

void TermDraft::close(Slot slot) {
  slot.begin = slots.empty() ? 0 : slots.back().end;
  const auto first = symbols.begin() + slot.begin;
  if (symbols.end() - first > 1) {
    std::sort(first, symbols.end());
    symbols.erase(std::unique(first, symbols.end()), symbols.end());
  }
  slot.end = static_cast<std::uint32_t>(symbols.size());
  slots.push_back(slot);
}

void Pool::expect(std::size_t terms) {
  constexpr std::size_t slots_each = 3, symbols_each = 12;  // a little more than ours have
  terms_.reserve(terms + terms / 8);
  slots_.reserve(slots_each * terms);
  symbols_.reserve(symbols_each * terms);
}

void Pool::add(const TermDraft& term) {
  const auto first_slot = static_cast<std::uint32_t>(slots_.size());
  const auto first_symbol = static_cast<std::uint32_t>(symbols_.size());
  for (Slot slot : term.slots) {
    slot.begin += first_symbol;
    slot.end += first_symbol;
    slots_.push_back(slot);
  }
  symbols_.insert(symbols_.end(), term.symbols.begin(), term.symbols.end());
  terms_.push_back({term.owner, term.at_start, first_slot, static_cast<std::uint32_t>(slots_.size())});
}

Kinds Pool::kinds_of(const Slot& slot) const {
  switch (slot.kind) {
    case SlotSpec::Kind::any:
      return any_word;
    case SlotSpec::Kind::number:
      return any_number;
    case SlotSpec::Kind::reference:
      return kind_of_concept(slot.concept_id);
    case SlotSpec::Kind::gap:
      return anything;
    case SlotSpec::Kind::words:
      break;
  }
  Kinds out;
  for (Symbol symbol : symbols_of(slot)) out |= kind_of(symbol);
  return out;
}

void Pool::read_kinds() {
  kinds_.reserve(slots_.size());
  for (const Slot& slot : slots_) kinds_.push_back(kinds_of(slot));
  firsts_ = kinds_;
  for (const Term& term : terms_) {
    Kinds behind = anything;
    for (std::uint32_t slot = term.end; slot-- > term.begin;) {
      if (slots_[slot].optional) firsts_[slot] |= behind;
      behind = firsts_[slot];
    }
  }
}

// What must stand near behind what a term's first slot matches, marks not counted: the first of its other words that it
// can't do without, if that is never further away; else `anything`.
Kinds Pool::near_first(const Term& term) const {
  std::size_t furthest = 0;
  for (std::uint32_t index = term.begin + 1; index < term.end; ++index) {
    const Slot& slot = slots_[index];
    if (slot.kind == SlotSpec::Kind::reference && slot.optional) break;  // of any number of words
    furthest += slot.kind == SlotSpec::Kind::gap ? slot.longest : 1;
    const bool tells = slot.kind == SlotSpec::Kind::words || slot.kind == SlotSpec::Kind::reference;
    if (!tells || slot.optional) continue;
    return furthest <= Words::near_words ? kinds_[index] : anything;
  }
  return anything;
}

Pool::Candidate Pool::candidate_of(std::uint32_t index) const {
  const Term& term = terms_[index];
  const std::span<const Slot> slots = slots_of(term);
  Candidate candidate;
  candidate.term = index;
  const Slot& first = slots.front();
  if (!first.optional && first.kind != SlotSpec::Kind::gap) {
    if (slots.size() > 1) candidate.next = firsts_[term.begin + 1];
    candidate.near = near_first(term);
  }
  const bool words_only = std::all_of(slots.begin(), slots.end(), [](const Slot& slot) {
    return slot.kind == SlotSpec::Kind::words && !slot.optional;
  });
  if (words_only && !term.at_start) candidate.shape = slots.size() == 1 ? Shape::one_word : Shape::words_only;
  return candidate;
}

// Calls use(symbol) for each word that can begin the term, once. What can stand there besides goes to the lists of
// those that begin with it, where they are wanted.
template <typename Use>
void Pool::each_first(std::uint32_t index, bool listed, Use use) {
  const std::span<const Slot> slots = slots_of(terms_[index]);
  std::vector<Symbol> before;  // of optional slots
  bool goes_on = true, only_words = true;
  for (std::size_t i = 0; i < slots.size() && goes_on; ++i) {
    const Slot& slot = slots[i];
    goes_on = slot.optional;  // an optional first slot lets the next one begin the term too
    only_words = only_words && slot.kind == SlotSpec::Kind::words;
    if (slot.kind == SlotSpec::Kind::words) {
      for (Symbol symbol : symbols_of(slot)) {
        if (std::find(before.begin(), before.end(), symbol) == before.end()) use(symbol);
      }
      if (goes_on) before.insert(before.end(), symbols_of(slot).begin(), symbols_of(slot).end());
      continue;
    }
    goes_on = goes_on && slot.kind != SlotSpec::Kind::gap;
    if (listed) list_of(slot).push_back(candidate_of(index));
  }
  // Nothing obligatory in it: it may match no word at all.
  if (listed && goes_on && !only_words) anywhere_.push_back(candidate_of(index));
}

std::vector<Pool::Candidate>& Pool::list_of(const Slot& slot) {
  switch (slot.kind) {
    case SlotSpec::Kind::any:
      return at_words_;
    case SlotSpec::Kind::number:
      return at_numbers_;
    case SlotSpec::Kind::reference:
      return at_concepts_[slot.concept_id];
    case SlotSpec::Kind::words:
    case SlotSpec::Kind::gap:
      break;
  }
  return anywhere_;
}

void Pool::finish(const Vocabulary& vocabulary) {
  read_kinds();
  // Counted into the place behind the symbol's own, and from there filled from behind: what is left are the beginnings,
  // one place too far.
  from_.assign(vocabulary.symbols() + 2, 0);
  const auto count = static_cast<std::uint32_t>(terms_.size());
  for (std::uint32_t index = 0; index < count; ++index)
    each_first(index, true, [&](Symbol symbol) { ++from_[symbol + 1]; });
  for (std::size_t i = 1; i < from_.size(); ++i) from_[i] += from_[i - 1];
  by_symbol_.resize(from_.back());
  for (std::uint32_t index = count; index-- > 0;) {
    const Candidate candidate = candidate_of(index);
    each_first(index, false, [&](Symbol symbol) { by_symbol_[--from_[symbol + 1]] = candidate; });
  }
  from_.erase(from_.begin());
}

}  // namespace lexicon
