#include "form/layout.h"

#include <algorithm>

#include "form/text.h"

namespace form {
namespace {

using document::Block;
using document::BlockKind;

constexpr std::size_t fewest_numbered = 3;  // rows
constexpr std::size_t long_narrative = 60;  // words: a cell of this length beside a section's name is a section

class Flow {
 public:
  Flow(const document::Document& document, const Cues& cues) : document_(document), text_(document.text), cues_(cues) {
    children_.resize(document.blocks.size() + 1);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      children_[static_cast<std::size_t>(document.blocks[i].parent + 1)].push_back(i);
    }
  }

  std::vector<Item> run() {
    flow(-1);
    return std::move(items_);
  }

 private:
  const Block& block(std::size_t index) const { return document_.blocks[index]; }
  const std::vector<std::size_t>& inside(std::int64_t parent) const {
    return children_[static_cast<std::size_t>(parent + 1)];
  }

  void flow(std::int64_t parent) {
    const std::vector<std::size_t>& blocks = inside(parent);
    for (std::size_t i = 0; i < blocks.size();) {
      if (block(blocks[i]).kind != BlockKind::cell) {
        lines(blocks[i]);
        ++i;
        continue;
      }
      std::int32_t table = block(blocks[i]).table;
      std::vector<std::size_t> cells;
      while (i < blocks.size() && block(blocks[i]).kind == BlockKind::cell && block(blocks[i]).table == table) {
        cells.push_back(blocks[i++]);
      }
      read_table(table, cells);
    }
  }

  // One line for each line of a block.
  void lines(std::size_t index, bool side = false, bool alone = false) {
    const Block& b = block(index);
    std::vector<base::Span> spans;
    if (b.kind == BlockKind::heading || b.kind == BlockKind::field) {
      base::Span at = trimmed(b.at, text_);
      if (!at.empty()) spans.push_back(at);
    } else {
      spans = lines_of(b.at, text_);
    }
    for (base::Span at : spans) {
      Item item;
      Line& line = item.line;
      line.at = at;
      line.label = b.label;
      line.kind = b.kind == BlockKind::cell ? BlockKind::paragraph : b.kind;
      line.part = b.part;
      line.level = b.level;
      line.bold = b.bold || b.header;
      line.italic = b.italic;
      line.inferred = b.inferred;
      line.side = side;
      line.alone = alone;
      line.block = static_cast<std::int32_t>(index);
      line.table = b.table;
      line.row = b.row;
      line.page = b.page;
      items_.push_back(std::move(item));
    }
  }

  TableCell cell_of(std::size_t index) const {
    const Block& b = block(index);
    TableCell cell;
    cell.block = static_cast<std::int32_t>(index);
    cell.at = trimmed(b.at, text_);
    cell.header = b.header;
    cell.bold = b.bold;
    cell.italic = b.italic;
    cell.column = b.column;
    cell.column_span = b.column_span;
    bool all_bold = !inside(static_cast<std::int64_t>(index)).empty();
    bool all_italic = all_bold;
    for (std::size_t child : inside(static_cast<std::int64_t>(index))) {
      base::Span at = trimmed(block(child).at, text_);
      if (at.empty()) continue;
      cell.parts.push_back(at);
      all_bold = all_bold && block(child).bold;
      all_italic = all_italic && block(child).italic;
    }
    cell.bold = cell.bold || all_bold;
    cell.italic = cell.italic || all_italic;
    if (cell.parts.empty() && !cell.at.empty()) cell.parts.push_back(cell.at);
    return cell;
  }

  bool holds_structure(std::size_t index) const {
    for (std::size_t child : inside(static_cast<std::int64_t>(index))) {
      if (block(child).kind == BlockKind::cell || block(child).kind == BlockKind::heading) return true;
    }
    return false;
  }

  // A section's name beside a narrative of several paragraphs.
  bool names_narrative(const std::vector<std::size_t>& row) const {
    if (row.size() != 2) return false;
    const Block& label = block(row[0]);
    if (word_count(label.at.of(text_)) > 10 || cues_.section(label.at.of(text_)) == 0) return false;
    return inside(static_cast<std::int64_t>(row[1])).size() >= 2 &&
           word_count(block(row[1]).at.of(text_)) >= long_narrative;
  }

  void mark(Item::Kind kind) {
    Item item;
    item.kind = kind;
    items_.push_back(std::move(item));
  }

  void open_up(std::size_t index, bool side, bool alone) {
    if (inside(static_cast<std::int64_t>(index)).empty()) return lines(index, side, alone);
    flow(static_cast<std::int64_t>(index));
  }

  // "Date of referral | : 05/09/2011": a colon that was lined up for the eye belongs to the label.
  void join_colons(TableRow& row) const {
    for (std::size_t c = 1; c < row.cells.size(); ++c) {
      TableCell& cell = row.cells[c];
      TableCell& label = row.cells[c - 1];
      if (cell.at.size() < 1 || text_[cell.at.begin] != ':' || label.at.empty()) continue;
      label.at.end = cell.at.begin + 1;
      label.parts = {label.at};
      cell.at = trimmed(base::Span{cell.at.begin + 1, cell.at.end}, text_);
      cell.parts.clear();
      if (!cell.at.empty()) cell.parts.push_back(cell.at);
    }
  }

  // "7 | Strategy discussion | Mon 1 Nov": a first column that only numbers the rows belongs to the labels beside it.
  void join_numbers(Segment& segment) const {
    if (segment.rows.size() < fewest_numbered) return;
    std::size_t labels = 0;
    std::size_t values = 0;
    for (const TableRow& row : segment.rows) {
      if (row.cells.size() != 3) return;
      std::string_view text = row.cells[0].at.of(text_);
      bool number = !text.empty() && text.size() <= 4 && text[0] >= '0' && text[0] <= '9' && !has_letter(text);
      if (!number || row.cells[1].at.empty()) return;
      labels += word_count(row.cells[1].at.of(text_));
      values += word_count(row.cells[2].at.of(text_));
    }
    if (values < labels) return;
    for (TableRow& row : segment.rows) {
      row.cells[1].at = base::join(row.cells[0].at, row.cells[1].at);
      row.cells[1].parts = {row.cells[1].at};
      row.cells.erase(row.cells.begin());
    }
  }

  void read_table(std::int32_t table, const std::vector<std::size_t>& cells) {
    Segment segment;
    segment.table = table;
    auto flush = [&] {
      if (segment.rows.empty()) return;
      join_numbers(segment);
      Item item;
      item.kind = Item::Kind::rows;
      item.segment = segment;
      items_.push_back(std::move(item));
      segment.rows.clear();
    };
    std::uint32_t columns = document_.tables[static_cast<std::size_t>(table)].columns;
    std::uint32_t last_row = block(cells.back()).row;
    bool several = last_row > block(cells.front()).row;
    if (several) mark(Item::Kind::enter);
    for (std::size_t i = 0; i < cells.size();) {
      std::vector<std::size_t> row;
      std::uint32_t number = block(cells[i]).row;
      while (i < cells.size() && block(cells[i]).row == number) row.push_back(cells[i++]);
      bool single =
          row.size() == 1 && (columns <= 1 || block(row[0]).column_span >= columns || block(row[0]).column == 0);
      bool structure = std::any_of(row.begin(), row.end(), [&](std::size_t c) { return holds_structure(c); });
      if (single || structure || names_narrative(row)) {
        flush();
        if (!single) mark(Item::Kind::enter);
        for (std::size_t c = 0; c < row.size(); ++c) open_up(row[c], !single && c == 0, single);
        if (!single) mark(Item::Kind::leave);
        continue;
      }
      TableRow cells_of_row;
      cells_of_row.row = number;
      for (std::size_t c : row) cells_of_row.cells.push_back(cell_of(c));
      join_colons(cells_of_row);
      segment.page = block(row[0]).page;
      segment.rows.push_back(std::move(cells_of_row));
    }
    flush();
    if (several) mark(Item::Kind::leave);
  }

  const document::Document& document_;
  std::string_view text_;
  const Cues& cues_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<Item> items_;
};

}  // namespace

std::vector<Item> flow_of(const document::Document& document, const Cues& cues) {
  return Flow(document, cues).run();
}

}  // namespace form
