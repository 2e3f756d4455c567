// Which encoding bytes are in, by which decoding of them reads like a text.
#pragma once

#include <string>
#include <string_view>

namespace readers {

struct Guess {
  bool extends_ascii = true;  // bytes below 0x80 are ASCII in it
  std::string encoding;       // by ICU's name; empty where no decoding reads like a text
  double per_byte = -1e300;   // the logarithm of the likelihood, for each byte judged
};

// For bytes that are not UTF-8 and have no byte order mark. `markup`: tags are passed over.
Guess guessed_encoding(std::string_view bytes, bool markup);

// Whether the bytes have their blanks where EBCDIC has them.
bool may_be_ebcdic(std::string_view bytes);

// The encoding of bytes below 0x80 that are not all ASCII: ISO 2022, HZ, UTF-7; empty for what is plain ASCII.
std::string escaping_encoding(std::string_view bytes, bool markup);

// How much less likely the text becomes, for each byte, when `encoding` is taken in place of the best guess; 0 or more.
double worse_than_guess(std::string_view bytes, bool markup, const std::string& encoding);

}  // namespace readers
