#include "readers/doc_old_numbers.h"

#include <algorithm>

#include "base/utf8.h"
#include "readers/little_endian.h"
#include "readers/numerals.h"

namespace readers::doc {
namespace {

constexpr std::size_t text_at = 20;
constexpr std::size_t most_text = 32;  // characters
constexpr int bullet = 5;

std::string shown(int value, int format) {
  if (value < 1 || value > 4'999) return std::to_string(value);
  switch (format) {
    case 1:
      return numerals::upper(numerals::roman(value));
    case 2:
      return numerals::roman(value);
    case 3:
      return numerals::repeated_letters(value, 'A');
    case 4:
      return numerals::repeated_letters(value, 'a');
    default:
      return std::to_string(value);
  }
}

}  // namespace

std::string OldNumbers::next(std::string_view description, bool old) {
  const int format = u8_at(description, 0);
  const std::size_t before = std::min<std::size_t>(u8_at(description, 1), most_text);
  const std::size_t after = std::min<std::size_t>(u8_at(description, 2), most_text);
  count_ = running_ ? std::min(count_ + 1, 1'000'000) : u16_at(description, 10);
  running_ = true;
  if (format >= bullet) return {};
  std::string number;
  for (std::size_t i = 0; i <= before + after && i <= most_text; ++i) {
    if (i == before) number += shown(count_, format);
    char16_t unit = old ? char16_t{u8_at(description, text_at + i)} : char16_t{u16_at(description, text_at + i * 2)};
    if (i < before + after && unit >= 0x20) base::append_utf8(number, unit);
  }
  return number;
}

}  // namespace readers::doc
