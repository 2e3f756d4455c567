// What every view says of how the run's records were drawn, and of the lists that they were joined to.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reports/view.h"

namespace reports {

// The method statement, a term and its words each, and the command that drew it. Empty where no sample was drawn.
std::vector<std::pair<std::string, std::string>> sample_words(const Run& run);

// What came of joining the records to lists and returns, in a sentence; empty where there were none.
std::string joining_words(const store::RunFacts& facts);

}  // namespace reports
