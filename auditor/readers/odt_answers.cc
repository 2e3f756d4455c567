// Controls and form fields as they come into a paragraph: tick boxes, values, their labels.
#include <algorithm>

#include "readers/odt_story.h"

namespace readers::odt {
namespace {

std::string_view box(bool ticked) {
  return ticked ? docx::ticked_box : docx::unticked_box;
}

}  // namespace

void Story::begin_content_control(const Attributes& attributes) {
  // A tick box shows its state, whatever sign the template draws it with.
  bool is_box = is_true(attributes, "checkbox");
  if (is_box) append(box(is_true(attributes, "checked")));
  OpenControl control;
  control.serial = ++serials_;
  control.title = attribute(attributes, "alias");
  characters_ += control.title.size();
  if (control.title.empty()) control.serial = 0;
  control.box = is_box;
  open_controls_.push_back(std::move(control));
}

void Story::field_parameter(const Attributes& attributes) {
  if (field_marks_.empty()) return;
  FieldMark& mark = field_marks_.back();
  std::string_view name = attribute(attributes, "name");
  if (name == "Checkbox_Checked") mark.ticked = is_true(attributes, "value");
  if (name == "Dropdown_Selected") mark.chosen = number(attributes, "value", -1, -1, 1'000'000);
  if (name == "Dropdown_ListEntry") mark.entries.emplace_back(attribute(attributes, "value"));
}

void Story::end_field_mark() {
  if (field_marks_.empty()) return;
  FieldMark mark = std::move(field_marks_.back());
  field_marks_.pop_back();
  if (mark.type.ends_with("FORMCHECKBOX")) append(box(mark.ticked));
  auto chosen = static_cast<std::size_t>(std::max(mark.chosen, 0));
  if (mark.type.ends_with("FORMDROPDOWN") && mark.chosen >= 0 && chosen < mark.entries.size()) {
    append(mark.entries[chosen]);
  }
}

// A form control stands in the line, or is anchored to the paragraph or page and shown beside it.
void Story::place_control(const Attributes& attributes) {
  const Control* control = controls_.find(attribute(attributes, "control"));
  if (control == nullptr || control->kind == Control::Kind::silent || !open_deletions_.empty() ||
      top().kind == Frame::Kind::table || top().kind == Frame::Kind::row) {
    return;
  }
  Frame* p = paragraph();
  bool in_line = p != nullptr && attribute(attributes, "anchor-type") == "as-char";
  bool value = control->kind == Control::Kind::value;
  characters_ += control->title.size();
  std::string words(control->value);
  if (control->kind == Control::Kind::label) words = control->label;
  if (control->kind == Control::Kind::box) {
    words = box(control->ticked);
    if (!control->label.empty()) words += " " + control->label;
    // A box without words is the paragraph's own.
    in_line = in_line || (p != nullptr && control->label.empty());
  }
  if (in_line) {
    if (!p->paragraph.text.empty() && p->paragraph.text.back() != ' ') append(" ");
    if (value && blank(words)) p->empty_control = control->title;
    if (value && !control->title.empty()) open_controls_.push_back({++serials_, control->title, false});
    append(words);
    if (value && !control->title.empty()) open_controls_.pop_back();
    append(" ");
    return;
  }
  characters_ += words.size();
  Paragraph beside;
  beside.page = in_margin_ ? 0 : page_;
  beside.text = std::move(words);
  if (value) beside.control_title = control->title;
  if (p != nullptr && value) {
    p->beside.push_back(std::move(beside));
  } else {
    top().flow.emplace_back(std::move(beside));
  }
}

}  // namespace readers::odt
