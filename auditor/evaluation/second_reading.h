// A second reading of a record, beside the rules: which statements are likest to what careful readers quote for an
// item, and which rating fits them and what the rules said. Where that is another than the rules', the answer says so.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "checklist/likeness.h"
#include "checklist/program.h"
#include "checklist/query.h"
#include "evaluation/outcome.h"
#include "evaluation/quote_order.h"

namespace evaluation {

// Reads every statement once, beside what the rules answered for the items (in any order; by_rules isn't kept). On a
// rating bears nothing that is general, asked, the form's, or stands a second time. Record and model must outlive it.
class SecondReading {
 public:
  SecondReading(const checklist::Record& record, const checklist::Likeness& model, const std::vector<Answer>& by_rules);

  // Moves the rating where it must, puts the quotes in order and adds the likeliest places that no rule took.
  void weigh(const checklist::Item& item, Answer& answer) const;
  // In words, for --explain.
  std::vector<std::string> explain(const checklist::Item& item, const Answer& by_rules) const;

 private:
  enum class By { likeness, strength };
  enum class Among { all, those_that_count };
  void set_beside(const std::vector<std::size_t>& said);  // by statement: a number that equal texts share
  void set_quoted(const Answer& by_rules);
  // Points that an item is expected to have where the rules gave this answer; 0 to 2.
  double expected(std::size_t column, const Answer& by_rules) const;
  std::vector<double> log_odds(std::size_t column, By by, std::size_t most) const;
  void raise(std::size_t likeliest, int points, Answer& answer) const;
  void lower(const checklist::Item& item, int points, Answer& answer) const;
  std::vector<std::size_t> best(std::size_t column, By by, Among among, std::size_t most) const;
  // Those that the rules took and that no place is are put into `further`.
  std::vector<Ranked> places(std::size_t column, const Taken& taken, std::vector<Quotable>& further) const;
  void gather_quotes(std::size_t column, const Taken& taken, Answer& answer) const;
  // The highest of these scores of the statements that the place holds or stands in.
  double highest_at(base::Span at, std::span<const float> scores) const;
  bool may_count(const language::Statement& statement) const;
  static std::uint64_t number_of(base::Span at);
  Evidence quoted(base::Span at) const;

  const checklist::Record& record_;
  const checklist::Likeness& model_;
  checklist::Likeness::WordRows words_;
  std::vector<checklist::Likeness::Place> statements_;  // each with its neighbours
  checklist::Likeness::Scores scores_;
  std::vector<bool> counts_;             // by statement: whether it bears on a rating
  std::vector<std::uint32_t> counting_;  // the statements that count, in order
  QuoteOrder order_;
  std::vector<Quotable> places_;             // every statement, and some neighbouring cells of every row
  std::vector<std::size_t> places_from_;     // by place: the statement whose likeness it has
  std::unordered_set<std::uint64_t> where_;  // the places, as numbers
};

}  // namespace evaluation
