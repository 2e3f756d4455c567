#include "reports/terminal.h"

#include "base/utf8.h"

namespace reports {
namespace {

bool commands_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0x061C;
}

std::size_t width(char32_t c) {
  if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) || (c >= 0xFE00 && c <= 0xFE0F)) return 0;
  bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
              (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF) ||
              (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string line = base::on_one_line(text);
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    char32_t c = base::next_code_point(line, at);
    base::append_utf8(out, commands_terminal(c) ? U'?' : c);
  }
  return out;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += width(base::next_code_point(text, at));
  return columns;
}

std::string padded(std::string_view text, std::size_t columns) {
  std::size_t taken = columns_of(text);
  if (taken <= columns) return std::string(text) + std::string(columns - taken, ' ');
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = base::next_code_point(text, at);
    if (used + width(c) >= columns) break;
    used += width(c);
    base::append_utf8(out, c);
  }
  return out + "\u2026" + std::string(columns - used - 1, ' ');
}

std::string wrapped(std::string_view first, std::string_view text) {
  std::size_t margin = columns_of(first);
  std::string out(first);
  std::size_t column = margin;
  bool at_start = true;
  while (!text.empty()) {
    std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size() + (word.size() < text.size() ? 1 : 0));
    if (word.empty()) continue;
    std::size_t length = columns_of(word);
    if (!at_start && column + 1 + length > terminal_columns) {
      out += "\n" + std::string(margin, ' ');
      column = margin;
      at_start = true;
    }
    if (!at_start) out += ' ';
    out += word;
    column += length + (at_start ? 0 : 1);
    at_start = false;
  }
  return out + "\n";
}

Ink ink_of(evaluation::Grade grade) {
  switch (grade) {
    case evaluation::Grade::inadequate:
      return Ink::worst;
    case evaluation::Grade::requires_improvement:
      return Ink::poor;
    case evaluation::Grade::good:
      return Ink::fair;
    case evaluation::Grade::outstanding:
      return Ink::best;
  }
  return Ink::plain;
}

Ink ink_of(evaluation::Rating rating) {
  switch (rating) {
    case evaluation::Rating::not_met:
      return Ink::worst;
    case evaluation::Rating::partly:
      return Ink::poor;
    case evaluation::Rating::met:
      return Ink::best;
    case evaluation::Rating::not_applicable:
      return Ink::faint;
  }
  return Ink::plain;
}

std::string inked(std::string_view text, Ink ink, bool colour) {
  if (!colour || ink == Ink::plain) return std::string(text);
  const char* start = "";
  switch (ink) {
    case Ink::plain:
      break;
    case Ink::strong:
      start = "\033[1m";
      break;
    case Ink::faint:
      start = "\033[2m";
      break;
    case Ink::worst:
      start = "\033[31m";
      break;
    case Ink::poor:
      start = "\033[33m";
      break;
    case Ink::fair:
      start = "\033[36m";
      break;
    case Ink::best:
      start = "\033[34m";
      break;
  }
  return start + std::string(text) + "\033[0m";
}

}  // namespace reports
