// One piece of work against its limit, as things stood at the end of a day.
#pragma once

#include <cstdint>
#include <optional>

#include "timeliness/work.h"

namespace timeliness {

enum class Standing : std::uint8_t {
  in_time,            // completed within the limit
  late,               // completed after it
  open,               // not completed, and the limit not passed yet
  overdue,            // not completed, and the limit passed
  closed_unfinished,  // the case was closed, the work never completed
  not_needed,         // a section 47 enquiry that needs no conference
  undated,            // a day that decides is missing, or contradicts another
  no_limit,           // no limit is known for its kind or its day
  later,              // begins after the day
};
inline constexpr std::size_t standings = 9;
const char* name_of(Standing standing);  // "in_time"

struct Judgement {
  Standing standing = Standing::undated;
  Clock clock = Clock::referral;  // that it is judged by
  // The day that clock begins with, and the limit in working days: known but for undated, no_limit, later.
  language::Day from = language::no_day;
  int limit = 0;
  // Working days by that clock, to completion or, while it is open, to the day.
  int days = 0;
  // The same by each clock, where its first day is known and doesn't lie behind the last.
  std::optional<int> from_referral, from_start;

  bool completed() const { return standing == Standing::in_time || standing == Standing::late; }
  bool unfinished() const { return standing == Standing::open || standing == Standing::overdue; }
};

// `kind` is null where the limits know none of the work's type. What happened after `at` hasn't happened.
Judgement judge(const Work& work, const Kind* kind, const Limits& limits, language::Day at);

// The limit that decides for work of a kind, and the clock that it counts by; null where none fits, or where no day is
// known that it could count from (`dated` is then false).
struct Chosen {
  const Limit* limit = nullptr;
  Clock clock = Clock::referral;
  language::Day from = language::no_day;
  bool dated = false;
};
Chosen chosen(const Kind& kind, language::Day referral, language::Day start);

}  // namespace timeliness
