// The control words of RTF that say something about the text or its structure. All others are passed over.
#pragma once

#include <cstdint>
#include <string_view>

namespace readers::rtf {

enum class Word : std::uint8_t {
  other,
  // Destinations: what the rest of the group is.
  skipped,      // nothing of it is text: pictures, tables of colours, another program's data
  object_data,  // skipped, and named
  font_table,
  style_sheet,
  list_table,
  list_overrides,
  info,
  title,
  header,
  header_first,
  footer,
  footer_first,
  footnote,
  annotation,
  field,
  field_instruction,
  field_result,
  form_field,
  form_entry,
  list_marker,  // \listtext, \pntext: the number or bullet as printed
  old_numbering,
  shape,  // holds boxes; its own text is none
  box,    // the text of a box
  object,
  object_class,  // what program an embedded object is of
  object_result,
  nested_row,  // \nesttableprops
  level_text,  // \leveltext: how a list's numbers look
  upr,
  ud,  // the last of the destinations
  // The document
  ansi,
  ansi_code_page,
  mac,
  pc,
  pca,
  default_font,
  unicode,
  unicode_skip,
  section,
  section_defaults,
  title_page,
  // Characters
  plain,
  bold,
  italic,
  hidden,
  deleted,
  font,
  // Paragraphs
  paragraph,
  paragraph_defaults,
  style,
  outline_level,
  list,
  list_level,
  old_level,
  old_body,
  old_bullet,
  left_indent,
  first_indent,
  in_table,
  nesting,
  // Boxes
  box_left,
  box_top,
  box_right,
  box_of_page_across,
  box_of_page_down,
  box_elsewhere,
  // Tables
  row_defaults,
  row_left,
  row_header,
  row_index,
  row_last,
  cell_right,
  merge_first,
  merge_rest,
  down_first,
  down_rest,
  cell,
  row,
  nested_cell,
  nested_row_end,
  // Font table, style sheet, lists
  charset,
  code_page,
  based_on,
  character_style,
  list_entry,
  list_id,
  level_entry,
  level_format,
  level_start,
  override_entry,
  override_level,
  override_start,
  // Form fields
  form_type,
  form_result,
  form_default,
  endnote,
  // Text
  character,  // stands for the character that character_of() tells
  line,
  page,
  tab,
};

Word word_of(std::string_view name);

// What a word of the kind `character` stands for; 0 for marks that show nothing.
char32_t character_of(std::string_view name);

inline bool is_destination(Word word) {
  return word > Word::other && word <= Word::ud;
}

// Whether a group that begins with \* and this word is read. Those of other words are not.
bool is_read_when_ignorable(Word word);

}  // namespace readers::rtf
