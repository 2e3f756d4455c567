// What one rater of a double audit gets: a row for each record and item to rate, and nothing of what the auditor or
// anybody else said of it. Its headings are those that are read back (agreement/headings.h).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "agreement/audit.h"
#include "base/result.h"
#include "reports/workbook_text.h"
#include "store/run_facts.h"

namespace reports {

struct RatingSheet {
  const store::RunFacts& facts;
  const agreement::Audit& audit;
  std::vector<std::size_t> records;  // places in the audit, in the order to be rated in
  std::string rater;
};

// As a CSV file's bytes.
std::string rating_csv(const RatingSheet& sheet);

#ifdef AUDITOR_XLSX
// As a workbook with one sheet, Moderation, over what is at `path`.
base::Status write_rating_workbook(const RatingSheet& sheet, const std::string& path,
                                   const WorkbookLimits& limits = {});
#endif

}  // namespace reports
