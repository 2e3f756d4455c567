#include "form/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace form {
namespace {

constexpr bool digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool letter(char c) {
  return lower(c) || upper(c) || static_cast<unsigned char>(c) >= 0xC3;
}

constexpr std::size_t shortest_leader = 4;
constexpr std::size_t longest_leader = 400;

constexpr std::array<std::string_view, 5> closing = {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99"};
constexpr std::array<std::string_view, 4> opening = {"\"", "'", "\xE2\x80\x9C", "\xE2\x80\x98"};

bool starts(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}
bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// Whether the word before a full stop is one that a stop shortens: a title, an initial, a common abbreviation.
bool shortened(std::string_view before) {
  std::size_t begin = before.size();
  while (begin > 0 && !blank(before[begin - 1]) && before[begin - 1] != '(') --begin;
  std::string_view word = before.substr(begin);
  if (word.size() == 1 && upper(word[0])) return true;
  static constexpr std::array<std::string_view, 14> known = {"Mr",  "Mrs", "Ms", "Dr",  "St",     "e.g", "i.e",
                                                             "etc", "No",  "no", "viz", "approx", "Rev", "Prof"};
  for (std::string_view k : known) {
    if (word == k) return true;
  }
  return false;
}

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};

// Whether the text begins with a month's name, whole or cut to three letters (or "Sept").
bool month_at(std::string_view text) {
  if (text.size() < 3 || !upper(text[0])) return false;
  std::string word;
  for (char c : text) {
    if (!lower(c) && !upper(c)) break;
    word += static_cast<char>(c | 0x20);
  }
  if (word.size() < 3) return false;
  for (std::string_view month : months) {
    if (word == month || word == month.substr(0, 3) || (word == "sept" && month == "september")) return true;
  }
  return false;
}

// "iv. ", "XII) ": the bytes of a Roman number of two letters or more with its mark and blanks, else 0. One letter
// alone is one of a list.
std::size_t roman_number(std::string_view text) {
  std::size_t end = std::min(text.find_first_not_of("ivx"), text.size());
  if (end == 0) end = std::min(text.find_first_not_of("IVX"), text.size());
  if (end < 2 || end > 5 || end + 1 >= text.size() || (text[end] != '.' && text[end] != ')')) return 0;
  if (!blank(text[++end])) return 0;
  while (end < text.size() && blank(text[end])) ++end;
  return end;
}

}  // namespace

base::Span trimmed(base::Span at, std::string_view text) {
  while (at.begin < at.end && blank(text[at.begin])) ++at.begin;
  while (at.end > at.begin && blank(text[at.end - 1])) --at.end;
  return at;
}

std::string_view trimmed(std::string_view text) {
  return trimmed(base::Span{0, static_cast<std::uint32_t>(text.size())}, text).of(text);
}

std::size_t word_count(std::string_view text, std::size_t most) {
  // Of each byte: whether it parts words, and whether it makes one.
  enum : std::uint8_t { neither, parts, makes };
  static constexpr std::array<std::uint8_t, 256> bytes = [] {
    std::array<std::uint8_t, 256> out{};
    for (std::size_t byte = 0; byte < out.size(); ++byte) {
      const char c = static_cast<char>(byte);
      out[byte] = blank(c) ? parts : letter(c) || digit(c) ? makes : neither;
    }
    return out;
  }();
  const auto kind = [&](std::size_t at) { return bytes[static_cast<unsigned char>(text[at])]; };
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < most; ++count) {
    while (at < text.size() && kind(at) != makes) ++at;
    if (at == text.size()) break;
    while (at < text.size() && kind(at) != parts) ++at;
  }
  return count;
}

std::vector<base::Span> lines_of(base::Span at, std::string_view text) {
  std::vector<base::Span> out;
  std::uint32_t begin = at.begin;
  for (std::uint32_t i = at.begin; i <= at.end; ++i) {
    if (i < at.end && text[i] != '\n' && text[i] != '\t') continue;
    base::Span line = trimmed(base::Span{begin, i}, text);
    begin = i + 1;
    if (line.empty()) continue;
    // A number goes with what stands beside it: "10." and "Conclusion", parted by a tab.
    bool number = !out.empty() && text[out.back().end] == '\t' && !has_letter(out.back().of(text)) &&
                  numbering(out.back().of(text)) > 0;
    if (number || (!out.empty() && lower(text[line.begin]) && !ends_with_any(out.back().of(text), ".!?:;"))) {
      out.back().end = line.end;
    } else {
      out.push_back(line);
    }
  }
  return out;
}

std::vector<base::Span> sentences_of(base::Span at, std::string_view text) {
  std::vector<base::Span> out;
  at = trimmed(at, text);
  std::uint32_t begin = at.begin;
  for (std::uint32_t i = at.begin; i < at.end; ++i) {
    char c = text[i];
    bool line = c == '\n' || c == '\t';
    if (!line && c != '.' && c != '!' && c != '?') continue;
    std::uint32_t end = i + 1;
    if (!line) {
      for (std::string_view mark : closing) {
        if (starts(text.substr(end, at.end - end), mark)) end += static_cast<std::uint32_t>(mark.size());
      }
      if (end < at.end && !blank(text[end])) continue;
      std::uint32_t next = end;
      while (next < at.end && blank(text[next])) ++next;
      if (c == '.' && next < at.end && lower(text[next])) continue;
      if (c == '.' && shortened(text.substr(begin, i - begin))) continue;
    }
    base::Span sentence = trimmed(base::Span{begin, end}, text);
    if (!sentence.empty()) out.push_back(sentence);
    begin = end;
    i = end - 1;
  }
  base::Span rest = trimmed(base::Span{begin, at.end}, text);
  if (!rest.empty()) out.push_back(rest);
  return out;
}

std::size_t leader(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t marks = 0;
  while (end < text.size() && marks < longest_leader) {
    std::size_t size = text[end] == '.' || text[end] == '_' ? 1u : (starts(text.substr(end), "\xE2\x80\xA6") ? 3u : 0u);
    if (size == 0) break;
    marks += size;
    end += size;
  }
  return marks >= shortest_leader ? end - at : 0;
}

bool has_letter(std::string_view text) {
  for (char c : text) {
    if (letter(c)) return true;
  }
  return false;
}

bool has_letter_or_digit(std::string_view text) {
  for (char c : text) {
    if (lower(c) || upper(c) || digit(c) ||
        (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) < 0xE2)) {
      return true;
    }
  }
  return false;
}

bool begins_with_quote(std::string_view text) {
  for (std::string_view mark : opening) {
    if (starts(text, mark)) return true;
  }
  return false;
}

bool begins_with_capital(std::string_view text) {
  std::size_t skip = 0;
  numbering(text, &skip);
  for (char c : text.substr(skip)) {
    if (upper(c) || (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) < 0xE2)) return true;
    if (lower(c) || digit(c)) return false;
  }
  return false;
}

bool ends_with_any(std::string_view text, std::string_view marks) {
  while (!text.empty()) {
    char c = text.back();
    if (marks.find(c) != std::string_view::npos) return true;
    bool cut = false;
    if (blank(c) || c == '*') {
      text.remove_suffix(1);
      cut = true;
    } else {
      for (std::string_view mark : closing) {
        if (mark != ")" && ends(text, mark)) {
          text.remove_suffix(mark.size());
          cut = true;
          break;
        }
      }
    }
    if (!cut) return false;
  }
  return false;
}

bool in_capitals(std::string_view text) {
  std::size_t big = 0;
  std::size_t small = 0;
  for (char c : text) {
    big += upper(c) ? 1u : 0u;
    small += lower(c) ? 1u : 0u;
  }
  return big >= 4 && small * 8 <= big;
}

bool has_date(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!digit(text[i]) || (i > 0 && digit(text[i - 1]))) continue;
    std::size_t end = i;
    while (end < text.size() && digit(text[end])) ++end;
    if (end - i > 2) continue;
    if (end + 1 < text.size() && (text[end] == '/' || text[end] == '.' || text[end] == '-') && digit(text[end + 1])) {
      std::size_t second = end + 1;
      while (second < text.size() && digit(text[second])) ++second;
      if (second + 1 < text.size() && text[second] == text[end] && digit(text[second + 1])) return true;
      continue;
    }
    std::size_t next = end;
    for (std::string_view tail : {"st", "nd", "rd", "th"}) {
      if (starts(text.substr(next), tail)) next += 2;
    }
    if (next < text.size() && text[next] == ' ') {
      ++next;
      if (starts(text.substr(next), "of ")) next += 3;
      if (month_at(text.substr(next))) return true;
    }
  }
  return false;
}

int numbering(std::string_view text, std::size_t* length) {
  std::size_t at = 0;
  int depth = 0;
  if (length != nullptr) *length = 0;
  if (starts(text, "Part ") || starts(text, "PART ")) at = 5;
  if (starts(text, "Section ") || starts(text, "SECTION ")) at = 8;
  if (starts(text, "Step ") || starts(text, "STEP ")) at = 5;
  bool named = at > 0;
  if (!named && text.size() > 1 && (text[0] == 'Q' || text[0] == 'q') && digit(text[1])) {
    named = true;
    at = 1;
  }
  // "[01] Reason", "(2) Health".
  const char closing = named || text.empty() ? '\0' : text[0] == '[' ? ']' : text[0] == '(' ? ')' : '\0';
  if (closing != '\0') {
    at = 1;
    while (at < text.size() && digit(text[at])) ++at;
    if (at == 1 || at > 3 || at >= text.size() || text[at] != closing) return 0;
    if (++at < text.size() && text[at] != ' ' && text[at] != '\t') return 0;
    while (at < text.size() && blank(text[at])) ++at;
    if (length != nullptr) *length = at;
    return 1;
  }
  if (const std::size_t roman = named ? 0 : roman_number(text); roman > 0) {
    if (length != nullptr) *length = roman;
    return 1;
  }
  std::size_t first = at;
  while (at < text.size() && digit(text[at])) {
    std::size_t begin = at;
    while (at < text.size() && digit(text[at])) ++at;
    if (at - begin > 2) return 0;
    ++depth;
    if (at + 1 < text.size() && text[at] == '.' && digit(text[at + 1])) {
      ++at;
      continue;
    }
    break;
  }
  if (depth > 0 && at < text.size() && lower(text[at]) &&
      (at + 1 == text.size() || text[at + 1] == ')' || text[at + 1] == '.')) {
    ++at;  // "3a)"
  }
  if (depth > 0 && at + 2 < text.size() && text[at] == '(' && lower(text[at + 1]) && text[at + 2] == ')') {
    at += 3;  // "3(b)"
    depth = 2;
  }
  if (depth == 0 && at < text.size() && (upper(text[at]) || lower(text[at])) && at + 1 < text.size() &&
      (text[at + 1] == '.' || text[at + 1] == ')' || (named && (text[at + 1] == ':' || text[at + 1] == ' '))) &&
      (at + 2 == text.size() || text[at + 2] == ' ')) {
    ++at;
    depth = 1;
  }
  if (depth == 0 || at == first) return 0;
  std::size_t marks = at;
  while (at < text.size() && (text[at] == '.' || text[at] == ')' || text[at] == ':' || text[at] == '-')) ++at;
  bool marked = at > marks;
  if (at < text.size() && text[at] != ' ' && text[at] != '\t') return 0;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  // A bare figure is a number of a heading only before a capital: "3 Other agencies", not "3 months".
  if (!marked && !named && depth == 1 && (at >= text.size() || !upper(text[at]) || month_at(text.substr(at)))) {
    return 0;
  }
  if (length != nullptr) *length = at;
  return depth;
}

}  // namespace form
