// Plain text to blocks by its layout: headings, paragraphs, lists, fields and tables as people and programs draw them.
// Everything found so is marked as inferred.
#pragma once

#include <string_view>

#include "document/builder.h"

namespace readers {

// Adds the blocks of `text` (UTF-8, any line ends) to the builder, inside its open cell if there is one. Form feeds
// count pages.
void lay_out_text(std::string_view text, document::Builder& builder);

}  // namespace readers
