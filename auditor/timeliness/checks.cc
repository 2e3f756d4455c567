#include "timeliness/checks.h"

#include <array>
#include <string_view>

namespace timeliness {

using language::Day;
using language::no_day;

namespace {

struct About {
  const char* name;
  const char* rule;
  const char* words;
};
constexpr std::array<About, checks> kAbout = {{
    {"start_before_referral", "1103", "The start lies before the referral"},
    {"end_before_start", "8608", "Completed before it was started"},
    {"end_before_referral", "", "Completed before the referral"},
    {"not_completed", "8670Q", "Not completed, and started longer ago than the limit"},
    {"no_conference", "8675Q", "No conference within the limit, and no word that none is needed"},
    {"closed_unfinished", "8867", "The case is closed, and this was never completed"},
    {"completed_after_closure", "", "Completed after the case was closed"},
    {"closed_before_referral", "", "The case was closed before the referral"},
    {"no_beginning", "", "Neither a referral nor a start is given"},
    {"day_out_of_range", "", "A day lies outside the years whose bank holidays are known"},
    {"no_day", "", "What is given as a day is none"},
}};

// Both known, and the first before the second.
bool before(Day first, Day second) {
  return first != no_day && second != no_day && first < second;
}

// Begun longer ago than the limit, counted from the start as the census does.
bool past_limit(const Work& work, const Kind& kind, const Limits& limits, Day at) {
  if (work.start == no_day || work.start > at) return false;
  const Chosen choice = chosen(kind, work.referral, work.start);
  return choice.limit != nullptr && limits.count(work.start, at) > choice.limit->days;
}

}  // namespace

const char* rule_of(Check check, Ending ending) {
  if (check == Check::closed_unfinished && ending == Ending::conference) return "8868";
  return kAbout[static_cast<std::size_t>(check)].rule;
}

const char* name_of(Check check) {
  return kAbout[static_cast<std::size_t>(check)].name;
}

const char* words_for(Check check) {
  return kAbout[static_cast<std::size_t>(check)].words;
}

std::vector<Check> checked(const Work& work, const Kind* kind, const Limits& limits, Day at) {
  std::vector<Check> out;
  auto add = [&out](Check check, bool found) {
    if (found) out.push_back(check);
  };
  const bool enquiry = kind != nullptr && kind->ending == Ending::conference;
  const bool finished = (work.completed != no_day && work.completed <= at) || (enquiry && work.no_conference);
  const bool begun = work.start == no_day || work.start <= at;
  const bool past = kind != nullptr && !finished && past_limit(work, *kind, limits, at);
  add(Check::start_before_referral, before(work.start, work.referral));
  add(Check::end_before_start, before(work.completed, work.start));
  add(Check::end_before_referral, work.start == no_day && before(work.completed, work.referral));
  add(Check::not_completed, past && !enquiry);
  add(Check::no_conference, past && enquiry);
  add(Check::closed_unfinished, kind != nullptr && kind->ending != Ending::decided && begun && !finished &&
                                    work.closed != no_day && work.closed <= at);
  add(Check::completed_after_closure, before(work.closed, work.completed));
  add(Check::closed_before_referral, before(work.closed, work.referral));
  add(Check::no_beginning, !work.audited && work.referral == no_day && work.start == no_day && !work.unreadable);
  bool outside = false;
  for (Day day : {work.referral, work.start, work.completed, work.closed}) {
    outside |= day != no_day && (day < limits.calendar.first_known() || day > limits.calendar.last_known());
  }
  add(Check::day_out_of_range, outside);
  add(Check::no_day, work.unreadable);
  return out;
}

}  // namespace timeliness
