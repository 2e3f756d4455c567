// What `auditor timeliness` shows of a tally: as text for a terminal, a page, tables, JSON.
//   timeliness.csv         a row for each kind of work, and in it for each team and month: counts, share, interval
//   timeliness-days.csv    completed work by kind, limit and working days taken
//   timeliness-work.csv    work that is open or overdue, with the child's ID
//   timeliness-checks.csv  days that contradict one another or the census's rules, with the child's ID
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "timeliness/suppress.h"
#include "timeliness/tally.h"

namespace reports {

// All must outlive the call.
struct TimelinessReport {
  const timeliness::Gathered& gathered;
  const timeliness::Limits& limits;
  const timeliness::Tally& tally;
  std::string source;      // what was read, as it was named
  bool day_given = false;  // whether the day was asked for, or is the latest in the data
  bool measured = false;   // a stored run: judged by the limits of its checklist, not by those of the file
  bool small_numbers = false;
};

std::vector<std::string> timeliness_formats();  // "csv", "html", "json"

// Writes one format's files into the folder; what bears their names there is replaced.
base::Status write_timeliness(const std::string& format, const TimelinessReport& report, const std::string& folder);

// For people, at most terminal_columns wide; of long lists the first.
std::string timeliness_text(const TimelinessReport& report);

}  // namespace reports
