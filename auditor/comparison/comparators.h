// Published figures of similar councils (statistical neighbours), from a table that an auditor keeps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "comparison/records.h"
#include "manifest/table.h"

namespace comparison {

struct Figure {
  std::string council;
  std::string measure;  // "in_time", "grade", "CV", "CV1", "F1": as given
  std::string period;   // as given: "2009-10"; may be empty
  double share = 0;     // 0 to 1
  std::size_t of = 0;   // how many records it is a share of; 0: not told
  std::uint32_t line = 0;
};

// From the rows of a table whose first has the headings: council, measure, period, value and n, in any order; period
// and n may be missing. A value is a number of percent: "87", "87.5%". An error names line and heading; nothing is
// taken then.
base::Result<std::vector<Figure>> figures_from(const std::vector<manifest::Row>& rows, const std::string& file);

// The number of the measure that the figure is of: by id, "CHECKLIST/ID" where two checklists have the same one;
// measures().size() where the records have none such.
std::size_t measure_of(const Figure& figure, const std::vector<Measure>& measures);

}  // namespace comparison
