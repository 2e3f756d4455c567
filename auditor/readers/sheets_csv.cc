// CSV as spreadsheets save it: RFC 4180 with any of three separators, in whatever encoding; line ends stand in quotes.
#include <algorithm>
#include <array>

#include "base/limits.h"
#include "readers/encoding.h"
#include "readers/sheets.h"

namespace readers {
namespace {

// Of the first line, quoted stretches left out.
char separator_of(std::string_view text) {
  std::array<std::pair<char, std::size_t>, 3> found{{{',', 0}, {';', 0}, {'\t', 0}}};
  bool quoted = false;
  for (char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    for (auto& [separator, count] : found) count += c == separator ? 1 : 0;
  }
  return std::max_element(found.begin(), found.end(), [](auto a, auto b) { return a.second < b.second; })->first;
}

// Takes the value that begins at `at`; then `at` is at the separator, line end or end of the text behind it.
std::string value_at(std::string_view text, std::size_t& at, char separator) {
  std::string out;
  bool quoted = at < text.size() && text[at] == '"';
  if (quoted) {
    for (++at; at < text.size(); ++at) {
      if (text[at] == '"' && (at + 1 == text.size() || text[at + 1] != '"')) {
        ++at;
        break;
      }
      if (text[at] == '"') ++at;
      out += text[at];
    }
  }
  // What follows a closing quote belongs to the value, as spreadsheets have it.
  while (at < text.size() && text[at] != separator && text[at] != '\n' && text[at] != '\r') out += text[at++];
  return out;
}

base::Error too_large(const std::string& name, const std::string& what) {
  return {base::ErrorCode::over_limit, name, 0, 0, what, "keep the rows that are wanted, and delete the others"};
}

}  // namespace

base::Result<std::vector<Sheet>> read_csv(std::string_view bytes, const std::string& name, const Wanted& wanted) {
  if (bytes.substr(0, 4096).find('\0') != std::string_view::npos && !bytes.starts_with("\xFF\xFE") &&
      !bytes.starts_with("\xFE\xFF")) {
    return base::Error{base::ErrorCode::unsupported, name, 0, 0, "is no spreadsheet", "give an .xlsx or a CSV file"};
  }
  const std::string text = to_utf8(bytes, Declares::nothing).text;
  const char separator = separator_of(text);
  Sheet sheet;
  std::size_t cells = 0;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (++number > base::limits::sheet_rows) return too_large(name, "has more rows than a spreadsheet can have");
    SheetRow row;
    row.number = number;
    for (std::uint32_t column = 0;; ++column) {
      if (column >= base::limits::sheet_columns) return too_large(name, "has a row of too many columns");
      std::string value = value_at(text, at, separator);
      if (!value.empty()) row.cells.emplace_back(column, std::move(value));
      if (at >= text.size() || text[at] != separator) break;
      ++at;
    }
    if (at < text.size() && text[at] == '\r') ++at;
    if (at < text.size() && text[at] == '\n') ++at;
    cells += row.cells.size();
    if (cells > base::limits::sheet_cells) return too_large(name, "has too many cells");
    if (row.cells.empty()) continue;
    sheet.rows.push_back(std::move(row));
    if (sheet.rows.size() == heads && !wanted(sheet)) return std::vector<Sheet>();
  }
  if (sheet.rows.size() < heads && !wanted(sheet)) return std::vector<Sheet>();
  std::vector<Sheet> out;
  out.push_back(std::move(sheet));
  return out;
}

}  // namespace readers
