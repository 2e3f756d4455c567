// Tables of a Word 97-2003 document: paragraphs say how deep in tables they stand, cells and rows end with marks, and a
// row's shape stands with its end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/docx_flow.h"

namespace readers::doc {

// A row as its end defines it.
struct RowShape {
  struct Cell {
    int right = 0;            // edge, in twips
    std::uint8_t across = 0;  // code of its merging with its neighbours
    std::uint8_t down = 0;    // 0 alone, 1 goes on from above, 3 the first of several
  };
  int left = 0;  // edge of the first cell
  std::vector<Cell> cells;
  bool header = false;

  // Takes in the changes of one list.
  void apply(std::string_view changes, bool old);
};

// Gathers a story's content into a flow.
class Blocks {
 public:
  // The flow at the depth that is open; deeper or shallower tables are begun or ended.
  docx::Flow& at_depth(std::size_t depth);
  void end_cell();
  void end_row(const RowShape& shape);
  // Ends open tables and gives all that was gathered.
  docx::Flow take();
  bool between_tables() const { return open_.empty(); }
  const docx::Flow& gathered() const { return flow_; }
  bool cells_cut() const { return cells_cut_; }

 private:
  struct Open {
    docx::Table table;
    std::vector<RowShape> shapes;  // of the table's rows
    docx::Row row;
    docx::Flow cell;
  };
  void close_table();

  docx::Flow flow_;
  std::vector<Open> open_;
  std::size_t cells_ = 0;
  bool cells_cut_ = false;
};

}  // namespace readers::doc
