// Columns of an RTF table: cells are given by their right edges, row by row.
#pragma once

#include <memory>
#include <vector>

#include "readers/docx_flow.h"
#include "readers/rtf_tables.h"

namespace readers::rtf {

// A table with the shape of each of its rows; null where a row has none.
struct Drawn {
  docx::Table table;
  std::vector<std::shared_ptr<const RowShape>> shapes;
};

// Rows that follow each other without a paragraph between: one table or, where the shapes say so, several.
std::vector<Drawn> parted(Drawn rows);

// Gives every cell its column span and what it is merged with.
void arrange(Drawn& drawn);

}  // namespace readers::rtf
