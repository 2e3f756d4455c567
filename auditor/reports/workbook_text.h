// What strangers wrote, as a cell of an Excel workbook can hold it. Needs no library.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reports {

// Excel's limits ("Excel specifications and limits", support.microsoft.com).
struct WorkbookLimits {
  std::size_t rows = 1'048'576;     // of a sheet, its head included
  std::size_t characters = 32'767;  // of a cell, in UTF-16 units
  std::size_t links = 65'530;       // of a sheet
};

struct CellText {
  std::string text;      // UTF-8 that XML can hold
  bool cut = false;      // it was too long: what is left ends by saying so
  bool formula = false;  // it begins like a formula: its cell must have the format Text, so that it stays text when
                         // somebody edits it
};

// Line ends become line feeds; characters that XML can't hold become U+FFFD; "_x0041_", which Excel would read as "A",
// is written so that it reads as it stands.
CellText cell_text(std::string_view value, std::size_t most_characters);

// Lines that the text takes in a column so many characters wide, at least 1.
std::size_t lines_of(std::string_view text, double width);

}  // namespace reports
