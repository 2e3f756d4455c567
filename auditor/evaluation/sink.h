// Where outcomes go: a store, a stream of JSON Lines. The batch knows neither.
#pragma once

#include "base/result.h"
#include "evaluation/outcome.h"

namespace evaluation {

class Sink {
 public:
  virtual ~Sink() = default;
  // Takes outcomes one by one, in the order of the inputs. An error ends the run.
  virtual base::Status take(const Outcome& outcome) = 0;
  // Nothing has come for a moment: what is held back may be put away. An error ends the run.
  virtual base::Status idle() { return base::Done{}; }
};

}  // namespace evaluation
