// What a paragraph is once it is complete: heading, list item with its number, or plain.
#include <algorithm>

#include "base/utf8.h"
#include "readers/odt_story.h"

namespace readers::odt {
namespace {

using document::BlockKind;

constexpr int deepest = 9;  // levels of a block

}  // namespace

void Story::open_paragraph(Frame& frame, Tag tag, const Attributes& attributes) {
  frame.kind = Frame::Kind::paragraph;
  frame.style = attribute(attributes, "style-name");
  const BlockFacts& style = styles_.paragraph(frame.style);
  begin_block(style);
  frame.paragraph.page = in_margin_ ? 0 : page_;
  frame.paragraph.role = style.role;
  frame.looks.push_back(style.look);
  frame.outline = style.heading;
  frame.outlined = tag == Tag::h || style.outlined;
  if (tag == Tag::h) {
    // OpenOffice.org 1.x calls it text:level.
    int otherwise = style.heading > 0 ? style.heading : number(attributes, "level", 1, 1, deepest);
    frame.outline = static_cast<std::uint8_t>(number(attributes, "outline-level", otherwise, 1, deepest));
  }
  frame.unnumbered = is_true(attributes, "is-list-header");
  if (is_true(attributes, "restart-numbering")) frame.start = number(attributes, "start-value", 1, 0, 1'000'000);
}

void Story::close_paragraph(Frame frame) {
  ++top().paragraphs;
  if (frame.paragraph.role == Role::table_heading) ++top().heading_paragraphs;
  std::erase_if(field_marks_, [&](const FieldMark& mark) { return mark.frames > frames_.size(); });
  Paragraph& paragraph = frame.paragraph;
  if (frame.hidden) {
    left_out_.hidden |= frame.any_text;
  } else {
    // A value that is anchored to a paragraph stands beside its label.
    std::string_view label = base::trimmed(paragraph.text);
    if (!frame.beside.empty() && !label.empty() && (label.back() == ':' || label.back() == '?')) {
      paragraph.text += " " + frame.beside.front().text;
      frame.beside.erase(frame.beside.begin());
    }
    if (!frame.any_text) {
      paragraph.control_title = frame.empty_control;
    } else if (frame.mixed || frame.control == 0) {
      paragraph.control_title.clear();
    }
    shape(frame);
    if (frame.any_text || !paragraph.control_title.empty()) top().flow.emplace_back(std::move(paragraph));
    std::move(frame.beside.begin(), frame.beside.end(), std::back_inserter(top().flow));
  }
  std::move(frame.flow.begin(), frame.flow.end(), std::back_inserter(top().flow));
}

void Story::shape(Frame& frame) {
  Paragraph& paragraph = frame.paragraph;
  const BlockFacts& style = styles_.paragraph(frame.style);
  const OpenList* list = list_at(frames_.size());
  bool item = list != nullptr && list->label_due;
  // Empty ones are counted too: their numbers are shown.
  std::string number = label(frame, style);
  if (!frame.any_text) return;
  paragraph.bold = frame.all_bold;
  paragraph.italic = frame.all_italic;
  if (paragraph.role == Role::table_heading) paragraph.bold = paragraph.italic = false;
  if (frame.outline > 0) {
    // Headings are set bold by their very styles; that says nothing of its own.
    paragraph.kind = BlockKind::heading;
    paragraph.level = frame.outline;
    paragraph.bold = paragraph.italic = false;
  } else if (item) {
    paragraph.kind = BlockKind::list_item;
    paragraph.level = static_cast<std::uint8_t>(std::min<std::size_t>(list->level + 1, deepest));
  }
  number = base::on_one_line(number);
  if (number.empty()) return;
  characters_ += number.size();
  paragraph.text.insert(0, number + " ");
}

// The number that is shown before the paragraph, which is counted by asking.
std::string Story::label(Frame& frame, const BlockFacts& style) {
  if (OpenList* list = list_at(frames_.size()); list != nullptr && list->in_item) {
    if (!list->label_due) return {};
    list->label_due = false;
    std::string name = !list->item_style.empty() ? list->item_style
                       : !list->style.empty()    ? list->style
                                                 : style.list.value_or("");
    const ListStyle* facts = styles_.list(name);
    std::string counted =
        facts == nullptr ? std::string() : list_counts_.counts(list->key).next(*facts, list->level, list->start);
    return !list->number.empty() ? list->number : !frame.number.empty() ? frame.number : counted;
  }
  if (frame.outline == 0 || !frame.outlined || frame.unnumbered) return frame.number;
  // A heading style that names a list of none, or another one, is not in the outline's.
  if (style.list && (style.list->empty() || styles_.list(*style.list) != nullptr)) return frame.number;
  std::string counted = outline_counts_.next(styles_.outline(), frame.outline - 1u, frame.start);
  return frame.number.empty() ? counted : frame.number;
}

}  // namespace readers::odt
