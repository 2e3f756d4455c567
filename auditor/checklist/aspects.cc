#include "checklist/aspects.h"

#include <algorithm>

#include "checklist/attributes.h"
#include "checklist/column_sums.h"
#include "checklist/numbers.h"

namespace checklist {
namespace {

constexpr char no_weight = '_', first_sign = '?', last_sign = '~';
static_assert(no_weight - first_sign <= Aspects::most_steps && last_sign - no_weight <= Aspects::most_steps);

using Sums = ColumnSums<float>;

}  // namespace

base::Status Aspects::read(const base::xml::Element& element, const std::string& file, std::size_t columns) {
  Attributes a(element, file);
  const std::vector<double> step = numbers(a.text("step"));
  if (base::Status status = a.finish(); !status) return status;
  if (step.size() != 1) {
    return mistake(element, file, "the step of the weights is no number", "give what one sign is worth, as in 0.03");
  }
  const std::vector<double> values = numbers(element.text);
  if (known() || values.empty() || values.size() > most) {
    return mistake(element, file, "the aspects are told twice, or are not 1 to " + std::to_string(most) + " numbers",
                   "train the second reading again");
  }
  step_ = static_cast<float>(step.front());
  base_.assign(values.begin(), values.end());
  stride_ = Sums::filled_up(columns);
  column_base_.assign(stride_, 0.0F);
  worth_.assign(stride_ * base_.size(), 0.0F);
  told_.assign(columns, false);
  return base::Done{};
}

base::Status Aspects::read_column(const base::xml::Element& element, const std::string& file, std::size_t column) {
  const std::vector<double> values = numbers(element.text);
  if (values.size() != base_.size() + 1) {
    return mistake(
        element, file, "there are " + std::to_string(values.size()) + " numbers",
        "give its base and one for each of the " + std::to_string(base_.size()) + " aspects, which are told before");
  }
  if (told_[column]) return mistake(element, file, "a second <" + element.name + "> of one item", "keep one");
  column_base_[column] = static_cast<float>(values.front());
  for (std::size_t i = 0; i < base_.size(); ++i) worth_[i * stride_ + column] = static_cast<float>(values[i + 1]);
  told_[column] = true;
  return base::Done{};
}

bool Aspects::complete() const {
  return known() && std::find(told_.begin(), told_.end(), false) == told_.end();
}

base::Result<std::vector<std::int16_t>> Aspects::weights(const base::xml::Element& element,
                                                         const std::string& file) const {
  const std::string& signs = element.text;
  if (signs.size() != base_.size()) {
    return mistake(element, file, "there are " + std::to_string(signs.size()) + " weights",
                   "give one sign for each of the " + std::to_string(base_.size()) + " aspects, which are told before");
  }
  std::vector<std::int16_t> out;
  out.reserve(signs.size());
  for (char sign : signs) {
    if (sign < first_sign || sign > last_sign) {
      return mistake(element, file, "a sign is no weight", "weights go from '?' to '~', and '_' is none");
    }
    out.push_back(static_cast<std::int16_t>(sign - no_weight));
  }
  return out;
}

void Aspects::log_odds(std::span<const float> degrees, std::vector<float>& out) const {
  out.resize(stride_);
  for (std::size_t from = 0; from < stride_; from += Sums::columns) {
    Sums sums;
    sums.add(column_base_.data() + from);
    for (std::size_t i = 0; i < base_.size(); ++i) {
      if (degrees[i] != 0) sums.add(degrees[i], worth_.data() + i * stride_ + from);
    }
    sums.put(out.data() + from);
  }
}

}  // namespace checklist
