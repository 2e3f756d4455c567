// UTF-8 questions that several rooms ask. Every function takes bytes that someone else owns; none keeps them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace base {

// Whether the bytes are well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
bool is_utf8(std::string_view bytes);

// The code point that starts at `at`, moving `at` past it; malformed input gives U+FFFD and moves one byte.
char32_t next_code_point(std::string_view text, std::size_t& at);

// Where the character begins that holds the byte at `at`.
std::size_t character_start(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code_point);

// The bytes with every malformed sequence replaced by U+FFFD.
std::string repaired_utf8(std::string_view bytes);

// ICU's full case folding; malformed input is repaired first.
std::string fold_case(std::string_view text);

// ASCII only: the text without leading and trailing spaces, tabs and line ends.
std::string_view trimmed(std::string_view text);

// Runs of white space (no-break spaces included) become one space, ends trimmed: text to compare or show on one line.
std::string on_one_line(std::string_view text);

}  // namespace base
