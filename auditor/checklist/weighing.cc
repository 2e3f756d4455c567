#include "checklist/weighing.h"

#include <algorithm>
#include <cmath>

#include "checklist/attributes.h"
#include "checklist/numbers.h"

namespace checklist {
namespace {

constexpr double believed = 0.9;     // of what is certain so much is believed
constexpr double highest_sum = 4.0;  // a sum of chances goes no higher
constexpr std::size_t numbers_of_an_item = 14;

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
  const auto three = [&](std::size_t from) { return std::array{values[from], values[from + 1], values[from + 2]}; };
  own_[place] = {.rule = three(0),
                 .any = three(3),
                 .any_strong = three(6),
                 .sum = values[9],
                 .sum_strong = values[10],
                 .quotes = values[11],
                 .partly = values[12],
                 .met = values[13],
                 .told = true};
  return base::Done{};
}

bool Weighing::complete() const {
  return std::all_of(own_.begin(), own_.end(), [](const Own& own) { return own.told; });
}

double Weighing::expected(std::size_t place, Rules rules, const std::vector<double>& likely,
                          const std::vector<double>& strong) const {
  const Own& own = own_[place];
  const Chances all = chances(likely, likeliest), met = chances(strong, strongest);
  const double quotes = static_cast<double>(std::min(rules.quotes, most_quotes)) / most_quotes;
  const double score = own.rule[rules.points] + own.any[rules.points] * all.any +
                       own.any_strong[rules.points] * met.any + own.sum * all.sum + own.sum_strong * met.sum +
                       own.quotes * quotes;
  return logistic(score - own.partly) + logistic(score - own.met);
}

bool Weighing::unsure(double expected) const {
  return std::min(std::abs(expected - partly_from_), std::abs(expected - met_from_)) < unsure_within_;
}

}  // namespace checklist
