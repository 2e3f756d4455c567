// What comes into a paragraph: text with its look, blanks and fields.
#include <algorithm>

#include "base/limit.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "readers/odt_story.h"

namespace readers::odt {
bool Story::text(std::string_view characters) {
  if (skipping_ > 0) return true;
  if (forms_ > 0) {
    controls_.text(characters);
    return true;
  }
  Frame* p = paragraph();
  if (!tags_.empty() && tags_.back().first == Tag::number) {
    OpenList* list = list_at(frames_.size());
    if (p != nullptr) p->number += characters;
    if (p == nullptr && list != nullptr) list->number += characters;
    return true;
  }
  if (p == nullptr) return true;
  // Line ends are blanks here; those that are shown have an element of their own.
  std::string plain(characters);
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  append(plain);
  return characters_ <= base::limit(base::Limit::text);
}

void Story::append(std::string_view text) {
  Frame* p = paragraph();
  if (p == nullptr || text.empty() || !open_deletions_.empty()) return;
  if (!open_controls_.empty() && open_controls_.back().box) return;
  const Look& look = p->looks.back();
  if (look.hidden.value_or(false)) {
    if (!blank(text)) left_out_.hidden = true;
    return;
  }
  std::string shown = docx::without_symbols(text, look.font.value_or(docx::SymbolFont::none));
  characters_ += shown.size();
  p->paragraph.text += shown;
  if (blank(shown)) return;
  // The number of whichever page was shown last says nothing alone.
  if (in_margin_ && !tags_.empty() && tags_.back().first == Tag::page_number) return;
  std::size_t serial = open_controls_.empty() ? 0 : open_controls_.back().serial;
  p->mixed = p->any_text && (p->mixed || serial != p->control);
  p->control = serial;
  if (serial != 0) p->paragraph.control_title = open_controls_.back().title;
  p->any_text = true;
  p->all_bold = p->all_bold && look.bold.value_or(false);
  if (p->all_bold) p->paragraph.bold_lead = p->paragraph.text.size();
  p->all_italic = p->all_italic && look.italic.value_or(false);
}

void Story::content(Tag tag, const Attributes& attributes) {
  if (tag == Tag::control) return place_control(attributes);
  if (tag == Tag::change_start || tag == Tag::change_end) {
    std::string id(attribute(attributes, "change-id"));
    if (tag == Tag::change_end) open_deletions_.erase(id);
    if (tag == Tag::change_start && deletions_.count(id) > 0) open_deletions_.insert(std::move(id));
    return;
  }
  Frame* p = paragraph();
  if (p == nullptr) return;
  switch (tag) {
    case Tag::span:
    case Tag::link:
      p->looks.push_back(styles_.text(std::string(attribute(attributes, "style-name"))).over(p->looks.back()));
      break;
    case Tag::space: {
      constexpr int most = static_cast<int>(base::limits::repeated_spaces);
      int count = number(attributes, "c", 1, 0, most + 1);
      left_out_.spaces |= count > most;
      append(std::string(static_cast<std::size_t>(std::min(count, most)), ' '));
      break;
    }
    case Tag::tab:
      append("\t");
      break;
    case Tag::line_break:
      append("\n");
      break;
    case Tag::hidden_paragraph:
      p->hidden |= is_true(attributes, "is-hidden");
      break;
    case Tag::content_control:
      begin_content_control(attributes);
      break;
    case Tag::field_mark:
    case Tag::field_mark_start: {
      FieldMark mark;
      mark.frames = frames_.size();
      mark.text = p->paragraph.text.size();
      mark.any_text = p->any_text;
      mark.type = attribute(attributes, "type");
      field_marks_.push_back(std::move(mark));
      break;
    }
    case Tag::object: {
      auto formula = formulas_.find(object_folder(attribute(attributes, "href")));
      if (formula != formulas_.end()) append(formula->second);
      break;
    }
    case Tag::field_mark_separator:
      // What stands before it is the field's command.
      if (!field_marks_.empty() && field_marks_.back().frames == frames_.size()) {
        p->paragraph.text.resize(std::min(field_marks_.back().text, p->paragraph.text.size()));
        p->any_text = field_marks_.back().any_text;
      }
      break;
    case Tag::field_parameter:
      field_parameter(attributes);
      break;
    default:
      break;
  }
}

void Story::end_content(Tag tag) {
  Frame* p = paragraph();
  switch (tag) {
    case Tag::span:
    case Tag::link:
      if (p != nullptr && p->looks.size() > 1) p->looks.pop_back();
      break;
    case Tag::content_control:
      if (!open_controls_.empty()) open_controls_.pop_back();
      break;
    case Tag::field_mark:
      end_field_mark();
      break;
    case Tag::field_mark_end:
      if (!field_marks_.empty()) field_marks_.pop_back();
      break;
    default:
      break;
  }
}

}  // namespace readers::odt
