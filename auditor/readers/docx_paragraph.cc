// Text as it comes into a paragraph, and what the paragraph is once it is complete.
#include <algorithm>

#include "base/utf8.h"
#include "readers/docx_story.h"

namespace readers::docx {
namespace {

bool blank(std::string_view text) {
  return base::on_one_line(text).empty();
}

}  // namespace

void Story::append(std::string_view text) {
  bool hidden = std::any_of(fields_.begin(), fields_.end(), [](const FieldCode& field) { return !field.shows; });
  if (hidden) return;
  // A tick box shows its state, whatever sign the template draws it with.
  if (!controls_.empty() && controls_.back().box) {
    if (controls_.back().box_shown || paragraph() == nullptr) return;
    controls_.back().box_shown = true;
    return append_shown(*controls_.back().box ? ticked_box : unticked_box);
  }
  append_shown(text);
}

void Story::append_shown(std::string_view text) {
  Frame* p = paragraph();
  if (p == nullptr || text.empty()) return;
  const StyleFacts& block_style = p->style.empty() ? styles_.paragraph_default() : styles_.of(p->style);
  const StyleFacts* run_style = p->run.style.empty() ? nullptr : &styles_.of(p->run.style);
  if (p->run.hidden.value_or(block_style.hidden || (run_style != nullptr && run_style->hidden))) {
    if (!blank(text)) left_out_.hidden = true;
    return;
  }
  std::string shown = without_symbols(text, p->run.font);
  characters_ += shown.size();
  p->paragraph.text += shown;
  if (blank(shown)) return;
  // Bold by paragraph and by character style cancel each other out, as toggles do in Word.
  bool bold = p->run.bold.value_or(block_style.bold != (run_style != nullptr && run_style->bold));
  bool italic = p->run.italic.value_or(block_style.italic != (run_style != nullptr && run_style->italic));
  const Control* control = titled_control();
  std::size_t serial = control == nullptr ? 0 : control->serial;
  p->mixed = p->any_text && (p->mixed || serial != p->control);
  p->control = serial;
  if (control != nullptr) p->paragraph.control_title = control->title;
  p->any_text = true;
  p->all_bold = p->all_bold && bold;
  if (p->all_bold) p->paragraph.bold_lead = p->paragraph.text.size();
  p->all_italic = p->all_italic && italic;
}

// The innermost control with a title that holds text rather than a table or rows.
const Story::Control* Story::titled_control() const {
  for (auto control = controls_.rbegin(); control != controls_.rend(); ++control) {
    for (std::size_t i = control->frames; i < frames_.size(); ++i) {
      if (frames_[i].kind == Frame::Kind::table || frames_[i].kind == Frame::Kind::row) return nullptr;
    }
    if (!control->title.empty()) return &*control;
  }
  return nullptr;
}

void Story::close_paragraph(Frame frame) {
  // A field's code never runs on into the next paragraph in honest files; a broken one must not hide what follows.
  for (FieldCode& field : fields_) field.shows = true;
  Paragraph& paragraph = frame.paragraph;
  if (!frame.any_text) {
    const Control* control = titled_control();
    paragraph.control_title = !frame.empty_control.empty() ? frame.empty_control
                              : control == nullptr         ? std::string()
                                                           : control->title;
  } else if (frame.mixed || frame.control == 0) {
    paragraph.control_title.clear();
  }
  shape(paragraph, frame);
  bool keep = frame.any_text || !paragraph.notes.empty() || !paragraph.control_title.empty();
  if (keep) top().flow.emplace_back(std::move(paragraph));
  std::move(frame.flow.begin(), frame.flow.end(), std::back_inserter(top().flow));
}

void Story::shape(Paragraph& paragraph, const Frame& frame) {
  const StyleFacts& style = frame.style.empty() ? styles_.paragraph_default() : styles_.of(frame.style);
  int list = frame.numbering_id.value_or(style.numbering_id.value_or(0));
  int depth = 0;
  Numbering::Label label;
  if (list > 0) {
    depth = frame.numbering_level.value_or(
        style.numbering_level.value_or(numbering_.level_of_style(list, frame.style).value_or(0)));
    label = numbering_.next(list, depth);
  }
  const std::uint8_t heading = frame.outline ? heading_of_outline(*frame.outline) : style.heading;
  paragraph.role = style.role;
  if (!frame.any_text) return;
  const auto listed = static_cast<std::uint8_t>(std::clamp(depth, 0, 8) + 1);
  docx::shape(paragraph, heading, label.known ? listed : style.list_depth, frame.all_bold, frame.all_italic);
  if (!label.text.empty()) paragraph.text = label.text + " " + paragraph.text;
}

}  // namespace readers::docx
