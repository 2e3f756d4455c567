// For which items the auditor can be relied on here, by how people have rated the same records.
#pragma once

#include <cstddef>
#include <string>

#include "agreement/figures.h"

namespace agreement {

// Of J. R. Landis and G. G. Koch, Biometrics 33, 1977: above 0.60 agreement is substantial, to 0.40 it is fair at most.
// As K. L. Gwet has it (Handbook of Inter-Rater Reliability, 4th edition, 2014, chapter 6), agreement is only what the
// interval leaves no doubt of: its lower limit must lie above.
inline constexpr double substantial = 0.60;
inline constexpr double fair = 0.40;
// Records that people must have rated before anything is said: as many as the correction of a share needs of each kind
// (statistics/prevalence.h). With 20 the interval of AC2 is seldom narrower than 0.3.
inline constexpr std::size_t least_records = 20;
// Where people have nearly always given the same rating, agreement says nothing about the others: of those, at least so
// many must be among their ratings (the rule of thumb for the least expected count in a table's cell).
inline constexpr std::size_t least_other = 5;

enum class Reliance { rely, check, do_not_rely, too_few };

struct Judgement {
  Reliance reliance = Reliance::too_few;
  std::string why;  // a sentence without a full stop: "at least 0.71 of 1, where substantial agreement begins at 0.60"
};

// From the figures of the auditor with people, the auditor first. Of AC2: kappa misleads where nearly all is rated
// alike.
Judgement judge(const Figures& figures);

const char* words_for(Reliance reliance);  // "rely", "check", "don't rely", "too few ratings"
const char* name_of(Reliance reliance);    // "rely", "check", "do_not_rely", "too_few"

}  // namespace agreement
