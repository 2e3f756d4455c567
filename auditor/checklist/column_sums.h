// Sums of some columns of numbers at once, each column by itself in the order in which its numbers come, so that a sum
// is the same to the bit whatever is summed beside it.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>

namespace checklist {

class ColumnSums {
 public:
  static constexpr std::size_t columns = 32;
  // So many of some columns, filled up to a multiple of `columns`.
  static constexpr std::size_t filled_up(std::size_t count) { return (count + columns - 1) / columns * columns; }

  // `columns` numbers, as all rows have.
  void add(const float* row) {
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += at(row, i);
  }
  void add(float times, const float* row) {
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += times * at(row, i);
  }
  void put(float* to) const { std::memcpy(to, sums_.data(), sizeof sums_); }

 private:
  static constexpr std::size_t wide = 4;
  typedef float Numbers __attribute__((vector_size(wide * sizeof(float))));  // what every processor adds at once

  static Numbers at(const float* row, std::size_t i) {
    Numbers out;
    std::memcpy(&out, row + wide * i, sizeof out);
    return out;
  }

  std::array<Numbers, columns / wide> sums_{};
};

}  // namespace checklist
