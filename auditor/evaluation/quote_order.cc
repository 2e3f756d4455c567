#include "evaluation/quote_order.h"

#include <algorithm>
#include <array>
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

class Sum {
 public:
  Sum(const checklist::Likeness& model, std::size_t column) : model_(model), column_(column) {}
  void add(const std::string& name, double value = 1) { sum_ += value * model_.order(name, column_); }
  void add(const std::string& name, std::size_t step) { add(name + " " + std::to_string(step)); }
  double value() const { return sum_; }

 private:
  const checklist::Likeness& model_;
  std::size_t column_;
  double sum_ = 0;
};

double rank_of(const Quotable& place, std::size_t by_likeness, const Taken& taken, const checklist::Record& record,
               const checklist::Likeness& model, std::size_t column) {
  const std::string_view text = place.at.of(record.document.text);
  const std::string sort = sort_names[static_cast<std::size_t>(place.sort)];
  const std::size_t step = word_step(words_in(text));
  const auto columns = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t')) + 1;
  const std::string where = " where " + std::string(taken.rating);
  Sum sum(model, column);
  sum.add("likeness", std::max(place.likeness, least_likeness) / likeness_unit);
  const double unlikely = std::min(place.likeness, 0.0);
  sum.add("unlikely", unlikely * unlikely / unlikely_unit);
  sum.add("words", step);
  sum.add("sort " + sort);
  sum.add(sort + " words", step);
  sum.add("columns", std::min<std::size_t>(columns, 5));
  sum.add("place", std::min<std::size_t>(by_likeness / 2, 5));
  if (std::int32_t unit = record.form.unit_at(place.at.begin); unit >= 0) {
    const form::Unit& in = record.form.units[static_cast<std::size_t>(unit)];
    sum.add(std::string("unit ") + form::name_of(in.kind));
    if (place.sort == Quotable::Sort::cells) {
      const bool first = place.at.begin == in.at.begin, last = place.at.end == in.at.end;
      sum.add(first ? "cells first" : last ? "cells last" : "cells middle", std::min<std::size_t>(columns, 4));
    }
  }
  auto shared = [&](const std::string& name, const std::vector<base::Span>& those, std::int32_t which) {
    sum.add(name);
    sum.add(name, static_cast<std::size_t>(std::min(which, 4)));
    sum.add(name + " as " + how_shared(those[static_cast<std::size_t>(which)], place.at));
    sum.add(name + where);
  };
  if (place.quote >= 0) {
    shared("quoted", taken.quotes, place.quote);
  } else if (place.near >= 0) {
    shared("near", taken.near, place.near);
  } else {
    sum.add("untaken" + where);
  }
  return sum.value();
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
      out.push_back({cells[a].begin, cells[b].end});
    }
  }
  return out;
}

std::vector<Quotable> in_order(std::vector<Quotable> places, const Taken& taken, const checklist::Record& record,
                               const checklist::Likeness& model, std::size_t column) {
  std::stable_sort(places.begin(), places.end(),
                   [](const Quotable& a, const Quotable& b) { return a.likeness > b.likeness; });
  std::vector<Quotable> ranked;
  for (std::size_t i = 0; i < places.size(); ++i) {
    Quotable& place = places[i];
    place.quote = shared_with(taken.quotes, place.at);
    place.near = shared_with(taken.near, place.at);
    if (i >= ranked_by_likeness && place.quote < 0 && place.near < 0) continue;
    const bool own = place.sort == Quotable::Sort::quote;  // a rule's own words are shown however long they are
    if (!own && words_in(place.at.of(record.document.text)) > most_words) continue;
    place.rank = rank_of(place, i, taken, record, model, column);
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
