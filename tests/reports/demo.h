// A run made by hand, for the tests of the views and for looking at them: twelve files of invented families.
#pragma once

#include <string>
#include <vector>

#include "evaluation/outcome.h"
#include "reports/view.h"

namespace reports_tests {

store::RunFacts demo_facts();
std::vector<evaluation::Outcome> demo_outcomes();

// A run over outcomes in memory.
reports::Run run_of(std::vector<evaluation::Outcome> outcomes, store::RunFacts facts);
inline reports::Run demo_run() {
  return run_of(demo_outcomes(), demo_facts());
}

// Everything that a writer writes.
std::string written(base::Status (*writer)(const reports::Run&, const reports::Write&), const reports::Run& run);

// The file's content where `AUDITOR_REWRITE` isn't set in the environment; else writes `now` there and gives it back.
std::string golden(const std::string& name, const std::string& now);

}  // namespace reports_tests
