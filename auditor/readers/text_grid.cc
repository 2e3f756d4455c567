// Tables drawn as a grid of + - = and |: pandoc's grid tables, with cells over several rows and columns, and MySQL's.
#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"
#include "readers/text_tables.h"

namespace readers::text {
namespace {

// A line as one character a display column, so that it can be asked by column.
std::u32string by_column(std::string_view line) {
  std::u32string out;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t from = at;
    char32_t c = base::next_code_point(line, at);
    std::uint32_t width = c < 0x300 ? 1 : columns_of(line.substr(from, at - from));
    // Combining marks keep a place of their own where they would be lost; tables with them may be off by that much.
    out += c;
    if (width == 2) out += U'\0';
  }
  return out;
}

std::string piece_of(const std::u32string& line, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < std::min(end, line.size()); ++i) {
    if (line[i] != 0) base::append_utf8(out, line[i]);
  }
  std::size_t last = out.find_last_not_of(' ');
  out.resize(last == std::string::npos ? 0 : last + 1);
  return out;
}

char32_t at_column(const std::u32string& line, std::size_t column) {
  return column < line.size() ? line[column] : U' ';
}

bool is_rule_part(const std::u32string& line, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    char32_t c = at_column(line, i);
    if (c != '-' && c != '=' && c != ':' && c != '+') return false;
  }
  return end > begin;
}

// A cell being gathered, over columns [column, column + span).
struct Growing {
  std::size_t row = 0;
  std::size_t column = 0;
  std::uint32_t span = 1;
  std::vector<std::string> lines;
};

// Cell lines as the cell's text: one paragraph is joined, anything with an empty line, a list or a rule is laid out.
Cell cell_of(Growing& growing) {
  while (!growing.lines.empty() && growing.lines.back().empty()) growing.lines.pop_back();
  std::size_t first = 0;
  while (first < growing.lines.size() && growing.lines[first].empty()) ++first;
  growing.lines.erase(growing.lines.begin(), growing.lines.begin() + static_cast<std::ptrdiff_t>(first));
  Cell cell;
  cell.column_span = growing.span;
  for (const std::string& line : growing.lines) {
    std::string_view words = base::trimmed(line);
    if (words.empty() || list_mark(words).size > 0 || words.starts_with('+')) cell.laid_out = true;
  }
  for (const std::string& line : growing.lines) {
    if (!cell.text.empty()) cell.text += cell.laid_out ? '\n' : ' ';
    cell.text += cell.laid_out ? std::string_view(line).substr(line.starts_with(' ') ? 1 : 0) : base::trimmed(line);
  }
  return cell;
}

}  // namespace

std::optional<Table> Tables::grid(std::size_t at) const {
  const std::uint32_t indent = lines_[at].indent;
  std::size_t end = at;
  std::vector<std::u32string> lines;
  std::vector<std::size_t> bounds;  // columns where cells meet
  std::vector<bool> is_bound;
  std::size_t rules = 0;
  bool double_rule = false;
  for (; end < lines_.size() && lines_[end].indent == indent && !lines_[end].empty(); ++end) {
    char first = lines_[end].words().front();
    if (first != '+' && first != '|') break;
    lines.push_back(by_column(lines_[end].words()));
    if (first != '+') continue;
    ++rules;
    double_rule = double_rule || (end > at && lines_[end].words().find("==") != std::string_view::npos);
    if (is_bound.size() < lines.back().size()) is_bound.resize(lines.back().size(), false);
    for (std::size_t c = 0; c < lines.back().size(); ++c) {
      if (lines.back()[c] != '+' || is_bound[c]) continue;
      is_bound[c] = true;
      bounds.push_back(c);
    }
    if (bounds.size() > base::limits::table_columns) return std::nullopt;
  }
  std::sort(bounds.begin(), bounds.end());
  if (rules < 2 || bounds.size() < 2 || lines.size() < 3) {
    return std::nullopt;
  }
  const std::size_t columns = bounds.size() - 1;
  // MySQL rules only the header and the ends: then every line between is a row.
  bool line_rows = !double_rule && rules == 3 && lines.size() > 5 && lines[2][0] == '+';
  for (std::size_t i = 3; line_rows && i + 1 < lines.size(); ++i) {
    line_rows = !piece_of(lines[i], bounds[0] + 1, bounds[1]).empty();
  }

  Table table;
  table.end = end;
  std::vector<Growing> open(columns);  // by first column; a span leaves the columns after it unused
  std::vector<bool> used(columns, false);
  std::size_t row = 0;
  std::size_t header_rows = 0;
  bool row_has_lines = false;
  std::vector<std::pair<Growing, std::size_t>> done;  // with the row after its last
  auto close = [&](std::size_t c) {
    if (used[c]) done.emplace_back(std::move(open[c]), row + 1);
    used[c] = false;
    open[c] = {};
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::u32string& line = lines[i];
    bool rule = line[0] == '+' || (line[0] == '|' && i > 0 && [&] {
                  for (std::size_t c = 1; c < columns; ++c) {
                    if (at_column(line, bounds[c]) == '+' && is_rule_part(line, bounds[c], bounds[c + 1])) return true;
                  }
                  return false;
                }());
    if (rule) {
      if (!row_has_lines) continue;
      for (std::size_t c = 0; c < columns; ++c) {
        if (!used[c]) continue;
        if (is_rule_part(line, bounds[c] + 1, bounds[c + open[c].span])) {
          close(c);
        } else {
          open[c].lines.push_back(piece_of(line, bounds[c] + 1, bounds[c + open[c].span]));
        }
      }
      if (std::find(line.begin(), line.end(), U'=') != line.end() && header_rows == 0 && i + 1 < lines.size()) {
        header_rows = row + 1;
      }
      ++row;
      row_has_lines = false;
      continue;
    }
    if (line_rows && i > 2 && row_has_lines) {
      for (std::size_t c = 0; c < columns; ++c) close(c);
      ++row;
    }
    row_has_lines = true;
    // Where a bound isn't drawn the cell goes on to the next one.
    for (std::size_t c = 0; c < columns;) {
      std::size_t to = c + 1;
      if (used[c]) {
        to = c + open[c].span;
      } else {
        while (to < columns && at_column(line, bounds[to]) != '|' && at_column(line, bounds[to]) != '+' && !used[to])
          ++to;
        used[c] = true;
        open[c].row = row;
        open[c].column = c;
        open[c].span = static_cast<std::uint32_t>(to - c);
      }
      open[c].lines.push_back(piece_of(line, bounds[c] + 1, bounds[to]));
      c = to;
    }
  }
  for (std::size_t c = 0; c < columns; ++c) close(c);
  if (line_rows) header_rows = 1;
  std::stable_sort(done.begin(), done.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first.row, a.first.column) < std::pair(b.first.row, b.first.column);
  });
  for (auto& [growing, after] : done) {
    if (table.rows.size() <= growing.row) table.rows.resize(growing.row + 1);
    Cell cell = cell_of(growing);
    cell.header = growing.row < header_rows;
    cell.row_span = static_cast<std::uint32_t>(after - growing.row);
    table.rows[growing.row].push_back(std::move(cell));
  }
  return table;
}

}  // namespace readers::text
