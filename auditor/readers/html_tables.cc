// The parts of a table as a page marks them.
#include <algorithm>
#include <utility>

#include "readers/html_walk.h"

namespace readers::html {
namespace {

constexpr std::size_t table_nesting = 20;  // deeper tables are page layout gone wrong

}  // namespace

void Walk::start_table_part(std::string_view tag, const Attributes& attributes) {
  if (tag == "table") {
    flush_term();
    if (flat_tables_ > 0 || tables_.size() >= table_nesting) {
      ++flat_tables_;
      builder_.note(document::NoteKind::cut, "tables nested too deeply were read as paragraphs");
      return;
    }
    OpenTable table;
    table.lists = lists_.size();
    tables_.push_back(std::move(table));
    item_depth_ = 0;
    return;
  }
  if (flat_tables_ > 0 || tables_.empty()) return;
  OpenTable& table = tables_.back();
  if (tag == "thead") {
    table.in_head = true;
  } else if (tag == "tr") {
    end_cell();
    begin_table_if_needed();
    builder_.begin_row();
  } else if (tag == "td" || tag == "th") {
    end_cell();
    begin_table_if_needed();
    document::CellShape shape;
    shape.header = tag == "th" || table.in_head;
    shape.column_span = count_of(attribute(attributes, "colspan"));
    shape.row_span = count_of(attribute(attributes, "rowspan"));
    builder_.begin_cell(shape);
    table.in_cell = true;
  }
}

void Walk::begin_table_if_needed() {
  if (tables_.back().begun) return;
  builder_.begin_table(in_part());
  tables_.back().begun = true;
}

void Walk::end_cell() {
  if (!tables_.back().in_cell) return;
  flush_term();
  lists_.resize(std::min(lists_.size(), tables_.back().lists));
  item_depth_ = 0;
  tables_.back().in_cell = false;
  builder_.end_cell();
}

void Walk::end_table() {
  end_cell();
  OpenTable table = std::move(tables_.back());
  tables_.pop_back();
  if (table.begun) builder_.end_table();
  builder_.add(document::BlockKind::paragraph, table.stray, in_part());
}

}  // namespace readers::html
