// board.html: what a safeguarding board is told of a run, on two printed pages: volumes, timeliness, quality with
// intervals, what changed, similar councils, what needs decision. Every figure with its n; nobody is named.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "reports/comparison.h"
#include "reports/view.h"

namespace reports {

// All that it refers to must outlive the call.
struct BoardReport {
  const Run& run;
  const Overview& overview;
  const ComparisonReport& comparison;   // against the run before, where there is one; its groups otherwise
  const comparison::Comparison& teams;  // always by team
  std::size_t people = 0;               // who rated documents of this run
  std::size_t people_ratings = 0;       // how many ratings they gave
};

// What the figures ask the board to decide, most urgent first, in plain sentences.
std::vector<std::string> decisions(const BoardReport& report);

// Writes board.html into the folder.
base::Status write_board(const BoardReport& report, const std::string& folder);

}  // namespace reports
