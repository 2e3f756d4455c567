// The counts: by kind of work, and within a kind by team and by month; and the lists of what needs doing.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "statistics/interval.h"
#include "timeliness/checks.h"
#include "timeliness/judge.h"

namespace timeliness {

// Completed work by working days taken: exact, however long.
using Days = std::map<int, std::size_t>;

struct Figures {
  std::array<std::size_t, standings> by_standing{};
  Days days;  // of completed work, by the clock that judges

  std::size_t of(Standing standing) const { return by_standing[static_cast<std::size_t>(standing)]; }
  std::size_t completed() const { return of(Standing::in_time) + of(Standing::late); }
  std::size_t unfinished() const { return of(Standing::open) + of(Standing::overdue); }
  double share() const;  // of the completed that was in time; 0 where none was completed
  statistics::Interval interval() const;
  // Working days that half of the completed work took at most: the mean of the middle two for an even count. -1: none.
  double median() const;
};

// Completed work of one kind under one limit, day by day, and how it piles up before the limit.
struct Histogram {
  int limit = 0;
  Days days;
  int span = 0;                       // working days looked at on either side of the limit; 0: the limit is too short
  std::size_t before = 0, after = 0;  // completed on the last `span` days before the limit passes, on the first after
  // Whether so many more before than after is beyond chance: the lower end of the interval of before's share.
  bool piles_up() const;
};

// Both counts of the completed work: how many were within the limit that they are judged by, from either day.
struct Counts {
  std::size_t from_referral = 0, within_from_referral = 0;
  std::size_t from_start = 0, within_from_start = 0;
  std::size_t judged_by_referral = 0, judged_by_start = 0;
};

struct Group {
  std::string name;  // of a team, empty where none is named; or a month of completion, "2010-03"
  Figures figures;
};

struct KindTally {
  std::string type, title;
  std::vector<Limit> limits;  // as the file has them for this kind; empty for work without, and for a stored run
  Ending ending = Ending::completed;
  Figures all;
  Counts counts;
  std::vector<Histogram> histograms;  // by limit, ascending
  std::vector<Group> teams;           // by name
  std::vector<Group> months;          // by month; completed work only
};

struct Open {
  std::size_t work = 0;  // index into Gathered::work
  std::size_t kind = 0;  // index into Tally::kinds
  Judgement judged;
};

struct Problem {
  std::size_t work = 0;
  Check check = Check::no_day;
  Ending ending = Ending::completed;
};

struct Tally {
  language::Day at = language::no_day;
  std::size_t work = 0, children = 0;  // without `later` and `undecided`
  std::size_t later = 0;
  // Referrals of a file that tells no day of decision on any, as the census: checked, and not counted.
  std::size_t undecided = 0;
  std::vector<KindTally> kinds;   // those that there is work of: in the order of the limits, then others by name
  std::vector<Open> unfinished;   // longest over their limit first; then in the order of the source
  std::vector<Problem> problems;  // in the order of the source
  std::array<std::size_t, checks> by_check{};
};

Tally tally(const Gathered& gathered, const Limits& limits, language::Day at);

}  // namespace timeliness
