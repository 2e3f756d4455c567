// Flag F7: what a record says against what a list or return says of its case.
#pragma once

#include <vector>

#include "evaluation/outcome.h"
#include "manifest/codes.h"
#include "manifest/manifest.h"

namespace manifest {

inline constexpr const char* difference_flag = "F7";

// A record's silence is no difference, but for factors, of which it must speak. Days differ only where the record gives
// that day in a field or sentence of its own, and nowhere names the listed one. Each flag has the record's words, where
// there are any, and the place in the list.
std::vector<evaluation::Flag> differences(const evaluation::Outcome& outcome, const Case& one, const Source& source,
                                          const Codes& codes);

}  // namespace manifest
