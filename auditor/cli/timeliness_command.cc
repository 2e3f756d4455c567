// `auditor timeliness`: work against its limits, from a census, councils' lists, or a stored run.
#include <filesystem>

#include "checklist/checklist.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "cli/written.h"
#include "manifest/manifest.h"
#include "reports/timeliness.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

base::Result<timeliness::Limits> limits_for(const Options& options) {
  const std::string data = checklist::data_folder();
  const std::string file = options.limits.empty() ? (fs::path(data) / "limits.xml").string() : options.limits;
  base::Result<timeliness::Limits> limits = timeliness::load_limits(file, data, options.council);
  if (limits && options.limits.empty()) limits.value().file = "limits.xml";  // the program's own, wherever it stands
  return limits;
}

// Whether a stored run is named, and not lists or a census; an error where both are.
base::Result<bool> is_run(const Options& options) {
  std::error_code error;
  for (const std::string& name : options.operands) {
    if (!fs::is_directory(name, error) && !store::Store::is_run(name)) continue;
    if (options.operands.size() == 1) return true;
    return base::Error{base::ErrorCode::bad_argument,  name, 0, 0, "a run stands alone",
                       "name it alone, or lists alone"};
  }
  if (options.run > 0) {
    return base::Error{base::ErrorCode::bad_argument,
                       options.operands.front(),
                       0,
                       0,
                       "is neither a store nor the folder of a run",
                       "leave out --run, or name one of these"};
  }
  return false;
}

// A run's folder, or a run of a store: the latest where none is named.
base::Status gather_run(const std::string& source, std::int64_t number, timeliness::Gathered& gathered) {
  base::Result<store::Store> run = opened_run(source, number);
  if (!run) return run.error();
  return run.value().each([&gathered](const evaluation::Outcome& outcome) -> base::Status {
    gathered.take(outcome);
    return base::Done{};
  });
}

std::string named(const std::vector<std::string>& operands) {
  std::string out;
  for (const std::string& operand : operands) out += (out.empty() ? "" : ", ") + operand;
  return out;
}

// Lists and a census, each piece of work as it is read: a large one is never whole in memory.
base::Status gather_files(const Options& options, timeliness::Gathered& gathered) {
  constexpr std::size_t most_remarks = 5;
  base::Result<manifest::Headings> headings = manifest::Headings::load(checklist::data_folder(), options.manifest_map);
  if (!headings) return headings.error();
  for (const std::string& file : options.operands) {
    base::Result<manifest::Source> source =
        manifest::read(file, headings.value(), [&gathered](manifest::Case&& one) -> base::Status {
          gathered.take(one);
          return base::Done{};
        });
    if (!source) return source.error();
    for (const std::string& remark : manifest::told(source.value(), most_remarks)) complain("auditor: " + remark);
  }
  return base::Done{};
}

base::Result<language::Day> day_for(const Options& options, const timeliness::Gathered& gathered,
                                    const timeliness::Limits& limits) {
  const std::string& source = options.operands.front();
  if (!options.at.empty()) return language::iso_day(options.at);
  const language::Day latest = timeliness::latest_day(gathered, limits.calendar);
  if (latest != language::no_day) return latest;
  return base::Error{base::ErrorCode::empty,
                     source,
                     0,
                     0,
                     "tells no day of any work",
                     "name a return, a list or a run that gives days"};
}

std::vector<std::string> formats_of(const Options& options) {
  return options.formats.empty() ? reports::timeliness_formats() : options.formats;
}

base::Status write(const Options& options, const reports::TimelinessReport& report) {
  if (base::Status made = make_folder(options.out); !made) return made;
  for (const std::string& format : formats_of(options)) {
    if (base::Status written = reports::write_timeliness(format, report, options.out); !written) return written;
  }
  return base::Done{};
}

}  // namespace

int timeliness(const Options& options) {
  base::Result<::timeliness::Limits> limits = limits_for(options);
  if (!limits) return fail(limits.error());
  ::timeliness::Gathered gathered;
  base::Result<bool> run = is_run(options);
  if (!run) return fail(run.error());
  base::Status read =
      run.value() ? gather_run(options.operands.front(), options.run, gathered) : gather_files(options, gathered);
  if (!read) return fail(read.error());
  base::Result<language::Day> at = day_for(options, gathered, limits.value());
  if (!at) return fail(at.error());
  const ::timeliness::Tally tally = ::timeliness::tally(gathered, limits.value(), at.value());
  std::string source = named(options.operands);
  if (options.run > 0) source += ", run " + std::to_string(options.run);
  const reports::TimelinessReport report{gathered,    limits.value(),       tally, source, !options.at.empty(),
                                         run.value(), options.small_numbers};
  if (options.out_given) {
    if (base::Status written = write(options, report); !written) return fail(written.error());
  }
  if (options.quiet) return all_audited;
  std::string said = reports::timeliness_text(report);
  if (options.out_given) said += "\nWritten to " + options.out + "\n";
  return print(said) ? all_audited : nothing_done;
}

}  // namespace cli
