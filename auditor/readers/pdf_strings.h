// Text strings of PDF (outside the pages: titles, field values, replacements) as UTF-8.
#pragma once

#include <string>

namespace readers::pdf {

// `bytes` are UTF-16 or UTF-8 with a mark in front, or in PDF's own encoding. Line ends become '\n'.
std::string utf8(const std::string& bytes);

}  // namespace readers::pdf
