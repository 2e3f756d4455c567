// Dates as people write them in records, found among the tokens of a text and resolved against the record's own date.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/annotations.h"
#include "language/calendar.h"
#include "lexicon/lexicon.h"

namespace language {

// A date's parts as written; 0 where the text doesn't say.
struct WrittenDate {
  base::Span at;
  int year = 0;  // as written: 10 for "03/03/10"
  int month = 0;
  int day = 0;
  bool short_year = false;  // two digits
  bool week = false;
};

// In the order of the text, not overlapping. Ages, times, telephone and case numbers, fractions ("20/40 scan"), scores
// ("4/10") and addresses ("12 May Street") are no dates.
std::vector<WrittenDate> written_dates(std::string_view text, const lexicon::Scan& scan);

// The day that a date written in full names, two-digit years being taken for the century that `record_day` makes
// likely; no_day where a part is missing or there is no such day.
Day full_day(const WrittenDate& date, Day record_day);

// Where a date without a year lies: not behind the record's day; not before it, where the text plans; or on either side
// of it, within half a year, where that day is not the one of completion.
enum class Reach : std::uint8_t { before, ahead, around };

// `earlier`: the last date resolved before this one in the passage, for "the 16th".
Date resolved(const WrittenDate& date, Day record_day, Day earlier, Reach reach);

}  // namespace language
