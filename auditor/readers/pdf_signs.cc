#include "readers/pdf_signs.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace readers::pdf {
namespace {

constexpr std::array<std::string_view, 24> bullets = {"\xE2\x80\xA2",
                                                      "\xC2\xB7",
                                                      "\xE2\x96\xAA",
                                                      "\xE2\x97\x8F",
                                                      "\xE2\x97\x8B",
                                                      "\xE2\x97\xA6",
                                                      "\xE2\x96\xA0",
                                                      "\xE2\x96\xA1",
                                                      "\xE2\x80\xA3",
                                                      "\xE2\x81\x83",
                                                      "\xE2\x9E\xA2",
                                                      "\xE2\x9D\x96",
                                                      "\xE2\x99\xA6",
                                                      "\xE2\x97\x86",
                                                      "\xEF\x82\xB7",
                                                      "\xEF\x82\xA7",
                                                      "\xE2\x9E\x94",
                                                      "\xE2\x96\xB6",
                                                      "\xE2\x96\xBA",
                                                      "\xE2\x88\x99",
                                                      "-",
                                                      "\xE2\x80\x93",
                                                      "o",
                                                      "*"};

}  // namespace

bool is_bullet(std::string_view word) {
  return std::find(bullets.begin(), bullets.end(), word) != bullets.end();
}

bool is_number_label(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return false;
  bool opened = word.front() == '(';
  if (opened) word.remove_prefix(1);
  bool closed = word.ends_with(')') || word.ends_with('.');
  if (closed) word.remove_suffix(1);
  if (word.empty() || (opened && !closed)) return false;
  auto digit = [](char c) { return c >= '0' && c <= '9'; };
  auto roman = [](char c) { return c == 'i' || c == 'v' || c == 'x'; };
  if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z') return closed;
  if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return closed;
  if (std::all_of(word.begin(), word.end(), roman)) return closed;
  if (!digit(word.front())) return false;
  bool dotted = word.find('.') != std::string_view::npos;
  bool plain = std::all_of(word.begin(), word.end(), [&](char c) { return digit(c) || c == '.'; });
  return plain && word.size() <= 6 && (dotted || (closed && word.size() <= 2));
}

void without_bullet(std::string& text) {
  std::size_t space = text.find(' ');
  if (space != std::string::npos && is_bullet(std::string_view(text).substr(0, space))) text.erase(0, space + 1);
}

std::string with_digits_alike(std::string_view text) {
  std::string out;
  for (char c : base::fold_case(base::on_one_line(text))) {
    bool digit = c >= '0' && c <= '9';
    if (digit && !out.empty() && out.back() == '#') continue;
    out += digit ? '#' : c;
  }
  return out;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace readers::pdf
