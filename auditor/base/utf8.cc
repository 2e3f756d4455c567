// Decoding by the table of well-formed sequences in the Unicode Standard (3.9, table 3-7); folding by ICU.
#include "base/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringoptions.h>

#include <cstring>
#include <string>

namespace base {
namespace {

// Length of the well-formed sequence at `at`, or 0.
std::size_t sequence_length(std::string_view s, std::size_t at) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  auto trail = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return i < s.size() && byte(i) >= low && byte(i) <= high;
  };
  unsigned char lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return trail(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return trail(at + 1, low, high) && trail(at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return trail(at + 1, low, high) && trail(at + 2) && trail(at + 3) ? 4 : 0;
  }
  return 0;
}

// How many bytes of ASCII the text begins with, counted by the eight.
std::size_t ascii_eights(std::string_view text) {
  constexpr std::uint64_t beyond_ascii = 0x8080808080808080u;
  std::size_t i = 0;
  for (std::uint64_t eight = 0; i + sizeof eight <= text.size(); i += sizeof eight) {
    std::memcpy(&eight, text.data() + i, sizeof eight);
    if ((eight & beyond_ascii) != 0) break;
  }
  return i;
}

bool is_ascii(std::string_view text) {
  for (char c : text.substr(ascii_eights(text))) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

constexpr bool is_plain(char c) {
  return c > ' ' && c < 0x7F;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    i += ascii_eights(bytes.substr(i));
    if (i == bytes.size()) break;
    std::size_t n = sequence_length(bytes, i);
    if (n == 0) return false;
    i += n;
  }
  return true;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  std::size_t n = sequence_length(text, at);
  if (n == 0) {
    ++at;
    return 0xFFFD;
  }
  auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  char32_t c = n == 1 ? byte(0) : n == 2 ? byte(0) & 0x1F : n == 3 ? byte(0) & 0x0F : byte(0) & 0x07;
  for (std::size_t i = 1; i < n; ++i) c = (c << 6) | (byte(i) & 0x3F);
  at += n;
  return c;
}

std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

void append_utf8(std::string& out, char32_t c) {
  auto put = [&](char32_t b) { out += static_cast<char>(static_cast<unsigned char>(b)); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string repaired_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) append_utf8(out, next_code_point(bytes, i));
  return out;
}

std::string fold_case(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    out = text;
    for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8Fold(0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, status);
  return out;
}

std::string_view trimmed(std::string_view text) {
  const char* blank = " \t\r\n\f\v";
  std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string on_one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    // Words, and single spaces between them.
    std::size_t plain = i;
    for (; plain < text.size(); ++plain) {
      const bool between = text[plain] == ' ' && plain > i && plain + 1 < text.size() && is_plain(text[plain + 1]);
      if (!is_plain(text[plain]) && !between) break;
    }
    if (plain > i) {
      if (pending) out += ' ';
      pending = false;
      out.append(text, i, plain - i);
      i = plain;
      continue;
    }
    if (text[i] == ' ') {
      pending = !out.empty();
      ++i;
      continue;
    }
    char32_t c = next_code_point(text, i);
    if (is_space(c)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    append_utf8(out, c);
  }
  return out;
}

}  // namespace base
