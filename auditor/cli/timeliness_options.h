// What `auditor timeliness` is asked, beside what all verbs know.
#pragma once

#include <string>

#include "base/result.h"

namespace cli {

struct Options;

// Whether what is asked goes together.
base::Status check_timeliness(const Options& options);

// What follows the options in `auditor timeliness --help`.
std::string timeliness_help();

}  // namespace cli
