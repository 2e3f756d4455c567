// What a validator of the children in need census asks of a piece of work's days. Numbers are those of the census's own
// rules, as the open validator of Data to Insight has them; a rule that ends in Q is a query: to be looked at, not
// always wrong. Checks without a number are this program's.
#pragma once

#include <cstdint>
#include <vector>

#include "timeliness/judge.h"

namespace timeliness {

enum class Check : std::uint8_t {
  start_before_referral,  // 1103
  end_before_start,       // 8608
  end_before_referral,    // where the start is not known
  not_completed,          // 8670Q: not completed, and begun longer ago than the limit
  no_conference,          // 8675Q: a section 47 enquiry without conference, and no word that none is needed
  closed_unfinished,      // 8867: an assessment; 8868: a section 47 enquiry
  completed_after_closure,
  closed_before_referral,
  no_beginning,      // neither referral nor start
  day_out_of_range,  // beyond the years that the calendar of bank holidays knows
  no_day,            // given, and no day
};
inline constexpr std::size_t checks = 11;

// "8670Q", "8867"; empty where the census has no such rule.
const char* rule_of(Check check, Ending ending);
const char* name_of(Check check);    // "start_before_referral"
const char* words_for(Check check);  // "The start lies before the referral"

// In the order of Check. `kind` may be null. As things stood at the end of `at`, like judge().
std::vector<Check> checked(const Work& work, const Kind* kind, const Limits& limits, language::Day at);

}  // namespace timeliness
