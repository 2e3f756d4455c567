// `auditor audit`: paths to a folder of reports, or to lines on standard output.
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "batch/across.h"
#include "batch/run.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/output_folder.h"
#include "cli/pseudonymised.h"
#include "cli/sampled.h"
#include "cli/terminal.h"
#include "intake/walk.h"
#include "reports/reports.h"

namespace cli {
namespace {

// Tells each refusal as it comes, notes which checklists were used, then hands the outcome on.
class Telling : public evaluation::Sink {
 public:
  Telling(evaluation::Sink& next, Progress& progress, checklist::Choice& choice, std::set<std::string>& checklists)
      : next_(next), progress_(progress), choice_(choice), checklists_(checklists) {}
  base::Status take(const evaluation::Outcome& outcome) override {
    // Compiled here too, for the run's facts, and so that workers that are made from now on have it.
    if (!outcome.checklist.empty() && checklists_.insert(outcome.checklist).second) {
      base::Result<const checklist::Checklist*> used = choice_.with_id(outcome.checklist);
      if (!used) return used.error();
    }
    if (outcome.standing == evaluation::Standing::refused) {
      base::Error error = outcome.error;
      error.file = outcome.path;
      progress_.clear();
      complain("refused: " + error.one_line());
    }
    return next_.take(outcome);
  }

 private:
  evaluation::Sink& next_;
  Progress& progress_;
  checklist::Choice& choice_;
  std::set<std::string>& checklists_;
};

// Lines on standard output.
class Lines : public evaluation::Sink {
 public:
  base::Status take(const evaluation::Outcome& outcome) override {
    if (print(reports::findings_line(outcome) + "\n")) return base::Done{};
    return base::Error{base::ErrorCode::unreadable, "", 0, 0, "standard output cannot be written", ""};
  }
};

struct Ran {
  batch::Summary summary;
  std::set<std::string> checklists;  // ids of those that records were rated by
};

// Runs the batch into the sink. Where records are compared the sink gets its outcomes when all are in; temporary files
// go to `folder`.
base::Result<Ran> run_batch(const intake::Found& found, checklist::Choice& choice, const Options& options,
                            bool keep_text, const std::string& folder, evaluation::Sink& sink) {
  Progress progress(!options.quiet);
  std::optional<batch::Across> across;
  Ran ran;
  if (options.across && batch::compares_records(choice.standard())) {
    base::Result<batch::Across> made = batch::Across::create(folder, sink, keep_text);
    if (!made) return made.error();
    across.emplace(std::move(made).value());
  }
  Telling telling(across ? static_cast<evaluation::Sink&>(*across) : sink, progress, choice, ran.checklists);
  batch::Options settings;
  settings.jobs = options.jobs;
  settings.keep_text = keep_text || across;
  settings.keep_passages = across.has_value();
  settings.temporary_folder = folder;
  settings.ocr = options.ocr;
  settings.stop = notice_interrupts();
  settings.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
  base::Result<batch::Summary> summary = batch::run(found, choice, settings, telling);
  if (!summary) return summary.error();
  if (across) {
    base::Status finished = across->finish();
    if (!finished) return finished.error();
  }
  ran.summary = std::move(summary).value();
  return ran;
}

int status_of(const batch::Summary& summary) {
  if (summary.interrupted) return interrupted;
  return summary.refused > 0 ? some_refused : all_audited;
}

int stream(const intake::Found& found, checklist::Choice& choice, const Options& options) {
  Lines lines;
  base::Result<Ran> ran = run_batch(found, choice, options, false, temporary_folder(), lines);
  return ran ? status_of(ran.value().summary) : fail(ran.error());
}

// Puts a renamed run in the place of one with names; nothing of that stays.
base::Status rename_people(const std::string& database, const store::RunFacts& facts,
                           pseudonyms::Pseudonymiser& names) {
  const std::string renamed = database + ".renamed";
  {
    base::Result<store::Store> with_names = store::Store::open(database);
    if (!with_names) return with_names.error();
    base::Status done = pseudonymise(with_names.value(), facts, renamed, names);
    if (!done) return done;
  }
  if (::rename(renamed.c_str(), database.c_str()) != 0) {
    return base::Error{base::ErrorCode::unreadable, database, 0, 0, "cannot be written", "look at its rights"};
  }
  return base::Done{};
}

int keep(const intake::Found& found, checklist::Choice& choice, const Options& options,
         const std::vector<std::string>& arguments, Sampled* sampled) {
  base::Result<OutputFolder> folder = OutputFolder::claim(options.out);
  if (!folder) return fail(folder.error());
  const std::string building = folder.value().building();
  const std::string database = building + "/run.db";
  store::RunFacts facts = facts_of(choice.standard());
  facts.arguments = arguments;
  facts.text_kept = options.keep_text;
  facts.jobs = options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  facts.across = options.across && batch::compares_records(choice.standard());
  facts.ocr_asked = options.ocr;
  facts.started = now();
  std::optional<batch::Summary> summary;
  {
    // Names are learned from the text, whether or not it is kept in the end.
    const bool keep_text = options.keep_text || options.pseudonymise;
    base::Result<store::Store> store = store::Store::create(database + ".part", keep_text);
    if (!store) return fail(store.error());
    std::optional<Noting> noting;
    if (sampled != nullptr) noting.emplace(store.value(), *sampled);
    evaluation::Sink& sink = noting ? static_cast<evaluation::Sink&>(*noting) : store.value();
    base::Result<Ran> ran = run_batch(found, choice, options, keep_text, building, sink);
    if (!ran) return fail(ran.error());
    summary = ran.value().summary;
    for (const std::string& id : ran.value().checklists) {
      if (id == facts.checklist_id) continue;
      base::Result<const checklist::Checklist*> used = choice.with_id(id);
      if (!used) return fail(used.error());
      facts.further.push_back(checklist_facts(*used.value()));
    }
    facts.finished = now();
    facts.sandbox = summary->sandbox;
    facts.interrupted = summary->interrupted;
    base::Status finished = store.value().finish(facts);
    if (!finished) return fail(finished.error());
  }
  if (sampled != nullptr) {
    base::Result<std::int64_t> sample = keep_sample(database + ".part", sampled->told());
    if (!sample) return fail(sample.error());
    facts.sample = sample.value();
  }
  pseudonyms::Pseudonymiser names;
  if (options.pseudonymise) {
    base::Status renamed = rename_people(database + ".part", facts, names);
    if (!renamed) return fail(renamed.error());
  }
  if (::rename((database + ".part").c_str(), database.c_str()) != 0) {
    return fail({base::ErrorCode::unreadable, options.out, 0, 0, "cannot be written", "look at its rights"});
  }
  base::Result<store::Store> run = store::Store::open(database);
  if (!run) return fail(run.error());
  for (const std::string& format : formats_asked(options)) {
    base::Status written = reports::write(format, run.value(), building);
    if (!written) return fail(written.error());
  }
  if (!options.key.empty()) {
    base::Status kept = write_key(options.key, names);
    if (!kept) return fail(kept.error());
  }
  base::Status placed = folder.value().put_in_place();
  if (!placed) return fail(placed.error());
  tell_reports(run.value(), options, options.out);
  return status_of(*summary);
}

}  // namespace

int audit(const Options& options, const std::vector<std::string>& arguments) {
  notice_interrupts();  // from the start: an interrupt while the checklist is read ends the run in the same way
  base::Result<checklist::Choice> choice = choice_of(options.checklist);
  if (!choice) return fail(choice.error());
  if (!options.key.empty()) {
    base::Status free = check_key(options.key, options.out);
    if (!free) return fail(free.error());
  }
  std::optional<Sampled> sampled;
  if (!options.list.empty()) {
    base::Result<Sampled> read = Sampled::read(options.list, options.operands);
    if (!read) return fail(read.error());
    sampled.emplace(std::move(read).value());
  }
  base::Result<intake::Found> found = sampled ? sampled->found() : intake::walk(options.operands);
  if (!found) return fail(found.error());
  if (options.out == "-") return stream(found.value(), choice.value(), options);
  base::Status apart = leave_out(found.value(), options.operands, options.out);
  if (!apart) return fail(apart.error());
  return keep(found.value(), choice.value(), options, arguments, sampled ? &*sampled : nullptr);
}

}  // namespace cli
