// What `auditor compare` shows: as text for a terminal, a page, tables, JSON.
//   comparison.csv  a row for each measure and group: counts, share, interval, those of the others, the difference
//   trends.csv      a row for each measure and month or quarter, with the median over all of them
//   councils.csv    one's own share beside each figure of similar councils; only where such figures are given
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "comparison/comparators.h"
#include "comparison/compare.h"
#include "comparison/trend.h"

namespace reports {

// All that it refers to must outlive the call.
struct ComparisonReport {
  const comparison::Records& records;
  const comparison::Comparison& groups;  // of `by`; or of the two runs, where `before` is not empty; a board's always
  comparison::By by = comparison::By::team;
  std::vector<comparison::Trend> trends;
  comparison::By period = comparison::By::month;
  std::size_t undated = 0;                   // records that no trend could take
  std::vector<comparison::Figure> councils;  // of similar councils
  std::string source;                        // the run, as it was named
  std::string before;                        // the run that it is held against; empty: its groups are compared
  std::string sampled;                       // how the records were drawn; empty where not known
  bool small_numbers = false;
};

std::vector<std::string> comparison_formats();  // "csv", "html", "json"

// Writes one format's files into the folder; what bears their names there is replaced.
base::Status write_comparison(const std::string& format, const ComparisonReport& report, const std::string& folder);

// For people, at most terminal_columns wide.
std::string comparison_text(const ComparisonReport& report);

}  // namespace reports
