// findings.csv: one row per audited document and item, for spreadsheets; one row, without an item, for each document
// that was refused or skipped. RFC 4180 with CRLF line ends, UTF-8 behind a byte order mark so that Excel reads it
// right, no formulas (base/csv.h). The columns and what they mean stand in one table, in csv.cc, which `auditor report
// --help` prints; new ones are added at the end.
#pragma once

#include <string>
#include <string_view>

#include "base/csv.h"
#include "base/result.h"
#include "reports/view.h"

namespace reports {

using base::csv_value;
using base::would_be_formula;

base::Status write_csv(const Run& run, const Write& write);

// The columns in order, a line each: name and meaning.
std::string csv_columns();

}  // namespace reports
