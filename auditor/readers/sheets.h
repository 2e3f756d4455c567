// The cells of a spreadsheet that a person has filled in and saved: an Excel workbook (from Excel, LibreOffice and
// others), or CSV. Cells hold what is shown as text; formulas, formats and macros are never looked at. Rows and columns
// that are hidden or filtered out are there like all others.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace readers {

struct SheetRow {
  std::uint32_t number = 0;                                  // from 1, as the spreadsheet numbers it
  std::vector<std::pair<std::uint32_t, std::string>> cells;  // column from 0, UTF-8; those that hold nothing left out

  // The text in the column, or an empty one.
  std::string_view at(std::uint32_t column) const;
};

struct Sheet {
  std::string name;  // empty for CSV
  std::vector<SheetRow> rows;
};

// Whether a sheet is wanted, asked once with its first `heads` rows (fewer where it has fewer): of the others nothing
// more is read.
using Wanted = std::function<bool(const Sheet& head)>;
inline constexpr std::size_t heads = 20;

// The wanted sheets in their order. Refuses what is no workbook and no text, old .xls and .ods files (unsupported),
// passwords (encrypted), damage, and what is beyond base/limits.h. `name` is for errors.
base::Result<std::vector<Sheet>> read_sheets(std::string_view bytes, const std::string& name, const Wanted& wanted);

// The same where the kind is known. CSV: parted by commas, semicolons or tabs, whichever the first line has most of.
base::Result<std::vector<Sheet>> read_workbook(std::string_view bytes, const std::string& name, const Wanted& wanted);
base::Result<std::vector<Sheet>> read_csv(std::string_view bytes, const std::string& name, const Wanted& wanted);

// "Moderation!F17", "F17" where the sheet has no name.
std::string cell_name(std::string_view sheet, std::uint32_t row, std::uint32_t column);

// The column of a cell's name, "AB12" -> 27; nothing like a cell's name gives `sheet_columns` or more.
std::uint32_t column_of(std::string_view cell);

}  // namespace readers
