// What texts in some forty languages are made of, to tell by which encoding bytes become such a text.
#pragma once

#include <span>
#include <string_view>

namespace readers {

struct LanguageLetters {
  const char* language;
  const char* letters;  // UTF-8, lower case
};

// Every blank between the letters halves their frequency, from an eighth on.
std::span<const LanguageLetters> alphabet_letters();
// The commonest characters of Chinese, Japanese (kanji) and Korean, in order.
std::span<const LanguageLetters> common_characters();
std::string_view kana();  // as in an alphabet

}  // namespace readers
