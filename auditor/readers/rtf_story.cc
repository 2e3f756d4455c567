#include "readers/rtf_story.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/utf8.h"

namespace readers::rtf {
namespace {

constexpr std::size_t longest_marker = 256;
constexpr int list_indent = 360;  // twips a level, where nothing but indents tells of a list

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool blank(std::string_view text) {
  if (is_ascii(text)) return std::all_of(text.begin(), text.end(), [](char c) { return c <= ' '; });
  return base::on_one_line(text).empty();
}

std::string shown_text(std::string_view text, docx::SymbolFont symbols) {
  if (symbols == docx::SymbolFont::none && is_ascii(text)) return std::string(text);
  return docx::without_symbols(text, symbols);
}

// The length of a list's sign and the tab after it, where the text begins so.
std::size_t set_bullet(std::string_view text) {
  for (std::string_view bullet :
       {"\xE2\x80\xA2", "\xC2\xB7", "\xE2\x96\xAA", "\xE2\x97\x8F", "-", "\xE2\x80\x93", "o"}) {
    if (text.starts_with(bullet) && text.substr(bullet.size()).starts_with('\t')) return bullet.size() + 1;
  }
  return 0;
}

// Whether the text begins like "1.", "(a)", "iv)", and a tab.
bool has_set_number(std::string_view text) {
  std::size_t end = text.substr(0, 8).find('\t');
  if (end == std::string_view::npos || end < 2) return false;
  std::string_view number = text.substr(0, end);
  if (number.back() != '.' && number.back() != ')') return false;
  number.remove_suffix(1);
  if (number.starts_with('(')) number.remove_prefix(1);
  return !number.empty() && std::all_of(number.begin(), number.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == 'i' || c == 'v' || c == 'x' || (c >= 'a' && c <= 'e');
  });
}

std::uint8_t level_of(int depth) {
  return static_cast<std::uint8_t>(std::clamp(depth, 1, 9));
}

}  // namespace

void Story::append(std::string_view text, const CharacterFormat& format) {
  if (text.empty()) return;
  if (format.hidden || format.deleted) {
    bool& noted = format.deleted ? left_out_.deletions : left_out_.hidden;
    noted = noted || !blank(text);
    return;
  }
  std::string shown = shown_text(text, format.symbols);
  paragraph_.text += shown;
  if (blank(shown)) return;
  any_text_ = true;
  all_bold_ = all_bold_ && format.bold;
  if (all_bold_) paragraph_.bold_lead = paragraph_.text.size();
  all_italic_ = all_italic_ && format.italic;
}

void Story::append_marker(std::string_view text, const CharacterFormat& format) {
  if (format.deleted || marker_.size() > longest_marker) return;
  marker_ += shown_text(text, format.symbols);
}

void Story::begin_marker() {
  marker_.clear();
  has_marker_ = true;
}

void Story::end_paragraph(const ParagraphFormat& format) {
  int level = format.depth();
  // Some writers forget to say so in a row that has begun.
  if (level == 0 && tables_.in_row()) level = 1;
  put_paragraph(level, format);
}

void Story::end_cell(int level, const ParagraphFormat& format) {
  put_paragraph(level, format);
  tables_.end_cell(level, flow_);
}

void Story::end_row(int level, const ParagraphFormat& format) {
  put_paragraph(level, format);
  tables_.end_row(level, flow_);
}

void Story::finish(const ParagraphFormat& format) {
  if (in_paragraph()) end_paragraph(format);
  tables_.end_all(flow_);
}

void Story::put_paragraph(int level, const ParagraphFormat& format) {
  docx::Flow& flow = tables_.flow_at(level, flow_);
  shape(format);
  if (any_text_ || !paragraph_.notes.empty()) flow.emplace_back(std::move(paragraph_));
  append_boxes(std::move(boxes_), !any_text_, flow);
  boxes_.clear();
  paragraph_ = {};
  marker_.clear();
  has_marker_ = any_text_ = false;
  all_bold_ = all_italic_ = true;
}

void Story::shape(const ParagraphFormat& format) {
  if (!any_text_) return;
  const StyleFacts& style = styles_.of(format.style);
  Lists::Marker marker = lists_.marker(format.list, format.list_level, marker_, has_marker_);
  const std::uint8_t heading = format.outline ? docx::heading_of_outline(*format.outline) : style.heading;
  paragraph_.role = style.role;
  std::uint8_t depth =
      marker.listed ? level_of(format.list > 0 ? format.list_level + 1 : format.old_level) : style.list_depth;
  if (heading == 0 && depth == 0 && format.first_indent < 0) {
    std::size_t bullet = set_bullet(paragraph_.text);
    if (bullet > 0) paragraph_.text.erase(0, bullet);
    if (bullet > 0 || has_set_number(paragraph_.text)) depth = level_of(format.left_indent / list_indent);
  }
  docx::shape(paragraph_, heading, depth, all_bold_, all_italic_);
  if (!marker.text.empty()) paragraph_.text.insert(0, marker.text + " ");
}

}  // namespace readers::rtf
