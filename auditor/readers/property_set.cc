#include "readers/property_set.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "readers/little_endian.h"
#include "readers/rtf_code_pages.h"

namespace readers {
namespace {

constexpr std::size_t header_size = 28;
constexpr std::size_t most_properties = 1'000;
constexpr std::uint32_t code_page_property = 1;
constexpr std::uint32_t title_property = 2;
constexpr std::uint32_t type_narrow = 30;
constexpr std::uint32_t type_wide = 31;
constexpr int utf16 = 1200;

std::string from_utf16(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i + 1 < bytes.size() && u16_at(bytes, i) != 0; i += 2) {
    base::append_utf8(text, u16_at(bytes, i));
  }
  return text;
}

}  // namespace

std::string title_of_summary(std::string_view stream) {
  std::string_view section = stretch(stream, u32_at(stream, header_size + 16), stream.size());
  const std::size_t count = std::min<std::size_t>(u32_at(section, 4), most_properties);
  std::optional<std::size_t> title;
  int code_page = 1252;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t property = u32_at(section, 8 + i * 8);
    std::size_t at = u32_at(section, 12 + i * 8);
    if (property == code_page_property) code_page = u16_at(section, at + 4);
    if (property == title_property) title = at;
  }
  if (!title) return {};
  const std::uint32_t type = u32_at(section, *title);
  const std::size_t length = u32_at(section, *title + 4);
  std::string_view bytes = stretch(section, *title + 8, type == type_wide ? length * 2 : length);
  if (type == type_wide || (type == type_narrow && code_page == utf16)) return from_utf16(bytes);
  std::string text;
  if (type == type_narrow) rtf::Decoder().decode(code_page, bytes.substr(0, bytes.find('\0')), text);
  return text;
}

}  // namespace readers
