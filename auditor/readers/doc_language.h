// Which code page old documents' text is in where its font doesn't tell.
#pragma once

#include <cstdint>

namespace readers::doc {

// The code page that Windows uses for text in the language of an LCID.
int code_page_of_language(std::uint16_t language);

}  // namespace readers::doc
