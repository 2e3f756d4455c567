// The lists that numbered paragraphs belong to ([MS-DOC] 2.4.6.3, 2.9.131: PlfLst and PlfLfo), for counting.
#pragma once

#include <string_view>

#include "readers/doc_fib.h"
#include "readers/docx_numbering.h"

namespace readers::doc {

// Instances are named by paragraphs' numbers (from 1) of the list overrides. Takes what can be read.
docx::Numbering read_lists(const Fib& fib, std::string_view table);

}  // namespace readers::doc
