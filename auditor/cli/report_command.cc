// `auditor report`: the views of a stored run, made again without its documents.
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/output_folder.h"
#include "cli/pseudonymised.h"
#include "cli/terminal.h"
#include "reports/reports.h"
#include "reports/view.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

bool same_folder(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::equivalent(a, b, error);
}

int stream(const store::Store& store) {
  base::Result<reports::Run> run = reports::stored(store);
  if (!run) return fail(run.error());
  base::Status written = run.value().each([](const evaluation::Outcome& outcome) -> base::Status {
    if (print(reports::findings_line(outcome) + "\n")) return base::Done{};
    return base::Error{base::ErrorCode::unreadable, "", 0, 0, "standard output cannot be written", ""};
  });
  return written ? all_audited : fail(written.error());
}

// What the new folder does not take over from the one in its place. In the run's own folder, the views that are made
// again. Elsewhere every view: those that are not made again may be of another run.
std::vector<std::string> replaced(const std::vector<std::string>& formats, bool own_folder) {
  std::vector<std::string> out;
  for (const std::string& format : own_folder ? formats : reports::formats()) {
    for (std::string& entry : reports::entries_of(format)) out.push_back(std::move(entry));
  }
  return out;
}

// An error where views without names cannot be made of the run, or would lie beside the names.
base::Status check_pseudonymised(const store::Store& run, const Options& options, bool own_folder) {
  if (own_folder) {
    return base::Error{base::ErrorCode::bad_argument,      options.operands.front(),        0, 0,
                       "holds the run with all its names", "name another folder with --out"};
  }
  base::Result<store::RunFacts> facts = run.facts();
  if (!facts) return facts.error();
  if (!facts.value().text_kept) {
    return base::Error{base::ErrorCode::bad_argument,
                       options.operands.front(),
                       0,
                       0,
                       "keeps no text, from which names are learned",
                       "audit again with --pseudonymise --no-text"};
  }
  return options.key.empty() ? base::Status(base::Done{}) : check_key(options.key, options.out);
}

// The run with labels for names. Its file has no name any more when this returns.
base::Result<store::Store> renamed(const store::Store& run, const OutputFolder& folder,
                                   pseudonyms::Pseudonymiser& names) {
  base::Result<store::RunFacts> facts = run.facts();
  if (!facts) return facts.error();
  const std::string database = folder.building() + "/run.db.renamed";
  base::Status done = pseudonymise(run, facts.value(), database, names);
  if (!done) return done.error();
  base::Result<store::Store> out = store::Store::open(database);
  ::unlink(database.c_str());
  return out;
}

}  // namespace

std::vector<std::string> formats_asked(const Options& options) {
  std::vector<std::string> out;
  for (const std::string& format : reports::formats()) {
    bool asked = options.formats.empty() || format == "json" ||
                 std::find(options.formats.begin(), options.formats.end(), format) != options.formats.end();
    if (asked) out.push_back(format);
  }
  return out;
}

bool is_store(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(path, error) && store::Store::is_run(path);
}

base::Result<store::Store> opened_run(const std::string& folder_or_store, std::int64_t number) {
  std::error_code error;
  fs::file_status status = fs::status(folder_or_store, error);
  if (!fs::exists(status)) {
    return base::Error{base::ErrorCode::not_found,         folder_or_store,     0, 0,
                       "there is no such folder or store", "check the spelling"};
  }
  std::string database = folder_or_store;
  const bool folder = fs::is_directory(status);
  if (folder) database = (fs::path(folder_or_store) / "run.db").string();
  if (folder ? !fs::exists(database, error) : !store::Store::is_run(database)) {
    return base::Error{base::ErrorCode::bad_argument,
                       folder_or_store,
                       0,
                       0,
                       folder ? "is not the folder of a run: there is no run.db in it"
                              : "is not the folder of a run, nor a store of runs",
                       "name one that auditor audit made"};
  }
  base::Result<store::Store> run = store::Store::open(database, number);
  if (!run) return run.error();
  base::Result<store::RunFacts> facts = run.value().facts();
  if (!facts) return facts.error();
  return run;
}

base::Result<store::Store> opened_store(const std::string& place) {
  std::error_code error;
  if (!fs::exists(fs::status(place, error))) {
    return base::Error{base::ErrorCode::not_found, place, 0, 0, "there is no such file or folder",
                       "check the spelling"};
  }
  return fs::is_directory(place, error) ? opened_run(place) : store::Store::open(place);
}

void tell_reports(const store::Store& run, const Options& options, const std::string& folder) {
  if (options.quiet) return;
  std::vector<std::string> made = formats_asked(options);
  bool page = std::find(made.begin(), made.end(), "html") != made.end();
  base::Result<std::string> summary = reports::summary(run, colour_wanted(STDOUT_FILENO));
  std::string shown = folder;
  while (shown.size() > 1 && shown.back() == '/') shown.pop_back();
  print((summary ? summary.value() : "") + "Report: " + shown + (page ? "/index.html" : "") + "\n");
}

int report(const Options& options) {
  const std::atomic<bool>* stop = notice_interrupts();
  const std::string& source = options.operands.front();
  base::Result<store::Store> run = opened_run(source, options.run);
  if (!run) return fail(run.error());
  if (is_store(source) && !options.out_given) {
    return fail({base::ErrorCode::bad_argument, source, 0, 0, "is a store, which has no folder for reports",
                 "name one with --out"});
  }
  if (options.out == "-") return stream(run.value());
  const std::string& target = options.out_given ? options.out : source;
  const bool own_folder = same_folder(source, target);
  if (options.pseudonymise) {
    base::Status apart = check_pseudonymised(run.value(), options, own_folder);
    if (!apart) return fail(apart.error());
  }
  base::Result<OutputFolder> folder =
      OutputFolder::claim(target, own_folder ? Holding::run : Holding::views, Ending::removed, Leftover::kept);
  if (!folder) return fail(folder.error());
  const std::vector<std::string> formats = formats_asked(options);
  base::Status kept = folder.value().keep_all_but(replaced(formats, own_folder));
  if (!kept) return fail(kept.error());
  pseudonyms::Pseudonymiser names;
  base::Result<store::Store> shown =
      options.pseudonymise ? renamed(run.value(), folder.value(), names) : std::move(run);
  if (!shown) return fail(shown.error());
  for (const std::string& format : formats) {
    if (stop->load()) return interrupted;
    base::Status written = reports::write(format, shown.value(), folder.value().building());
    if (!written) return fail(written.error());
  }
  if (!options.key.empty()) {
    base::Status kept_apart = write_key(options.key, names);
    if (!kept_apart) return fail(kept_apart.error());
  }
  base::Status placed = folder.value().put_in_place();
  if (!placed) return fail(placed.error());
  tell_reports(shown.value(), options, target);
  base::Result<store::RunFacts> facts = shown.value().facts();
  if (!options.quiet && facts && !facts.value().text_kept) {
    print(
        "The run keeps no text: pages show each record's quotes, not the record. Audit without --no-text for that.\n");
  }
  return all_audited;
}

}  // namespace cli
