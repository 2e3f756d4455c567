// A part that is kept in another format (w:altChunk), as programs leave it that make Word files of web pages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "readers/docx_flow.h"
#include "readers/docx_package.h"

namespace readers::docx {

struct Chunk {
  Flow flow;                          // empty where the part holds no text
  Flow headers, footers;              // its own
  std::vector<document::Note> notes;  // on its reading
};

// Reads it as a web page, web archive, RTF, text, OpenDocument or a Word document of any age; nothing where it is none
// of these, is refused, lies deeper than such parts are read in one another, or costs more than is left. `part` is its
// name in the package, `nesting` that of the document it is in.
std::optional<Chunk> chunk(std::string_view bytes, const std::string& part, Nesting& nesting);

// A document's headers or its footers as a flow, or else what is neither.
Flow flow_of(const document::Document& document, document::Part part);

}  // namespace readers::docx
