// Lists of positions with something at each (PLC, [MS-DOC] 2.2.2): n + 1 positions, then n records of one size.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "readers/doc_fib.h"
#include "readers/little_endian.h"

namespace readers::doc {

class Plc {
 public:
  Plc(std::string_view table, Place place, std::size_t record_size)
      : bytes_(stretch(table, place.at, place.size)),
        record_size_(record_size),
        size_(place.size < 4 ? 0 : (bytes_.size() - std::min<std::size_t>(4, bytes_.size())) / (4 + record_size)) {}

  std::size_t size() const { return size_; }
  std::uint32_t begin(std::size_t i) const { return u32_at(bytes_, i * 4); }
  std::uint32_t end(std::size_t i) const { return u32_at(bytes_, i * 4 + 4); }
  std::string_view record(std::size_t i) const {
    return stretch(bytes_, (size_ + 1) * 4 + i * record_size_, record_size_);
  }

 private:
  std::string_view bytes_;
  std::size_t record_size_;
  std::size_t size_;
};

}  // namespace readers::doc
