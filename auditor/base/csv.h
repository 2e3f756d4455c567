// Values and rows of CSV as spreadsheets take them: RFC 4180 with CRLF line ends. A file of it begins with a byte order
// mark, so that Excel reads its UTF-8 right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

inline constexpr std::string_view byte_order_mark = "\uFEFF";

// Whether a spreadsheet would take the value, were it typed, for a formula: it begins with = + - @, a tab or a line
// end, or the full-width form of one.
bool would_be_formula(std::string_view value);

// One value as it stands in the file: what would be a formula, blanks aside, gets a leading apostrophe; in quotation
// marks where it must be; malformed UTF-8 is repaired.
std::string csv_value(std::string_view value);

// The values parted by commas, with the line end.
std::string csv_row(const std::vector<std::string>& values);

// A value as it was before csv_value() put an apostrophe there; quotation marks are the reader's.
std::string typed(std::string_view value);

}  // namespace base
