// `auditor compare`: groups of a run, or two runs; and `auditor report --for board`, which tells a board of one.
#include <filesystem>
#include <set>

#include "cli/commands.h"
#include "cli/comparing.h"
#include "cli/terminal.h"
#include "cli/written.h"
#include "reports/board.h"
#include "reports/comparison.h"
#include "store/person_ratings.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

base::Status write_compared(const Options& options, const reports::ComparisonReport& report) {
  if (base::Status made = make_folder(options.out); !made) return made;
  for (const std::string& format : options.formats.empty() ? reports::comparison_formats() : options.formats) {
    if (base::Status written = reports::write_comparison(format, report, options.out); !written) return written;
  }
  return base::Done{};
}

}  // namespace

int compare(const Options& options) {
  base::Result<store::Store> store = opened_run(options.operands.front(), options.run);
  if (!store) return fail(store.error());
  base::Result<reports::Run> run = reports::stored(store.value());
  if (!run) return fail(run.error());
  base::Result<Compared> compared = gathered(store.value(), run.value(), options);
  if (!compared) return fail(compared.error());
  const Compared& all = compared.value();
  const comparison::Comparison groups =
      all.before.empty() ? comparison::by_group(all.records, options.compare.by, options.small_numbers)
                         : comparison::by_run(all.records);
  reports::ComparisonReport report = report_of(all, groups, options);
  report.trends = comparison::trends(all.records, options.compare.period, report.undated);
  if (options.out_given) {
    if (base::Status written = write_compared(options, report); !written) return fail(written.error());
  }
  if (options.quiet) return all_audited;
  std::string said = reports::comparison_text(report);
  if (options.out_given) said += "\nWritten to " + options.out + "\n";
  return print(said) ? all_audited : nothing_done;
}

int board(const Options& options) {
  base::Result<store::Store> store = opened_run(options.operands.front(), options.run);
  if (!store) return fail(store.error());
  base::Result<reports::Run> run = reports::stored(store.value());
  if (!run) return fail(run.error());
  base::Result<Compared> compared = gathered(store.value(), run.value(), options);
  if (!compared) return fail(compared.error());
  const Compared& all = compared.value();
  base::Result<reports::Overview> overview = reports::overview(run.value());
  if (!overview) return fail(overview.error());
  base::Result<std::vector<store::PersonRating>> ratings = store::person_ratings(store.value());
  if (!ratings) return fail(ratings.error());
  std::set<std::string> people;
  for (const store::PersonRating& rating : ratings.value()) people.insert(rating.rater);

  const comparison::Comparison teams = comparison::by_group(all.records, comparison::By::team, false);
  const comparison::Comparison runs = comparison::by_run(all.records);
  const reports::ComparisonReport report = report_of(all, runs, options);
  const std::string folder = options.out_given ? options.out : options.operands.front();
  if (base::Status made = make_folder(folder); !made) return fail(made.error());
  const reports::BoardReport told{run.value(), overview.value(), report, teams, people.size(), ratings.value().size()};
  if (base::Status written = reports::write_board(told, folder); !written) return fail(written.error());
  if (options.quiet) return all_audited;
  return print("Board report: " + (fs::path(folder) / "board.html").string() + "\n") ? all_audited : nothing_done;
}

}  // namespace cli
