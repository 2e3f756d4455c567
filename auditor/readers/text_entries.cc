#include "readers/text_entries.h"

#include <algorithm>
#include <string_view>

#include "readers/text_signs.h"

namespace readers::text {
namespace {

constexpr std::size_t least = 3;          // lines of a list
constexpr std::uint32_t widest = 140;     // columns of an entry
constexpr std::size_t longest_start = 8;  // words before an entry's first dash

// The number that the line begins with, before a blank and a capital: "2 Dentist"; 0 where it begins with none.
unsigned number_of(std::string_view words) {
  unsigned number = 0;
  std::size_t at = 0;
  for (; at < words.size() && at < 3 && words[at] >= '0' && words[at] <= '9'; ++at)
    number = number * 10 + static_cast<unsigned>(words[at] - '0');
  const bool capital = at + 1 < words.size() && words[at + 1] >= 'A' && words[at + 1] <= 'Z';
  return at > 0 && at < 3 && capital && words[at] == ' ' ? number : 0;
}

// "Nursery - 5 sessions", "benefits to the new address - mum": a dash with words on both sides, early in the line.
bool is_dashed(const Line& line) {
  const std::string_view words = line.words();
  if (line.rule != Rule::none || columns_of(line.text) > widest || ends_sentence(words)) return false;
  std::size_t dash = words.find(" - ");
  if (dash == std::string_view::npos) dash = words.find(" \xE2\x80\x93 ");
  return dash != std::string_view::npos && dash > 0 && word_count(words.substr(0, dash)) <= longest_start;
}

// Marks the lines of [begin, end) where they are enough.
void mark(std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  if (end - begin < least) return;
  for (std::size_t i = begin; i < end; ++i) lines[i].entry = true;
}

}  // namespace

bool is_bare_number(const Line& line) {
  return number_of(line.words()) > 0;
}

void mark_entries(std::vector<Line>& lines) {
  std::size_t dashed = 0, numbered = 0;  // where the runs begin
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    const bool ends = i == lines.size() || lines[i].empty();
    if (ends || !is_dashed(lines[i])) {
      mark(lines, dashed, i);
      dashed = i + 1;
    }
    if (ends || i == numbered || number_of(lines[i].words()) != number_of(lines[i - 1].words()) + 1) {
      mark(lines, numbered, std::max(i, numbered));
      numbered = !ends && number_of(lines[i].words()) == 1 ? i : i + 1;
    }
  }
}

}  // namespace readers::text
