// Small questions about printed text that several parts of the PDF reader ask.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace readers::pdf {

// The part of a page's height, at its head and foot, where running heads and page numbers stand.
inline constexpr double margin = 0.12;

bool is_bullet(std::string_view word);                 // "•", "-", "o", "▪" and the like, alone
bool is_number_label(std::string_view word);           // "1.", "2.3", "(a)", "iv)"
void without_bullet(std::string& text);                // drops a bullet and the space after it
std::string with_digits_alike(std::string_view text);  // "Page 3 of 7" as "page # of #"
std::size_t characters(std::string_view text);         // code points

}  // namespace readers::pdf
