#include "form/layout.h"

#include <algorithm>
#include <utility>

#include "form/text.h"

namespace form {
namespace {

using document::Block;
using document::BlockKind;

constexpr std::size_t fewest_numbered = 3;  // rows
constexpr std::size_t long_narrative = 60;  // words: a cell of this length beside a section's name is a section
constexpr std::size_t longest_head = 8;     // words, of a line that heads what stands below it in its cell
constexpr std::size_t longest_side = 10;    // words, of a label that stands beside several rows

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
    if (has_more_words(label.at.of(text_), 10) || cues_.section(label.at.of(text_)) == 0) return false;
    return inside(static_cast<std::int64_t>(row[1])).size() >= 2 &&
           word_count(block(row[1]).at.of(text_)) >= long_narrative;
  }

  // A line of a cell that heads what follows: bold, or by what it says.
  bool heads_in_cell(base::Span at, bool bold) const {
    const std::string_view text = at.of(text_);
    if (has_more_words(text, longest_head) || ends_with_any(text, ",;!") || has_date(text)) return false;
    if (ends_with_any(text, ".") && (!bold || cues_.section_headed(text) == 0)) return false;
    if (!begins_with_capital(text)) return false;
    return bold ? !cues_.blank(text) : cues_.section_headed(text) != 0;
  }

  // "Mother's views: She said ...", "Analysis. It fits ...": a line that begins with the name of a section.
  bool labelled_in_cell(base::Span at) const {
    const std::string_view text = at.of(text_);
    const std::size_t colon = std::min(text.find(": "), text.find(". "));
    if (colon == std::string_view::npos || !has_more_words(text.substr(colon), 3)) return false;
    const std::string_view label = text.substr(0, colon);
    if (text[colon] == '.' && (has_more_words(label, 4) || cues_.speaker(label))) return false;
    return !has_more_words(label, longest_head) && begins_with_capital(label) && cues_.section(label) != 0;
  }

  // How many headings and labels part a cell.
  std::size_t parts_of(std::size_t index) const {
    std::vector<std::pair<base::Span, bool>> pieces;  // each with whether it is bold
    const std::vector<std::size_t>& children = inside(static_cast<std::int64_t>(index));
    for (std::size_t child : children) {
      if (block(child).kind == BlockKind::list_item) continue;
      for (base::Span at : lines_of(block(child).at, text_)) pieces.emplace_back(at, block(child).bold);
    }
    if (children.empty()) {
      for (base::Span at : lines_of(block(index).at, text_)) pieces.emplace_back(at, false);
    }
    std::size_t heads = 0, labels = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      labels += labelled_in_cell(pieces[i].first) ? 1u : 0u;
      if (i + 1 == pieces.size() || pieces[i + 1].second || !heads_in_cell(pieces[i].first, pieces[i].second)) continue;
      const std::string_view below = pieces[i + 1].first.of(text_);
      heads += has_more_words(below, longest_head) || ends_with_any(below, ".!?") ? 1u : 0u;
    }
    return heads + labels;
  }

  // Whether a cell is a narrative that its own headings part: at least two of them, or one over a long one.
  bool is_parted(std::size_t index) const {
    const std::size_t parts = parts_of(index);
    return parts >= 2 || (parts == 1 && word_count(block(index).at.of(text_)) >= long_narrative);
  }

  // A label beside a narrative in parts.
  bool parts_narrative(const std::vector<std::size_t>& row) const {
    return row.size() == 2 && !has_more_words(block(row[0]).at.of(text_), longest_side) && is_parted(row[1]);
  }

  // Whether names of columns stand in some row of these cells.
  bool names_columns(const std::vector<std::size_t>& cells, std::size_t end) const {
    for (std::size_t i = 0; i < end;) {
      std::size_t filled = 0, named = 0;
      const std::uint32_t row = block(cells[i]).row;
      for (; i < end && block(cells[i]).row == row; ++i) {
        const std::string_view text = block(cells[i]).at.of(text_);
        filled += has_more_words(text, 0) ? 1u : 0u;
        named += has_more_words(text, 0) && (block(cells[i]).header || cues_.known_label(text)) ? 1u : 0u;
      }
      if (filled >= 3 && named == filled) return true;
    }
    return false;
  }

  // A label at the left of several rows, in a table without names of columns: heads what stands beside it in all.
  bool heads_rows(const std::vector<std::size_t>& cells, std::size_t at) const {
    const Block& label = block(cells[at]);
    const std::string_view text = label.at.of(text_);
    if (label.row_span < 2 || label.column != 0 || word_count(text) == 0 || has_more_words(text, longest_side))
      return false;
    if (has_date(text) || ends_with_any(text, ".")) return false;
    return at + 1 < cells.size() && block(cells[at + 1]).row == label.row && !names_columns(cells, at);
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
    std::uint32_t headed_rows = 0;  // the row after the last that a label at the left heads; 0: none does
    bool in_cell = false;           // headings of a narrative are open
    for (std::size_t i = 0; i < cells.size();) {
      std::vector<std::size_t> row;
      if (headed_rows > 0 && block(cells[i]).row >= headed_rows) {
        flush();
        mark(Item::Kind::leave);
        headed_rows = 0;
      }
      if (headed_rows == 0 && heads_rows(cells, i)) {
        flush();
        mark(Item::Kind::enter);
        lines(cells[i], true);
        headed_rows = block(cells[i]).row + block(cells[i]).row_span;
        ++i;
      }
      std::uint32_t number = block(cells[i]).row;
      while (i < cells.size() && block(cells[i]).row == number) row.push_back(cells[i++]);
      bool single =
          row.size() == 1 && (columns <= 1 || block(row[0]).column_span >= columns || block(row[0]).column == 0);
      bool structure = std::any_of(row.begin(), row.end(), [&](std::size_t c) { return holds_structure(c); });
      single = single || (headed_rows > 0 && row.size() == 1);
      if (in_cell && !single) mark(Item::Kind::leave);
      in_cell = in_cell && single;
      if (single || structure || names_narrative(row) || parts_narrative(row)) {
        flush();
        if (!single) mark(Item::Kind::enter);
        // What a narrative has for headings ends with it; a heading with its help text heads the rows below.
        if (single && !in_cell && columns > 1 && !structure && parts_of(row[0]) >= 2) {
          mark(Item::Kind::enter);
          in_cell = true;
        }
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
    if (in_cell) mark(Item::Kind::leave);
    if (headed_rows > 0) mark(Item::Kind::leave);
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
