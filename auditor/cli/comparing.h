// One or two stored runs as records to compare: what `compare` and the board's report share.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "comparison/comparators.h"
#include "comparison/records.h"
#include "reports/comparison.h"
#include "reports/view.h"

namespace cli {

struct Compared {
  comparison::Records records;
  std::vector<comparison::Figure> councils;
  std::string source, before;  // as they were named; `before` is empty where there is one run
  std::string sampled;         // how the records of the run were drawn; empty where that is not known
};

// Of the first run that the options name, opened as `store` and seen as `run`; reads it, the one that it is held
// against, and the table of similar councils.
base::Result<Compared> gathered(const store::Store& store, const reports::Run& run, const Options& options);

// Without trends. Refers to its arguments.
reports::ComparisonReport report_of(const Compared& compared, const comparison::Comparison& groups,
                                    const Options& options);

}  // namespace cli
