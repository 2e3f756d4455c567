// A page as PDF, by whatever browser of Chromium's kin is installed: with a profile of its own in a private folder that
// is gone afterwards (also when this program is killed), without a network, in bounded time.
#pragma once

#include <functional>
#include <string>

#include "base/result.h"

namespace pack {

// The browser found in PATH, or empty.
std::string browser();

struct Printing {
  std::string browser;            // the program's path
  std::string folder;             // where the private folder is made
  unsigned seconds = 60;          // then it is given up
  std::function<bool()> stopped;  // asked now and then: whether to give up; may be empty
};

// The page is HTML that needs nothing but itself. `utc`, as in "2026-11-26T10:57:43Z", becomes the PDF's dates, so that
// the same page gives the same bytes.
base::Result<std::string> print(const std::string& html, const std::string& utc, const Printing& printing);

// A PDF with its creation and modification dates set; a date that isn't found is left.
std::string dated(std::string pdf, const std::string& utc);

}  // namespace pack
