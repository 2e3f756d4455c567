#include "readers/pdf_strings.h"

#include <PDFDocEncoding.h>

#include "base/utf8.h"

namespace readers::pdf {

std::string utf8(const std::string& bytes) {
  std::string out;
  auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  bool big = bytes.size() >= 2 && byte(0) == 0xFE && byte(1) == 0xFF;
  bool little = bytes.size() >= 2 && byte(0) == 0xFF && byte(1) == 0xFE;
  auto put = [&](char32_t c) {
    if (c == '\r') c = '\n';
    if (c != 0) base::append_utf8(out, c);
  };
  if (big || little) {
    auto unit = [&](std::size_t at) -> char32_t {
      char32_t first = byte(at);
      char32_t second = byte(at + 1);
      return big ? first << 8 | second : second << 8 | first;
    };
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
      char32_t c = unit(i);
      if (c == 0x1B) {  // a language, up to the next of these
        std::size_t end = i + 2;
        while (end + 1 < bytes.size() && unit(end) != 0x1B) end += 2;
        i = end;
        continue;
      }
      if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
        i += 2;
      } else if (c >= 0xD800 && c < 0xE000) {
        c = 0xFFFD;
      }
      put(c);
    }
    return out;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) return base::repaired_utf8(bytes.substr(3));
  for (std::size_t i = 0; i < bytes.size(); ++i) put(byte(i) < 0x20 ? byte(i) : pdfDocEncoding[byte(i)]);
  return out;
}

}  // namespace readers::pdf
