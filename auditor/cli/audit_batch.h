// The batch of `auditor audit`: what it tells while it runs, whatever becomes of its outcomes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "batch/run.h"
#include "checklist/choice.h"
#include "cli/manifest_option.h"
#include "cli/options.h"
#include "evaluation/sink.h"
#include "intake/walk.h"
#include "store/run_facts.h"

namespace cli {

// What a sink wants of the outcomes that it gets.
struct Wanted {
  bool text = false;                                    // the record's text and blocks
  bool passages = false;                                // what comparing records needs
  std::string temporary_folder;                         // for what is unpacked
  const Listed* listed = nullptr;                       // what records are joined to; null: nothing
  manifest::Joined::Memory memory = {};                 // of how records were joined
  decltype(batch::Options::already) already = nullptr;  // as there
  // Told of each checklist beside the standard one before the first outcome that was rated by it comes; may be empty.
  std::function<void(const store::ChecklistFacts&)> rated_by = nullptr;
};

struct Ran {
  batch::Summary summary;
  std::vector<store::ChecklistFacts> further;  // those beside the standard one that records were rated by; by id
  std::vector<store::CaseFact> cases;          // what lists say of the records
  std::optional<store::JoiningCounts> joining;
};

// Runs the batch into the sink. Refusals are told on standard error as they come.
base::Result<Ran> run_batch(const intake::Found& found, checklist::Choice& choice, const Options& options,
                            Wanted wanted, evaluation::Sink& sink);

// Likewise, into a sink that takes an outcome but once: where records are compared, it gets them when all are in.
base::Result<Ran> run_spooled(const intake::Found& found, checklist::Choice& choice, const Options& options,
                              bool keep_text, const std::string& temporary_folder, const Listed* listed,
                              evaluation::Sink& sink);

// Whether the flags that compare records are to be raised.
bool compares(const checklist::Choice& choice, const Options& options);

// The program's exit status after it.
int status_of(const batch::Summary& summary);

}  // namespace cli
