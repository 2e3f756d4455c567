// Which list, level and item a paragraph stands in.
#include "readers/odt_story.h"

namespace readers::odt {

Story::OpenList* Story::list_at(std::size_t frames) {
  return !lists_.empty() && lists_.back().frames == frames ? &lists_.back() : nullptr;
}

void Story::begin_list(const Attributes& attributes) {
  OpenList list;
  list.frames = frames_.size();
  list.style = attribute(attributes, "style-name");
  bool continues = is_true(attributes, "continue-numbering");
  if (OpenList* around = list_at(frames_.size()); around != nullptr && around->in_item) {
    list.key = around->key;
    list.level = around->level + 1;
    if (list.style.empty()) list.style = around->style;
    if (continues) list_counts_.counts(list.key).go_on(list.level);
  } else {
    list.key = list_counts_.begin(list.style, std::string(attribute(attributes, "id")), continues,
                                  std::string(attribute(attributes, "continue-list")));
  }
  lists_.push_back(std::move(list));
}

void Story::begin_item(Tag tag, const Attributes& attributes) {
  OpenList* list = list_at(frames_.size());
  if (list == nullptr) return;
  list->in_item = true;
  list->label_due = tag == Tag::list_item;
  list->item_style = attribute(attributes, "style-override");
  list->start.reset();
  list->number.clear();
  if (has_attribute(attributes, "start-value")) list->start = number(attributes, "start-value", 1, 0, 1'000'000);
}

void Story::begin_numbered_paragraph(const Attributes& attributes) {
  OpenList list;
  list.frames = frames_.size();
  list.style = attribute(attributes, "style-name");
  std::string id(attribute(attributes, "list-id"));
  list.key = list_counts_.begin(list.style, id, is_true(attributes, "continue-numbering"), id);
  list.level = static_cast<std::size_t>(number(attributes, "level", 1, 1, static_cast<int>(list_levels)) - 1);
  list.in_item = true;
  list.label_due = true;
  if (has_attribute(attributes, "start-value")) list.start = number(attributes, "start-value", 1, 0, 1'000'000);
  lists_.push_back(std::move(list));
}

}  // namespace readers::odt
