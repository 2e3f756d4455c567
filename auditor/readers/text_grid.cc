// Tables drawn as a grid of + - = and |: pandoc's grid tables, with cells over several rows and columns, and MySQL's.
#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "readers/text_signs.h"
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

// A grid as drawn: its lines by column, and the columns where cells may meet.
struct Drawing {
  std::vector<std::u32string> lines;
  std::vector<std::size_t> bounds;  // ascending; one more than there are columns
  std::size_t rules = 0;
  bool double_rule = false;  // "+===+" below the first line: it ends the header

  std::size_t columns() const { return bounds.size() - 1; }
};

// Draws nothing (no bounds) where the lines are no grid.
Drawing drawing_of(const std::vector<Line>& lines, std::size_t at) {
  Drawing drawing;
  std::vector<bool> is_bound;
  for (std::size_t i = at; i < lines.size() && !lines[i].empty() && lines[i].indent == lines[at].indent; ++i) {
    const std::string_view words = lines[i].words();
    if (words.front() != '+' && words.front() != '|') break;
    drawing.lines.push_back(by_column(words));
    if (words.front() != '+') continue;
    ++drawing.rules;
    drawing.double_rule = drawing.double_rule || (i > at && words.find("==") != std::string_view::npos);
    const std::u32string& rule = drawing.lines.back();
    if (is_bound.size() < rule.size()) is_bound.resize(rule.size(), false);
    for (std::size_t c = 0; c < rule.size(); ++c) {
      if (rule[c] != '+' || is_bound[c]) continue;
      is_bound[c] = true;
      drawing.bounds.push_back(c);
    }
    if (drawing.bounds.size() > base::limits::table_columns) return {};
  }
  if (drawing.rules < 2 || drawing.bounds.size() < 2 || drawing.lines.size() < 3) return {};
  std::sort(drawing.bounds.begin(), drawing.bounds.end());
  return drawing;
}

// Reads a drawing line by line; cells grow until a rule ends them.
class Grid {
 public:
  explicit Grid(const Drawing& drawing)
      : drawing_(drawing), bounds_(drawing.bounds), open_(drawing.columns()), used_(drawing.columns(), false) {}

  std::vector<std::vector<Cell>> rows() {
    const bool by_line = has_row_a_line();
    for (std::size_t i = 0; i < drawing_.lines.size(); ++i) {
      const std::u32string& line = drawing_.lines[i];
      if (is_rule(line)) {
        rule(line, i + 1 == drawing_.lines.size());
      } else {
        if (by_line && i > 2 && row_has_lines_) end_row();
        words(line);
      }
    }
    for (std::size_t c = 0; c < drawing_.columns(); ++c) close(c);
    return arranged(by_line ? 1 : header_rows_);
  }

 private:
  // MySQL rules only the header and the ends: then every line between is a row.
  bool has_row_a_line() const {
    const std::vector<std::u32string>& lines = drawing_.lines;
    if (drawing_.double_rule || drawing_.rules != 3 || lines.size() <= 5 || lines[2][0] != '+') return false;
    for (std::size_t i = 3; i + 1 < lines.size(); ++i) {
      if (piece_of(lines[i], bounds_[0] + 1, bounds_[1]).empty()) return false;
    }
    return true;
  }

  // A rule may start in a later column, where the first cell goes on.
  bool is_rule(const std::u32string& line) const {
    if (line[0] == '+') return true;
    for (std::size_t c = 1; c < drawing_.columns(); ++c) {
      if (at_column(line, bounds_[c]) == '+' && is_rule_part(line, bounds_[c], bounds_[c + 1])) return true;
    }
    return false;
  }

  void rule(const std::u32string& line, bool last) {
    if (!row_has_lines_) return;
    for (std::size_t c = 0; c < drawing_.columns(); ++c) {
      if (!used_[c]) continue;
      const std::size_t begin = bounds_[c] + 1;
      const std::size_t end = bounds_[c + open_[c].span];
      if (is_rule_part(line, begin, end)) {
        close(c);
      } else {
        open_[c].lines.push_back(piece_of(line, begin, end));
      }
    }
    if (line.find(U'=') != std::u32string::npos && header_rows_ == 0 && !last) header_rows_ = row_ + 1;
    ++row_;
    row_has_lines_ = false;
  }

  void words(const std::u32string& line) {
    row_has_lines_ = true;
    for (std::size_t c = 0; c < drawing_.columns();) {
      std::size_t to = c + 1;
      if (used_[c]) {
        to = c + open_[c].span;
      } else {
        // Where a bound isn't drawn, the cell goes on to the next one.
        while (to < drawing_.columns() && !used_[to] && at_column(line, bounds_[to]) != '|' &&
               at_column(line, bounds_[to]) != '+') {
          ++to;
        }
        used_[c] = true;
        open_[c].row = row_;
        open_[c].column = c;
        open_[c].span = static_cast<std::uint32_t>(to - c);
      }
      open_[c].lines.push_back(piece_of(line, bounds_[c] + 1, bounds_[to]));
      c = to;
    }
  }

  void end_row() {
    for (std::size_t c = 0; c < drawing_.columns(); ++c) close(c);
    ++row_;
  }

  void close(std::size_t column) {
    if (used_[column]) done_.emplace_back(std::move(open_[column]), row_ + 1);
    used_[column] = false;
    open_[column] = {};
  }

  std::vector<std::vector<Cell>> arranged(std::size_t header_rows) {
    std::stable_sort(done_.begin(), done_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.first.row, a.first.column) < std::pair(b.first.row, b.first.column);
    });
    std::vector<std::vector<Cell>> rows;
    for (auto& [growing, after] : done_) {
      if (rows.size() <= growing.row) rows.resize(growing.row + 1);
      Cell cell = cell_of(growing);
      cell.header = growing.row < header_rows;
      cell.row_span = static_cast<std::uint32_t>(after - growing.row);
      rows[growing.row].push_back(std::move(cell));
    }
    return rows;
  }

  const Drawing& drawing_;
  const std::vector<std::size_t>& bounds_;
  std::vector<Growing> open_;  // by first column; the further columns of a span stay unused
  std::vector<bool> used_;
  std::size_t row_ = 0;
  std::size_t header_rows_ = 0;
  bool row_has_lines_ = false;
  std::vector<std::pair<Growing, std::size_t>> done_;  // with the row after its last
};

}  // namespace

std::optional<Table> Tables::grid(std::size_t at) const {
  const Drawing drawing = drawing_of(lines_, at);
  if (drawing.bounds.empty()) return std::nullopt;
  Table table;
  table.rows = Grid(drawing).rows();
  table.end = at + drawing.lines.size();
  return table;
}

}  // namespace readers::text
