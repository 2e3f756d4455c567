// Bytes of RTF text to UTF-8: each font has a code page of its own, and one character's bytes may be parted by escapes
// and formatting. Decoded by ICU, whose tables are part of the program: no file is opened.
#pragma once

#include <unicode/ucnv.h>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace readers::rtf {

// The Windows code page of a font's \fcharset; 0 where it names none (default, symbol, unknown).
int code_page_of_charset(int charset);

inline constexpr int code_page_latin1 = 28'591;  // every byte is the code point of its value
inline constexpr int code_page_utf8 = 65'001;

class Decoder {
 public:
  // Appends what the bytes say in this code page (windows-1252 where it is unknown). The first bytes of a character are
  // kept until its last come.
  void decode(int code_page, std::string_view bytes, std::string& out);

  // Forgets a character that was begun: what comes next has no part in it.
  void interrupt();

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  struct Page {
    std::unique_ptr<UConverter, Close> converter;
    bool one_byte = false;
    std::array<std::string, 256> characters;  // of a one-byte page
  };

  Page& page(int code_page);

  std::map<int, Page> pages_;
  Page* last_ = nullptr;
  int last_code_page_ = -1;
  bool begun_ = false;  // the last page may hold the first bytes of a character
};

}  // namespace readers::rtf
