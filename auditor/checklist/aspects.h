// From what is known of a statement to log odds, in two steps learnt from rated records: its traits say how much it has
// of each of some aspects, never less than none; what it has of them says how like a quote it is, for each column. That
// traits share aspects is why a trait seldom seen at one item is read by what it means at the others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/xml.h"

namespace checklist {

class Aspects {
 public:
  static constexpr std::size_t most = 512;  // of them

  // From <aspects>: what every statement has of each, before its traits. `columns`: that there will be.
  base::Status read(const base::xml::Element& element, const std::string& file, std::size_t columns);
  bool known() const { return !base_.empty(); }
  // A column's numbers: its base, then what each aspect is worth to it.
  base::Status read_column(const base::xml::Element& element, const std::string& file, std::size_t column);
  bool complete() const;  // whether there are any, and each column has its numbers
  // The weights of a trait, in steps: one sign for each aspect, '_' none, a step for each sign before or behind it in
  // ASCII. No weight is more than `most_steps` up or down.
  static constexpr std::int16_t most_steps = 32;
  base::Result<std::vector<std::int16_t>> weights(const base::xml::Element& element, const std::string& file) const;

  std::size_t count() const { return base_.size(); }
  float base(std::size_t aspect) const { return base_[aspect]; }
  float step() const { return step_; }  // what one step of a weight is worth
  // For each column, of a statement that has so much of each aspect; some more numbers stand behind.
  void log_odds(std::span<const float> degrees, std::vector<float>& out) const;
  float worth(std::size_t aspect, std::size_t column) const { return worth_[aspect * stride_ + column]; }

 private:
  std::size_t stride_ = 0;  // columns, filled up so that several can be summed at once: column_sums.h
  float step_ = 0;
  std::vector<float> base_;         // by aspect
  std::vector<float> column_base_;  // by column, filled up
  std::vector<float> worth_;        // aspects x columns, filled up
  std::vector<bool> told_;          // by column
};

}  // namespace checklist
