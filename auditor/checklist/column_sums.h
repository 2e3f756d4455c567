// Sums of some columns of numbers at once, each column by itself in the order in which its numbers come, so that a sum
// is the same to the bit whatever is summed beside it. Sums of whole numbers must stay within their kind.
#pragma once

#include <cstddef>
#include <cstring>

namespace checklist {

template <typename Number>
class ColumnSums {
 public:
  static constexpr std::size_t wide = 16 / sizeof(Number);  // what every processor adds at once
  static constexpr std::size_t columns = 8 * wide;
  // So many of some columns, filled up to a multiple of `columns`.
  static constexpr std::size_t filled_up(std::size_t count) { return (count + columns - 1) / columns * columns; }

  // `columns` numbers, as all rows have.
  void add(const Number* row) {
    for (std::size_t i = 0; i < columns / wide; ++i) sums_[i] += at(row, i);
  }
  void add(Number times, const Number* row) {
    for (std::size_t i = 0; i < columns / wide; ++i) sums_[i] += times * at(row, i);
  }
  void put(Number* to) const { std::memcpy(to, sums_, sizeof sums_); }

 private:
  typedef Number Numbers __attribute__((vector_size(wide * sizeof(Number))));

  static Numbers at(const Number* row, std::size_t i) {
    Numbers out;
    std::memcpy(&out, row + wide * i, sizeof out);
    return out;
  }

  Numbers sums_[columns / wide] = {};  // no std::array: it would forget that they are vectors
};

}  // namespace checklist
