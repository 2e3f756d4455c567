// Which documents of a run go into a pack.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "reports/view.h"

namespace pack {

struct Choice {
  std::vector<std::size_t> numbers;  // of documents, as the run's reports count them, rising; all where `all`
  bool all = true;
  std::size_t of = 0;                                 // documents in the run
  std::size_t audited = 0, refused = 0, skipped = 0;  // in the run
};

// What --documents asks for: numbers ("12"), ranges ("3-7"), paths, patterns of paths ("*/team-north/*", as a shell
// takes them, but that '*' takes '/' too). Empty: all. A word that no document answers to is a mistake.
base::Result<Choice> choose(const reports::Run& run, const std::vector<std::string>& words);

// The run's chosen documents, with the numbers they have in the run.
reports::Run only(const reports::Run& run, const Choice& choice);

}  // namespace pack
