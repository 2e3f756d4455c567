#include "readers/html_gathered.h"

#include <algorithm>

#include "base/utf8.h"

namespace readers::html {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

}  // namespace

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_space);
}

void Gathered::append(std::string_view text, const Look& look) {
  std::string symbols;
  if (look.symbols) {
    symbols = symbols_as_unicode(text);
    text = symbols;
  }
  std::size_t before = words.size();
  std::size_t blanks = 0;
  for (char c : text) {
    if (c == '\n' && look.keeps_lines) {
      words += '\n';
      blank = false;
      ++blanks;
    } else if (is_space(c)) {
      blank = true;
    } else {
      if (blank && !words.empty() && words.back() != '\n') {
        words += ' ';
        ++blanks;
      }
      blank = false;
      words += c;
    }
  }
  std::size_t added = words.size() - before - blanks;
  if (shown == 0) part = look.part;
  shown += added;
  if (look.bold) bold += added;
  if (look.italic) italic += added;
}

void Gathered::break_line() {
  if (!words.empty()) words += '\n';
  blank = false;
}

std::string Gathered::take_label() {
  if (label_begin == nowhere || label_begin > words.size()) return {};
  std::size_t end = label_end == nowhere ? words.size() : std::min(label_end, words.size());
  if (!is_blank(std::string_view(words).substr(end))) return {};
  std::string label(base::trimmed(std::string_view(words).substr(label_begin, end - label_begin)));
  if (label.empty()) return {};
  words.resize(label_begin);
  bold = italic = 0;
  label_begin = label_end = nowhere;
  return label;
}

}  // namespace readers::html
