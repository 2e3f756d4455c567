// `--manifest FILE` and `--manifest-map FILE`: lists and returns beside the records.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "manifest/codes.h"
#include "manifest/joined.h"
#include "manifest/manifest.h"
#include "store/case_facts.h"

namespace cli {

struct Listed {
  manifest::Manifest manifest;
  manifest::Codes codes;
  std::vector<store::ListFacts> files;  // all that the joining depends on, as they were when they were read
};

// Null where no manifest was asked for. What could not be read of the files is told on standard error.
base::Result<std::unique_ptr<Listed>> load_listed(const Options& options);

// The cases that belong to documents of the run, for its store. Cases of other children are not kept.
std::vector<store::CaseFact> case_facts(const manifest::Manifest& manifest, const manifest::Joined& joined);

}  // namespace cli
