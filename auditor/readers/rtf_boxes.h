// Text boxes at places of the page. Report writers (JasperReports) export every label and every value as such a box.
#pragma once

#include <vector>

#include "readers/docx_flow.h"

namespace readers::rtf {

// Twips from the page's left and upper edge, where both are said to be the page's.
struct Place {
  int left = 0;
  int top = 0;
  int right = 0;
  bool of_page_across = false;
  bool of_page_down = false;

  bool on_page() const { return of_page_across && of_page_down; }
};

struct PlacedBox {
  docx::Flow content;
  Place place;
};

// Appends what the boxes of one paragraph hold. `alone` tells that the paragraph has no text of its own: where many
// boxes are placed on the page then, those beside each other become the cells of an inferred table's row, in the order
// of the page; otherwise boxes follow as the file has them.
void append_boxes(std::vector<PlacedBox> boxes, bool alone, docx::Flow& flow);

}  // namespace readers::rtf
