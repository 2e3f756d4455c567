// People's ratings out of the sheets of a moderation workbook or CSV. A file is taken in whole or not at all: every
// fault in it is told with its cell, and then nothing of it counts.
//
// A sheet holds ratings where a row of its first twenty has the headings "Item" and "Your rating". Columns are known by
// their headings, wherever they stand; rows may be sorted, filtered, hidden and deleted. A row is about the document
// whose SHA-256 its key column holds, or without such a column, whose path stands under "Document", or whose number
// under "No.". Where a row names a document and a question that don't belong together, it was sorted apart, which is a
// fault. An empty rating is none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/audit.h"
#include "base/result.h"
#include "readers/sheets.h"

namespace agreement {

struct Fault {
  std::string cell;  // "Moderation!F17"; empty where it is about the whole file
  std::string message;
};

struct Imported {
  std::vector<Given> given;     // empty where there are faults
  std::vector<Fault> faults;    // in the order of the rows
  std::size_t without = 0;      // rows without a rating
  std::size_t only_remark = 0;  // of those, rows with a comment: it is not taken
};

// The words that a rating may be written in, capitals aside: "Met", "Partly met" or "partly", "Not met" or "not_met",
// "Does not apply", "n/a", "na" or "not applicable". None for anything else.
std::optional<evaluation::Rating> rating_of(std::string_view words);

// `rater` rated where the row names nobody; empty: one name in the file speaks for its other rows too, several do not.
Imported import(const std::vector<readers::Sheet>& sheets, const Audit& audit, const std::string& file,
                const std::string& rater);

// The same from the file's bytes; an error where they are no spreadsheet or none of ratings. Safe on any bytes.
base::Result<Imported> import(std::string_view bytes, const Audit& audit, const std::string& file,
                              const std::string& rater);

}  // namespace agreement
