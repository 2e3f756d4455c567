// Records made up for tests of comparisons.
#pragma once

#include <string>

#include "evaluation/outcome.h"

namespace comparison {

inline evaluation::Outcome made_up(const std::string& team, bool met, const std::string& completed = {},
                                   bool late = false) {
  evaluation::Outcome out;
  out.path = "a.txt";
  out.type = "core_assessment";
  out.checklist = "assessment";
  out.particulars.team = team;
  out.overall.grade = met ? evaluation::Grade::good : evaluation::Grade::inadequate;
  out.dimensions.push_back({"CV", "Child's views", met ? 2U : 0U, 2, out.overall.grade, "", true});
  evaluation::Answer answer;
  answer.item = "CV1";
  answer.rating = met ? evaluation::Rating::met : evaluation::Rating::partly;
  out.items.push_back(answer);
  answer.item = "CV2";
  answer.rating = evaluation::Rating::not_applicable;
  out.items.push_back(answer);
  if (!met) out.flags.push_back({"F1", {}, "", "", {}});
  if (!completed.empty())
    out.timeliness = evaluation::Timeliness{"referral", completed, completed, late ? 50U : 5U, 10};
  return out;
}

}  // namespace comparison
