// The form controls of a page: what a person would see in them is what was written.
#include "base/utf8.h"
#include "readers/html_walk.h"

namespace readers::html {

void Walk::start_control(std::string_view tag, const Attributes& attributes) {
  if (tag == "label") {
    gathered_.label_begin = gathered_.words.size();
    gathered_.label_end = Gathered::nowhere;
  } else if (tag == "input") {
    start_input(attributes);
  } else if (tag == "textarea") {
    control_ = {};
    control_.kind = Control::Kind::area;
  } else if (tag == "select") {
    control_ = {};
    control_.kind = Control::Kind::choice;
    control_.many = has_attribute(attributes, "multiple");
  } else if (tag == "option" && control_.kind == Control::Kind::choice) {
    control_.in_option = true;
    control_.selected = has_attribute(attributes, "selected");
    control_.text.clear();
  } else if (tag == "img") {
    start_picture(attribute(attributes, "alt"));
  }
}

// A picture's text stands for it, unless it only repeats the name of its file.
void Walk::start_picture(std::string_view alternative) {
  const std::string words = base::fold_case(base::trimmed(alternative));
  if (words.empty()) return;
  // Exports draw ticks as pictures; the alternative text then is the answer.
  if (words == "checked" || words == "ticked" || words == "tick") return put_tick(true);
  if (words == "unchecked" || words == "unticked" || words == "not checked") return put_tick(false);
  for (const char* ending : {".gif", ".jpg", ".jpeg", ".png", ".bmp", ".svg", ".wmf", ".emf"}) {
    if (words.ends_with(ending)) return;
  }
  gathered_.blank = true;
  gathered_.append(alternative, look());
  gathered_.blank = true;
}

void Walk::start_input(const Attributes& attributes) {
  std::string type = base::fold_case(attribute(attributes, "type", "text"));
  if (type == "checkbox" || type == "radio") return put_tick(has_attribute(attributes, "checked"));
  for (const char* silent : {"hidden", "submit", "button", "reset", "image", "file", "password"}) {
    if (type == silent) return;
  }
  put_value(attribute(attributes, "value"));
}

void Walk::end_control(std::string_view tag) {
  if (tag == "option" && control_.in_option) {
    control_.in_option = false;
    bool shown = control_.selected || (!control_.any_selected && !control_.many && control_.chosen.empty());
    if (!shown) return;
    std::string option = base::on_one_line(control_.text);
    if (control_.selected && control_.any_selected) {
      control_.chosen += ", " + option;
    } else {
      control_.chosen = option;
    }
    control_.any_selected = control_.any_selected || control_.selected;
  } else if (tag == "textarea" || tag == "select") {
    Control control = std::move(control_);
    control_ = {};
    if (control.kind == Control::Kind::area) put_value(control.text);
    if (control.kind == Control::Kind::choice) put_value(control.chosen);
  }
}

void Walk::put_value(std::string_view value) {
  std::string label = gathered_.take_label();
  if (label.empty()) {
    Look look = this->look();
    look.keeps_lines = true;
    gathered_.blank = true;
    gathered_.append(value, look);
    gathered_.blank = true;
    return;
  }
  flush();
  if (!tables_.empty() && tables_.back().begun && !tables_.back().in_cell) {
    gathered_.append(label + " " + std::string(value), {});
    return;
  }
  builder_.field(label, value, in_part());
}

void Walk::put_tick(bool ticked) {
  gathered_.blank = true;
  gathered_.append(ticked ? "☒" : "☐", look());
  gathered_.blank = true;
}

}  // namespace readers::html
