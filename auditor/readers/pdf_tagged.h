// The flow of a tagged PDF, by its structure tree.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/pdf_flow.h"
#include "readers/pdf_joins.h"
#include "readers/pdf_page.h"
#include "readers/pdf_tree.h"

namespace readers::pdf {

struct Tagged {
  Flow flow;
  std::vector<bool> by_layout;  // for each page: too much of it is outside the tree, which says nothing of it
  std::vector<std::vector<std::size_t>> outside;  // for each page: words that neither the tree nor a margin holds
};

Tagged read_tagged(const Tree& tree, const std::vector<Page>& pages, const Joins& joins);

}  // namespace readers::pdf
