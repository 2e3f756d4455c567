#include "readers/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "base/utf8.h"

namespace readers {
namespace {

constexpr std::size_t sample_bytes = 64u << 10;  // enough for statistics
constexpr std::int32_t least_confidence = 50;    // of ICU's 100; below it, English in windows-1252 is the better guess

struct ConverterClose {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterClose>;

struct DetectorClose {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Detector = std::unique_ptr<UCharsetDetector, DetectorClose>;

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

// Whether the bytes are UTF-8 on the whole: as many well-formed sequences of several bytes as breaks.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t breaks = 0;
  bool broken = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t from = at;
    const char32_t c = base::next_code_point(bytes, at);
    const bool malformed = c == 0xFFFD && at == from + 1;
    if (malformed && !broken) ++breaks;
    if (!malformed && at > from + 1) ++good;
    broken = malformed;
  }
  return good > 0 && good >= breaks;
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

std::string detected_encoding(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  Detector detector(ucsdet_open(&status));
  std::string_view sample = bytes.substr(0, sample_bytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* match = U_SUCCESS(status) ? ucsdet_detect(detector.get(), &status) : nullptr;
  if (U_FAILURE(status) || match == nullptr) return {};
  if (ucsdet_getConfidence(match, &status) < least_confidence) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) && name != nullptr ? name : std::string();
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
  std::string by_zeros = encoding_by_zeros(bytes);
  if (!by_zeros.empty()) return converted(bytes, by_zeros);
  // Encodings that switch by escape sequences are well-formed ASCII too.
  bool escapes = bytes.find('\x1B') != std::string_view::npos;
  if (!escapes && base::is_utf8(bytes)) return {std::string(bytes), "UTF-8", false};
  std::string declared = as_written(std::string(told));
  if (declared.empty() && declares == Declares::markup) declared = as_written(declared_encoding(bytes));
  if (!declared.empty() && !is_unicode(declared) && converter_for(declared) != nullptr) {
    Decoded as_declared = converted(bytes, declared);
    if (!as_declared.repaired) return as_declared;
  }
  if (base::is_utf8(bytes)) return {std::string(bytes), "UTF-8", false};
  if (is_mostly_utf8(bytes)) return mended(bytes);
  std::string detected = as_written(detected_encoding(bytes));
  if (!detected.empty() && !is_unicode(detected)) {
    Decoded as_detected = converted(bytes, detected);
    if (!as_detected.repaired) return as_detected;
  }
  return converted(bytes, "windows-1252");
}

}  // namespace readers
