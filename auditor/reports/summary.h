// The terminal summary of what a run came to.
#pragma once

#include <string>

#include "reports/view.h"

namespace reports {

std::string summary(const Overview& overview, bool colour);

}  // namespace reports
