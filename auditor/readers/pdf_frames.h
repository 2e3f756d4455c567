// The lines that are drawn around form fields: they are no lines of a table.
#pragma once

#include <vector>

#include "readers/pdf_entries.h"
#include "readers/pdf_page.h"

namespace readers::pdf {

// Takes out of `rules` each frame around an entry that no other line joins. On a page of very many of both, none.
void drop_frames(const std::vector<Entry>& entries, std::vector<Rule>& rules);

}  // namespace readers::pdf
