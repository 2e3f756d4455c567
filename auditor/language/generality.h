// Whether a sentence speaks of this case at all: norms, theory, law and what the service does for everybody don't.
#pragma once

#include <vector>

#include "language/reading.h"

namespace language {

// By the sentence alone.
bool is_general(const Scene& scene, const Reading& reading);

// By its neighbours too: what names nobody and nothing of this case is general among sentences of which most are. One
// flag for each sentence; `sentences` and `readings` go side by side.
std::vector<bool> general_ones(const Scene& scene, const std::vector<SentenceTokens>& sentences,
                               const std::vector<Reading>& readings);

}  // namespace language
