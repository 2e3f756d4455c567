#include "statistics/agreement.h"

#include <cassert>
#include <numeric>

namespace statistics {
namespace {

// 1 for the same category, 0 for the two that lie furthest apart.
double weight(std::size_t first, std::size_t second, std::size_t categories) {
  double apart = static_cast<double>(first) - static_cast<double>(second);
  auto widest = static_cast<double>(categories - 1);
  return 1 - apart * apart / (widest * widest);
}

double observed(const Confusion& counts) {
  double sum = 0;
  for (std::size_t a = 0; a < counts.categories(); ++a) {
    for (std::size_t b = 0; b < counts.categories(); ++b) {
      sum += weight(a, b, counts.categories()) * static_cast<double>(counts.at(a, b));
    }
  }
  return sum / static_cast<double>(counts.total());
}

}  // namespace

Confusion::Confusion(std::size_t categories) : categories_(categories), counts_(categories * categories) {
  assert(categories >= 2);
}

void Confusion::add(std::size_t first, std::size_t second, std::size_t times) {
  assert(first < categories_ && second < categories_);
  counts_[first * categories_ + second] += times;
}

void Confusion::add(const Confusion& other) {
  assert(other.categories_ == categories_);
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
}

std::size_t Confusion::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

std::size_t Confusion::of_first(std::size_t category) const {
  std::size_t sum = 0;
  for (std::size_t b = 0; b < categories_; ++b) sum += at(category, b);
  return sum;
}

std::size_t Confusion::of_second(std::size_t category) const {
  std::size_t sum = 0;
  for (std::size_t a = 0; a < categories_; ++a) sum += at(a, category);
  return sum;
}

std::optional<double> exact(const Confusion& counts) {
  if (counts.total() == 0) return std::nullopt;
  std::size_t same = 0;
  for (std::size_t a = 0; a < counts.categories(); ++a) same += counts.at(a, a);
  return static_cast<double>(same) / static_cast<double>(counts.total());
}

std::optional<double> weighted_kappa(const Confusion& counts) {
  if (counts.total() == 0) return std::nullopt;
  auto n = static_cast<double>(counts.total());
  double chance = 0;
  for (std::size_t a = 0; a < counts.categories(); ++a) {
    for (std::size_t b = 0; b < counts.categories(); ++b) {
      chance += weight(a, b, counts.categories()) * static_cast<double>(counts.of_first(a)) *
                static_cast<double>(counts.of_second(b)) / (n * n);
    }
  }
  // Where each always says one and the same category, chance is exactly 1 but for rounding.
  for (std::size_t a = 0; a < counts.categories(); ++a) {
    if (counts.at(a, a) == counts.total()) return std::nullopt;
  }
  return (observed(counts) - chance) / (1 - chance);
}

std::optional<double> gwet_ac2(const Confusion& counts) {
  if (counts.total() == 0) return std::nullopt;
  auto n = static_cast<double>(counts.total());
  auto k = static_cast<double>(counts.categories());
  double weights = 0;
  double spread = 0;
  for (std::size_t a = 0; a < counts.categories(); ++a) {
    double share = static_cast<double>(counts.of_first(a) + counts.of_second(a)) / (2 * n);
    spread += share * (1 - share);
    for (std::size_t b = 0; b < counts.categories(); ++b) weights += weight(a, b, counts.categories());
  }
  double chance = weights * spread / (k * (k - 1));
  return (observed(counts) - chance) / (1 - chance);
}

}  // namespace statistics
