// findings.xlsx: the run as an Excel workbook, to filter, to print, and to moderate. Sheets:
//
//   Summary      what was audited, grades by dimension, the weakest items, how to moderate
//   Documents    a row per audited document, with a link to its page records/NUMBER.html
//   Items        a row per item of the checklist: how often which rating, the share met with its interval of 95%
//   Findings     a row per document and item: rating (a person's where one counts), confidence, reason, quotes with
//                their places, where it looked, what came near; the auditor's rating where it was overruled, by whom
//   Flags, Not audited
//   Moderation   a row per document and item, with the auditor's rating beside cells for a person's: empty, or what the
//                person said whose rating counts
//
// A sheet that would be longer than Excel allows goes on in another ("Findings 2"); a cell that would be is cut and
// says so. There are no formulas and no macros: a value that begins like a formula is text, in a cell of the format
// Text. The same run gives the same bytes.
//
// Moderation, to be read back: the person's rating is one of the words of words_for(Rating), from a list that drops
// down, or empty. Columns at the right hold on each row what the row is about, so that rows may be sorted, filtered and
// deleted: the run (the time at which it finished, as in run.json), the sha256 of the checklist and of the document;
// with No. (the document's place in the run) and Item they name a rating. They are visible, since hidden columns are
// lost when rows are copied to another sheet; and no sheet is protected, since Excel neither sorts nor filters
// protected rows freely: who reads a sheet back has to compare the keys anyway.
#pragma once

#include <string>

#include "base/result.h"
#include "reports/view.h"
#include "reports/workbook_text.h"

namespace reports {

// Writes the file `path`, over what is there; temporary files are nameless, mode 0600, and in the folder of `path`.
base::Status write_workbook(const Run& run, const std::string& path, const WorkbookLimits& limits = {});

}  // namespace reports
