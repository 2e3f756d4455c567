// The text of an XML file, made ready for a parser that is strict and reads nothing but what it is given.
#pragma once

#include <string>
#include <string_view>

namespace readers::xml {

// Decoded to UTF-8, whatever the file says or doesn't say of its encoding. Then, so that what people and programs often
// get wrong costs nothing: HTML's names of characters are resolved, a '&' that begins no reference stands for itself,
// control characters become blanks, and declarations of elements and attributes inside the file are blanked out.
// Entities that the file declares stay, and so does the parser's refusal of them. Lines keep their numbers.
std::string source_of(std::string_view bytes);

}  // namespace readers::xml
