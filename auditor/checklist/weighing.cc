#include "checklist/weighing.h"

#include <algorithm>
#include <cmath>

#include "checklist/attributes.h"
#include "checklist/numbers.h"

namespace checklist {
namespace {

constexpr double believed = 0.9;     // of what is certain so much is believed
constexpr double highest_sum = 4.0;  // a sum of chances goes no higher
constexpr std::size_t numbers_of_an_item = 9;

double logistic(double log_odds) {
  return 1 / (1 + std::exp(-log_odds));
}

// Whether any of the statements is what it looks like, and how many are.
struct Chances {
  double any = 0, sum = 0;
};

Chances chances(const std::vector<double>& log_odds, std::size_t read) {
  double none = 1;
  Chances out;
  for (std::size_t i = 0; i < log_odds.size() && i < read; ++i) {
    if (log_odds[i] <= Weighing::nothing_likely) continue;
    const double chance = logistic(log_odds[i]);
    none *= 1 - believed * chance;
    out.sum += chance;
  }
  return {1 - none, std::min(out.sum, highest_sum)};
}

}  // namespace

base::Status Weighing::read(const base::xml::Element& element, const std::string& file, std::size_t place) {
  const std::vector<double> values = numbers(element.text);
  if (values.size() != numbers_of_an_item) {
    return mistake(element, file, "the weighing has " + std::to_string(values.size()) + " numbers",
                   "give it " + std::to_string(numbers_of_an_item) + ", or train the second reading again");
  }
  if (own_[place].told) return mistake(element, file, "a second weighing of one item", "keep one");
  own_[place] = {
      {values[0], values[1], values[2]}, values[3], values[4], values[5], values[6], values[7], values[8], true};
  return base::Done{};
}

bool Weighing::complete() const {
  return std::all_of(own_.begin(), own_.end(), [](const Own& own) { return own.told; });
}

double Weighing::expected(std::size_t place, int by_rules, const std::vector<double>& likely,
                          const std::vector<double>& strong) const {
  const Own& own = own_[place];
  const Chances all = chances(likely, likeliest), met = chances(strong, strongest);
  const double score = own.rule[static_cast<std::size_t>(by_rules)] + own.any * all.any + own.any_strong * met.any +
                       own.sum * all.sum + own.sum_strong * met.sum;
  return logistic(score - own.partly) + logistic(score - own.met);
}

bool Weighing::unsure(double expected) const {
  return std::min(std::abs(expected - partly_from_), std::abs(expected - met_from_)) < unsure_within_;
}

}  // namespace checklist
