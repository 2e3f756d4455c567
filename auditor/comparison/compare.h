// Shares of records in one group against the others, or in one run against another, each with how sure it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "comparison/records.h"
#include "statistics/interval.h"

namespace comparison {

struct Share {
  std::size_t hits = 0, of = 0;

  double share() const { return of == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(of); }
  statistics::Interval interval() const { return statistics::wilson(hits, of); }
};

enum class Verdict : std::uint8_t {
  none,     // one side has no record that the question arises for
  too_few,  // fewer than least_compared on either side
  chance,   // the interval of the difference holds 0
  higher,
  lower,
};

// Fewer records on either side say too little to judge a difference by; and tables that are passed on leave groups of
// fewer out, since with few records a table tells on people.
inline constexpr std::size_t least_compared = 5;

struct Row {
  std::size_t measure = 0;  // of Records::measures()
  std::size_t group = 0;    // of Comparison::groups
  Share here, others;
  std::optional<statistics::Difference> difference;  // here - others; where both have records
  Verdict verdict = Verdict::none;
};

struct Group {
  std::string name;  // empty: not known
  std::size_t records = 0;
  bool left_out = false;  // its figures are not shown: it has too few records, or would tell those of one that has
};

struct Comparison {
  std::vector<Group> groups;  // by name; the one without a name last
  std::vector<Row> rows;      // by measure as Records::in_order() has them, then by group
  std::size_t judged = 0;     // differences that were judged: of so many, one in twenty looks real by chance alone
};

// Every group of run 0 against all its other records. Rows of groups that are left out are not there, unless
// `small_numbers`; their records count among the others'.
Comparison by_group(const Records& records, By by, bool small_numbers);

// Run 0 against run 1: one group, and `others` are the records of run 1.
Comparison by_run(const Records& records);

// Of the records of one run.
Share share_of(const Records& records, std::size_t measure, std::size_t run);

// What the record says of a measure. A flag that is not raised is a no: of every audited record it can be said.
Said answer(const Record& record, std::size_t number, const Measure& measure);
// Counts an answer, unless the question did not arise.
void count(Share& share, Said said);

}  // namespace comparison
