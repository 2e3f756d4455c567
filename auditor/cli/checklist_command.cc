// `auditor checklist`: what checklists there are, what they say, whether they hold together, whether they do as they
// say.
#include <algorithm>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "evaluation/evaluate.h"
#include "readers/format.h"

namespace cli {
namespace {

int list() {
  std::string out;
  for (const std::string& name : checklist::list()) {
    base::Result<checklist::Checklist> checklist = loaded(name);
    out +=
        name + "\t" + (checklist ? checklist.value().title : "cannot be used: " + checklist.error().one_line()) + "\n";
  }
  return print(out) ? all_audited : nothing_done;
}

int describe(const std::string& name) {
  base::Result<checklist::Checklist> checklist = loaded(name);
  if (!checklist) return fail(checklist.error());
  return print(checklist::describe(checklist.value())) ? all_audited : nothing_done;
}

int validate(const std::string& name) {
  base::Result<checklist::Checklist> checklist = loaded(name);
  if (!checklist) return fail(checklist.error());
  const checklist::Checklist& valid = checklist.value();
  for (const base::Error& doubt : valid.lexicon.doubtful_terms()) complain("warning: " + doubt.one_line());
  return print(valid.file + ": valid: " + valid.id + " " + valid.version + ", " + std::to_string(valid.items.size()) +
               " items in " + std::to_string(valid.dimensions.size()) + " dimensions\n")
             ? all_audited
             : nothing_done;
}

int test(const std::vector<std::string>& names) {
  std::size_t run = 0;
  std::size_t exempt = 0;
  std::size_t failed = 0;
  std::string out;
  for (const std::string& name : names) {
    base::Result<checklist::Checklist> checklist = loaded(name);
    if (!checklist) return fail(checklist.error());
    evaluation::ExampleReport report = evaluation::run_examples(checklist.value(), &readers::read_text);
    for (const evaluation::FailedExample& example : report.failed) {
      out += example.file + ":" + std::to_string(example.line) + ": " + example.item + ": " + example.message + "\n";
    }
    run += report.run;
    exempt += report.exempt;
    failed += report.failed.size();
  }
  out += std::to_string(run) + " examples, " + std::to_string(failed) + " failed; " + std::to_string(exempt) +
         " concepts need none\n";
  if (!print(out)) return nothing_done;
  return failed == 0 ? all_audited : some_refused;
}

}  // namespace

int checklists(const Options& options) {
  const std::string& action = options.operands.front();
  const std::vector<std::string> names(options.operands.begin() + 1, options.operands.end());
  if (action == "list" && names.empty()) return list();
  if (action == "show" && !names.empty()) return describe(names.front());
  if (action == "validate" && !names.empty()) return validate(names.front());
  if (action == "test") return test(names.empty() ? checklist::list() : names);
  const std::vector<std::string> actions = {"list", "show", "validate", "test"};
  std::string usage = "auditor checklist list | show NAME | validate FILE | test [FILE]";
  base::Error error{base::ErrorCode::bad_argument, "", 0, 0, "", usage};
  if (std::find(actions.begin(), actions.end(), action) == actions.end()) {
    error.message = "unknown action '" + action + "'";
    std::string near = nearest(action, actions);
    if (!near.empty()) error.advice = "did you mean '" + near + "'?";
  } else {
    error.message = "'" + action + "' takes " + (action == "list" ? "no name" : "a name");
  }
  return fail(error);
}

}  // namespace cli
