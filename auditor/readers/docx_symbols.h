// Characters of symbol fonts (Wingdings and its kin) as the Unicode characters that look like them.
#pragma once

#include <string>
#include <string_view>

namespace readers::docx {

enum class SymbolFont : std::uint8_t { none, wingdings, wingdings2, webdings, symbol };

SymbolFont symbol_font(std::string_view name);

// `code` is the font's own code, with or without the private-use offset F000; 0 where no character says the same.
char32_t symbol(SymbolFont font, char32_t code);

// The text with what is set in a symbol font, or stands in the private-use area, replaced or dropped.
std::string without_symbols(std::string_view text, SymbolFont font);

inline constexpr std::string_view ticked_box = "\xE2\x98\x92";    // U+2612
inline constexpr std::string_view unticked_box = "\xE2\x98\x90";  // U+2610

}  // namespace readers::docx
