#include "readers/numerals.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace readers::numerals {

std::string repeated_letters(int value, char first) {
  int times = std::min((value - 1) / 26 + 1, 30);
  return std::string(static_cast<std::size_t>(times), static_cast<char>(first + (value - 1) % 26));
}

std::string letters(int value, char first) {
  std::string out;
  for (; value > 0; value = (value - 1) / 26) out += static_cast<char>(first + (value - 1) % 26);
  std::reverse(out.begin(), out.end());
  return out;
}

std::string roman(int value) {
  static constexpr std::array<std::pair<int, std::string_view>, 13> signs = {{{1000, "m"},
                                                                              {900, "cm"},
                                                                              {500, "d"},
                                                                              {400, "cd"},
                                                                              {100, "c"},
                                                                              {90, "xc"},
                                                                              {50, "l"},
                                                                              {40, "xl"},
                                                                              {10, "x"},
                                                                              {9, "ix"},
                                                                              {5, "v"},
                                                                              {4, "iv"},
                                                                              {1, "i"}}};
  std::string out;
  for (auto [worth, sign] : signs) {
    for (; value >= worth; value -= worth) out += sign;
  }
  return out;
}

std::string ordinal(int value) {
  int last = value % 10;
  bool teen = value % 100 / 10 == 1;
  const char* ending = teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  return std::to_string(value) + ending;
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

}  // namespace readers::numerals
