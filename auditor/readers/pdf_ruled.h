// Tables by the lines drawn around their cells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "readers/pdf_page.h"

namespace readers::pdf {

struct RuledCell {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t row_span = 1;
  std::size_t column_span = 1;
  std::vector<std::size_t> words;  // indices into Page::words, in the order drawn
};

struct RuledTable {
  Box box;
  std::vector<double> rows;      // the lines' heights, one more than there are rows
  std::vector<double> columns;   // the lines' places, one more than there are columns
  std::vector<RuledCell> cells;  // row by row, from left to right
  std::int32_t inside = -1;      // index of the table in one of whose cells this one stands, or -1
  std::size_t inside_cell = 0;
};

// The tables among the words given, from top to bottom; a table that stands in another's cell follows it. Words of an
// inner table are its cells' alone.
std::vector<RuledTable> ruled_tables(const Page& page, const std::vector<std::size_t>& words);

// The fields of every grid that the page's lines make, whatever stands in them: inner grids before those around them.
std::vector<Box> ruled_fields(const Page& page);

}  // namespace readers::pdf
