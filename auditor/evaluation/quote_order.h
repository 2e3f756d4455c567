// In which order the quotes of an item are shown: every place of the record that may be quoted, with how good a quote
// it makes. The best words come first, whichever of the rules' quotes, their near misses and other places they are.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/likeness.h"
#include "checklist/query.h"
#include "evaluation/outcome.h"

namespace evaluation {

// What the rules made of an item: the places that they quote and those that came near, best first.
struct Taken {
  std::vector<base::Span> quotes, near;
  Rating rating = Rating::not_met;
};

// A place that may be quoted: a sentence, clause, field or row, some neighbouring cells of a row, or a rule's own
// quote. All that is known of it whatever the item.
struct Quotable {
  enum class Sort { sentence, clause, cells, quote };
  base::Span at;
  Sort sort = Sort::sentence;
  bool counts = false;  // whether it may bear on a rating, see SecondReading
  std::size_t words = 0;
  std::array<checklist::Likeness::Worth, 4> text{};  // what its length, sort and columns are worth
  std::array<checklist::Likeness::Worth, 4> form{};  // and where in the form and the record it stands
};

// A place as an item sees it; what it is of itself must outlive it.
struct Ranked {
  const Quotable* place = nullptr;
  double likeness = 0, preference = 0;  // log odds, of what it holds or stands in
  std::int32_t quote = -1, near = -1;   // which of the rules' places it shares words with; -1: none
  double rank = 0;                      // higher is shown first
  base::Span at() const { return place->at; }
};

// Of one record, by one model; both must outlive it.
class QuoteOrder {
 public:
  QuoteOrder(const checklist::Record& record, const checklist::Likeness& model);
  QuoteOrder(checklist::Record&& passing, const checklist::Likeness& model) = delete;

  // With all that is the same for every item: asked for once, and not once an item.
  Quotable place(base::Span at, Quotable::Sort sort, bool counts) const;
  // Ranks places for a column of the model; best first, not overlapping one another.
  std::vector<Ranked> best_first(std::vector<Ranked> places, const Taken& taken, std::size_t column) const;

 private:
  using Worth = checklist::Likeness::Worth;
  static constexpr std::size_t sorts = 4, lengths = 11, column_steps = 6, ratings = 3, shown_steps = 5;
  // What it is worth to share words with one of the rules' places.
  struct Shared {
    Worth itself = nullptr;
    std::array<Worth, shown_steps> which{};  // the first, second, ... of them
    Worth same = nullptr, part = nullptr, whole = nullptr, other = nullptr;
    std::array<Worth, ratings> where{};  // by rating
  };
  Worth worth(const std::string& property) const { return model_.worth_of(property); }
  Worth step(const std::string& property, std::size_t number) const;
  Shared shared(const std::string& name) const;
  std::size_t words_in(base::Span at) const;
  // Of a place's length, sort and columns.
  using OfText = std::array<checklist::Likeness::Worth, 4>;
  double rank_of(const Ranked& ranked, std::size_t by_likeness, const Taken& taken, std::size_t column) const;

  const checklist::Record& record_;
  const checklist::Likeness& model_;
  std::vector<std::uint32_t> words_before_;  // by byte of the text: how many words begin before it
  // All that follows is looked up once a record.
  Worth likeness_, unlikely_, preferred_, unpreferred_;
  std::array<std::array<std::array<OfText, column_steps>, lengths>, sorts> of_text_{};  // by sort, length and columns
  std::array<Worth, 6> by_likeness_{};           // of being among the likeliest, two by two
  std::array<Worth, 8> unit_{};                  // by kind of unit
  std::array<std::array<Worth, 5>, 3> cells_{};  // first, last or in the middle of a row, by their number
  std::array<Worth, 10> tenth_{};                // by tenth of the record, by the end of its last statement
  std::vector<Worth> section_;                   // by kind of section
  std::uint32_t end_ = 0;                        // of the last statement
  Shared quoted_, near_;
  std::array<Worth, ratings> untaken_{};  // by rating
};

// Neighbouring cells of a row, fewer than all: what carries the evidence of a long row may be its owner and its date.
// Nothing of fewer than three letters and digits.
std::vector<base::Span> neighbouring_cells(base::Span row, std::string_view text);

}  // namespace evaluation
