#include "readers/doc_tables.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "base/limit.h"
#include "readers/doc_sprm.h"
#include "readers/little_endian.h"

namespace readers::doc {
namespace {

constexpr std::size_t deepest = 60;  // of nested tables; Word's own menus stop far earlier
constexpr std::size_t most_cells_of_row = 64;
constexpr std::size_t descriptor_size = 20;
constexpr std::size_t old_descriptor_size = 10;
// Edges of different rows that lie no farther apart are one: three millimetres hold no words.
constexpr int same_edge = 60;  // twips

int signed_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::int16_t>(u16_at(bytes, at));
}

void define(RowShape& shape, std::string_view operand, bool old) {
  const std::size_t count = std::min<std::size_t>(u8_at(operand, 0), most_cells_of_row);
  const std::size_t size = old ? old_descriptor_size : descriptor_size;
  shape.left = signed_at(operand, 1);
  shape.cells.assign(count, {});
  for (std::size_t i = 0; i < count; ++i) {
    unsigned flags = u16_at(operand, 1 + (count + 1) * 2 + i * size);
    shape.cells[i].right = signed_at(operand, 1 + (i + 1) * 2);
    shape.cells[i].across = flags & 0x3;
    shape.cells[i].down = old ? std::uint8_t{0} : static_cast<std::uint8_t>((flags >> 5) & 0x3);
  }
}

void insert(RowShape& shape, std::string_view operand) {
  std::size_t at = u8_at(operand, 0);
  std::size_t count = u8_at(operand, 1);
  int width = signed_at(operand, 2);
  if (at > shape.cells.size() || shape.cells.size() + count > most_cells_of_row) return;
  int edge = at == 0 ? shape.left : shape.cells[at - 1].right;
  for (std::size_t i = at; i < shape.cells.size(); ++i) shape.cells[i].right += width * static_cast<int>(count);
  for (std::size_t i = 0; i < count; ++i) {
    RowShape::Cell cell;
    cell.right = edge + width * static_cast<int>(i + 1);
    shape.cells.insert(shape.cells.begin() + static_cast<std::ptrdiff_t>(at + i), cell);
  }
}

// The range of cells that an operand names, as far as they are there.
std::pair<std::size_t, std::size_t> range(const RowShape& shape, std::string_view operand) {
  std::size_t end = std::min<std::size_t>(u8_at(operand, 1), shape.cells.size());
  return {std::min<std::size_t>(u8_at(operand, 0), end), end};
}

// Two writers' codes are about: 1 begins and 2 goes on, or 2 (and 3) begins and 1 goes on. The first of a run tells.
std::vector<bool> joins_left(const RowShape& shape) {
  std::vector<bool> joins(shape.cells.size(), false);
  std::uint8_t first = 0;
  for (std::size_t i = 0; i < joins.size(); ++i) {
    std::uint8_t code = shape.cells[i].across;
    if (first == 0 || code == 0) {
      first = code;
    } else {
      joins[i] = (code == 1) != (first == 1);
    }
  }
  return joins;
}

// Whether every cell that has text is set as a heading, as LibreOffice sets those of HTML's <th>.
bool is_heading(const docx::Row& row) {
  std::size_t headings = 0;
  for (const docx::Cell& cell : row.cells) {
    for (const docx::Item& item : cell.content) {
      const auto* paragraph = std::get_if<docx::Paragraph>(&item);
      if (paragraph == nullptr || paragraph->role != docx::Role::table_heading) return false;
      ++headings;
    }
  }
  return headings > 1;
}

// Tables that follow one another directly are one to the format. A row begins a new one if it heads columns though the
// row above doesn't, or if none of its inner edges goes on from the row above.
bool begins_table(const docx::Row& above, const RowShape& shape_above, const docx::Row& row, const RowShape& shape) {
  if (shape.header != shape_above.header) return shape.header;
  if (is_heading(row) && !is_heading(above)) return true;
  const std::size_t cells = std::min(shape_above.cells.size(), shape.cells.size());
  if (cells < 2 || above.cells.size() < 2 || row.cells.size() < 2) return false;
  for (const RowShape::Cell& cell : shape.cells) {
    if (cell.down == 1) return false;
  }
  for (std::size_t i = 0; i + 1 < shape.cells.size(); ++i) {
    for (std::size_t j = 0; j + 1 < shape_above.cells.size(); ++j) {
      if (std::abs(shape.cells[i].right - shape_above.cells[j].right) <= same_edge) return false;
    }
  }
  return true;
}

// Which edges of a table's rows are one: each edge's column, by its place.
class Grid {
 public:
  explicit Grid(const std::vector<RowShape>& shapes) {
    for (const RowShape& shape : shapes) {
      if (shape.cells.empty()) continue;
      edges_.push_back(shape.left);
      for (const RowShape::Cell& cell : shape.cells) edges_.push_back(cell.right);
    }
    std::sort(edges_.begin(), edges_.end());
    auto far = [](int a, int b) { return b - a > same_edge; };
    std::vector<int> kept;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      if (i == 0 || far(edges_[i - 1], edges_[i])) kept.push_back(edges_[i]);
    }
    edges_ = std::move(kept);
  }
  // The number of the edge, from 0.
  std::uint32_t column(int edge) const {
    auto after = std::upper_bound(edges_.begin(), edges_.end(), edge);
    return static_cast<std::uint32_t>(std::distance(edges_.begin(), after) - 1);
  }

 private:
  std::vector<int> edges_;  // the first of those that are one
};

void shape_row(docx::Row& row, const RowShape& shape, const Grid& grid) {
  row.header = shape.header;
  const std::size_t shaped = std::min(row.cells.size(), shape.cells.size());
  const std::vector<bool> joins = joins_left(shape);
  std::uint32_t column = shaped == 0 ? 0 : grid.column(shape.left);
  row.columns_before = column;
  for (std::size_t i = 0; i < shaped; ++i) {
    docx::Cell& cell = row.cells[i];
    std::uint32_t right = grid.column(shape.cells[i].right);
    cell.column_span = right > column ? right - column : 1;
    column = std::max(right, column);
    cell.joins_left = joins[i];
    if (shape.cells[i].down == 1) cell.down = docx::Cell::Merge::follow;
    if (shape.cells[i].down >= 2) cell.down = docx::Cell::Merge::start;
  }
}

}  // namespace

void RowShape::apply(std::string_view list, bool old) {
  Changes changes(list, old);
  for (Change change; changes.next(change);) {
    switch (change.sprm) {
      case Sprm::t_define:
        define(*this, change.operand, old);
        break;
      case Sprm::t_header:
        header = change.byte() != 0;
        break;
      case Sprm::t_insert:
        insert(*this, change.operand);
        break;
      case Sprm::t_delete: {
        auto [begin, end] = range(*this, change.operand);
        cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(begin),
                    cells.begin() + static_cast<std::ptrdiff_t>(end));
        break;
      }
      case Sprm::t_merge:
      case Sprm::t_split: {
        auto [begin, end] = range(*this, change.operand);
        for (std::size_t i = begin; i < end; ++i) {
          cells[i].across = change.sprm == Sprm::t_split ? std::uint8_t{0}
                            : i == begin                 ? std::uint8_t{2}
                                                         : std::uint8_t{1};
        }
        break;
      }
      case Sprm::t_vertical_merge: {
        std::size_t cell = u8_at(change.operand, 0);
        if (cell < cells.size()) cells[cell].down = u8_at(change.operand, 1) & 0x3;
        break;
      }
      default:
        break;
    }
  }
}

docx::Flow& Blocks::at_depth(std::size_t depth) {
  depth = std::min(depth, deepest);
  while (open_.size() > depth) close_table();
  while (open_.size() < depth) open_.emplace_back();
  return open_.empty() ? flow_ : open_.back().cell;
}

void Blocks::end_cell() {
  if (open_.empty()) return;
  if (cells_ >= base::limit(base::Limit::cells)) {
    cells_cut_ = true;  // what is in it goes on in the last cell
    return;
  }
  ++cells_;
  docx::Cell cell;
  cell.content = std::move(open_.back().cell);
  open_.back().cell.clear();
  open_.back().row.cells.push_back(std::move(cell));
}

void Blocks::end_row(const RowShape& shape) {
  if (open_.empty()) return;
  Open& open = open_.back();
  if (!open.cell.empty()) end_cell();
  if (open.row.cells.empty()) return;
  open.table.rows.push_back(std::move(open.row));
  open.row = {};
  open.shapes.push_back(shape);
}

void Blocks::close_table() {
  end_row({});
  Open open = std::move(open_.back());
  open_.pop_back();
  docx::Flow& into = open_.empty() ? flow_ : open_.back().cell;
  std::vector<docx::Row>& rows = open.table.rows;
  for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
    for (end = begin + 1; end < rows.size(); ++end) {
      if (begins_table(rows[end - 1], open.shapes[end - 1], rows[end], open.shapes[end])) break;
    }
    auto first = open.shapes.begin() + static_cast<std::ptrdiff_t>(begin);
    Grid grid({first, first + static_cast<std::ptrdiff_t>(end - begin)});
    auto table = std::make_unique<docx::Table>();
    for (std::size_t i = begin; i < end; ++i) {
      shape_row(rows[i], open.shapes[i], grid);
      table->rows.push_back(std::move(rows[i]));
    }
    into.emplace_back(std::move(table));
  }
  std::move(open.cell.begin(), open.cell.end(), std::back_inserter(into));
}

docx::Flow Blocks::take() {
  at_depth(0);
  docx::Flow flow = std::move(flow_);
  flow_.clear();
  return flow;
}

}  // namespace readers::doc
