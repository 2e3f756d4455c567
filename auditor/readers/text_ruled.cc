// Tables ruled with dashes: pandoc's simple and multiline tables, and what databases and old programs print.
#include <algorithm>

#include "readers/text_tables.h"

namespace readers::text {
namespace {

std::vector<std::uint32_t> starts_of(const std::vector<Run>& runs) {
  std::vector<std::uint32_t> starts;
  for (Run run : runs) starts.push_back(run.begin);
  return starts;
}

// One row from lines that make it together, the wrapped lines of a cell joined by blanks.
std::vector<Cell> row_of(const std::vector<Line>& lines, std::size_t begin, std::size_t end,
                         const std::vector<std::uint32_t>& starts, bool header) {
  std::vector<Cell> row(starts.size());
  for (std::size_t i = begin; i < end; ++i) {
    std::vector<std::string> pieces = sliced(lines[i].text, starts);
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (pieces[c].empty()) continue;
      if (!row[c].text.empty()) row[c].text += ' ';
      row[c].text += pieces[c];
    }
  }
  if (header) {
    for (Cell& cell : row) cell.header = true;
    // A heading over the whole table is drawn in its first column.
    bool alone =
        row.size() > 1 && std::all_of(row.begin() + 1, row.end(), [](const Cell& c) { return c.text.empty(); });
    if (alone && !row[0].text.empty()) {
      row[0].column_span = static_cast<std::uint32_t>(row.size());
      row.resize(1);
    }
  }
  return row;
}

bool is_gap(const Line& line) {
  return line.empty() && !line.spaces;
}

// The rows between two rules: parted by empty lines if there are any, else a row a line.
void add_rows(Table& table, const std::vector<Line>& lines, std::size_t begin, std::size_t end,
              const std::vector<std::uint32_t>& starts, bool header = false) {
  bool parted = false;
  for (std::size_t i = begin; i < end; ++i) parted = parted || is_gap(lines[i]);
  for (std::size_t i = begin; i < end; ++i) {
    if (is_gap(lines[i])) continue;
    std::size_t from = i;
    if (parted) {
      while (i + 1 < end && !is_gap(lines[i + 1])) ++i;
    }
    table.rows.push_back(row_of(lines, from, i + 1, starts, header));
  }
}

bool fits(const std::vector<Run>& outer, const std::vector<Run>& inner) {
  return !outer.empty() && !inner.empty() && outer.front().begin == inner.front().begin &&
         outer.back().end == inner.back().end;
}

}  // namespace

std::optional<Table> Tables::ruled(std::size_t at) const {
  const std::vector<Run> top = dash_runs(lines_[at].text);
  const std::size_t second = next_rule(at);
  if (second >= lines_.size() || second == at + 1) return std::nullopt;
  const std::vector<Run> middle = dash_runs(lines_[second].text);
  if (!fits(top, middle)) return std::nullopt;
  // A row of names between two rules, and the rows below it.
  bool names = second - at <= 12 && second + 1 < lines_.size() && !is_gap(lines_[second + 1]);
  for (std::size_t i = at + 1; i < second; ++i) names = names && !is_gap(lines_[i]);
  const std::size_t third = next_rule(second);
  const bool closed = third < lines_.size() && fits(middle, dash_runs(lines_[third].text));
  Table table;
  if (names && closed && (middle.size() > 1 || middle == top)) {
    const std::vector<std::uint32_t> starts = starts_of(middle);
    table.rows.push_back(row_of(lines_, at + 1, second, starts, true));
    add_rows(table, lines_, second + 1, third, starts);
    table.end = third + 1;
    return table;
  }
  // No header row: the same rule above and below. A single rule at the margin is a line across the page.
  if (!(top == middle) || (top.size() == 1 && top.front().begin == 0)) return std::nullopt;
  add_rows(table, lines_, at + 1, second, starts_of(top));
  table.end = second + 1;
  return table;
}

std::optional<Table> Tables::headed(std::size_t at) const {
  if (at + 1 >= lines_.size() || lines_[at + 1].rule != Rule::dashes) return std::nullopt;
  const std::vector<Run> runs = dash_runs(lines_[at + 1].text);
  const bool indented = runs.front().begin >= 2 && lines_[at].indent >= 2;
  if (runs.size() < 2 && !indented) return std::nullopt;
  const std::vector<std::uint32_t> starts = starts_of(runs);
  Table table;
  table.rows.push_back(row_of(lines_, at, at + 1, starts, true));
  std::size_t end = at + 2;
  while (end < lines_.size() && !is_gap(lines_[end]) && lines_[end].rule != Rule::dashes) ++end;
  add_rows(table, lines_, at + 2, end, starts);
  if (end < lines_.size() && lines_[end].rule == Rule::dashes && dash_runs(lines_[end].text) == runs) ++end;
  table.end = end;
  return table;
}

}  // namespace readers::text
