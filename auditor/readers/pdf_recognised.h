// A page that was read by text recognition, as one whose text was drawn.
#pragma once

#include "readers/ocr.h"
#include "readers/pdf_page.h"

namespace readers::pdf {

// Puts the words and rules in place of the page's own.
void take(const ocr::Recognised& recognised, double dots_per_inch, Page& page);

// The fields that such rules make.
std::vector<ocr::Place> fields_of(const std::vector<ocr::Rule>& rules, double dots_per_inch);

}  // namespace readers::pdf
