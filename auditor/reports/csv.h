// findings.csv: one row per audited document and item, for spreadsheets; one row, without an item, for each document
// that was refused or skipped. RFC 4180 with CRLF line ends, UTF-8 behind a byte order mark so that Excel reads it
// right. A value that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end, or the
// full-width form of one) gets a leading apostrophe.
//
//   path             as given; bytes that aren't UTF-8 become U+FFFD
//   status           audited, refused, skipped
//   type             of the record, such as core_assessment
//   children         names, parted by "; "
//   item             CV1 ...; empty where the document was not audited
//   dimension        the id of the item's dimension
//   question         the item's question
//   rating           met, partly, not_met, na
//   points           2, 1, 0; empty for na
//   reason           of the rating; or why the document was not audited
//   quote            the first quotation that the rating stands on
//   section, page, table, row   where that quotation stands; empty where unknown
//   quotes           how many quotations there are
//   confidence       low where the rating is unsure, else empty
//   confidence_reason
//   dimension_grade, overall_score (four places), overall_grade
//   flags            ids of the flags found in the document, each once, parted by blanks
//   sha256           of the file
//   read_in_part     what a limit or damage kept from being read, parted by "; "; empty where the record was read whole
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "reports/view.h"

namespace reports {

base::Status write_csv(const Run& run, const Write& write);

// Whether a spreadsheet would take the value, were it typed, for a formula: see above.
bool would_be_formula(std::string_view value);

// One value as it stands in the file: made inert, and in quotation marks where it must be.
std::string csv_value(std::string_view value);

}  // namespace reports
