#include "readers/text_tables.h"

#include <algorithm>

#include "base/utf8.h"
#include "readers/text_signs.h"

namespace readers::text {
namespace {

bool reads_as_value(std::string_view cell) {
  if (cell.find_first_of("0123456789") != std::string_view::npos || ends_sentence(cell)) return true;
  for (std::string_view tick : {"☒", "☐", "☑", "✓", "[x]", "[X]", "[ ]"}) {
    if (cell.find(tick) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

Tables::Tables(const std::vector<Line>& lines) : lines_(lines), next_dashes_(lines.size() + 1, lines.size()) {
  for (std::size_t i = lines.size(); i-- > 0;) {
    next_dashes_[i] = lines[i].rule == Rule::dashes ? i : next_dashes_[i + 1];
  }
}

std::size_t Tables::next_rule(std::size_t at) const {
  return at + 1 <= lines_.size() ? next_dashes_[at + 1] : lines_.size();
}

std::optional<Table> Tables::at(std::size_t at) const {
  const Line& line = lines_[at];
  if (line.empty()) return std::nullopt;
  if (line.rule == Rule::grid) return grid(at);
  if (line.rule == Rule::dashes) return ruled(at);
  if (line.rule == Rule::other) return std::nullopt;
  if (std::optional<Table> table = headed(at)) return table;
  if (line.text.find('|') != std::string_view::npos) return piped(at);
  if (line.words().find('\t') != std::string_view::npos) return tabbed(at);
  if (line.words().find("  ") != std::string_view::npos) return aligned(at);
  return std::nullopt;
}

void guess_header(Table& table) {
  if (table.rows.size() < 2) return;
  std::vector<Cell>& first = table.rows.front();
  for (const Cell& cell : first) {
    if (cell.text.empty() || word_count(cell.text) > 5 || reads_as_value(cell.text)) return;
  }
  if (first.size() < 2) return;
  // Two columns are as often labels and values, all the way down: names of columns need longer values under them.
  if (first.size() == 2) {
    bool longer = std::any_of(table.rows.begin() + 1, table.rows.end(), [](const std::vector<Cell>& row) {
      return row.size() > 1 && (word_count(row[1].text) > 6 || row[1].text.find("☒") != std::string::npos);
    });
    if (!longer || word_count(first[1].text) > 3) return;
  }
  for (Cell& cell : first) cell.header = true;
}

}  // namespace readers::text
