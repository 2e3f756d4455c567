// What every view of a sample says of it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reports/view.h"

namespace reports {

// The method statement, a term and its words each, and the command that drew it. Empty where no sample was drawn.
std::vector<std::pair<std::string, std::string>> sample_words(const Run& run);

}  // namespace reports
