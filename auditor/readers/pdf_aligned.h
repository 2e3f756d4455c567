// Tables without rules: text that stands in columns. And columns of running text, which are none.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/pdf_layout.h"
#include "readers/pdf_lines.h"

namespace readers::pdf {

// From left to right, none touching another.
using Columns = std::vector<Box>;

// A run of a region's bands.
struct Stretch {
  enum class Kind : std::uint8_t { lines, table, columns };
  Kind kind = Kind::lines;
  std::size_t begin = 0;
  std::size_t end = 0;
  Columns columns;
};

// Parts a region from top to bottom. `above`: the columns of the table that the page before ended with, if any.
std::vector<Stretch> stretches_of(const Page& page, const std::vector<Band>& bands, const Looks& looks,
                                  const Columns* above);

// Whether rows of these columns can go on from rows of those: no column of either falls into two of the other.
bool agree(const Columns& above, const Columns& below);

// A table's rows: for each row and column, the segments that stand there, from top to bottom; and how many columns
// those of a cell reach over.
struct AlignedCell {
  std::vector<const Segment*> lines;
  std::size_t span = 1;
};
using AlignedRow = std::vector<AlignedCell>;
std::vector<AlignedRow> rows_of(const Page& page, const std::vector<Band>& bands, const Stretch& table,
                                const Looks& looks);

}  // namespace readers::pdf
