// The record as read: blocks become headings, paragraphs, lists and tables again, with the quotes marked in them.
#include <algorithm>
#include <array>

#include "reports/html_record_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

using document::Block;
using document::BlockKind;
using document::Part;

constexpr std::uint32_t kNarrowTable = 3;  // columns that fit beside the ratings; more can be scrolled sideways

const char* part_words(Part part) {
  switch (part) {
    case Part::body:
      return "Text";
    case Part::header:
      return "Page header";
    case Part::footer:
      return "Page footer";
    case Part::footnote:
      return "Footnote";
    case Part::comment:
      return "Comment";
  }
  return "";
}

// "1.", "a)", "(iv)" or a bullet: then the record has its own marker, and gets no second one.
bool begins_with_marker(std::string_view text) {
  std::string_view first = text.substr(0, std::min(text.find(' '), std::size_t{12}));
  if (first.empty() || first.size() > 8) return false;
  auto lead = static_cast<unsigned char>(first[0]);
  bool bullet = first.size() <= 3 && (lead >= 0xC2 || first == "-" || first == "*" || first == "o");
  bool numbered = (lead >= '0' && lead <= '9') || first.back() == ')' || (first.back() == '.' && first.size() <= 5);
  return bullet || numbered;
}

std::string classes_of(const Block& block, std::string_view more = {}) {
  std::string out(more);
  if (block.bold) out += out.empty() ? "b" : " b";
  if (block.italic) out += out.empty() ? "it" : " it";
  return out;
}

class RecordText {
 public:
  RecordText(Markup& page, const RecordView& view)
      : page_(page), view_(view), document_(view.outcome.document), text_(document_.text) {}

  void write() { sequence(0, document_.blocks.size(), -1); }

 private:
  // The blocks of one cell, or of the whole record: they and all within them.
  void sequence(std::size_t begin, std::size_t end, std::int32_t parent);
  void block(const Block& block);
  void heading(const Block& block);
  void list_item(const Block& block);
  void close_lists(std::size_t depth);
  void turn_to(std::uint32_t number);
  void change_part(Part part, bool divided);
  void table(std::size_t begin, std::size_t end);
  void cell(std::size_t index, std::size_t end, bool head_row, std::uint32_t rows);
  void fill(std::uint32_t columns);
  void run(base::Span at) { marked_text(page_, view_, at); }

  // One past the last block that stands within block `index`.
  std::size_t after(std::size_t index) const {
    std::size_t next = index + 1;
    while (next < document_.blocks.size() && document_.blocks[next].parent >= static_cast<std::int32_t>(index)) ++next;
    return next;
  }

  Markup& page_;
  const RecordView& view_;
  const document::Document& document_;
  std::string_view text_;
  std::vector<std::uint8_t> headings_;  // levels of those that the next stands under
  std::vector<std::uint8_t> lists_;     // levels of the open lists of the sequence at hand
  Part part_ = Part::body;
  std::uint32_t page_number_ = 0;
  std::size_t tables_ = 0;  // begun so far
};

void RecordText::sequence(std::size_t begin, std::size_t end, std::int32_t parent) {
  std::vector<std::uint8_t> outer_lists = std::exchange(lists_, {});
  Part outer_part = std::exchange(part_, parent < 0 ? Part::body : document_.blocks[begin - 1].part);
  Part own_part = part_;
  bool divided = false;
  for (std::size_t i = begin; i < end;) {
    const Block& at = document_.blocks[i];
    if (at.kind != BlockKind::list_item || at.part != part_) close_lists(0);
    bool turned = parent < 0 && at.page > page_number_;
    if (turned) close_lists(0);
    if (at.part != part_ || turned) {
      if (divided) page_.close();
      if (turned) turn_to(at.page);
      divided = at.part != own_part;
      change_part(at.part, divided);
    }
    std::size_t next = after(i);
    if (at.kind == BlockKind::cell) {
      while (next < end && document_.blocks[next].kind == BlockKind::cell && document_.blocks[next].table == at.table)
        next = after(next);
      table(i, next);
    } else {
      block(at);
    }
    i = next;
  }
  close_lists(0);
  if (divided) page_.close();
  lists_ = std::move(outer_lists);
  part_ = outer_part;
}

void RecordText::turn_to(std::uint32_t number) {
  page_number_ = number;
  page_.open("p", "page").attribute("id", "page-" + std::to_string(number));
  page_.text("Page " + std::to_string(number)).close();
}

void RecordText::change_part(Part part, bool divided) {
  part_ = part;
  if (!divided) return;
  page_.open("div", "part").element("p", part_words(part), "part-name");
}

void RecordText::block(const Block& block) {
  switch (block.kind) {
    case BlockKind::heading:
      return heading(block);
    case BlockKind::list_item:
      return list_item(block);
    case BlockKind::field:
      page_.open("p", "field").attribute("dir", "auto").open("span", "label");
      run(block.label);
      page_.close();
      if (block.label.end >= block.at.end) {
        page_.open("span", "blank").close();
      } else {
        run({block.label.end, block.at.end});
      }
      page_.close();
      return;
    case BlockKind::paragraph:
    case BlockKind::cell:
      page_.open("p", classes_of(block)).attribute("dir", "auto");
      run(block.at);
      page_.close();
  }
}

// A level more than the heading above at most, and from h3 on, as the page's own stand over it.
void RecordText::heading(const Block& block) {
  static constexpr std::array<Markup::Name, 4> names{"h3", "h4", "h5", "h6"};
  while (!headings_.empty() && headings_.back() >= block.level) headings_.pop_back();
  page_.open(names[std::min(headings_.size(), names.size() - 1)]).attribute("dir", "auto");
  headings_.push_back(block.level);
  run(block.at);
  page_.close();
}

void RecordText::close_lists(std::size_t depth) {
  for (; lists_.size() > depth; lists_.pop_back()) page_.close().close();
}

void RecordText::list_item(const Block& block) {
  std::size_t depth = lists_.size();
  while (depth > 0 && lists_[depth - 1] > block.level) --depth;
  if (depth == 0 && !lists_.empty()) depth = 1;  // shallower than the list began: it goes on
  close_lists(depth);
  if (!lists_.empty() && lists_.back() >= block.level) {
    page_.close();
  } else {
    page_.open("ul", "list");
    lists_.push_back(block.level);
  }
  page_.open("li", classes_of(block, begins_with_marker(block.at.of(text_)) ? "own" : "")).attribute("dir", "auto");
  run(block.at);
}

void RecordText::table(std::size_t begin, std::size_t end) {
  const Block& first = document_.blocks[begin];
  const document::Table& table = document_.tables[static_cast<std::size_t>(first.table)];
  bool wide = first.parent < 0 && table.columns > kNarrowTable;
  ++tables_;
  if (wide) {
    page_.open("div", "wide").attribute("tabindex", "0").attribute("role", "group");
    page_.attribute("aria-label", "Table " + std::to_string(tables_) + " of the record");
  }
  page_.open("table").open("tbody");
  std::vector<std::uint32_t> covered;  // for each column, the row from which on it is free
  std::uint32_t row = 0, covered_to = 0;
  for (std::size_t i = begin; i < end;) {
    std::uint32_t at_row = document_.blocks[i].row;
    for (; row < at_row; ++row) {
      if (row < covered_to) page_.open("tr").close();  // a row that cells above reach into
    }
    std::size_t row_end = i;
    bool head_row = true;
    while (row_end < end && document_.blocks[row_end].row == at_row) {
      head_row = head_row && document_.blocks[row_end].header;
      row_end = after(row_end);
    }
    page_.open("tr");
    std::uint32_t column = 0;
    for (; i < row_end; i = after(i)) {
      const Block& at = document_.blocks[i];
      while (column < covered.size() && covered[column] > at_row) ++column;
      if (at.column > column) fill(at.column - column);
      std::uint32_t rows = std::min(at.row_span, std::max(table.rows, at_row + 1) - at_row);
      column = std::max(column, at.column) + at.column_span;
      if (covered.size() < column) covered.resize(column, 0);
      std::fill(covered.begin() + (column - at.column_span), covered.begin() + column, at_row + rows);
      covered_to = std::max(covered_to, at_row + rows);
      cell(i, after(i), head_row, rows);
    }
    page_.close();
    row = at_row + 1;
  }
  for (; row < covered_to; ++row) page_.open("tr").close();
  page_.close().close();
  if (wide) page_.close();
}

void RecordText::fill(std::uint32_t columns) {
  page_.open("td").attribute("colspan", columns).close();
}

void RecordText::cell(std::size_t index, std::size_t end, bool head_row, std::uint32_t rows) {
  const Block& at = document_.blocks[index];
  bool heads = at.header && !at.at.empty();
  page_.open(heads ? Markup::Name("th") : Markup::Name("td"), classes_of(at)).attribute("dir", "auto");
  if (heads) page_.attribute("scope", head_row || at.column > 0 ? "col" : "row");
  if (at.column_span > 1) page_.attribute("colspan", at.column_span);
  if (rows > 1) page_.attribute("rowspan", rows);
  if (end == index + 1) {
    run(at.at);
  } else {
    sequence(index + 1, end, static_cast<std::int32_t>(index));
  }
  page_.close();
}

}  // namespace

void record_text(Markup& page, const RecordView& view) {
  RecordText(page, view).write();
}

}  // namespace reports
