// Finding a run that broke off.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "batch/spool.h"
#include "checklist/choice.h"
#include "cli/options.h"
#include "store/run_facts.h"

namespace cli {

// A run to go on with, which no other process can take up while this lives.
struct BrokenOff {
  store::RunFacts facts;
  batch::Spool parts;  // what comparing records needs of each so far; locked
};

// Where the parts of a run that is being written are: beside its file.
std::string parts_of(const std::string& database, std::int64_t run);

// Removes the parts of runs that were finished: a process left them that was killed in its last moments.
void remove_left_parts(const std::string& database);

struct Sought {
  std::optional<BrokenOff> run;
  // Where there is none only because a list has changed since, or another was given: that file, or what else to call
  // it.
  std::string changed = {};
};

// The latest run of the file that broke off, or was interrupted, and would be the same as one with these facts and
// options: the same program, checklists, lists, paths, and text and flags kept. None where there is none that no other
// process is at work on. `finished_too`: a run that was finished counts too, where only its reports were not written.
base::Result<Sought> broken_off(const std::string& database, const store::RunFacts& facts, checklist::Choice& choice,
                                const Options& options, bool finished_too);

}  // namespace cli
