// The writers of each format, for timeliness.cc.
#pragma once

#include <string>

#include "reports/markup.h"
#include "reports/timeliness.h"

namespace reports {

base::Status write_timeliness_tables(const TimelinessReport& report, const std::string& folder);
std::string timeliness_json(const TimelinessReport& report);
base::Status write_timeliness_page(const TimelinessReport& report, const std::string& folder);

// A histogram day by day with its limit marked, and the figures beside it.
void timeliness_histogram(Markup& page, const timeliness::Histogram& histogram, const std::string& label);

// The share in time month by month; nothing where there are too few months to draw.
void timeliness_run_chart(Markup& page, const std::vector<timeliness::Group>& months, const std::string& label);
// Its median, and runs of months beyond chance. At least one month.
std::string run_words(const std::vector<timeliness::Group>& months);

}  // namespace reports
