// In which order the quotes of an item are shown: every place of the record that may be quoted, with how good a quote
// it makes. The best words come first, whichever of the rules' quotes, their near misses and other places they are.
#pragma once

#include <string_view>
#include <vector>

#include "checklist/likeness.h"
#include "checklist/query.h"

namespace evaluation {

// What the rules made of an item: the places that they quote and those that came near, best first.
struct Taken {
  std::vector<base::Span> quotes, near;
  std::string_view rating;  // "met", "partly", "not_met"
};

// A place that may be quoted: a sentence, clause, field or row, some neighbouring cells of a row, or a rule's own
// quote.
struct Quotable {
  enum class Sort { sentence, clause, cells, quote };
  base::Span at;
  Sort sort = Sort::sentence;
  double likeness = 0;                 // log odds, of what it holds or stands in
  bool counts = false;                 // whether it may bear on a rating, see SecondReading
  std::int32_t quote = -1, near = -1;  // which of the rules' places it shares words with; -1: none
  double rank = 0;                     // higher is shown first
};

// Ranks the places for a column of the model; best first, not overlapping one another.
std::vector<Quotable> in_order(std::vector<Quotable> places, const Taken& taken, const checklist::Record& record,
                               const checklist::Likeness& model, std::size_t column);

// Neighbouring cells of a row, fewer than all: what carries the evidence of a long row may be its owner and its date.
std::vector<base::Span> neighbouring_cells(base::Span row, std::string_view text);

}  // namespace evaluation
