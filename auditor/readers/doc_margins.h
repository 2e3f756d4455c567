// Which headers and footers a document's sections show ([MS-DOC] 2.3.3, PlcfHdd).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/doc_fib.h"

namespace readers::doc {

struct Margin {
  bool footer = false;
  std::uint32_t begin = 0;  // positions in the document's text
  std::uint32_t end = 0;
};

// Those that are shown on some page, in the order of the sections.
std::vector<Margin> read_margins(const Fib& fib, std::string_view main, std::string_view table);

}  // namespace readers::doc
