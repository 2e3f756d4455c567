// A table as spreadsheets and databases write it: RFC 4180 with comma, semicolon, tab or bar, in whatever encoding.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace manifest {

struct Row {
  std::uint32_t line = 0;          // of the file, from 1, where the row begins
  std::vector<std::string> cells;  // UTF-8 on one line, without blanks around and without a spreadsheet's apostrophe
};

// Rows that hold anything, in order. The separator is the one that parts the first rows into most cells, unless
// a line "sep=;" says it. An error where the bytes are no such table: a workbook, quotation marks that nothing closes.
base::Result<std::vector<Row>> read_table(std::string_view bytes, const std::string& file);

}  // namespace manifest
