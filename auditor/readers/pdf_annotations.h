// The form fields and comments of a page, read from poppler's objects.
#pragma once

#include <Object.h>
#include <Page.h>

#include <vector>

#include "readers/pdf_entries.h"

namespace readers::pdf {

// `page_to_shown` maps the page's own coordinates to those of pdf_page.h, as six numbers of a matrix.
std::vector<Entry> entries_of(const Object& annotations, const double* page_to_shown);

}  // namespace readers::pdf
