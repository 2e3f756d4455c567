// Numbers as lists show them.
#pragma once

#include <string>

namespace readers::numerals {

// 27 is "aa", 28 "bb": Word's letters, and OpenDocument's where they keep in step. At most 30 letters. From 1.
std::string repeated_letters(int value, char first);

// 27 is "aa", 28 "ab". From 1.
std::string letters(int value, char first);

// Small letters. From 1; thousands are repeated, so callers bound the value.
std::string roman(int value);

// "1st", "2nd", "11th".
std::string ordinal(int value);

std::string upper(std::string text);  // ASCII

}  // namespace readers::numerals
