#include "readers/doc_sprm.h"

#include <array>
#include <cstddef>

#include "readers/little_endian.h"

namespace readers::doc {
namespace {

constexpr std::uint16_t change_tabs = 0xC615;
constexpr std::uint16_t define_table_old = 0xD606;

// Word 6 and 95: the operand's size of each code; `v` where its length stands in one byte, `w` where in two.
constexpr std::uint8_t v = 0xFE;
constexpr std::uint8_t w = 0xFD;
constexpr std::uint8_t x = 0xFF;  // no such code
// clang-format off
constexpr std::array<std::uint8_t, 208> old_sizes = {
    0, x, 2, v, 1, 1, 1, 1, 1, 1, 1, 1, v, 1, 1, v,  // 0
    2, 2, 2, 2, 4, 2, 2, v, 1, 1, 2, 2, 2, 1, 2, 2,  // 16
    2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2,  // 32
    2, 2, 1, 1, 0, x, x, x, x, x, x, x, x, x, x, x,  // 48
    v, 1, 1, 1, v, 2, 4, 1, 2, 3, v, 1, x, v, x, v,  // 64
    2, v, v, 0, x, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 3,  // 80
    2, 2, 1, 2, 1, 2, 1, v, 1, v, v, 2, v, 2, 2, v,  // 96
    v, v, v, v, v, 1, 1, 1, v, 2, 2, 2, 2, x, x, x,  // 112
    x, x, x, 1, 1, v, x, x, 3, 3, 1, 1, 2, 2, 1, 1,  // 128
    2, 2, 1, 1, 2, 2, 1, 1, 1, 1, 2, 2, 2, 2, 1, 1,  // 144
    2, 2, 1, 0, 2, 2, 2, 2, 2, 2, 2, 2, x, x, x, x,  // 160
    x, x, x, v, x, v, 2, 2, 2, 1, 1, 12, v, 2, w, v,  // 176
    4, 5, 4, 2, 4, 2, 2, 5, 4, x, x, x, x, x, x, v,  // 192
};
// clang-format on

Sprm from_old(std::uint8_t code) {
  switch (code) {
    case 2:
      return Sprm::p_style;
    case 12:
      return Sprm::p_old_number;
    case 13:
      return Sprm::p_old_number_level;
    case 24:
      return Sprm::p_in_table;
    case 25:
      return Sprm::p_row_end;
    case 65:
      return Sprm::c_deleted;
    case 67:
      return Sprm::c_field_vanish;
    case 68:
      return Sprm::c_picture;
    case 71:
      return Sprm::c_data;
    case 74:
      return Sprm::c_symbol;
    case 75:
      return Sprm::c_ole2;
    case 80:
      return Sprm::c_style;
    case 83:
      return Sprm::c_plain;
    case 85:
      return Sprm::c_bold;
    case 86:
      return Sprm::c_italic;
    case 92:
      return Sprm::c_vanish;
    case 93:
      return Sprm::c_font;
    case 117:
      return Sprm::c_special;
    case 118:
      return Sprm::c_is_object;
    case 143:
      return Sprm::s_title_page;
    case 153:
      return Sprm::s_old_margins;
    case 186:
      return Sprm::t_header;
    case 190:
      return Sprm::t_define;
    case 194:
      return Sprm::t_insert;
    case 195:
      return Sprm::t_delete;
    case 197:
      return Sprm::t_merge;
    case 198:
      return Sprm::t_split;
    default:
      return Sprm::none;
  }
}

// Takes `size` bytes after `from`, or fails.
bool cut(std::string_view& rest, std::size_t from, std::size_t size, std::string_view& operand) {
  if (from > rest.size() || rest.size() - from < size) {
    rest = {};
    return false;
  }
  operand = rest.substr(from, size);
  rest.remove_prefix(from + size);
  return true;
}

}  // namespace

bool Changes::next(Change& change) {
  if (old_) return next_old(change);
  if (rest_.size() < 3) return false;  // a closing zero may pad the list
  std::uint16_t code = u16_at(rest_, 0);
  change.sprm = static_cast<Sprm>(code);
  switch (code >> 13) {
    case 0:
    case 1:
      return cut(rest_, 2, 1, change.operand);
    case 2:
    case 4:
    case 5:
      return cut(rest_, 2, 2, change.operand);
    case 3:
      return cut(rest_, 2, 4, change.operand);
    case 7:
      return cut(rest_, 2, 3, change.operand);
    default:
      break;
  }
  std::size_t length = u8_at(rest_, 2);
  if (code == static_cast<std::uint16_t>(Sprm::t_define) || code == define_table_old) {
    length = u16_at(rest_, 2);  // one more than what follows it
    return cut(rest_, 4, length == 0 ? 0 : length - 1, change.operand);
  }
  if (code == change_tabs && length == 255) {
    // Too long for its length: two lists, of tabs deleted (four bytes each) and added (three bytes each).
    std::size_t deleted = u8_at(rest_, 3);
    length = 2 + deleted * 4 + std::size_t{u8_at(rest_, 4 + deleted * 4)} * 3;
  }
  return cut(rest_, 3, length, change.operand);
}

bool Changes::next_old(Change& change) {
  while (!rest_.empty() && rest_[0] == '\0') rest_.remove_prefix(1);
  if (rest_.empty()) return false;
  std::uint8_t code = u8_at(rest_, 0);
  std::uint8_t size = code < old_sizes.size() ? old_sizes[code] : x;
  if (size == x) return false;
  change.sprm = from_old(code);
  if (size == v) return cut(rest_, 2, u8_at(rest_, 1), change.operand);
  if (size == w) {
    std::size_t length = u16_at(rest_, 1);
    return cut(rest_, 3, length == 0 ? 0 : length - 1, change.operand);
  }
  return cut(rest_, 1, size, change.operand);
}

Sprm sprm_of_short_code(std::uint8_t code) {
  switch (code) {
    case 0x18:
      return Sprm::p_in_table;
    case 0x19:
      return Sprm::p_row_end;
    case 0x0C:
      return Sprm::p_list_level;
    case 0x41:
      return Sprm::c_deleted;
    case 0x43:
      return Sprm::c_field_vanish;
    case 0x47:
      return Sprm::c_data;
    case 0x4B:
      return Sprm::c_ole2;
    case 0x53:
      return Sprm::c_plain;
    case 0x55:
      return Sprm::c_bold;
    case 0x56:
      return Sprm::c_italic;
    case 0x5C:
      return Sprm::c_vanish;
    case 0x75:
      return Sprm::c_special;
    case 0x76:
      return Sprm::c_is_object;
    case 0x78:
      return Sprm::p_outline;
    default:
      return Sprm::none;
  }
}

}  // namespace readers::doc
