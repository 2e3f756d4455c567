// How far two raters of the same things agree, over ordered categories 0 .. k-1. Pure; any thread may call it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace statistics {

// How often the first rater said one category and the second another.
class Confusion {
 public:
  // At least two categories.
  explicit Confusion(std::size_t categories);

  void add(std::size_t first, std::size_t second, std::size_t times = 1);
  // Of the same categories.
  void add(const Confusion& other);

  std::size_t categories() const { return categories_; }
  std::size_t at(std::size_t first, std::size_t second) const { return counts_[first * categories_ + second]; }
  std::size_t total() const;
  std::size_t of_first(std::size_t category) const;
  std::size_t of_second(std::size_t category) const;

 private:
  std::size_t categories_;
  std::vector<std::size_t> counts_;
};

// Share rated alike; nothing where nothing was rated.
std::optional<double> exact(const Confusion& counts);

// Cohen's kappa with quadratic weights (J. Cohen, Psychological Bulletin 70, 1968). Nothing where nothing was rated, or
// where both always said the same one category: chance alone explains that.
std::optional<double> weighted_kappa(const Confusion& counts);

// Gwet's AC2 with quadratic weights (K. L. Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014): unlike kappa
// it doesn't fall where nearly all things belong to one category. Nothing where nothing was rated.
std::optional<double> gwet_ac2(const Confusion& counts);

}  // namespace statistics
