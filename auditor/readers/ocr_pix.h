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

// What is drawn on a page beside its letters.
struct Drawn {
  std::vector<Rule> rules;  // of tables and boxes, and under headings
  struct Tick {
    Place place;
    bool ticked = false;
  };
  std::vector<Tick> ticks;  // boxes to tick
};

// Finds it, and takes it out of the picture, where it would be read as letters.
Drawn take_drawn(const Pix& grey, double dots_per_inch);

// A part of the picture, with some white around it; null where nothing but specks stands there.
Pix part_of(const Pix& grey, const Place& place, double dots_per_inch);
l_int32 white_around(double dots_per_inch);  // in dots

void whiten(const Pix& grey, const Place& place);

}  // namespace readers::ocr
