// From what the rules say of an item and the likeliest statements to the points that a careful reader would give it.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/xml.h"

namespace checklist {

// Proportional odds: a score and, for each item, two places on it from which a rating is likely partly and met. Fitted
// by tests/accuracy/weighing.py, which computes the same.
class Weighing {
 public:
  static constexpr std::size_t likeliest = 5, strongest = 4;  // statements that are read
  static constexpr std::size_t most_quotes = 4;               // of the rules: more count for nothing
  // Log odds; what is not likelier counts for nothing, so that more of it adds nothing.
  static constexpr double nothing_likely = -2.5;

  // The file's <weighing> of one item: `place` is its column.
  base::Status read(const base::xml::Element& element, const std::string& file, std::size_t place);
  void resize(std::size_t items) { own_.resize(items); }
  bool complete() const;
  // Expected points from which a rating is partly, and met; how near to these it is unsure.
  void cuts(double partly_from, double met_from, double unsure_within) {
    partly_from_ = partly_from, met_from_ = met_from, unsure_within_ = unsure_within;
  }

  // What the rules made of the item: 0 to 2 points, by so many different quotes.
  struct Rules {
    std::size_t points = 0, quotes = 0;
  };
  // Expected points, 0 to 2; `likely`, `strong`: log odds of the statements that bear on the item, the likeliest first.
  double expected(std::size_t place, Rules rules, const std::vector<double>& likely,
                  const std::vector<double>& strong) const;
  int points(double expected) const { return (expected > partly_from_ ? 1 : 0) + (expected > met_from_ ? 1 : 0); }
  // Whether the expected points might as well be others.
  bool unsure(double expected) const;

 private:
  struct Own {
    // By the rules' points: what these are worth, and the chances that any statement is what is quoted.
    std::array<double, 3> rule{}, any{}, any_strong{};
    double sum = 0, sum_strong = 0;  // of the chances
    double quotes = 0;
    double partly = 0, met = 0;  // the places on the score
    bool told = false;
  };
  std::vector<Own> own_;
  double partly_from_ = 0.8, met_from_ = 1.5, unsure_within_ = 0.2;
};

}  // namespace checklist
