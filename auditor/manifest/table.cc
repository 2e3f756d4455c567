#include "manifest/table.h"

#include <algorithm>
#include <array>

#include "base/csv.h"
#include "base/utf8.h"
#include "readers/encoding.h"

namespace manifest {
namespace {

base::Error bad(const std::string& file, std::uint32_t line, std::string message, std::string advice) {
  return {base::ErrorCode::damaged, file, line, 0, std::move(message), std::move(advice)};
}

// The sign outside of quotation marks that is most frequent in the first lines.
char separator_of(std::string_view text) {
  constexpr std::array<char, 4> signs = {',', ';', '\t', '|'};
  constexpr std::size_t enough_lines = 20;
  std::array<std::size_t, 4> counts{};
  bool quoted = false;
  std::size_t lines = 0;
  for (char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' && ++lines == enough_lines) break;
    auto sign = std::find(signs.begin(), signs.end(), c);
    if (sign != signs.end()) ++counts[static_cast<std::size_t>(sign - signs.begin())];
  }
  return signs[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

// "sep=;", as spreadsheets begin a file; takes the line away.
char told_separator(std::string_view& text) {
  constexpr std::string_view mark = "sep=";
  if (text.size() <= mark.size() || base::fold_case(text.substr(0, mark.size())) != mark) return '\0';
  char sign = text[mark.size()];
  std::size_t end = text.find('\n');
  if (end == std::string_view::npos || end > mark.size() + 2) return '\0';
  text.remove_prefix(end + 1);
  return sign;
}

std::string tidy(const std::string& cell) {
  return base::typed(base::trimmed(base::on_one_line(base::trimmed(cell))));
}

}  // namespace

base::Result<std::vector<Row>> read_table(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return bad(file, 0, "is a workbook, not a CSV file", "open it, and save the sheet as CSV UTF-8");
  }
  const std::string decoded = readers::to_utf8(bytes, readers::Declares::nothing).text;
  std::string_view text = decoded;
  std::vector<Row> rows;
  std::uint32_t line = 1;
  char separator = told_separator(text);
  if (separator != '\0') ++line;
  if (separator == '\0') separator = separator_of(text);
  Row row{line, {}};
  std::string cell;
  std::uint32_t opened = 0;  // line of an open quotation mark
  bool quoted = false, was_quoted = false;
  auto end_cell = [&] {
    row.cells.push_back(tidy(cell));
    cell.clear();
    was_quoted = false;
  };
  auto end_row = [&] {
    end_cell();
    bool holds = std::any_of(row.cells.begin(), row.cells.end(), [](const std::string& each) { return !each.empty(); });
    if (holds) rows.push_back(std::move(row));
    row = {line, {}};
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool line_end = c == '\n' || (c == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
    if (line_end) ++line;
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        cell += text[++at];
      } else {
        quoted = false;
      }
    } else if (c == '"' && !was_quoted && base::trimmed(cell).empty()) {
      quoted = was_quoted = true;
      opened = line;
      cell.clear();
    } else if (c == separator) {
      end_cell();
    } else if (line_end) {
      end_row();
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (quoted) {
    return bad(file, opened, "a quotation mark opens here that nothing closes", "save the list as CSV again");
  }
  end_row();
  return rows;
}

}  // namespace manifest
