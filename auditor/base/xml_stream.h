// XML files of any size, read piece by piece: for what is too large to be held in memory, such as statutory returns.
#pragma once

#include <cstdint>
#include <string>

#include "base/xml.h"

namespace base::xml {

// Like parse(), of an open descriptor from where it stands; the caller keeps it. `line` holds the line of the tag
// whenever the handler is called for one. A tag of more than 64 KiB is refused.
Status parse_descriptor(int descriptor, const std::string& file, Handler& handler, std::uint32_t& line);

}  // namespace base::xml
