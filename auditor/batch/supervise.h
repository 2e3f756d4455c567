// The supervisor: opens files, deals them to workers, minds their deadlines, delivers outcomes in order. It never looks
// into a record itself.
#pragma once

#include "base/result.h"
#include "batch/run.h"
#include "batch/sandbox.h"
#include "batch/worker.h"
#include "evaluation/sink.h"
#include "intake/walk.h"

namespace batch {

// As batch::run, with what is done to a document and the bounds given from outside.
base::Result<Summary> supervise(const intake::Found& found, const Audit& audit, const Options& options,
                                const Bounds& bounds, evaluation::Sink& sink);

}  // namespace batch
