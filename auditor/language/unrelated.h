// Passages that are about nobody of this record: pasted policy, theory, guidance or wording of the checklist. A single
// general sentence may be a worker's; a whole passage of such, in which nobody is named, isn't.
#pragma once

#include <cstdint>
#include <vector>

#include "language/reading.h"

namespace language {

// The units whose passages are all of that kind, in order. `general` has a flag for each sentence; `sentences` and
// `readings` go side by side with it.
std::vector<std::uint32_t> unrelated_units(const Scene& scene, const std::vector<SentenceTokens>& sentences,
                                           const std::vector<Reading>& readings, const std::vector<bool>& general);

}  // namespace language
