// The form fields and comments of a page, read from poppler's objects.
#pragma once

#include <Object.h>
#include <Page.h>

#include <vector>

#include "readers/pdf_entries.h"

namespace readers::pdf {

// A look that an annotation brings along, to be drawn: it tells what no value does (a signature, a stamp).
struct Appearance {
  Object stream;
  double left = 0;  // its place, in the page's own coordinates
  double bottom = 0;
  double right = 0;
  double top = 0;
};

struct Annotations {
  std::vector<Entry> entries;
  std::vector<Appearance> appearances;
  bool cut = false;  // there is more text than is read
};

// `page_to_shown` maps the page's own coordinates to those of pdf_page.h, as six numbers of a matrix.
Annotations annotations_of(const Object& annotations, const double* page_to_shown);

}  // namespace readers::pdf
