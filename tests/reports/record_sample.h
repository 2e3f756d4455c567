// One small record with everything that a page must cope with: tables in tables, merged cells, lists, page ends, parts,
// quotes that overlap, cross blocks, and end within words; script, right-to-left names and emoji.
#pragma once

#include "evaluation/outcome.h"

namespace reports_tests {

evaluation::Outcome record_sample();

}  // namespace reports_tests
