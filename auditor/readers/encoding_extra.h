// Encodings that ICU does not know: ISO 8859-16, Icelandic as on the Macintosh, and Johab.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace readers {

// The text that the bytes are in one of them, U+FFFD for what does not fit; nothing where it is none of them.
std::optional<std::u32string> decoded_here(std::string_view bytes, std::string_view encoding);

}  // namespace readers
