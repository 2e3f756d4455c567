// Text forms of a document, for golden files and for `auditor text --structure`.
#pragma once

#include <string>

#include "document/document.h"

namespace document {

// JSON with the members format, title, text, blocks, tables and notes; each block with kind, start, end, text, and
// where they apply level, label, section (the text of the heading above), table, row, column, page. Ends with a line
// feed.
std::string structure_json(const Document& document);

// One line a block, for tests: kind, marks, place, and the text with line ends as "\n".
std::string dump(const Document& document);

const char* name_of(BlockKind kind);
const char* name_of(Part part);
const char* name_of(NoteKind kind);

}  // namespace document
