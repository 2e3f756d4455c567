#include "readers/text_signs.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ornament.h"
#include "base/utf8.h"
#include "readers/text_lines.h"

namespace readers::text {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
}

// What people write for "nothing here", which is never a heading.
bool is_answer(std::string_view words) {
  std::string folded = base::fold_case(words);
  for (const char* answer : {"n/a", "na", "n/k", "nil", "none", "no", "yes", "not known", "unknown", "not applicable",
                             "not recorded", "as above", "see above", "as before", "nothing", "tbc", "tba"}) {
    if (folded == answer) return true;
  }
  return folded.ends_with(" here") || folded.starts_with("click ") || folded.starts_with("enter ");
}

}  // namespace

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  for (char c : text) {
    bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank && !in_word) ++count;
    in_word = !blank;
  }
  return count;
}

bool ends_sentence(std::string_view text) {
  for (std::string_view closing : {"\"", "'", ")", "]", "”", "’", "_", "*"}) {
    if (text.size() > closing.size() && text.ends_with(closing))
      return ends_sentence(text.substr(0, text.size() - closing.size()));
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

Mark list_mark(std::string_view words) {
  std::size_t size = 0;
  bool numbered = false;
  for (std::string_view bullet : {"-", "*", "+", "•", "·", "–", "▪", "◦", "‣", "●", "○", "■", "\xEF\x82\xB7"}) {
    if (words.starts_with(bullet)) size = bullet.size();
  }
  if (size == 0) {
    std::size_t at = words.starts_with('(') ? 1 : 0;
    std::size_t first = at;
    while (at < words.size() && at - first < 3 && is_digit(words[at])) ++at;
    if (at == first && at < words.size() && is_lower(words[at])) {
      ++at;
      while (at < words.size() && at - first < 4 && (words[at] == 'i' || words[at] == 'v' || words[at] == 'x')) ++at;
    }
    if (at == first || at >= words.size()) return {};
    if (words[at] != ')' && (words[at] != '.' || first == 1)) return {};
    numbered = true;
    size = at + 1;
  }
  std::size_t text = words.find_first_not_of(" \t", size);
  if (text == std::string_view::npos || text == size) return {};
  if (words[text] == '=') return {};  // "* = must be filled in" tells what the sign means
  return {text, numbered};
}

unsigned heading_number(std::string_view words) {
  std::string_view rest = words;
  bool named = false;
  for (std::string_view name :
       {"Part ", "Section ", "Step ", "Stage ", "Question ", "Appendix ", "PART ", "SECTION "}) {
    if (!rest.starts_with(name)) continue;
    rest.remove_prefix(name.size());
    named = true;
  }
  if (!named && rest.size() > 1 && rest[0] == 'Q' && is_digit(rest[1])) {
    rest.remove_prefix(1);
    named = true;
  }
  unsigned depth = 0;
  std::size_t at = 0;
  // "[01] Reason", "(2) Health".
  const char closing = rest.starts_with('[') ? ']' : rest.starts_with('(') ? ')' : '\0';
  if (!named && closing != '\0') at = 1;
  while (at < rest.size() && is_digit(rest[at])) {
    std::size_t from = at;
    while (at < rest.size() && is_digit(rest[at])) ++at;
    if (at - from > 2) return 0;
    ++depth;
    if (at + 1 < rest.size() && rest[at] == '.' && is_digit(rest[at + 1])) ++at;
  }
  bool dotted = depth > 0;
  if (closing != '\0' && !named && (depth == 0 || at >= rest.size() || rest[at] != closing)) return 0;
  // "3b. Views", "3(b) Views".
  if (dotted && at + 1 < rest.size() && is_lower(rest[at]) && (rest[at + 1] == '.' || rest[at + 1] == ')')) ++at;
  if (dotted && at + 2 < rest.size() && rest[at] == '(' && is_lower(rest[at + 1]) && rest[at + 2] == ')') at += 2;
  if (depth == 0) {
    while (at < rest.size() && (rest[at] == 'I' || rest[at] == 'V' || rest[at] == 'X')) ++at;
    while (at < rest.size() && (rest[at] == 'i' || rest[at] == 'v' || rest[at] == 'x')) ++at;  // "iv. Analysis"
    if (at == 0 && !rest.empty() && is_upper(rest[0])) at = 1;
    if (at == 0) return 0;
    depth = 1;
  }
  bool marked =
      at < rest.size() && (rest[at] == '.' || rest[at] == ')' || rest[at] == ':' || (at > 0 && rest[at] == closing));
  if (marked) ++at;
  if (!marked && !dotted && !named) return 0;
  if (named && at >= rest.size()) return depth;
  if (at >= rest.size() || (rest[at] != ' ' && rest[at] != '\t')) return 0;
  at = rest.find_first_not_of(" \t-", at);
  if (at == std::string_view::npos || !(is_upper(rest[at]) || static_cast<unsigned char>(rest[at]) >= 0x80)) return 0;
  return depth;
}

bool is_all_capitals(std::string_view words) {
  std::size_t capitals = 0;
  for (char c : words) {
    if (is_lower(c)) return false;
    if (is_upper(c)) ++capitals;
  }
  return capitals >= 3;
}

bool reads_as_opening(std::string_view words) {
  return !words.empty() && !is_lower(words.front()) && list_mark(words).size == 0;
}

namespace {

// What stands in answers, tables and addresses, and in no heading.
bool has_field_sign(std::string_view words) {
  constexpr std::array<std::string_view, 9> signs = {"☒", "☐", "☑", "✓", "✔", "[", "@", "|", "\t"};
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return words.find(sign) != std::string_view::npos; });
}

}  // namespace

bool reads_as_heading(std::string_view words) {
  if (words.size() > 120 || columns_of(words) > 90 || word_count(words) > 14) return false;
  unsigned number = heading_number(words);
  if (number > 0 && words.front() == '[') words.remove_prefix(1);  // "[01] Reason"
  if (!is_upper(words.front()) && number == 0 && !(static_cast<unsigned char>(words.front()) >= 0xC3)) return false;
  if (has_field_sign(words)) return false;
  std::size_t letters = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_letter));
  if (letters < 3 || is_answer(words)) return false;
  if (std::string_view(".,;!").find(words.back()) != std::string_view::npos || words.ends_with("…")) return false;
  if (words.back() == ':') return false;
  // "Could you please drop it in to me by Friday?" asks whoever reads it.
  if (words.back() == '?' && words.find(" please ") != std::string_view::npos) return false;
  // No second sentence and no field, the number of the heading apart.
  std::size_t from = number > 0 ? std::min(words.size(), words.find(' ', words.find_first_of("0123456789.")) + 1) : 0;
  for (std::size_t at = from; at + 2 < words.size(); ++at) {
    if (words[at + 1] != ' ') continue;
    if (words[at] == ':' && number == 0) return false;
    if ((words[at] == '.' || words[at] == '?' || words[at] == '!') && is_upper(words[at + 2]) && at > from + 2)
      return false;
  }
  return true;
}

namespace {

// What may be a heading where its place or its signs say that it is one: short, and no sentence, field or answer.
bool may_head(std::string_view words) {
  if (words.empty() || columns_of(words) > 80 || word_count(words) > 12 || is_answer(words)) return false;
  if (static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_letter)) < 3) return false;
  if (std::string_view(".,;!").find(words.back()) != std::string_view::npos) return false;
  if (has_field_sign(words) || words.find_first_of("]<") != std::string_view::npos) return false;
  if (words.find("   ") != std::string_view::npos) return false;
  const std::size_t colon = words.find(": ");
  if (colon != std::string_view::npos && heading_number(words) == 0) return false;
  const bool figures = words.find_first_of("0123456789") != std::string_view::npos;
  return !figures || heading_number(words) > 0;
}

}  // namespace

std::string_view heading_between_signs(std::string_view words) {
  const std::string_view inner = base::between_signs(words);
  if (inner.empty() || !may_head(inner)) return {};
  const bool emphasis = words.front() == '*' || words.front() == '_';
  const auto before = static_cast<std::size_t>(inner.data() - words.data());  // signs may stand behind it alone
  const bool hugged = before > 0 && before <= 2 && words[before - 1] != ' ';
  if (emphasis && hugged) return {};
  // "[see below]", "[address]" is a remark: a heading in brackets keeps away from them, or is in capitals.
  if (words.front() == '[' && words[1] != ' ' && !is_all_capitals(inner)) return {};
  return inner;
}

bool is_underlined_by(std::string_view words, std::string_view rule) {
  if (!base::is_rule(rule) || !may_head(words) || list_mark(words).size > 0) return false;
  const std::uint32_t length = columns_of(words);
  const std::uint32_t drawn = columns_of(base::trimmed(rule));
  return drawn <= length + 2 && length <= drawn + 2;
}

namespace {

// Where two or three dots stand apart from words on both sides.
std::size_t short_leader(std::string_view words) {
  const std::size_t dots = words.find(" ..");
  if (dots == std::string_view::npos) return dots;
  const std::size_t end = words.find_first_not_of('.', dots + 1);
  if (end == std::string_view::npos || words[end] != ' ' || ends_sentence(words)) return std::string_view::npos;
  // A pause within a sentence goes on in small letters, and has a sentence before it.
  const std::string_view value = base::trimmed(words.substr(end));
  const bool pause = value.empty() || is_lower(value.front()) || word_count(words.substr(0, dots)) > 4;
  return pause ? std::string_view::npos : dots + 1;
}

// "Date of birth .......... 14/02/2002": a label and the dots that lead to its value; not a line of contents.
std::size_t led_label_size(std::string_view words) {
  std::size_t dots = words.find("....");
  if (dots == std::string_view::npos) dots = short_leader(words);
  if (dots == std::string_view::npos || dots == 0 || dots > 60) return 0;
  const std::size_t end = words.find_first_not_of('.', dots);
  const std::string_view label = base::trimmed(words.substr(0, dots));
  const std::string_view value = end == std::string_view::npos ? std::string_view() : base::trimmed(words.substr(end));
  if (word_count(label) > 6 || label.find_first_of(".;!?\"") != std::string_view::npos) return 0;
  const auto letters = static_cast<std::size_t>(std::count_if(label.begin(), label.end(), is_letter));
  const bool page = value.size() <= 3 && value.find_first_not_of("0123456789ivx") == std::string_view::npos;
  if (letters < 2 || value.empty() || page) return 0;
  return end;
}

}  // namespace

std::size_t label_size(std::string_view words) {
  if (const std::size_t led = led_label_size(words); led > 0) return led;
  std::size_t colon = words.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 90) return 0;
  if (colon + 1 < words.size() && words[colon + 1] != ' ' && words[colon + 1] != '\t') return 0;
  std::string_view label = words.substr(0, colon);
  char first = label.front();
  if (!is_upper(first) && !is_digit(first) && static_cast<unsigned char>(first) < 0xC3) return 0;
  if (word_count(label) > 8) return 0;
  std::size_t letters = static_cast<std::size_t>(std::count_if(label.begin(), label.end(), is_letter));
  if (letters < 2) return 0;
  for (std::size_t at = 0; at + 2 < label.size(); ++at) {
    bool stop = label[at] == ';' || label[at] == '!' || label[at] == '?' || label[at] == '"' ||
                (label[at] == '.' && is_lower(label[at > 0 ? at - 1 : 0]) && is_upper(label[at + 2]));
    if (stop) return 0;
  }
  return colon + 1;
}

bool is_prose_value(std::string_view value) {
  value = base::trimmed(value);
  std::size_t words = word_count(value);
  if (words <= 3) return false;
  if (ends_sentence(value)) return true;
  return words > 25 || (words > 8 && is_lower(value.front()));
}

}  // namespace readers::text
