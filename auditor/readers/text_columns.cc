// Tables without a frame: cells parted by bars, tabs, or blanks that line up.
#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"
#include "readers/text_signs.h"
#include "readers/text_tables.h"

namespace readers::text {
namespace {

std::vector<Cell> cells_of(std::string_view line, char separator) {
  std::vector<Cell> row;
  std::string cell;
  auto put = [&] {
    row.push_back({});
    row.back().text = std::string(base::trimmed(cell));
    cell.clear();
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == separator) {
      cell += line[++i];
    } else if (line[i] == separator) {
      put();
    } else {
      cell += line[i];
    }
  }
  put();
  return row;
}

std::vector<Cell> piped_row(std::string_view words) {
  if (words.starts_with('|')) words.remove_prefix(1);
  if (words.ends_with('|') && !words.ends_with("\\|")) words.remove_suffix(1);
  return cells_of(words, '|');
}

// The pieces of a line that two blanks or more part, each with its first column.
struct Piece {
  std::uint32_t column;
  std::string_view text;
};

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  std::uint32_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t from = line.find_first_not_of(' ', at);
    if (from == std::string_view::npos) break;
    column += static_cast<std::uint32_t>(from - at);
    std::size_t end = std::min(line.find("  ", from), line.size());
    pieces.push_back({column, line.substr(from, end - from)});
    column += columns_of(pieces.back().text);
    at = end;
  }
  return pieces;
}

}  // namespace

std::optional<Table> Tables::piped(std::size_t at) const {
  if (lines_[at].rule != Rule::none) return std::nullopt;
  const bool framed = lines_[at].words().starts_with('|');
  if (framed && std::count(lines_[at].text.begin(), lines_[at].text.end(), '|') < 2) return std::nullopt;
  Table table;
  bool header = false;
  std::size_t end = at;
  std::size_t width = 0;
  for (; end < lines_.size() && !lines_[end].empty(); ++end) {
    std::string_view words = lines_[end].words();
    if (lines_[end].rule == Rule::pipes || (lines_[end].rule == Rule::grid && !framed)) {
      if (table.rows.size() == 1) header = true;
      continue;
    }
    if (framed != words.starts_with('|') || words.find('|') == std::string_view::npos) break;
    table.rows.push_back(piped_row(words));
    // Without a frame or a rule, only lines of as many cells are rows of one table.
    if (!framed && width > 0 && table.rows.back().size() != width && !header) {
      table.rows.pop_back();
      break;
    }
    width = std::max(width, table.rows.back().size());
  }
  if (table.rows.empty() || width > base::limits::table_columns) return std::nullopt;
  if (!framed && (table.rows.size() < 2 || width < 2)) return std::nullopt;
  for (std::vector<Cell>& row : table.rows) row.resize(width);
  if (header) {
    for (Cell& cell : table.rows.front()) cell.header = true;
  } else {
    guess_header(table);
  }
  table.end = end;
  return table;
}

std::optional<Table> Tables::tabbed(std::size_t at) const {
  // "Label:<tab>value" lines are fields.
  if (base::trimmed(lines_[at].words().substr(0, lines_[at].words().find('\t'))).ends_with(':')) return std::nullopt;
  Table table;
  std::size_t end = at;
  std::size_t width = 0;
  for (; end < lines_.size(); ++end) {
    std::string_view line = lines_[end].text;
    if (line.find('\t') == std::string_view::npos && !lines_[end].ends_in_tab) break;
    table.rows.push_back(cells_of(line, '\t'));
    width = std::max(width, table.rows.back().size());
  }
  if ((table.rows.size() < 2 && width < 3) || width > base::limits::table_columns) return std::nullopt;
  for (std::vector<Cell>& row : table.rows) row.resize(width);
  // Tabs that only line things up make columns that hold nothing.
  for (std::size_t c = width; c-- > 0;) {
    bool empty =
        std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) { return row[c].text.empty(); });
    if (!empty) continue;
    for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(c));
    --width;
  }
  if (width < 2) return std::nullopt;
  guess_header(table);
  table.end = end;
  return table;
}

namespace {

// Whether the cell is a question that nothing stands beside.
bool answers_above(const std::vector<Cell>& row, std::size_t cell) {
  return row[cell].text.ends_with('?') && cell + 1 < row.size() && row[cell + 1].text.empty();
}

}  // namespace

// Where the names of columns leave the first one empty ("        Ava      Leo"): the column in which the labels of the
// row below begin; else that of the first name.
std::uint32_t Tables::column_before(std::size_t at) const {
  const std::vector<Piece> names = pieces_of(lines_[at].text);
  const std::uint32_t none = names[0].column;
  if (at + 1 >= lines_.size() || lines_[at + 1].empty() || none == 0) return none;
  const std::vector<Piece> below = pieces_of(lines_[at + 1].text);
  if (below.size() != names.size() + 1 || below[0].column >= none) return none;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (below[i + 1].column != names[i].column) return none;
  }
  return below[0].column;
}

std::optional<Table> Tables::aligned(std::size_t at) const {
  const std::vector<Piece> first = pieces_of(lines_[at].text);
  if (first.size() < 2 || first.size() > 40 || first[0].text.ends_with(':')) return std::nullopt;
  std::vector<std::uint32_t> starts;
  if (const std::uint32_t labels = column_before(at); labels < first[0].column) starts.push_back(labels);
  for (const Piece& piece : first) starts.push_back(piece.column);
  if (list_mark(lines_[at].words()).size > 0) return std::nullopt;
  Table table;
  std::size_t full = 0;
  std::size_t answered = 0;  // of the rows so far, that whose question has its answer in the lines below
  std::size_t end = at;
  for (; end < lines_.size() && !lines_[end].empty() && lines_[end].rule == Rule::none; ++end) {
    const std::vector<Piece> pieces = pieces_of(lines_[end].text);
    std::vector<Cell> row(starts.size());
    bool fits = true;
    for (const Piece& piece : pieces) {
      auto place = std::find(starts.begin(), starts.end(), piece.column);
      fits = fits && place != starts.end();
      if (fits) row[static_cast<std::size_t>(place - starts.begin())].text = std::string(piece.text);
    }
    if (!fits) break;
    // A line that leaves the first column empty goes on with the row above; below a question it is the answer.
    if (row[0].text.empty() && !table.rows.empty()) {
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (row[c].text.empty()) continue;
        if (pieces.size() == 1 && answers_above(table.rows.back(), c)) answered = table.rows.size();
        const bool beside = answered == table.rows.size() && pieces.size() == 1 && c + 1 < row.size();
        std::string& above = table.rows.back()[beside ? c + 1 : c].text;
        above += (above.empty() ? "" : " ") + row[c].text;
      }
      continue;
    }
    // Words in the first column alone may be a heading or text after the table.
    if (pieces.size() < 2) break;
    ++full;
    table.rows.push_back(std::move(row));
  }
  if (full < 2) return std::nullopt;
  guess_header(table);
  table.end = end;
  return table;
}

}  // namespace readers::text
