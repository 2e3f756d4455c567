// From answers to dimension scores and the overall grade, by the rubric's rules, in exact fractions.
#pragma once

#include "checklist/program.h"
#include "evaluation/outcome.h"

namespace evaluation {

// Fills `dimensions` and `overall` of the outcome from its items. Items that are n/a count for nothing; a dimension in
// which every item is n/a has no score and no part in the overall grade.
void score(const checklist::Program& program, Outcome& outcome);

}  // namespace evaluation
