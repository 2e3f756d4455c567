#include "readers/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "readers/encoding_extra.h"
#include "readers/encoding_guess.h"

namespace readers {
namespace {

// Per byte of the lines that tell: right declarations come within 0.3 of the best guess, wrong ones of a script
// beyond 3.
constexpr double much_worse = 1.5;

constexpr std::size_t sample_bytes = 8'192;  // where zeros are looked for

struct ConverterClose {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterClose>;

Converter converter_for(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status)) converter.reset();
  return converter;
}

// The number of U+FFFD in well-formed UTF-8.
std::size_t replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("\xEF\xBF\xBD"); at != std::string_view::npos;
       at = text.find("\xEF\xBF\xBD", at + 3)) {
    ++count;
  }
  return count;
}

Decoded converted(std::string_view bytes, const std::string& encoding) {
  Decoded out;
  out.encoding = encoding;
  if (std::optional<std::u32string> text = decoded_here(bytes, base::fold_case(encoding))) {
    for (char32_t c : *text) base::append_utf8(out.text, c);
    out.repaired = replacements(out.text) > 0;
    return out;
  }
  Converter converter = converter_for(encoding);
  if (converter == nullptr) {
    out.text = base::repaired_utf8(bytes);
    out.repaired = true;
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  wide.toUTF8String(out.text);
  out.repaired = U_FAILURE(status) != 0 || replacements(out.text) > 0;
  return out;
}

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// UTF-8 with mistakes in it: a single stray byte is taken for windows-1252 (a smart quote pasted in), a longer broken
// sequence becomes one U+FFFD.
Decoded mended(std::string_view bytes) {
  Decoded out{{}, "UTF-8", true};
  out.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t next = at;
    char32_t c = base::next_code_point(bytes, next);
    bool malformed = c == 0xFFFD && next == at + 1;
    if (!malformed) {
      out.text.append(bytes.substr(at, next - at));
      at = next;
      continue;
    }
    bool alone = (at == 0 || !is_high(bytes[at - 1])) && (next == bytes.size() || !is_high(bytes[next]));
    bool cut_off = next == bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0xC2;
    if (alone && !cut_off) {
      out.text += converted(bytes.substr(at, 1), "windows-1252").text;
      at = next;
      continue;
    }
    while (next < bytes.size() && (static_cast<unsigned char>(bytes[next]) & 0xC0) == 0x80) ++next;
    base::append_utf8(out.text, 0xFFFD);
    at = next;
  }
  return out;
}

// Whether the bytes are UTF-8 on the whole: more of those beyond ASCII stand in well-formed sequences than outside.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t from = at;
    const char32_t c = base::next_code_point(bytes, at);
    if (at > from + 1) good += at - from;
    if (c == 0xFFFD && at == from + 1) ++bad;
  }
  return good > 0 && good >= bad;
}

// UTF-32 without a mark: no other bytes are code points, four by four.
std::string utf32_by_code_points(std::string_view bytes) {
  if (bytes.size() < 8 || bytes.size() % 4 != 0) return {};
  std::string_view sample = bytes.substr(0, 4096);
  auto all_valid = [&](bool low_first) {
    for (std::size_t at = 0; at < sample.size(); at += 4) {
      std::uint32_t c = 0;
      for (std::size_t i = 0; i < 4; ++i) c = c << 8 | static_cast<unsigned char>(sample[at + (low_first ? 3 - i : i)]);
      if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return false;
    }
    return true;
  };
  return all_valid(true) ? "UTF-32LE" : all_valid(false) ? "UTF-32BE" : "";
}

// UTF-16 or 32 without a mark, told by where the zero bytes of its Latin letters and spaces fall.
std::string encoding_by_zeros(std::string_view bytes) {
  std::string_view sample = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) / 4 * 4);
  if (sample.size() < 8) return {};
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 4] += sample[i] == '\0' ? 1u : 0u;
  const std::size_t places = sample.size() / 4;
  auto mostly = [&](std::size_t i) { return zeros[i] * 10 >= places * 6; };
  auto hardly = [&](std::size_t i) { return zeros[i] * 10 <= places; };
  if (hardly(0) && mostly(1) && mostly(2) && mostly(3)) return "UTF-32LE";
  if (mostly(0) && mostly(1) && mostly(2) && hardly(3)) return "UTF-32BE";
  if (hardly(0) && mostly(1) && hardly(2) && mostly(3)) return "UTF-16LE";
  if (mostly(0) && hardly(1) && mostly(2) && hardly(3)) return "UTF-16BE";
  return {};
}

// The name after "charset=" or "encoding=" near the start.
std::string declared_encoding(std::string_view bytes) {
  std::string head = base::fold_case(base::repaired_utf8(bytes.substr(0, 4096)));
  for (std::string_view key : {"charset", "encoding"}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at = head.find_first_not_of(" \t\r\n", at + key.size());
    if (at == std::string::npos || head[at] != '=') continue;
    at = head.find_first_not_of(" \t\r\n\"'", at + 1);
    if (at == std::string::npos) continue;
    return head.substr(at, head.find_first_of(" \t\r\n\"';/>?", at) - at);
  }
  return {};
}

// Latin-1 is windows-1252 in all that people write: its C1 controls are smart quotes and dashes.
std::string as_written(std::string encoding) {
  for (const char* latin : {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"}) {
    if (base::fold_case(encoding) == latin) return "windows-1252";
  }
  return encoding;
}

bool is_unicode(std::string_view encoding) {
  return base::fold_case(encoding).starts_with("utf");
}

}  // namespace

Decoded to_utf8(std::string_view bytes, Declares declares, std::string_view told) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
    bytes.remove_prefix(3);
    if (base::is_utf8(bytes)) return {std::string(bytes), "UTF-8", false};
    return mended(bytes);
  }
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return converted(bytes.substr(4), "UTF-32LE");
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return converted(bytes.substr(4), "UTF-32BE");
  if (bytes.starts_with("\xFF\xFE"sv)) return converted(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF"sv)) return converted(bytes.substr(2), "UTF-16BE");
  std::string by_zeros = utf32_by_code_points(bytes);
  if (by_zeros.empty()) by_zeros = encoding_by_zeros(bytes);
  if (!by_zeros.empty()) return converted(bytes, by_zeros);
  // UTF-16 whose letters aren't Latin, and Hebrew in EBCDIC, may be well-formed UTF-8 as well.
  if (bytes.substr(0, sample_bytes).find('\0') != std::string_view::npos || may_be_ebcdic(bytes)) {
    const Guess guess = guessed_encoding(bytes, declares == Declares::markup);
    if (!guess.extends_ascii) return converted(bytes, guess.encoding);
  }
  // Encodings that switch by escape sequences are well-formed ASCII too.
  bool escapes = bytes.find('\x1B') != std::string_view::npos || bytes.find("~{") != std::string_view::npos ||
                 (declares == Declares::nothing && bytes.find('+') != std::string_view::npos);
  if (!escapes && base::is_utf8(bytes)) return {std::string(bytes), "UTF-8", false};
  std::string declared = as_written(std::string(told));
  if (declared.empty() && declares == Declares::markup) declared = as_written(declared_encoding(bytes));
  if (!declared.empty() && !is_unicode(declared) && converter_for(declared) != nullptr) {
    Decoded as_declared = converted(bytes, declared);
    const bool lies = worse_than_guess(bytes, declares == Declares::markup, declared) > much_worse;
    if (!as_declared.repaired && !lies) return as_declared;
  }
  if (std::string escaping = escaping_encoding(bytes, declares == Declares::markup); !escaping.empty()) {
    Decoded unescaped = converted(bytes, escaping);
    if (!unescaped.repaired) return unescaped;
  }
  if (base::is_utf8(bytes)) return {std::string(bytes), "UTF-8", false};
  if (is_mostly_utf8(bytes)) return mended(bytes);
  const Guess guess = guessed_encoding(bytes, declares == Declares::markup);
  return converted(bytes, guess.encoding.empty() ? "windows-1252" : guess.encoding);
}

}  // namespace readers
