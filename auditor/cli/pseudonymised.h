// A run, or one record, with everybody's names replaced by labels.
#pragma once

#include <string>

#include "base/result.h"
#include "evaluation/outcome.h"
#include "pseudonyms/pseudonymiser.h"
#include "store/store.h"

namespace cli {

// Writes a store at `path`, which must not exist, that is `from` renamed; `facts.text_kept` says whether with its text.
// The pseudonymiser then has the key.
base::Status pseudonymise(const store::Store& from, const store::RunFacts& facts, const std::string& path,
                          pseudonyms::Pseudonymiser& names);

// An error where the key's file is in the way, or lies in the folder that the run goes to: who gets the one must not
// get the other by accident.
base::Status check_key(const std::string& key, const std::string& out);

// Writes the key to a new file that only its owner may read.
base::Status write_key(const std::string& key, const pseudonyms::Pseudonymiser& names);

}  // namespace cli
