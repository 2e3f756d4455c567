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

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) words += in_word(text[i]) && (i == 0 || !in_word(text[i - 1]));
  return words;
}

std::size_t word_step(std::size_t words) {
  auto at = std::lower_bound(word_steps.begin(), word_steps.end(), words);
  return static_cast<std::size_t>(at - word_steps.begin());
}

// Which of the rules' places a place is, or else the first that it shares words with; -1 where none.
std::int32_t shared_with(const std::vector<base::Span>& those, base::Span at) {
  for (std::size_t i = 0; i < those.size(); ++i) {
    if (those[i] == at) return static_cast<std::int32_t>(i);
  }
  for (std::size_t i = 0; i < those.size(); ++i) {
    if (those[i].overlaps(at)) return static_cast<std::int32_t>(i);
  }
  return -1;
}

const char* how_shared(base::Span rules, base::Span at) {
  return rules == at ? "same" : rules.contains(at) ? "part" : at.contains(rules) ? "whole" : "other";
}

double in(checklist::Likeness::Worth worth, std::size_t column) {
  return worth == nullptr ? 0.0 : double{(*worth)[column]};
}

// "1", "HV": a number or two letters show nobody anything.
bool tells_something(std::string_view text) {
  constexpr std::ptrdiff_t least = 3;
  return std::count_if(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) || c >= 0x80; }) >= least;
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
    : record_(record), model_(model), likeness_(worth("likeness")), unlikely_(worth("unlikely")) {
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
}

QuoteOrder::Worth QuoteOrder::step(const std::string& property, std::size_t number) const {
  return worth(property + " " + std::to_string(number));
}

Quotable QuoteOrder::place(base::Span at, Quotable::Sort sort, bool counts) const {
  const std::string_view text = at.of(record_.document.text);
  const auto columns = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t')) + 1;
  Quotable out{.at = at, .sort = sort, .counts = counts, .words = words_in(text)};
  out.text = of_text_[static_cast<std::size_t>(sort)][word_step(out.words)][std::min(columns, column_steps - 1)];
  const std::int32_t unit = record_.form.unit_at(at.begin);
  if (unit < 0) return out;
  const form::Unit& in = record_.form.units[static_cast<std::size_t>(unit)];
  out.form[0] = worth(std::string("unit ") + form::name_of(in.kind));
  if (sort == Quotable::Sort::cells) {
    const bool first = at.begin == in.at.begin, last = at.end == in.at.end;
    out.form[1] = step(first ? "cells first" : last ? "cells last" : "cells middle", std::min<std::size_t>(columns, 4));
  }
  return out;
}

double QuoteOrder::rank_of(const Quotable& place, std::size_t by_likeness, const Taken& taken, Worth untaken,
                           std::size_t column) const {
  const double unlikely = std::min(place.likeness, 0.0);
  double sum = std::max(place.likeness, least_likeness) / likeness_unit * in(likeness_, column) +
               unlikely * unlikely / unlikely_unit * in(unlikely_, column);
  for (Worth worth : place.text) sum += in(worth, column);
  sum += in(by_likeness_[std::min(by_likeness / 2, by_likeness_.size() - 1)], column);
  for (Worth worth : place.form) sum += in(worth, column);
  auto shared = [&](const std::string& name, const std::vector<base::Span>& those, std::int32_t which) {
    sum += in(worth(name), column);
    sum += in(step(name, static_cast<std::size_t>(std::min(which, 4))), column);
    sum += in(worth(name + " as " + how_shared(those[static_cast<std::size_t>(which)], place.at)), column);
    sum += in(worth(name + " where " + std::string(taken.rating)), column);
  };
  if (place.quote >= 0) {
    shared("quoted", taken.quotes, place.quote);
  } else if (place.near >= 0) {
    shared("near", taken.near, place.near);
  } else {
    sum += in(untaken, column);
  }
  return sum;
}

std::vector<Quotable> QuoteOrder::best_first(std::vector<Quotable> places, const Taken& taken,
                                             std::size_t column) const {
  // The likeliest, in order; of the rest those that the rules took, in the same order.
  std::vector<std::size_t> order(places.size());
  std::iota(order.begin(), order.end(), 0);
  const auto likelier = [&](std::size_t a, std::size_t b) {
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
  for (Quotable& place : places) {
    if (place.at.end < begin || end < place.at.begin) continue;
    place.quote = shared_with(taken.quotes, place.at);
    place.near = shared_with(taken.near, place.at);
  }
  order.erase(
      std::remove_if(likeliest, order.end(), [&](std::size_t i) { return places[i].quote < 0 && places[i].near < 0; }),
      order.end());
  std::sort(order.begin(), order.end(), likelier);
  const Worth untaken = worth("untaken where " + std::string(taken.rating));
  std::vector<Quotable> ranked;
  for (std::size_t i = 0; i < order.size(); ++i) {
    Quotable& place = places[order[i]];
    const bool own = place.sort == Quotable::Sort::quote;  // a rule's own words are shown however long they are
    if (!own && place.words > most_words) continue;
    place.rank = rank_of(place, i, taken, untaken, column);
    ranked.push_back(place);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Quotable& a, const Quotable& b) { return a.rank > b.rank; });
  std::vector<Quotable> out;
  for (const Quotable& place : ranked) {
    if (std::none_of(out.begin(), out.end(), [&](const Quotable& q) { return q.at.overlaps(place.at); }))
      out.push_back(place);
  }
  return out;
}

}  // namespace evaluation
