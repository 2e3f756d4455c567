// A council's list: rows of a CSV file as cases.
#pragma once

#include <string_view>

#include "manifest/manifest.h"

namespace manifest {

// The headings stand in the first of the rows that knows at least two of them, so that a title above does no harm.
base::Status read_list(std::string_view bytes, const Headings& headings, Source& source, const Use& use);

}  // namespace manifest
