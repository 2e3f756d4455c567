// Changes to properties (sprms, [MS-DOC] 2.6): lists of a code and its operand. Word 6 and 95 have codes of one byte;
// they are given here under Word 97's codes, so that nobody else need know.
#pragma once

#include <cstdint>
#include <string_view>

namespace readers::doc {

enum class Sprm : std::uint16_t {
  none = 0,
  // paragraphs
  p_style = 0x4600,
  p_in_table = 0x2416,
  p_row_end = 0x2417,
  p_inner_cell = 0x244B,
  p_inner_row_end = 0x244C,
  p_depth = 0x6649,
  p_depth_change = 0x664A,
  p_list_level = 0x260A,
  p_list = 0x460B,
  p_outline = 0x2640,
  p_huge_old = 0x6645,
  p_huge = 0x6646,
  p_old_number = 0xC63E,
  p_old_number_level = 2,  // Word 6 and 95; not a code of Word 97
  // characters
  c_deleted = 0x0800,
  c_field_vanish = 0x0802,
  c_picture = 0x6A03,
  c_data = 0x0806,
  c_symbol = 0x6A09,
  c_ole2 = 0x080A,
  c_object = 0x680E,
  c_style = 0x4A30,
  c_plain = 0x2A33,
  c_bold = 0x0835,
  c_italic = 0x0836,
  c_vanish = 0x083C,
  c_font = 0x4A4F,
  c_special = 0x0855,
  c_is_object = 0x0856,
  // tables
  t_header = 0x3404,
  t_define = 0xD608,
  t_insert = 0x7621,
  t_delete = 0x5622,
  t_merge = 0x5624,
  t_split = 0x5625,
  t_vertical_merge = 0xD62B,
  // sections
  s_title_page = 0x300A,
  s_old_margins = 1,  // Word 6 and 95: which headers and footers the section has; not a code of Word 97
};

struct Change {
  Sprm sprm = Sprm::none;
  std::string_view operand;  // of a code of variable length: without the length
  std::uint8_t byte() const { return operand.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(operand[0]); }
};

// Walks a list. A list that is cut off ends before the broken change.
class Changes {
 public:
  Changes(std::string_view list, bool old) : rest_(list), old_(old) {}
  bool next(Change& change);

 private:
  bool next_old(Change& change);

  std::string_view rest_;
  bool old_;
};

// The change that a piece carries in a single number ([MS-DOC] 2.9.214, isprm); `none` for those of no interest.
Sprm sprm_of_short_code(std::uint8_t code);

}  // namespace readers::doc
