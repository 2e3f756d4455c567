// Bytes of a text file to UTF-8, whatever they were written in: byte order mark, then UTF-8 validity, then the pattern
// of zero bytes (UTF-16 and 32 without a mark), then what the markup says of itself, then ICU's statistics.
#pragma once

#include <string>
#include <string_view>

namespace readers {

enum class Declares : bool { nothing, markup };  // whether the bytes may name their encoding (<meta>, <?xml?>)

struct Decoded {
  std::string text;       // well-formed UTF-8 without a byte order mark
  std::string encoding;   // what the bytes were taken for, by ICU's name
  bool repaired = false;  // some bytes did not fit and were replaced
};

// `told` is the name of an encoding that came with the bytes, as in a mail's headers; it goes before what they say of
// themselves, and where it is wrong or unknown the bytes are judged as if nothing had been told.
Decoded to_utf8(std::string_view bytes, Declares declares, std::string_view told = {});

}  // namespace readers
