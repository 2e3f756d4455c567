// `auditor show`: one record's ratings for reading at the terminal, or how one of them came about.
#include <unistd.h>

#include <optional>

#include "batch/run.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "evaluation/evaluate.h"
#include "pseudonyms/pseudonymiser.h"
#include "reports/reports.h"

namespace cli {
int show(const Options& options) {
  const std::string& path = options.operands.front();
  base::Status there = check_file(path);
  if (!there) return fail(there.error());
  base::Result<checklist::Choice> choice = choice_of(options.checklist);
  if (!choice) return fail(choice.error());
  base::Result<evaluation::Outcome> audited = batch::audit(path, choice.value(), temporary_folder(), options.ocr);
  if (!audited) {
    bool missing = audited.error().code == base::ErrorCode::not_found;
    if (!missing) return fail(audited.error());
    complain("refused: " + audited.error().one_line());
    return some_refused;
  }
  const evaluation::Outcome& outcome = audited.value();
  if (outcome.standing != evaluation::Standing::audited) {
    complain("refused: " + outcome.error.one_line());
    return some_refused;
  }
  base::Result<const checklist::Checklist*> rated_by = choice.value().with_id(outcome.checklist);
  if (!rated_by) return fail(rated_by.error());
  const checklist::Checklist& checklist = *rated_by.value();
  if (!options.explain.empty()) {
    base::Result<std::string> lines = evaluation::explain(outcome.document, checklist, options.explain, outcome.type);
    if (!lines) return fail(lines.error());
    return print(lines.value()) ? all_audited : nothing_done;
  }
  std::optional<evaluation::Outcome> renamed;
  if (options.pseudonymise) {
    pseudonyms::Pseudonymiser names;
    names.learn(outcome);
    names.settle();
    renamed = names.renamed(outcome);
  }
  std::string shown = reports::show(renamed ? *renamed : outcome, facts_of(checklist), colour_wanted(STDOUT_FILENO));
  return print(shown) ? all_audited : nothing_done;
}

}  // namespace cli
