// findings.csv: one row per audited document and item, for spreadsheets; one row, without an item, for each document
// that was refused or skipped. RFC 4180 with CRLF line ends, UTF-8 behind a byte order mark so that Excel reads it
// right. A value that a spreadsheet would take for a formula (it begins, blanks aside, with = + - @, a tab or a line
// end, or the full-width form of one) gets a leading apostrophe. The columns and what they mean stand in one table, in
// csv.cc, which `auditor report --help` prints; new ones are added at the end.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "reports/view.h"

namespace reports {

base::Status write_csv(const Run& run, const Write& write);

// Whether a spreadsheet would take the value, were it typed, for a formula: see above.
bool would_be_formula(std::string_view value);

// The columns in order, a line each: name and meaning.
std::string csv_columns();

// One value as it stands in the file: made inert, and in quotation marks where it must be.
std::string csv_value(std::string_view value);

}  // namespace reports
