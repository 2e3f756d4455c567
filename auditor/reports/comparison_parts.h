// The writers of each format, for comparison_tables.cc and board_page.cc.
#pragma once

#include <string>

#include "reports/comparison.h"
#include "reports/markup.h"

namespace reports {

std::string comparison_json(const ComparisonReport& report);
base::Status write_comparison_tables(const ComparisonReport& report, const std::string& folder);
base::Status write_comparison_page(const ComparisonReport& report, const std::string& folder);

// A run chart: a point for each period, the median as a line, and the figures in a table beside it.
void run_chart(Markup& page, const comparison::Trend& trend, comparison::By period, const std::string& label);
// A share as a bar with its interval, 0 to 100%; decoration beside the numbers.
void share_bar(Markup& page, const comparison::Share& share);
// One's own share beside each council's figure.
void councils_table(Markup& page, const ComparisonReport& report);

}  // namespace reports
