// How documents were joined to lists and returns, to rows and back: run_facts.h says what is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "store/run_facts.h"
#include "store/sqlite.h"

namespace store {

// False where SQLite refuses, as in all of these.
bool add_joining(const Database& database, std::int64_t document, const Joining& joining);
// Of the run's documents, by their keys.
bool read_joinings(const Database& database, std::int64_t run, std::unordered_map<std::int64_t, Joining>& found);

// Puts the run's lists and counts in the place of what was known of them.
bool write_lists(const Database& database, std::int64_t run, const RunFacts& facts);
bool read_lists(const Database& database, std::int64_t run, RunFacts& facts);

}  // namespace store
