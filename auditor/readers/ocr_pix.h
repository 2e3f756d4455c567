// Pictures of Leptonica, the library that Tesseract works with. Only this reader's own files that speak to it include
// it.
#pragma once

#include <leptonica/allheaders.h>

#include <memory>
#include <vector>

#include "readers/ocr.h"

namespace readers::ocr {

struct PixDestroyer {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Pix = std::unique_ptr<PIX, PixDestroyer>;

// Null where there is no memory for it.
Pix pix_of(const Picture& picture);

// Turned so that its lines of text are level, by a few degrees at most.
Pix straightened(const Pix& grey);

// Turned by quarters so that its text is upright; null where it is already, or nothing tells.
Pix upright(const Pix& grey);

// The lines drawn on it: those of tables, boxes, and under headings.
std::vector<Rule> rules_of(const Pix& black, double dots_per_inch);

// Black where the grey is dark.
Pix black_of(const Pix& grey);

}  // namespace readers::ocr
