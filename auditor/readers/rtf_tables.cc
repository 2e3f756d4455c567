#include "readers/rtf_tables.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/limits.h"
#include "readers/rtf_grid.h"

namespace readers::rtf {
namespace {

void move_all(docx::Flow& from, docx::Flow& into) {
  std::move(from.begin(), from.end(), std::back_inserter(into));
  from.clear();
}

}  // namespace

Tables::Shaping& Tables::shaping(int level) {
  return shaping_[static_cast<std::size_t>(std::clamp(level, 1, deepest))];
}

void Tables::begin_shape(int level) {
  shaping(level) = {};
}

RowShape& Tables::shape(int level) {
  shaping(level).shared.reset();
  return shaping(level).shape;
}

RowShape::Cell& Tables::next_cell(int level) {
  return shaping(level).next;
}

void Tables::end_shape_cell(int level, int right) {
  Shaping& here = shaping(level);
  here.shared.reset();
  here.next.right = right;
  if (here.shape.cells.size() < base::limits::table_columns) here.shape.cells.push_back(here.next);
  here.next = {};
}

docx::Flow& Tables::flow_at(int level, docx::Flow& base) {
  auto depth = static_cast<std::size_t>(std::clamp(level, 0, deepest));
  set_depth(depth, base);
  return depth == 0 ? base : levels_.back().cell;
}

void Tables::end_cell(int level, docx::Flow& base) {
  flow_at(std::max(level, 1), base);
  Level& here = levels_.back();
  if (here.row.cells.size() >= base::limits::table_columns) {
    too_wide_ = too_wide_ || docx::has_text(here.cell);
    move_all(here.cell, here.row.cells.back().content);
    return;
  }
  ++cells_;
  here.row.cells.emplace_back();
  here.row.cells.back().content = std::move(here.cell);
  here.cell.clear();
}

void Tables::end_row(int level, docx::Flow& base) {
  flow_at(std::max(level, 1), base);
  if (docx::has_text(levels_.back().cell)) end_cell(level, base);
  Level& here = levels_.back();
  here.cell.clear();
  Shaping& drawn = shaping(level);
  // LibreOffice ends more cells than it has after a nested table.
  while (!drawn.shape.cells.empty() && here.row.cells.size() > drawn.shape.cells.size() &&
         here.row.cells.back().content.empty()) {
    here.row.cells.pop_back();
  }
  if (here.row.cells.empty()) return;
  if (drawn.shared == nullptr) drawn.shared = std::make_shared<const RowShape>(drawn.shape);
  here.row.header = drawn.shape.header;
  here.table.rows.push_back(std::move(here.row));
  here.shapes.push_back(drawn.shared);
  here.row = {};
}

void Tables::set_depth(std::size_t depth, docx::Flow& base) {
  while (levels_.size() > depth) close(base);
  while (levels_.size() < depth) levels_.emplace_back();
}

void Tables::close(docx::Flow& base) {
  Level level = std::move(levels_.back());
  levels_.pop_back();
  docx::Flow& below = levels_.empty() ? base : levels_.back().cell;
  // Paragraphs said to stand in a table that has no cell are paragraphs.
  bool stray = level.row.cells.empty();
  if (!stray) {
    if (docx::has_text(level.cell)) {
      level.row.cells.emplace_back();
      level.row.cells.back().content = std::move(level.cell);
      level.cell.clear();
    }
    level.table.rows.push_back(std::move(level.row));
    level.shapes.push_back(level.shapes.empty() ? nullptr : level.shapes.back());
  }
  if (!level.table.rows.empty()) {
    for (Drawn& drawn : parted({std::move(level.table), std::move(level.shapes)})) {
      arrange(drawn);
      below.emplace_back(std::make_unique<docx::Table>(std::move(drawn.table)));
    }
  }
  if (stray) move_all(level.cell, below);
}

}  // namespace readers::rtf
