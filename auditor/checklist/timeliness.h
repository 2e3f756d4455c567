// Working days between the record's own dates against the limit for its type: the one computation that rates an item,
// and that reports tell the days of.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "checklist/query.h"

namespace checklist {

// "initial_assessment: 10 working days from referral, for referrals since 1 April 2010".
struct TimeLimit {
  std::string type;
  int days = 0;
  std::vector<lexicon::FieldId> from, to;  // in order of preference
  language::Day since = language::no_day;  // by the day that the count begins; both ends included
  language::Day until = language::no_day;
};

enum class Timing : std::uint8_t { in_time, late, one_missing, no_limit, missing };

struct Measured {
  Timing timing = Timing::missing;
  const facts::RecordDate* from = nullptr;  // both of the record's facts; null where there is none to count by
  const facts::RecordDate* to = nullptr;
  int days = 0;  // working days, the first day being day 0; only where in_time or late
  int limit = 0;

  bool told() const { return timing == Timing::in_time || timing == Timing::late; }
};

// The first limit for the record's type that its dates do not rule out decides what is counted.
Measured measured(const Record& record, const std::vector<TimeLimit>& limits);

}  // namespace checklist
