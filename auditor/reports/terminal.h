// Text for a terminal: wrapped, coloured where asked, and free of anything that could command the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "evaluation/outcome.h"

namespace reports {

inline constexpr std::size_t terminal_columns = 100;

// Text from outside on one line: control characters and those that change direction become '?'.
std::string printable(std::string_view text);

// Columns that the text takes: one for each code point but those that combine with the one before; two for wide ones.
std::size_t columns_of(std::string_view text);

// The text and as many blanks as reach `columns`; cut with an ellipsis where it is longer.
std::string padded(std::string_view text, std::size_t columns);

// `first` and then the text's words in lines of terminal_columns; further lines start with as many blanks as `first`
// has columns. Ends with a line feed.
std::string wrapped(std::string_view first, std::string_view text);

enum class Ink { plain, strong, faint, worst, poor, fair, best };

Ink ink_of(evaluation::Grade grade);
Ink ink_of(evaluation::Rating rating);

// The text between the ink's SGR sequences; just the text where `colour` is false.
std::string inked(std::string_view text, Ink ink, bool colour);

}  // namespace reports
