// Characters: bytes in code pages, Unicode with its fallbacks, and where they go.
#include <algorithm>

#include "base/utf8.h"
#include "readers/rtf_reader.h"

namespace readers::rtf {
namespace {

constexpr std::size_t longest_capture = 64u << 10;

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

// Whether what comes now is a fallback of \u and to be passed over.
bool Reader::skipped() {
  if (skip_ == 0) return false;
  --skip_;
  return true;
}

void Reader::bytes(std::string_view bytes, bool raw) {
  auto passed = std::min(bytes.size(), static_cast<std::size_t>(skip_));
  skip_ -= static_cast<int>(passed);
  bytes.remove_prefix(passed);
  if (bytes.empty() || state().mode == Mode::quiet) return;
  surrogate_ = 0;
  int code_page = character().code_page;
  if (raw && !is_ascii(bytes) && is_written_in_utf8()) code_page = code_page_utf8;
  decoded_.clear();
  decoder_.decode(code_page, bytes, decoded_);
  put(decoded_);
}

// Programs that know no RTF escapes write UTF-8 as it is. No text in another encoding is well-formed UTF-8 throughout.
bool Reader::is_written_in_utf8() {
  if (!raw_utf8_) raw_utf8_ = base::is_utf8(all_);
  return *raw_utf8_;
}

void Reader::unicode(int value) {
  skip_ = state().unicode_skip;
  if (state().mode == Mode::quiet) return;
  decoder_.interrupt();
  if (value < 0) value += 0x10000;
  auto c = static_cast<char32_t>(std::max(value, 0));
  if (c >= 0xD800 && c < 0xDC00) {
    surrogate_ = c;
    return;
  }
  if (c >= 0xDC00 && c < 0xE000) {
    char32_t first = surrogate_;
    surrogate_ = 0;
    if (first == 0) return;
    c = 0x10000 + ((first - 0xD800) << 10) + (c - 0xDC00);
  }
  put_character(c);
}

void Reader::put_character(char32_t c) {
  decoder_.interrupt();
  surrogate_ = 0;
  decoded_.clear();
  base::append_utf8(decoded_, c);
  put(decoded_);
}

void Reader::put(std::string_view text) {
  if (!text.empty()) put(state().mode, text, character());
}

void Reader::put(Mode mode, std::string_view text, const CharacterFormat& format) {
  switch (mode) {
    case Mode::story:
      taken_ += text.size();
      story().append(text, format);
      break;
    case Mode::marker:
      story().append_marker(text, format);
      break;
    case Mode::captured:
      if (!captures_.empty() && captures_.back().size() < longest_capture) captures_.back() += text;
      break;
    case Mode::font_name:
      fonts_.name(text);
      break;
    case Mode::style_name:
      styles_.name(text);
      break;
    case Mode::quiet:
      break;
  }
}

void Reader::symbol(unsigned char c) {
  switch (c) {
    case '\\':
    case '{':
    case '}': {
      // These may be the second byte of a character that was begun.
      char byte = static_cast<char>(c);
      return bytes({&byte, 1}, false);
    }
    case '\n':
      skip_ = 0;
      return end_block();
    default:
      break;
  }
  if (skipped()) return;
  switch (c) {
    case '~':
      return put_character(0xA0);
    case '_':
      return put_character('-');  // that no line ends at
    case '-':
      return put_character(0xAD);
    case '\t':
      return put_character('\t');
    default:
      break;
  }
}

void Reader::set_font(int font) {
  character().code_page = fonts_.code_page_of(font, document_code_page_);
  character().symbols = fonts_.symbols_of(font);
}

}  // namespace readers::rtf
