// A part that is kept in another format (w:altChunk), as programs leave it that make Word files of web pages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "readers/docx_flow.h"

namespace readers::docx {

// Reads it as a web page, web archive, RTF, text or Word document; nothing where it is none of these, is refused, or
// lies deeper than such parts are read in one another. `part` is its name in the package, `depth` that of the document
// it is in.
std::optional<Flow> chunk(std::string_view bytes, const std::string& part, std::size_t depth);

// A document's blocks as a flow; headers and footers are left out.
Flow flow_of(const document::Document& document);

}  // namespace readers::docx
