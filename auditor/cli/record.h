// An audit that is kept, in a folder of its own or in a store of many runs.
#pragma once

#include "checklist/choice.h"
#include "cli/manifest_option.h"
#include "cli/options.h"
#include "cli/sampled.h"
#include "intake/walk.h"
#include "store/run_facts.h"

namespace cli {

// Audits what was found, stores the run, and writes its reports. `facts`: what is known before it begins. Gives the
// exit status, and tells errors itself. Records are joined to `listed`, which may be null. `sampled`, where a sample is
// audited, is told of each outcome and kept with the run. A run that breaks off stays, to be gone on with.
int record(const intake::Found& found, checklist::Choice& choice, const Options& options, store::RunFacts facts,
           const Listed* listed, Sampled* sampled);

}  // namespace cli
