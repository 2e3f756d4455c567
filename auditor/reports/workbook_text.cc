#include "reports/workbook_text.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/utf8.h"
#include "reports/csv.h"

namespace reports {
namespace {

constexpr std::string_view kCutNote = " [\u2026 cut here; findings.jsonl holds the whole]";
constexpr std::size_t kCutNoteCharacters = kCutNote.size() - 2;  // one of them takes three bytes

// Whether Excel would read the underscore at `at` as the start of a character's number: "_x0041_".
bool begins_a_number(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "_x" || text.size() < at + 7 || text[at + 6] != '_') return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 6,
                     [](unsigned char c) { return std::isxdigit(c) != 0; });
}

bool fits_xml(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n';
  return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

CellText cell_text(std::string_view value, std::size_t most_characters) {
  CellText out;
  out.formula = would_be_formula(value);
  std::size_t used = 0;
  // Where to cut, should the rest not fit: the last place that leaves room for the note.
  std::size_t last_place = 0;
  for (std::size_t at = 0; at < value.size();) {
    std::size_t start = at;
    char32_t c = base::next_code_point(value, at);
    if (c == '\r') {
      if (at < value.size() && value[at] == '\n') ++at;
      c = '\n';
    }
    if (!fits_xml(c)) c = 0xFFFD;
    bool escaped = c == '_' && begins_a_number(value, start);
    used += escaped ? 7 : c > 0xFFFF ? 2 : 1;
    if (used > most_characters) {
      out.text.resize(last_place);
      out.text += kCutNote;
      out.cut = true;
      return out;
    }
    if (escaped) {
      out.text += "_x005F_";
    } else {
      base::append_utf8(out.text, c);
    }
    if (used + kCutNoteCharacters <= most_characters) last_place = out.text.size();
  }
  return out;
}

std::size_t lines_of(std::string_view text, double width) {
  auto across = static_cast<std::size_t>(std::max(1.0, std::floor(width)));
  std::size_t lines = 0, on_line = 0;
  for (char c : text) {
    if (c == '\n') {
      lines += 1 + (on_line == 0 ? 0 : (on_line - 1) / across);
      on_line = 0;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++on_line;
    }
  }
  return lines + 1 + (on_line == 0 ? 0 : (on_line - 1) / across);
}

}  // namespace reports
