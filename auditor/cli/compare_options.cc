#include "cli/compare_options.h"

#include <charconv>

#include "cli/bad_argument.h"
#include "cli/options.h"
#include "cli/written.h"
#include "reports/comparison.h"

namespace cli {

base::Status set_by_one(Options& options, const std::string& value) {
  if (!comparison::by_of(value, options.compare.by)) {
    return bad("--by takes one of team, type, checklist, month, quarter, manager, worker, not '" + value + "'",
               "choose one of them");
  }
  options.compare.by_given = true;
  return base::Done{};
}

base::Status set_period(Options& options, const std::string& value) {
  if (value != "month" && value != "quarter") return bad("--period takes month or quarter", "choose one of them");
  options.compare.period = value == "month" ? comparison::By::month : comparison::By::quarter;
  return base::Done{};
}

base::Status set_against(Options& options, const std::string& value) {
  std::int64_t& run = options.compare.against;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), run);
  if (error != std::errc() || end != value.data() + value.size() || run < 1) {
    return bad("--against takes the number of a run", "see auditor runs");
  }
  return base::Done{};
}

base::Status check_compare(const Options& options) {
  if (base::Status written = check_written(options, reports::comparison_formats()); !written) return written;
  const bool two = options.operands.size() == 2 || options.compare.against > 0;
  if (two && options.compare.by_given) return bad("--by compares groups of one run", "leave it out, or name one run");
  if (options.operands.size() == 2 && options.compare.against > 0) {
    return bad("--against goes with one store", "name the store alone, or two runs without --against");
  }
  return base::Done{};
}

base::Status check_board(const Options& options) {
  const CompareOptions& asked = options.compare;
  if (!options.for_board) {
    if (asked.before.empty() && asked.against == 0 && asked.comparators.empty()) return base::Done{};
    return bad("--before, --against and --comparators are for a board's report", "add --for board");
  }
  if (!asked.before.empty() && asked.against > 0) return bad("--before and --against both name a run", "give one");
  if (!options.formats.empty()) return bad("a board's report is a page, board.html", "leave out --format");
  if (options.out == "-") return bad("a board's report is a page", "give --out a folder");
  if (options.pseudonymise) {
    return bad("a board's report names no family", "leave out --pseudonymise; teams are named in it");
  }
  return base::Done{};
}

std::string compare_help() {
  return "\nExamples:\n"
         "  auditor compare audit-report --by type\n"
         "  auditor compare november october --out for-managers\n"
         "  auditor compare audits.db --run 5 --against 4 --comparators neighbours.csv\n"
         "\nSimilar councils' figures are a table with the headings council, measure, period, value (in percent) and "
         "n.\n"
         "A measure is in_time, grade (good or better over all), a dimension (CV), an item (CV1) or a flag (F1).\n"
         "\nWhat it writes, with --out:\n"
         "  comparison.html   all of it on a page to read and to print, with charts\n"
         "  comparison.json   every count\n"
         "  comparison.csv    a row for each measure and group, with intervals\n"
         "  trends.csv        a row for each measure and month or quarter of completion\n"
         "  councils.csv      one's own share beside each figure of similar councils\n";
}

}  // namespace cli
