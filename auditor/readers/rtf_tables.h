// Tables of one story of an RTF. The format has no tables, only cells and rows that end: these are put together here,
// and their cells find their columns by where their right edges stand.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

#include "readers/docx_flow.h"

namespace readers::rtf {

// What \trowd and the words after it tell of a row.
struct RowShape {
  struct Cell {
    int right = 0;  // twips
    bool joins_left = false;
    docx::Cell::Merge down = docx::Cell::Merge::none;
  };
  int left = 0;  // twips
  bool header = false;
  bool last = false;  // of its table, by its writer
  int index = -1;     // in its table; -1 where its writer doesn't say
  std::vector<Cell> cells;
};

// Levels are how many tables a place stands in: 0 for none.
class Tables {
 public:
  static constexpr int deepest = 32;  // tables in tables; deeper ones are read as this deep

  // The shape of the rows that end next at a level. \cellx ends a cell of it, which `next_cell` tells of.
  void begin_shape(int level);
  RowShape& shape(int level);
  RowShape::Cell& next_cell(int level);
  void end_shape_cell(int level, int right);

  // The flow that a paragraph at a level belongs to; opens and closes tables as needed. `base` is the story's own flow.
  docx::Flow& flow_at(int level, docx::Flow& base);

  void end_cell(int level, docx::Flow& base);
  void end_row(int level, docx::Flow& base);
  void end_all(docx::Flow& base) { set_depth(0, base); }

  bool open() const { return !levels_.empty(); }
  bool in_row() const { return !levels_.empty() && !levels_.front().row.cells.empty(); }
  std::size_t cells() const { return cells_; }  // ended so far
  bool too_wide() const { return too_wide_; }   // cells beyond the widest row allowed were joined to the last

 private:
  struct Level {
    docx::Table table;
    std::vector<std::shared_ptr<const RowShape>> shapes;  // one a row
    docx::Row row;
    docx::Flow cell;
  };
  struct Shaping {
    RowShape shape;
    RowShape::Cell next;
    std::shared_ptr<const RowShape> shared;  // by the rows that ended with this shape; null where it changed since
  };

  Shaping& shaping(int level);
  void set_depth(std::size_t depth, docx::Flow& base);
  void close(docx::Flow& base);

  std::vector<Level> levels_;
  std::array<Shaping, deepest + 1> shaping_;
  std::size_t cells_ = 0;
  bool too_wide_ = false;
};

}  // namespace readers::rtf
