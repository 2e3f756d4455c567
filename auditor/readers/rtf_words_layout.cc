// Control words of paragraphs, tables, boxes and the header's tables.
#include <algorithm>

#include "base/limit.h"
#include "readers/rtf_reader.h"

namespace readers::rtf {
namespace {

bool is_on(const Token& token) {
  return !token.numbered || token.number != 0;
}

}  // namespace

bool Reader::paragraph_word(Word word, const Token& token) {
  ParagraphFormat& here = paragraph();
  switch (word) {
    case Word::paragraph_defaults:
      here = {};
      break;
    case Word::style:
      here.style = token.number;
      if (state().mode == Mode::style_name) styles_.number(token.number);
      break;
    case Word::outline_level:
      here.outline = token.number;
      if (state().mode == Mode::style_name) styles_.outline(token.number);
      break;
    case Word::list:
      here.list = token.number;
      if (state().destination == Word::list_overrides) lists_.override_number(token.number);
      break;
    case Word::list_level:
      here.list_level = token.number;
      break;
    case Word::old_level:
      here.old_level = std::clamp(token.number, 1, 9);
      break;
    case Word::old_body:
    case Word::old_bullet:
      here.old_level = std::max(here.old_level, 1);
      break;
    case Word::left_indent:
      here.left_indent = token.number;
      break;
    case Word::first_indent:
      here.first_indent = token.number;
      break;
    case Word::in_table:
      here.in_table = is_on(token);
      break;
    case Word::nesting:
      here.nesting = std::clamp(token.number, 0, Tables::deepest);
      break;
    default:
      return false;
  }
  return true;
}

// The level of the row that is described here.
int Reader::row_level() {
  return std::max(paragraph().nesting, state().destination == Word::nested_row ? 2 : 1);
}

bool Reader::table_word(Word word, const Token& token) {
  Tables& tables = story().tables();
  int level = row_level();
  switch (word) {
    case Word::row_defaults:
      tables.begin_shape(level);
      return true;
    case Word::row_left:
      tables.shape(level).left = token.number;
      return true;
    case Word::row_header:
      tables.shape(level).header = is_on(token);
      return true;
    case Word::row_index:
      tables.shape(level).index = token.number;
      return true;
    case Word::row_last:
      tables.shape(level).last = true;
      return true;
    case Word::merge_rest:
      tables.next_cell(level).joins_left = true;
      return true;
    case Word::down_first:
      tables.next_cell(level).down = docx::Cell::Merge::start;
      return true;
    case Word::down_rest:
      tables.next_cell(level).down = docx::Cell::Merge::follow;
      return true;
    case Word::cell_right:
      tables.end_shape_cell(level, token.number);
      return true;
    case Word::cell:
    case Word::nested_cell:
    case Word::row:
    case Word::nested_row_end:
      break;
    default:
      return false;
  }
  bool ends_row = word == Word::row || word == Word::nested_row_end;
  bool told = state().mode == Mode::story || (ends_row && state().destination == Word::nested_row);
  if (!told) return true;
  skip_ = 0;
  decoder_.interrupt();
  level = word == Word::cell || word == Word::row ? 1 : std::max(level, 2);
  if (ends_row) {
    story().end_row(level, paragraph());
  } else if (++cells_ > base::limit(base::Limit::cells)) {
    stop(base::cut_at(base::Limit::cells, "tables hold more cells than are read: the rest of the file was not read"));
  } else {
    ++taken_;
    story().end_cell(level, paragraph());
  }
  return true;
}

bool Reader::box_word(Word word, const Token& token) {
  Place& place = state().place;
  switch (word) {
    case Word::box_left:
      place.left = token.number;
      break;
    case Word::box_top:
      place.top = token.number;
      break;
    case Word::box_right:
      place.right = token.number;
      break;
    case Word::box_of_page_across:
      place.of_page_across = true;
      break;
    case Word::box_of_page_down:
      place.of_page_down = true;
      break;
    case Word::box_elsewhere:
      place.of_page_across = place.of_page_down = false;
      break;
    default:
      return false;
  }
  return true;
}

bool Reader::header_word(Word word, const Token& token) {
  switch (word) {
    case Word::charset:
      if (state().mode == Mode::font_name) {
        fonts_.charset(token.number);
      }
      break;
    case Word::code_page:
      if (state().mode == Mode::font_name) fonts_.code_page(token.number);
      break;
    case Word::based_on:
      styles_.based_on(token.number);
      break;
    case Word::character_style:
      if (state().mode == Mode::style_name) styles_.not_of_paragraphs();
      break;
    case Word::list_entry:
      lists_.begin_list();
      break;
    case Word::list_id:
      lists_.list_id(token.number);
      break;
    case Word::level_entry:
      lists_.begin_level();
      break;
    case Word::level_format:
      lists_.format(token.number);
      break;
    case Word::level_start:
      lists_.start(token.number);
      break;
    case Word::override_entry:
      lists_.begin_override();
      break;
    case Word::override_level:
      lists_.begin_override_level();
      break;
    case Word::override_start:
      lists_.overrides_start();
      break;
    case Word::form_type:
      if (!fields_.empty()) fields_.back().form.type = token.number;
      break;
    case Word::form_result:
      if (!fields_.empty()) fields_.back().form.result = token.number;
      break;
    case Word::form_default:
      if (!fields_.empty()) fields_.back().form.preset = token.number;
      break;
    default:
      return false;
  }
  return true;
}

}  // namespace readers::rtf
