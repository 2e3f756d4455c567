// From a checklist to the rules by which its ratings are scored.
#pragma once

#include "checklist/program.h"
#include "evaluation/scoring.h"

namespace evaluation {

Scoring scoring_of(const checklist::Program& program);

// Scores by the checklist's own rules.
inline void score(const checklist::Program& program, Outcome& outcome) {
  score(scoring_of(program), outcome);
}

}  // namespace evaluation
