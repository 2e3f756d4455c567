// How long work may take: limits by kind of work, day and council, and how the days are counted. Data in
// checklists/limits.xml or in a council's own file, held against checklists/limits.rng.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/calendar.h"

namespace timeliness {

// What a count begins with.
enum class Clock : std::uint8_t { referral, start };
const char* words_for(Clock clock);  // "the referral", "the start"

struct Limit {
  int days = 0;                            // working days
  std::vector<Clock> from;                 // the first that is known begins the count
  language::Day since = language::no_day;  // by the day that the count begins; both ends included
  language::Day until = language::no_day;
  std::string source;

  bool holds_on(language::Day day) const;
};

// What ends a kind of work: its authorisation, an initial conference, a decision.
enum class Ending : std::uint8_t { completed, conference, decided };

struct Kind {
  std::string type;               // the first of its names: "single_assessment"
  std::vector<std::string> also;  // its other names
  std::string title;              // "Child and family assessment"
  Ending ending = Ending::completed;
  std::vector<Limit> limits;  // the council's own first; empty: work of this kind is counted, not judged
};

struct Limits {
  std::string file;     // as it was named
  std::string council;  // whose own limits go first, by its full name; empty: none
  int first_day = 0;    // the number of the day that a count begins with
  std::vector<Kind> kinds;
  language::Calendar calendar;

  // Null where no kind has such a name.
  const Kind* kind(std::string_view type) const;
  // Working days from one day to another by `first_day`; `to` must not lie before `from`.
  int count(language::Day from, language::Day to) const;
  // The last day that is within a limit.
  language::Day last_in_time(language::Day from, int days) const;
};

// Loads a file of limits. `council` is a name or number of one of its councils, or empty. `data` is the folder that the
// schema stands in, and the calendar where the file names none beside itself. Errors carry line and column.
base::Result<Limits> load_limits(const std::string& file, const std::string& data, const std::string& council);

}  // namespace timeliness
