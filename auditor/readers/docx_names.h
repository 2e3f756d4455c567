// The names of WordprocessingML that the reader knows, whichever of its namespaces (Transitional or Strict) a file
// uses.
#pragma once

#include <string_view>
#include <vector>

#include "base/xml.h"

namespace readers::docx {

enum class Tag : std::uint8_t {
  other,
  // structure
  body,
  p,
  r,
  t,
  tab,
  ptab,
  br,
  cr,
  no_break_hyphen,
  sym,
  hdr,
  ftr,
  footnote,
  endnote,
  comment,
  tbl,
  tr,
  tc,
  tbl_pr,
  tr_pr,
  tc_pr,
  grid_span,
  v_merge,
  h_merge,
  tbl_header,
  grid_before,
  p_pr,
  r_pr,
  p_style,
  r_style,
  b,
  i,
  vanish,
  r_fonts,
  outline_lvl,
  num_pr,
  num_id,
  ilvl,
  sect_pr,
  header_reference,
  footer_reference,
  title_pg,
  // content controls and form fields
  sdt,
  sdt_pr,
  sdt_content,
  alias,
  w14_checkbox,
  w14_checked,
  fld_char,
  ff_data,
  check_box,
  checked,
  default_,
  dd_list,
  result,
  list_entry,
  // notes, boxes, alternatives
  footnote_reference,
  endnote_reference,
  comment_reference,
  txbx_content,
  alternate_content,
  choice,
  fallback,
  object,
  alt_chunk,
  sub_doc,
  ruby_text,
  // not shown
  del,
  move_from,
  instr_text,
  del_text,
  del_instr_text,
  property_change,
  // styles and numbering
  style,
  name,
  based_on,
  doc_defaults,
  abstract_num,
  num,
  abstract_num_id,
  lvl,
  lvl_override,
  start,
  start_override,
  num_fmt,
  lvl_text,
  suff,
  is_lgl,
  lvl_restart,
  num_style_link,
  style_link,
  pict,
};

Tag tag_of(std::string_view space, std::string_view name);

// The attribute of that local name in whatever namespace; empty where there is none.
std::string_view attribute(const std::vector<base::xml::Attribute>& attributes, std::string_view name);

// An on/off property: present without a value, or with any but false, 0, off and none.
bool is_on(const std::vector<base::xml::Attribute>& attributes);

// The number in w:val (or `name`), or `otherwise`.
int number(const std::vector<base::xml::Attribute>& attributes, int otherwise, std::string_view name = "val");

}  // namespace readers::docx
