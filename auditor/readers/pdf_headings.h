// Which paragraphs of a document without tags are its headings, by how they are set.
#pragma once

#include <vector>

#include "readers/pdf_layout.h"

namespace readers::pdf {

// Marks the heading cells of a table by their weight: its first row, or its first column.
void mark_headers(Table& table);

void infer_headings(std::vector<Laid>& laid, const Looks& looks);

}  // namespace readers::pdf
