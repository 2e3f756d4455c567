// The names of OpenDocument that the reader knows, whichever of its namespaces a file uses: those of the standard, of
// OpenOffice.org before it (1.x and its betas), and LibreOffice's extensions.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/xml.h"

namespace readers::odt {

enum class Tag : std::uint8_t {
  other,
  // the file's large pieces
  document,
  styles,
  automatic_styles,
  master_styles,
  body,
  text_document,
  other_document,  // a spreadsheet, presentation or drawing
  forms,
  scripts_module,  // holds a macro's code
  // blocks
  p,
  h,
  list,
  list_item,
  list_header,
  numbered_paragraph,
  number,
  section,
  section_source,
  soft_page_break,
  table,
  header_rows,
  row,
  cell,
  covered_cell,
  frame,
  text_box,
  object,
  foreign_object,  // of another program
  control,
  annotation,
  note,
  footnote,
  endnote,
  // within a paragraph
  span,
  link,
  space,
  tab,
  line_break,
  hidden_text,
  hidden_paragraph,
  page_number,
  variable,  // a field that may be set without being shown
  field_mark,
  field_mark_start,
  field_mark_separator,
  field_mark_end,
  field_parameter,
  content_control,
  // not read, or not shown
  tracked_changes,
  changed_region,  // in tracked_changes
  deletion,
  change_start,
  change_end,
  removed,  // where it stood
  unread,
  // styles
  style,
  default_style,
  text_properties,
  paragraph_properties,
  list_style,
  outline_style,
  level_number,  // of a list or of the outline
  level_bullet,
  master_page,
  header,
  footer,
  font_face,
  // form controls
  form_box,
  form_radio,
  form_text,
  form_area,
  form_list,
  form_option,
  form_label,   // text that stands on the page
  form_silent,  // shows nothing that was written
  // others
  formula_text,
  title,
  file_entry,
  encryption,
};

Tag tag_of(std::string_view space, std::string_view name);

// The attribute of that local name in whatever namespace; empty where there is none.
std::string_view attribute(const std::vector<base::xml::Attribute>& attributes, std::string_view name);
bool has_attribute(const std::vector<base::xml::Attribute>& attributes, std::string_view name);
bool is_true(const std::vector<base::xml::Attribute>& attributes, std::string_view name);

// The number in the attribute within the bounds, or `otherwise`; the bounds take in what lies beyond.
int number(const std::vector<base::xml::Attribute>& attributes, std::string_view name, int otherwise, int low,
           int high);

}  // namespace readers::odt
