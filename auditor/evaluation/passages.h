// What of a record may stand again in another one.
#pragma once

#include <vector>

#include "checklist/query.h"
#include "evaluation/outcome.h"

namespace evaluation {

// Shorter passages are nobody's copy.
inline constexpr std::uint32_t least_passage_words = 40;

// The record's prose in its order, paragraphs of one section joined.
std::vector<Passage> passages(const checklist::Record& record);

}  // namespace evaluation
