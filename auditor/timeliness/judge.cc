#include "timeliness/judge.h"

namespace timeliness {

using language::Day;
using language::no_day;

const char* name_of(Standing standing) {
  switch (standing) {
    case Standing::in_time:
      return "in_time";
    case Standing::late:
      return "late";
    case Standing::open:
      return "open";
    case Standing::overdue:
      return "overdue";
    case Standing::closed_unfinished:
      return "closed_unfinished";
    case Standing::not_needed:
      return "not_needed";
    case Standing::undated:
      return "undated";
    case Standing::no_limit:
      return "no_limit";
    case Standing::later:
      return "later";
  }
  return "";
}

Chosen chosen(const Kind& kind, Day referral, Day start) {
  Chosen out;
  for (const Limit& limit : kind.limits) {
    for (Clock clock : limit.from) {
      Day day = clock == Clock::referral ? referral : start;
      if (day == no_day) continue;
      out.dated = true;
      if (!limit.holds_on(day)) break;  // the next limit, not the next clock: which one decides is this limit's to say
      return {&limit, clock, day, true};
    }
  }
  return out;
}

namespace {

// What an audit has measured. It was completed, if not always by the day that is asked about.
Judgement measured(const Work& work, const Limits& limits, Day at) {
  const Measured& told = *work.measured;
  Judgement out;
  out.clock = told.clock;
  out.from = told.clock == Clock::start ? work.start : work.referral;
  out.limit = told.limit;
  const bool completed = work.completed <= at;
  out.days = completed ? told.days : limits.count(out.from, at);
  const bool within = out.days <= out.limit;
  out.standing = completed ? within ? Standing::in_time : Standing::late : within ? Standing::open : Standing::overdue;
  (told.clock == Clock::start ? out.from_start : out.from_referral) = out.days;
  return out;
}

Standing unfinished(const Work& work, const Judgement& judged, Day at) {
  if (work.no_conference) return Standing::not_needed;
  if (work.closed != no_day && work.closed <= at) return Standing::closed_unfinished;
  return judged.days > judged.limit ? Standing::overdue : Standing::open;
}

}  // namespace

Judgement judge(const Work& work, const Kind* kind, const Limits& limits, Day at) {
  Judgement out;
  const Day begun = work.start != no_day ? work.start : work.referral;
  if (begun != no_day && begun > at) {
    out.standing = Standing::later;
    return out;
  }
  if (work.measured) return measured(work, limits, at);
  const bool completed = work.completed != no_day && work.completed <= at;
  const Day end = completed ? work.completed : at;
  if (work.referral != no_day && work.referral <= end) out.from_referral = limits.count(work.referral, end);
  if (work.start != no_day && work.start <= end) out.from_start = limits.count(work.start, end);

  Chosen choice =
      kind == nullptr ? Chosen{nullptr, Clock::referral, no_day, true} : chosen(*kind, work.referral, work.start);
  if (choice.limit == nullptr) {
    out.standing = choice.dated || (kind != nullptr && kind->limits.empty()) ? Standing::no_limit : Standing::undated;
    return out;
  }
  out.clock = choice.clock;
  const std::optional<int>& days = choice.clock == Clock::referral ? out.from_referral : out.from_start;
  if (!days) return out;  // completed before it began, by the clock that decides
  out.from = choice.from;
  out.limit = choice.limit->days;
  out.days = *days;
  out.standing = !completed ? unfinished(work, out, at) : out.days <= out.limit ? Standing::in_time : Standing::late;
  return out;
}

}  // namespace timeliness
