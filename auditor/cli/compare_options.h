// What `auditor compare`, and `auditor report --for board`, are asked beside what all verbs know.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "comparison/records.h"

namespace cli {

struct Options;

struct CompareOptions {
  comparison::By by = comparison::By::team;
  bool by_given = false;
  comparison::By period = comparison::By::month;
  std::string comparators;   // file of similar councils' figures; empty: none
  std::string before;        // `report --for board`: the run before; empty: none
  std::int64_t against = 0;  // the number of the run to compare with, in the store that is named; 0: none
};

base::Status set_by_one(Options& options, const std::string& value);
base::Status set_period(Options& options, const std::string& value);
base::Status set_against(Options& options, const std::string& value);

// Whether what is asked goes together.
base::Status check_compare(const Options& options);
base::Status check_board(const Options& options);  // of `report`

// What follows the options in `auditor compare --help`.
std::string compare_help();

}  // namespace cli
