// RunFacts to rows and back.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "store/run_facts.h"
#include "store/sqlite.h"

namespace store {

enum class State { writing, finished };

// Adds a run that is being written; its number, or -1 where SQLite refuses.
std::int64_t add_run(const Database& database);
// Puts the facts in the place of what is known of the run; false where SQLite refuses.
bool write_facts(const Database& database, std::int64_t run, const RunFacts& facts, State state);
// One that the run has already is left as it is.
bool add_checklist(const Database& database, std::int64_t run, const ChecklistFacts& facts);
base::Result<RunFacts> read_facts(const Database& database, std::int64_t run);

// The latest run of the state; 0 where there is none.
std::int64_t latest_run(const Database& database, State state);

}  // namespace store
