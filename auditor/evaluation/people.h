// Whom a record names, for those who must know it later without the checklist: to leave the names out, for one.
#pragma once

#include <vector>

#include "evaluation/outcome.h"
#include "language/annotations.h"
#include "lexicon/lexicon.h"

namespace evaluation {

// In the roster's order; those known by a role or a body alone ("mum", "the school") are not among them.
std::vector<Person> people(const language::Annotations& annotations, const lexicon::Lexicon& lexicon);

}  // namespace evaluation
