// Counts pieces of work from standard input and writes the tables and JSON of `auditor timeliness` into a folder: the
// counts apart from the reading of lists and returns. A line is a piece of work, its values parted by tabs: child,
// team, type, referral, start, completed, closed, and "no_conference" or nothing.
//     counted_cases DATA-FOLDER OUT-FOLDER [DAY] < cases.tsv
#include <iostream>
#include <sstream>

#include "reports/timeliness.h"

namespace {

manifest::Case read(const std::string& line, std::uint32_t number) {
  std::istringstream values(line);
  manifest::Case out;
  std::string conference;
  for (std::string* value :
       {&out.child, &out.team, &out.type, &out.referral, &out.start, &out.completed, &out.closed}) {
    std::getline(values, *value, '\t');
  }
  std::getline(values, conference, '\t');
  out.no_conference = conference == "no_conference";
  out.place.line = number;
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const std::string data = arguments[1], folder = arguments[2];
  const base::Result<timeliness::Limits> limits = timeliness::load_limits(data + "/limits.xml", data, "");
  if (!limits) return 2;
  timeliness::Gathered gathered;
  std::uint32_t number = 0;
  for (std::string line; std::getline(std::cin, line);) gathered.take(read(line, ++number));
  const language::Day at =
      count > 3 ? language::iso_day(arguments[3]) : timeliness::latest_day(gathered, limits.value().calendar);
  if (at == language::no_day) return 2;
  const timeliness::Tally tally = timeliness::tally(gathered, limits.value(), at);
  const reports::TimelinessReport report{gathered, limits.value(), tally, "cases.tsv", count > 3, false, true};
  for (const char* format : {"csv", "json"}) {
    if (!reports::write_timeliness(format, report, folder)) return 2;
  }
  return 0;
}
