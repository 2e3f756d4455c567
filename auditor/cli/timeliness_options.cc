#include "cli/timeliness_options.h"

#include "cli/bad_argument.h"
#include "cli/options.h"
#include "cli/written.h"
#include "language/calendar.h"
#include "reports/timeliness.h"

namespace cli {

base::Status check_timeliness(const Options& options) {
  if (base::Status written = check_written(options, reports::timeliness_formats()); !written) return written;
  if (!options.at.empty() && language::iso_day(options.at) == language::no_day) {
    return bad("--at takes a day, not '" + options.at + "'", "write it as 2010-03-31");
  }
  return base::Done{};
}

std::string timeliness_help() {
  return "\nExamples:\n"
         "  auditor timeliness census.xml\n"
         "  auditor timeliness north.csv south.csv --at 2010-03-31 --council Coventry --out for-managers\n"
         "  auditor timeliness audit-report\n"
         "  auditor timeliness council.db --run 3\n"
         "\nWhat it writes, with --out:\n"
         "  timeliness.html        all of it on a page to read and to print\n"
         "  timeliness.json        every count\n"
         "  timeliness.csv         a row for each kind of work, and in it for each team and month\n"
         "  timeliness-days.csv    completed work by kind, limit and working days taken\n"
         "  timeliness-work.csv    what is open or overdue, with the child's ID\n"
         "  timeliness-checks.csv  days that contradict one another or the census's rules, with the child's ID\n";
}

}  // namespace cli
