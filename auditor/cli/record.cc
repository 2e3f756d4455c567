#include "cli/record.h"

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/audit_batch.h"
#include "cli/commands.h"
#include "cli/kept_run.h"
#include "cli/output_folder.h"
#include "cli/resume.h"
#include "cli/terminal.h"
#include "reports/reports.h"
#include "reports/words.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

// Where a run is written, and where its reports go; the same folder for a run of its own.
struct Target {
  std::optional<OutputFolder> folder;  // none where the run is in a store and no reports are wanted
  std::string database;
  std::string temporary;  // for files without names
  bool in_store = false;
};

base::Result<Target> claim(const Options& options) {
  Target target;
  target.in_store = !options.store.empty();
  target.database = options.store;
  target.temporary = temporary_folder();
  if (target.in_store && !options.out_given) return target;
  base::Result<OutputFolder> folder =
      target.in_store ? OutputFolder::claim(options.out, Holding::views)
                      : OutputFolder::claim(options.out, Holding::run, Ending::kept,
                                            options.resume ? Leftover::taken_over : Leftover::removed);
  if (!folder) return folder.error();
  target.folder.emplace(std::move(folder).value());
  target.temporary = target.folder->building();
  if (!target.in_store) target.database = target.folder->building() + "/run.db";
  return target;
}

// A run of its own that was interrupted is in its place already: it is gone on with in a copy.
void copy_interrupted(const Target& target) {
  const fs::path from = target.folder->target();
  std::error_code error;
  if (fs::exists(target.database, error) || !fs::exists(from / "run.db", error)) return;
  fs::copy_file(from / "run.db", target.database, error);
  const std::string parts = parts_of("run.db", 1);
  fs::copy_file(from / parts, target.folder->building() + "/" + parts, error);
}

// A run of which nothing is taken over.
base::Result<KeptRun> begun(const Target& target, const store::RunFacts& facts, KeptRun::Again again) {
  constexpr int attempts = 3;  // another process that resumes may take up the new run before it is locked
  for (int attempt = 1;; ++attempt) {
    base::Result<store::Recording> recording = store::Recording::begin(target.database, facts);
    if (!recording) return recording.error();
    base::Result<batch::Spool> parts = batch::Spool::named(parts_of(target.database, recording.value().run()));
    if (!parts && parts.error().code == base::ErrorCode::interrupted && attempt < attempts) continue;
    if (!parts) return parts.error();
    return KeptRun::create(std::move(recording).value(), std::move(parts).value(), facts.across, facts.text_kept,
                           target.temporary, std::move(again));
  }
}

// The run that broke off, if there is one and it is wanted; `facts` then begin when it began.
base::Result<KeptRun> begun_or_resumed(const Target& target, checklist::Choice& choice, const Options& options,
                                       store::RunFacts& facts, KeptRun::Again again) {
  if (target.in_store) remove_left_parts(target.database);
  if (!options.resume) return begun(target, facts, std::move(again));
  if (!target.in_store) copy_interrupted(target);
  base::Result<Sought> found = broken_off(target.database, facts, choice, options, !target.in_store);
  if (!found) return found.error();
  if (!found.value().run) {
    const std::string& changed = found.value().changed;
    const std::string why = changed.empty() ? "no run of these paths and options broke off"
                                            : "what is joined to the records has changed since (" + changed + ")";
    if (!options.quiet) complain("nothing to resume: " + why + "; begun anew");
    std::error_code error;
    if (!target.in_store) {
      for (const fs::directory_entry& entry : fs::directory_iterator(target.folder->building(), error)) {
        fs::remove_all(entry.path(), error);
      }
    }
    return begun(target, facts, std::move(again));
  }
  BrokenOff& run = *found.value().run;
  facts.started = run.facts.started;
  facts.further = run.facts.further;
  base::Result<store::Recording> recording = store::Recording::resume(target.database, run.facts.run, facts);
  if (!recording) return recording.error();
  return KeptRun::create(std::move(recording).value(), std::move(run.parts), facts.across, facts.text_kept,
                         target.temporary, std::move(again));
}

// Tells why the run ends here; what was audited stays.
int break_off(Target& target, std::size_t taken, base::Error error) {
  if (taken > 0) {
    if (!target.in_store) target.folder->leave();
    error.advice += error.advice.empty() ? "" : "; ";
    error.advice += "what was audited is kept: mend it and give the same command with --resume";
  }
  return fail(error);
}

void tell_stored(const store::Store& run, const Options& options) {
  base::Result<std::string> summary = reports::summary(run, colour_wanted(1));
  const std::string number = std::to_string(run.run());
  print((summary ? summary.value() : "") + "Run " + number + " in " + options.store + "\n" +
        (options.out_given ? "" : "Reports: auditor report " + options.store + " --run " + number + " --out FOLDER\n"));
}

// What only a run needs that is gone on with.
void remove_parts(const Target& target, std::int64_t run) {
  std::error_code error;
  fs::remove(parts_of(target.database, run), error);
}

int write_reports(Target& target, const Options& options, const store::Store& run, bool whole) {
  if (target.folder) {
    for (const std::string& format : formats_asked(options)) {
      base::Status written = reports::write(format, run, target.folder->building());
      if (!written) return break_off(target, 1, written.error());
    }
    // Not before: while reports are written, a run of its own can still break off.
    if (!target.in_store && whole) remove_parts(target, run.run());
    base::Status placed = target.folder->put_in_place();
    if (!placed) return break_off(target, 1, placed.error());
  }
  if (target.in_store && !options.quiet) tell_stored(run, options);
  if (target.folder && !target.in_store) tell_reports(run, options, options.out);
  return all_audited;
}

}  // namespace

int record(const intake::Found& found, checklist::Choice& choice, const Options& options, store::RunFacts facts,
           const Listed* listed, Sampled* sampled) {
  base::Result<Target> claimed = claim(options);
  if (!claimed) return fail(claimed.error());
  Target& target = claimed.value();
  auto again = [&](const std::string& path) { return batch::audit(path, choice, target.temporary, options.ocr); };
  std::int64_t number = 0;
  std::optional<batch::Summary> summary;
  {
    base::Result<KeptRun> made = begun_or_resumed(target, choice, options, facts, again);
    if (!made) return fail(made.error());
    KeptRun& run = made.value();
    number = run.recording().run();
    Wanted wanted{.text = facts.text_kept || facts.across,
                  .passages = facts.across,
                  .temporary_folder = target.temporary,
                  .listed = listed};
    wanted.memory = run.memory();
    if (run.recording().waiting() > 0) {
      wanted.already = [&run](const std::string& path, const std::string& sha256) { return run.already(path, sha256); };
    }
    wanted.rated_by = [&run](const store::ChecklistFacts& checklist) { run.recording().rated_by(checklist); };
    std::optional<Noting> noting;
    if (sampled != nullptr) noting.emplace(run, *sampled);
    evaluation::Sink& sink = noting ? static_cast<evaluation::Sink&>(*noting) : run;
    base::Result<Ran> ran = run_batch(found, choice, options, std::move(wanted), sink);
    if (!ran) return break_off(target, run.taken(), ran.error());
    summary = ran.value().summary;
    facts.further = std::move(ran.value().further);
    facts.joining = ran.value().joining;
    facts.finished = now();
    facts.sandbox = summary->sandbox;
    facts.interrupted = summary->interrupted;
    base::Status finished = run.finish(facts, ran.value().cases);
    if (finished && !target.in_store) finished = run.recording().settle();
    if (!finished) return break_off(target, run.taken(), finished.error());
    if (target.in_store && !summary->interrupted) remove_parts(target, number);
    if (run.taken_over() > 0 && !options.quiet) {
      print("Taken over from the run that broke off: " + reports::counted(run.taken_over(), "record") + "\n");
    }
  }
  if (sampled != nullptr) {
    base::Result<std::int64_t> sample = keep_sample(target.database, number, sampled->told());
    if (!sample) return break_off(target, 1, sample.error());
  }
  base::Result<store::Store> run = store::Store::open(target.database, number);
  if (!run) return break_off(target, 1, run.error());
  int written = write_reports(target, options, run.value(), !summary->interrupted);
  return written == all_audited ? status_of(*summary) : written;
}

}  // namespace cli
