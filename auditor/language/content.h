// How much of a text is particular: words that are left after function words, names and the field's stock vocabulary,
// and anchors (a number, a date, a quotation). Repetition and padding add nothing.
#pragma once

#include <cstdint>

#include "language/reading.h"

namespace language {

// 0 to 9. Six words at most, and at most one anchor of each kind.
std::uint8_t content_of(const Scene& scene, std::size_t first, std::size_t last);

}  // namespace language
