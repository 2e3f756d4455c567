// What a record's tables say by their heads: whose name a cell is, and which dates are dates of birth.
#pragma once

#include "evaluation/outcome.h"
#include "pseudonyms/register.h"

namespace pseudonyms {

// Notes into the record the people under heads such as "Name" and "Child", although their names may be ordinary words,
// and the dates beside and below "Date of birth". Fields and lines of the form "Name: ..." count too.
void learn_cells(const evaluation::Outcome& outcome, Known& known);

}  // namespace pseudonyms
