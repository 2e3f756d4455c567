// Running heads, running feet and page numbers: each once, and out of the way of the text.
#pragma once

#include <vector>

#include "readers/pdf_flow.h"
#include "readers/pdf_joins.h"
#include "readers/pdf_lines.h"
#include "readers/pdf_page.h"

namespace readers::pdf {

struct Margins {
  Flow headers;
  Flow footers;
  std::vector<std::vector<bool>> taken;  // page by page, for each word: whether it stands in a margin
};

// `by_marks`: for each page, whether its producer says what is an artifact; elsewhere, lines that pages share are
// found.
Margins margins_of(const std::vector<Page>& pages, const std::vector<bool>& by_marks, Spacing spacing,
                   const Joins& joins);

}  // namespace readers::pdf
