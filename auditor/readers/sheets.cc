#include "readers/sheets.h"

#include <algorithm>

#include "base/limits.h"

namespace readers {
std::string_view SheetRow::at(std::uint32_t column) const {
  auto found = std::find_if(cells.begin(), cells.end(), [&](const auto& cell) { return cell.first == column; });
  return found == cells.end() ? std::string_view() : std::string_view(found->second);
}

base::Result<std::vector<Sheet>> read_sheets(std::string_view bytes, const std::string& name, const Wanted& wanted) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return base::Error{
        base::ErrorCode::unsupported,         name, 0, 0, "is an old workbook (.xls), or one with a password",
        "save it as .xlsx without a password"};
  }
  if (bytes.starts_with("PK")) return read_workbook(bytes, name, wanted);
  return read_csv(bytes, name, wanted);
}

std::string cell_name(std::string_view sheet, std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return (sheet.empty() ? "" : std::string(sheet) + "!") + letters + std::to_string(row);
}

std::uint32_t column_of(std::string_view cell) {
  std::uint32_t column = 0;
  for (char c : cell) {
    if (c == '$') continue;
    bool small = c >= 'a' && c <= 'z';
    if (!small && !(c >= 'A' && c <= 'Z')) break;
    column = column * 26 + static_cast<std::uint32_t>(c - (small ? 'a' : 'A') + 1);
    if (column > base::limits::sheet_columns) break;
  }
  return column == 0 ? base::limits::sheet_columns : column - 1;
}

}  // namespace readers
