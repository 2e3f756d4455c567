// `auditor audit`: paths to a folder of reports, or to lines on standard output.
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "cli/audit_batch.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/manifest_option.h"
#include "cli/output_folder.h"
#include "cli/pseudonymised.h"
#include "cli/record.h"
#include "cli/sampled.h"
#include "cli/terminal.h"
#include "intake/walk.h"
#include "reports/reports.h"

namespace cli {
namespace {

// Lines on standard output.
class Lines : public evaluation::Sink {
 public:
  base::Status take(const evaluation::Outcome& outcome) override {
    if (print(reports::findings_line(outcome) + "\n")) return base::Done{};
    return base::Error{base::ErrorCode::unreadable, "", 0, 0, "standard output cannot be written", ""};
  }
};

int stream(const intake::Found& found, checklist::Choice& choice, const Options& options, const Listed* listed) {
  Lines lines;
  base::Result<Ran> ran = run_spooled(found, choice, options, false, temporary_folder(), listed, lines);
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

store::RunFacts facts_before(checklist::Choice& choice, const Options& options,
                             const std::vector<std::string>& arguments) {
  store::RunFacts facts = facts_of(choice.standard());
  facts.arguments = arguments;
  facts.text_kept = options.keep_text;
  facts.jobs = options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  facts.across = compares(choice, options);
  facts.ocr_asked = options.ocr;
  facts.started = now();
  return facts;
}

// A run without names. Until it has lost them it is nowhere that outlives this process. Lists name children by their
// IDs: what they say of cases is not kept.
int keep_renamed(const intake::Found& found, checklist::Choice& choice, const Options& options, store::RunFacts facts,
                 const Listed* listed, Sampled* sampled) {
  base::Result<OutputFolder> folder = OutputFolder::claim(options.out);
  if (!folder) return fail(folder.error());
  const std::string building = folder.value().building();
  const std::string database = building + "/run.db";
  std::optional<batch::Summary> summary;
  {
    // Names are learned from the text, whether or not it is kept in the end.
    base::Result<store::Store> store = store::Store::create(database + ".part", true);
    if (!store) return fail(store.error());
    std::optional<Noting> noting;
    if (sampled != nullptr) noting.emplace(store.value(), *sampled);
    evaluation::Sink& sink = noting ? static_cast<evaluation::Sink&>(*noting) : store.value();
    base::Result<Ran> ran = run_spooled(found, choice, options, true, building, listed, sink);
    if (!ran) return fail(ran.error());
    summary = ran.value().summary;
    facts.further = std::move(ran.value().further);
    facts.joining = ran.value().joining;
    facts.finished = now();
    facts.sandbox = summary->sandbox;
    facts.interrupted = summary->interrupted;
    base::Status finished = store.value().finish(facts);
    if (!finished) return fail(finished.error());
  }
  if (sampled != nullptr) {
    base::Result<std::int64_t> sample = keep_sample(database + ".part", 0, sampled->told());
    if (!sample) return fail(sample.error());
    facts.sample = sample.value();
  }
  pseudonyms::Pseudonymiser names;
  base::Status renamed = rename_people(database + ".part", facts, names);
  if (!renamed) return fail(renamed.error());
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
  // Never freed: at the end of the run the system takes it back at once.
  static base::Result<checklist::Choice>& choice = *new base::Result<checklist::Choice>(choice_of(options.checklist));
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
  base::Result<std::unique_ptr<Listed>> read = load_listed(options);
  if (!read) return fail(read.error());
  const Listed* const listed = read.value().get();
  if (options.out == "-") return stream(found.value(), choice.value(), options, listed);
  if (options.store.empty() || options.out_given) {
    base::Status apart = leave_out(found.value(), options.operands, options.out);
    if (!apart) return fail(apart.error());
  }
  if (!options.store.empty()) leave_out_store(found.value(), options.store);
  store::RunFacts facts = facts_before(choice.value(), options, arguments);
  if (listed != nullptr) facts.lists = listed->files;
  Sampled* const sample = sampled ? &*sampled : nullptr;
  return options.pseudonymise ? keep_renamed(found.value(), choice.value(), options, std::move(facts), listed, sample)
                              : record(found.value(), choice.value(), options, std::move(facts), listed, sample);
}

}  // namespace cli
