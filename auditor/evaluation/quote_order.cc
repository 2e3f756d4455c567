#include "evaluation/quote_order.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <numeric>
#include <string>

namespace evaluation {
namespace {

constexpr std::size_t ranked_by_likeness = 40;  // beside those that the rules took: what is less likely is never first
constexpr std::array<std::size_t, 10> word_steps = {4, 7, 10, 14, 19, 25, 33, 43, 60, 80};
constexpr std::size_t most_words = 80;  // of a quote
constexpr std::array sort_names = {"sentence", "clause", "cells", "quote"};
constexpr double least_likeness = -8, likeness_unit = 4, unlikely_unit = 20;

bool in_word(char c) {
  auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || byte == '_' || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z');
}

std::size_t word_step(std::size_t words) {
  auto at = std::lower_bound(word_steps.begin(), word_steps.end(), words);
  return static_cast<std::size_t>(at - word_steps.begin());
}

// Which of the rules' places a place is, or else the first that it shares words with; -1 where none. None is empty.
std::int32_t shared_with(const std::vector<base::Span>& those, base::Span at) {
  std::int32_t first = -1;
  for (std::size_t i = 0; i < those.size(); ++i) {
    if (!those[i].overlaps(at)) continue;
    if (those[i] == at) return static_cast<std::int32_t>(i);
    if (first < 0) first = static_cast<std::int32_t>(i);
  }
  return first;
}

double in(checklist::Likeness::Worth worth, std::size_t column) {
  return worth == nullptr ? 0.0 : double{(*worth)[column]};
}

// "1", "HV": a number or two letters show nobody anything.
bool tells_something(std::string_view text) {
  constexpr int least = 3;
  int found = 0;
  for (auto at = text.begin(); at != text.end() && found < least; ++at) {
    const auto c = static_cast<unsigned char>(*at);
    found += std::isalnum(c) || c >= 0x80 ? 1 : 0;
  }
  return found == least;
}

}  // namespace

std::vector<base::Span> neighbouring_cells(base::Span row, std::string_view text) {
  std::vector<base::Span> cells, out;
  std::uint32_t begin = row.begin;
  for (std::uint32_t at = row.begin; at <= row.end; ++at) {
    if (at < row.end && text[at] != '\t') continue;
    cells.push_back({begin, at});
    begin = at + 1;
  }
  constexpr std::size_t least = 3, most = 12;  // cells: two are a label and its value
  if (cells.size() < least || cells.size() > most) return out;
  for (std::size_t a = 0; a < cells.size(); ++a) {
    for (std::size_t b = a; b < cells.size(); ++b) {
      if (cells[a].empty() || cells[b].empty() || b - a + 1 == cells.size()) continue;
      const base::Span part{cells[a].begin, cells[b].end};
      if (tells_something(part.of(text))) out.push_back(part);
    }
  }
  return out;
}

QuoteOrder::QuoteOrder(const checklist::Record& record, const checklist::Likeness& model)
    : record_(record),
      model_(model),
      likeness_(worth("likeness")),
      unlikely_(worth("unlikely")),
      preferred_(worth("preferred")),
      unpreferred_(worth("unpreferred")) {
  if (model.empty()) return;
  const std::string& text = record.document.text;
  words_before_.resize(text.size() + 1);
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool now = in_word(text[i]);
    words_before_[i + 1] = words_before_[i] + (now && !inside ? 1u : 0u);
    inside = now;
  }
  for (std::size_t i = 0; i < by_likeness_.size(); ++i) by_likeness_[i] = step("place", i);
  std::array<Worth, lengths> words{};
  std::array<Worth, column_steps> columns{};
  for (std::size_t length = 0; length < lengths; ++length) words[length] = step("words", length);
  for (std::size_t count = 0; count < column_steps; ++count) columns[count] = step("columns", count);
  for (std::size_t sort = 0; sort < sorts; ++sort) {
    const std::string name = sort_names[sort];
    const Worth itself = worth("sort " + name);
    for (std::size_t length = 0; length < lengths; ++length) {
      const Worth both = step(name + " words", length);
      for (std::size_t count = 0; count < column_steps; ++count) {
        of_text_[sort][length][count] = {words[length], itself, both, columns[count]};
      }
    }
  }
  for (std::size_t kind = 0; kind < unit_.size(); ++kind) {
    unit_[kind] = worth(std::string("unit ") + form::name_of(static_cast<form::UnitKind>(kind)));
  }
  for (std::size_t count = 0; count < cells_[0].size(); ++count) {
    cells_[0][count] = step("cells first", count);
    cells_[1][count] = step("cells last", count);
    cells_[2][count] = step("cells middle", count);
  }
  for (std::size_t part = 0; part < tenth_.size(); ++part) tenth_[part] = step("tenth", part);
  for (const auto* statements : {&record.language.statements, &record.language.unit_statements}) {
    for (const language::Statement& statement : *statements) end_ = std::max(end_, statement.at.end);
  }
  for (const form::Section& section : record.form.sections) {
    if (section.kind >= section_.size()) section_.resize(section.kind + 1);
    if (section.kind == 0) continue;
    section_[section.kind] = worth("section " + std::string(record.lexicon.section_name(section.kind)));
  }
  quoted_ = shared("quoted");
  near_ = shared("near");
  for (std::size_t rating = 0; rating < ratings; ++rating) {
    untaken_[rating] = worth(std::string("untaken where ") + name_of(static_cast<Rating>(rating)));
  }
}

QuoteOrder::Worth QuoteOrder::step(const std::string& property, std::size_t number) const {
  return worth(property + " " + std::to_string(number));
}

QuoteOrder::Shared QuoteOrder::shared(const std::string& name) const {
  Shared out{.itself = worth(name),
             .same = worth(name + " as same"),
             .part = worth(name + " as part"),
             .whole = worth(name + " as whole"),
             .other = worth(name + " as other")};
  for (std::size_t i = 0; i < shown_steps; ++i) out.which[i] = step(name, i);
  for (std::size_t i = 0; i < ratings; ++i) {
    out.where[i] = worth(name + " where " + name_of(static_cast<Rating>(i)));
  }
  return out;
}

std::size_t QuoteOrder::words_in(base::Span at) const {
  const std::string& text = record_.document.text;
  const bool cut = at.begin > 0 && in_word(text[at.begin]) && in_word(text[at.begin - 1]);  // it begins in a word
  return words_before_[at.end] - words_before_[at.begin] + (cut ? 1u : 0u);
}

Quotable QuoteOrder::place(base::Span at, Quotable::Sort sort, bool counts) const {
  const std::string_view text = at.of(record_.document.text);
  const auto columns = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t')) + 1;
  Quotable out{.at = at, .sort = sort, .counts = counts, .words = words_in(at)};
  out.text = of_text_[static_cast<std::size_t>(sort)][word_step(out.words)][std::min(columns, column_steps - 1)];
  const std::uint64_t part = std::uint64_t{at.begin} * tenth_.size() / std::max(end_, 1u);
  out.form[2] = tenth_[std::min<std::size_t>(part, tenth_.size() - 1)];
  const std::int32_t unit = record_.form.unit_at(at.begin);
  if (unit < 0) return out;
  const form::Unit& in = record_.form.units[static_cast<std::size_t>(unit)];
  out.form[0] = unit_[static_cast<std::size_t>(in.kind)];
  const lexicon::SectionId section = record_.form.section_kind(in);
  if (section < section_.size()) out.form[3] = section_[section];
  if (sort == Quotable::Sort::cells) {
    const std::size_t where = at.begin == in.at.begin ? 0 : at.end == in.at.end ? 1 : 2;
    out.form[1] = cells_[where][std::min(columns, cells_[where].size() - 1)];
  }
  return out;
}

double QuoteOrder::rank_of(const Ranked& ranked, std::size_t by_likeness, const Taken& taken,
                           std::size_t column) const {
  const auto rating = static_cast<std::size_t>(taken.rating);
  const auto by = [&](double log_odds, Worth likely, Worth unlikely) {
    const double below = std::min(log_odds, 0.0);
    return std::max(log_odds, least_likeness) / likeness_unit * in(likely, column) +
           below * below / unlikely_unit * in(unlikely, column);
  };
  double sum = by(ranked.likeness, likeness_, unlikely_) + by(ranked.preference, preferred_, unpreferred_);
  for (Worth worth : ranked.place->text) sum += in(worth, column);
  sum += in(by_likeness_[std::min(by_likeness / 2, by_likeness_.size() - 1)], column);
  for (Worth worth : ranked.place->form) sum += in(worth, column);
  auto add = [&](const Shared& shared, const std::vector<base::Span>& those, std::size_t which) {
    const base::Span rules = those[which], at = ranked.at();
    sum += in(shared.itself, column);
    sum += in(shared.which[std::min(which, shown_steps - 1)], column);
    sum += in(rules == at          ? shared.same
              : rules.contains(at) ? shared.part
              : at.contains(rules) ? shared.whole
                                   : shared.other,
              column);
    sum += in(shared.where[rating], column);
  };
  if (ranked.quote >= 0) {
    add(quoted_, taken.quotes, static_cast<std::size_t>(ranked.quote));
  } else if (ranked.near >= 0) {
    add(near_, taken.near, static_cast<std::size_t>(ranked.near));
  } else {
    sum += in(untaken_[rating], column);
  }
  return sum;
}

std::vector<Ranked> QuoteOrder::best_first(std::vector<Ranked> places, const Taken& taken, std::size_t column) const {
  // The likeliest, in order; of the rest those that the rules took, in the same order.
  std::vector<std::uint32_t> order(places.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto likelier = [&](std::uint32_t a, std::uint32_t b) {
    return places[a].likeness != places[b].likeness ? places[a].likeness > places[b].likeness : a < b;
  };
  const auto likeliest = order.begin() + static_cast<std::ptrdiff_t>(std::min(ranked_by_likeness, order.size()));
  std::nth_element(order.begin(), likeliest, order.end(), likelier);
  // Most places lie apart from all that the rules took.
  std::uint32_t begin = UINT32_MAX, end = 0;
  for (const std::vector<base::Span>* those : {&taken.quotes, &taken.near}) {
    for (base::Span at : *those) {
      begin = std::min(begin, at.begin);
      end = std::max(end, at.end);
    }
  }
  for (Ranked& ranked : places) {
    if (ranked.at().end < begin || end < ranked.at().begin) continue;
    ranked.quote = shared_with(taken.quotes, ranked.at());
    ranked.near = shared_with(taken.near, ranked.at());
  }
  order.erase(std::remove_if(likeliest, order.end(),
                             [&](std::uint32_t i) { return places[i].quote < 0 && places[i].near < 0; }),
              order.end());
  std::sort(order.begin(), order.end(), likelier);
  std::vector<Ranked> ranked;
  ranked.reserve(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    Ranked& one = places[order[i]];
    const bool own = one.place->sort == Quotable::Sort::quote;  // a rule's own words are shown however long they are
    if (!own && one.place->words > most_words) continue;
    one.rank = rank_of(one, i, taken, column);
    ranked.push_back(one);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.rank > b.rank; });
  std::vector<Ranked> out;
  for (const Ranked& one : ranked) {
    if (std::none_of(out.begin(), out.end(), [&](const Ranked& other) { return other.at().overlaps(one.at()); }))
      out.push_back(one);
  }
  return out;
}

}  // namespace evaluation
