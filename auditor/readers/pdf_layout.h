// The flow of a page that has no structure of its own: what it looks like is what it is taken for.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/pdf_flow.h"
#include "readers/pdf_joins.h"
#include "readers/pdf_lines.h"
#include "readers/pdf_page.h"

namespace readers::pdf {

// What the document at large looks like, by which a page is judged.
struct Looks {
  Spacing spacing;
  double size = 0;   // of most of its text
  double pitch = 0;  // from line to line within a paragraph, for a size of 1
  double tight = 0;  // the same where lines stand closest, as in the cells of tables
};

Looks looks_of(const std::vector<Page>& pages);

// A paragraph or table with what its place tells, for what follows on other pages.
struct Laid {
  Item item;
  double size = 0;          // paragraph
  bool lines_full = false;  // paragraph: its last line reaches the right side
  std::size_t lines = 0;    // paragraph
  Box box;
  std::vector<Box> columns;  // table: the sides of each column
};

// `words`: those to be read, in the order drawn; `number`: of the page, from 1; `above`: the columns of the table that
// the page before ended with, or null.
std::vector<Laid> lay_out(const Page& page, const std::vector<std::size_t>& words, std::uint32_t number,
                          const Looks& looks, const Joins& joins, const std::vector<Box>* above);

}  // namespace readers::pdf
