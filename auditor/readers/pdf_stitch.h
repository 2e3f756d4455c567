// Puts the pages of a PDF together again: tables and paragraphs that run on over a page's end, headings.
#pragma once

#include <vector>

#include "readers/pdf_flow.h"
#include "readers/pdf_layout.h"
#include "readers/pdf_margins.h"
#include "readers/pdf_tagged.h"

namespace readers::pdf {

// The body: what the structure tree tells, and between it the pages and words that it leaves out, by their layout.
Flow stitched(const std::vector<Page>& pages, Tagged tagged, const Margins& margins, const Looks& looks,
              const Joins& joins);

}  // namespace readers::pdf
