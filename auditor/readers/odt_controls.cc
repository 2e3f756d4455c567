#include "readers/odt_controls.h"

namespace readers::odt {
namespace {

using Attributes = std::vector<base::xml::Attribute>;

bool is_control(Tag tag) {
  switch (tag) {
    case Tag::form_box:
    case Tag::form_radio:
    case Tag::form_text:
    case Tag::form_area:
    case Tag::form_list:
    case Tag::form_label:
    case Tag::form_silent:
      return true;
    default:
      return false;
  }
}

// What stands now, or else what stood when the form was made.
std::string_view now_or_first(const Attributes& attributes, std::string_view now, std::string_view first) {
  return has_attribute(attributes, now) ? attribute(attributes, now) : attribute(attributes, first);
}

Control control_of(Tag tag, const Attributes& attributes) {
  Control control;
  control.label = attribute(attributes, "label");
  control.title = attribute(attributes, "title");
  switch (tag) {
    case Tag::form_box:
      control.kind = Control::Kind::box;
      control.ticked = now_or_first(attributes, "current-state", "state") == "checked";
      break;
    case Tag::form_radio:
      control.kind = Control::Kind::box;
      control.ticked = now_or_first(attributes, "current-selected", "selected") == "true";
      break;
    case Tag::form_text:
    case Tag::form_area:
      control.kind = Control::Kind::value;
      control.value = now_or_first(attributes, "current-value", "value");
      break;
    case Tag::form_list:
      control.kind = Control::Kind::value;
      break;
    case Tag::form_label:
      control.kind = Control::Kind::label;
      break;
    default:
      break;
  }
  return control;
}

}  // namespace

void Controls::start(Tag tag, const Attributes& attributes) {
  in_paragraph_ = tag == Tag::p;
  if (tag == Tag::form_option && !open_.empty()) {
    bool chosen = now_or_first(attributes, "current-selected", "selected") == "true";
    std::string& value = controls_[open_.back()].value;
    if (chosen && !value.empty()) value += ", ";
    if (chosen) value += attribute(attributes, "label");
  }
  if (!is_control(tag)) return;
  for (const base::xml::Attribute& a : attributes) {
    if (a.name == "id") by_id_[a.value] = controls_.size();
  }
  open_.push_back(controls_.size());
  controls_.push_back(control_of(tag, attributes));
}

void Controls::end(Tag tag) {
  if (tag == Tag::p && !open_.empty() && !controls_[open_.back()].value.empty()) {
    controls_[open_.back()].value += '\n';
  }
  in_paragraph_ = false;
  if (is_control(tag) && !open_.empty()) open_.pop_back();
}

void Controls::text(std::string_view characters) {
  if (in_paragraph_ && !open_.empty() && controls_[open_.back()].kind == Control::Kind::value) {
    controls_[open_.back()].value += characters;
  }
}

const Control* Controls::find(std::string_view id) const {
  auto at = by_id_.find(id);
  return at == by_id_.end() ? nullptr : &controls_[at->second];
}

}  // namespace readers::odt
