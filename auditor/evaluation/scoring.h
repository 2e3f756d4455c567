// How ratings become scores and grades: what a run keeps of its checklist, so that a person's rating can be counted
// long after the checklist has changed. Plain values.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/outcome.h"

namespace evaluation {

struct Scoring {
  struct Dimension {
    std::string id, title;
    bool in_overall = true;
    std::vector<std::string> items;  // ids, in the checklist's order
  };
  struct Cut {
    std::uint64_t over = 0, under = 1;  // the least score of a grade, over / under
  };
  // "CV is at most requires_improvement where CV2 is not met."
  struct GradeLimit {
    std::string dimension, item;
    Rating rating = Rating::not_met;
    Grade at_most = Grade::inadequate;
  };
  // "Overall is at most inadequate where RA is inadequate and CV or PC is too"; without `and_any`, RA alone does.
  struct OverallLimit {
    std::string dimension;
    Grade grade = Grade::inadequate;
    std::vector<std::string> and_any;
    Grade at_most = Grade::inadequate;
  };

  std::vector<Dimension> dimensions;
  std::array<Cut, 4> cuts{};  // by Grade
  std::vector<GradeLimit> grade_limits;
  std::vector<OverallLimit> overall_limits;
  std::uint8_t above_lowest = 3;  // the overall grade is at most so many grades above the lowest dimension's
};

// As text to be stored, a fact a line; and back. None where it is no such text.
std::string text_of(const Scoring& scoring);
std::optional<Scoring> scoring_from(std::string_view text);

// Fills `dimensions` and `overall` of the outcome from its items, in exact fractions. Items that are n/a count for
// nothing; a dimension in which every item is n/a has no score and no part in the overall grade.
void score(const Scoring& scoring, Outcome& outcome);

}  // namespace evaluation
