// How much of a page its pictures cover: a page that was scanned is one picture, whatever was stamped onto it.
#pragma once

#include <PDFDoc.h>

#include <cstddef>

namespace readers::pdf {

// As a share of the page, from 0 to 1; pictures that overlap count twice, up to 1. `index` from 0.
double covered_by_pictures(PDFDoc& document, std::size_t index);

}  // namespace readers::pdf
