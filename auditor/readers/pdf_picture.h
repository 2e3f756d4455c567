// A page of a PDF as a picture, as a printer would show it.
#pragma once

#include <PDFDoc.h>

#include <cstddef>

#include "readers/ocr.h"

namespace readers::pdf {

// `index` from 0. Without dots where the page cannot be drawn.
ocr::Picture drawn(PDFDoc& document, std::size_t index);

}  // namespace readers::pdf
