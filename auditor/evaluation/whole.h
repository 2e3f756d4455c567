// Whether an outcome that comes from outside this process - a pipe, a stored run - can be used.
#pragma once

#include "evaluation/outcome.h"

namespace evaluation {

// Every span in order, and within the text where the text came along; every index within what it points into; a
// cell's contents behind it, and the cell within its table.
bool holds_together(const Outcome& outcome);

}  // namespace evaluation
