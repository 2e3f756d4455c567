#include "base/ornament.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace base {
namespace {

// Signs of which a row may stand on either side of words, and those that may stand on one side alone: dots and
// underlines at an end are room to write in, dashes there a blank answer.
constexpr std::u32string_view signs =
    U"=*-#~_+>:|^.\u2013\u2014\u2500\u2501\u2550\u2022\u00B7\u25A0\u25AA\u25BA\u2605\u00AB";
constexpr std::u32string_view lone_signs = U"=*#~>\u2500\u2501\u2550\u25A0\u25BA";
constexpr std::u32string_view drawn_signs = U"=-~^*_.\u2013\u2014\u2500\u2501\u2550\"'`+#";
constexpr std::size_t longest_line = 160;  // bytes
constexpr std::size_t lone_row = 3;        // signs
constexpr std::size_t one_sided_words = 100;

// The sign that closes what another opens.
char32_t mirrored(char32_t sign) {
  return sign == U'>' ? U'<' : sign == U'\u00AB' ? U'\u00BB' : sign == U'\u25BA' ? U'\u25C4' : sign;
}

struct Row {
  char32_t sign = 0;
  std::size_t count = 0;
  std::size_t bytes = 0;
};

Row row_at_start(std::string_view line) {
  Row row;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t sign = next_code_point(line, at);
    if (row.count > 0 && sign != row.sign) break;
    row = {sign, row.count + 1, at};
  }
  return row;
}

// The row of `sign` that the line ends with.
Row row_at_end(std::string_view line, char32_t sign) {
  Row row{sign, 0, 0};
  for (std::size_t begin = line.size(); begin > 0;) {
    const std::size_t first = character_start(line, begin - 1);
    std::size_t end = first;
    if (next_code_point(line, end) != sign || end != begin) break;
    row = {sign, row.count + 1, line.size() - first};
    begin = first;
  }
  return row;
}

char32_t last_sign(std::string_view line) {
  std::size_t first = character_start(line, line.size() - 1);
  return next_code_point(line, first);
}

bool among(std::u32string_view these, char32_t sign) {
  return these.find(sign) != std::u32string_view::npos;
}

// What stands between signs at a page's edge or as a remark, and names nothing that follows.
bool is_marginal(std::string_view words) {
  const std::string folded = fold_case(words);
  for (const char* begin :
       {"page ",    "end of ",    "start of ",        "continue",  "cont'd",  "print", "confidential",
        "official", "restricted", "original message", "forwarded", "draft",   "blank", "see ",
        "please",   "note",       "insert",           "redacted",  "removed", "not ",  "pls "}) {
    if (folded.starts_with(begin)) return true;
  }
  return folded == "end" || folded.find("intentionally") != std::string::npos;
}

// The words between the signs, whatever they say.
std::string_view enclosed(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 4 || line.size() > longest_line) return {};
  if (line.front() == '[' && line.back() == ']') {
    const std::string_view words = trimmed(line.substr(1, line.size() - 2));
    return words.find_first_of("[]") == std::string_view::npos && words.size() > 2 ? words : std::string_view();
  }
  const Row head = row_at_start(line);
  if (head.bytes == line.size()) return {};
  const bool opened = among(signs, head.sign);
  const Row tail = row_at_end(line, opened ? mirrored(head.sign) : last_sign(line));
  if (opened && tail.count > 0) {
    const std::string_view inner = line.substr(head.bytes, line.size() - head.bytes - tail.bytes);
    const std::string_view words = trimmed(inner);
    // One sign alone is a dash or a star of a list, unless a blank stands inside of both.
    const bool single = head.count == 1 || tail.count == 1;
    const bool blanks = !inner.empty() && inner.front() == ' ' && inner.back() == ' ';
    return words.size() > 2 && (!single || blanks) && head.sign != U'.' ? words : std::string_view();
  }
  if (line.size() > one_sided_words) return {};
  if (opened && head.count >= lone_row && among(lone_signs, head.sign)) return trimmed(line.substr(head.bytes));
  if (!opened && tail.count >= lone_row && among(lone_signs, tail.sign))
    return trimmed(line.substr(0, line.size() - tail.bytes));
  return {};
}

}  // namespace

std::string_view between_signs(std::string_view line) {
  const std::string_view words = enclosed(line);
  return words.empty() || is_marginal(words) ? std::string_view() : words;
}

bool is_rule(std::string_view line) {
  line = trimmed(line);
  if (line.size() < lone_row) return false;
  const Row row = row_at_start(line);
  return row.bytes == line.size() && row.count >= lone_row && among(drawn_signs, row.sign);
}

}  // namespace base
