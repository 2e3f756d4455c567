#include "cli/audit_batch.h"

#include <map>
#include <optional>
#include <utility>

#include "batch/across.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"

namespace cli {
namespace {

// Tells each refusal as it comes, notes which checklists were used, then hands the outcome on.
class Telling : public evaluation::Sink {
 public:
  Telling(evaluation::Sink& next, Progress& progress, checklist::Choice& choice, const Wanted& wanted)
      : next_(next), progress_(progress), choice_(choice), wanted_(wanted) {}
  base::Status take(const evaluation::Outcome& outcome) override {
    if (base::Status noted = note(outcome.checklist); !noted) return noted;
    if (outcome.standing == evaluation::Standing::refused) {
      base::Error error = outcome.error;
      error.file = outcome.path;
      progress_.clear();
      complain("refused: " + error.one_line());
    }
    return next_.take(outcome);
  }
  base::Status idle() override { return next_.idle(); }

  std::vector<store::ChecklistFacts> further() const {
    std::vector<store::ChecklistFacts> out;
    for (const auto& [id, facts] : further_) out.push_back(facts);
    return out;
  }

 private:
  // Compiled here too, for the run's facts, and so that workers that are made from now on have it.
  base::Status note(const std::string& id) {
    if (id.empty() || id == choice_.standard().id || further_.count(id) > 0) return base::Done{};
    base::Result<const checklist::Checklist*> used = choice_.with_id(id);
    if (!used) return used.error();
    const store::ChecklistFacts& facts = further_[id] = checklist_facts(*used.value());
    if (wanted_.rated_by) wanted_.rated_by(facts);
    return base::Done{};
  }

  evaluation::Sink& next_;
  Progress& progress_;
  checklist::Choice& choice_;
  const Wanted& wanted_;
  std::map<std::string, store::ChecklistFacts> further_;
};

}  // namespace

base::Result<Ran> run_batch(const intake::Found& found, checklist::Choice& choice, const Options& options,
                            Wanted wanted, evaluation::Sink& sink) {
  Progress progress(!options.quiet);
  std::optional<manifest::Joined> joined;
  if (wanted.listed != nullptr)
    joined.emplace(wanted.listed->manifest, wanted.listed->codes, sink, std::move(wanted.memory));
  Telling telling(joined ? static_cast<evaluation::Sink&>(*joined) : sink, progress, choice, wanted);
  batch::Options settings;
  settings.jobs = options.jobs;
  settings.keep_text = wanted.text;
  settings.keep_passages = wanted.passages;
  settings.keep_own_facts = joined.has_value();
  settings.temporary_folder = wanted.temporary_folder;
  settings.already = wanted.already;
  settings.ocr = options.ocr;
  settings.stop = notice_interrupts();
  settings.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
  base::Result<batch::Summary> summary = batch::run(found, choice, settings, telling);
  if (!summary) return summary.error();
  Ran ran{std::move(summary).value(), telling.further(), {}, {}};
  if (!joined) return ran;
  progress.clear();
  for (const std::string& line : joined->told()) complain(line);
  ran.cases = case_facts(wanted.listed->manifest, *joined);
  ran.joining = joined->counts();
  return ran;
}

base::Result<Ran> run_spooled(const intake::Found& found, checklist::Choice& choice, const Options& options,
                              bool keep_text, const std::string& temporary_folder, const Listed* listed,
                              evaluation::Sink& sink) {
  if (!compares(choice, options))
    return run_batch(found, choice, options,
                     {.text = keep_text, .temporary_folder = temporary_folder, .listed = listed}, sink);
  base::Result<batch::Across> across = batch::Across::create(temporary_folder, sink, keep_text);
  if (!across) return across.error();
  base::Result<Ran> ran = run_batch(
      found, choice, options, {.text = true, .passages = true, .temporary_folder = temporary_folder, .listed = listed},
      across.value());
  if (!ran) return ran;
  base::Status finished = across.value().finish();
  if (!finished) return finished.error();
  return ran;
}

bool compares(const checklist::Choice& choice, const Options& options) {
  return options.across && batch::compares_records(choice.standard());
}

int status_of(const batch::Summary& summary) {
  if (summary.interrupted) return interrupted;
  return summary.refused > 0 ? some_refused : all_audited;
}

}  // namespace cli
