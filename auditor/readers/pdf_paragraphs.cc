#include "readers/pdf_paragraphs.h"

#include <algorithm>
#include <cmath>

#include "readers/pdf_signs.h"

namespace readers::pdf {
namespace {

using document::BlockKind;

bool ends_sentence(const std::string& word) {
  std::size_t end = word.find_last_not_of("\"')]");
  return end != std::string::npos && std::string_view(".!?:;").find(word[end]) != std::string_view::npos;
}

bool begins_box(const Page& page, const Segment& line) {
  const std::string& word = page.words[line.words.front()].text;
  return word == "\xE2\x98\x90" || word == "\xE2\x98\x91" || word == "\xE2\x98\x92";
}

// What was filled in ends its line, unless it is longer or a sentence goes on around it.
bool ends_answer(const Page& page, const Word& last, const Word& next) {
  if (last.mark < 0 || last.mark == next.mark || page.marks[static_cast<std::size_t>(last.mark)].object == 0)
    return false;
  return next.text.front() < 'a' || next.text.front() > 'z';
}

}  // namespace

bool Paragraphs::breaks(const Segment& last, const Segment& first, const Segment& line, double right) const {
  double size = std::max(last.size, line.size);
  double down = line.baseline - last.baseline;
  if (down > size * looks_.pitch * 1.2 + 0.5) return true;
  if (std::abs(last.size - line.size) > 0.08 * size || last.bold != line.bold) return true;
  if (line.labelled || ends_answer(page_, page_.words[last.words.back()], page_.words[line.words.front()])) return true;
  if (begins_box(page_, line) && (begins_box(page_, last) || begins_box(page_, first))) {
    // Boxes one below the other are a list of answers; a line of several that runs on is not.
    std::size_t boxes = 0;
    for (std::size_t w : first.words) {
      const std::string& word = page_.words[w].text;
      if (word == "\xE2\x98\x90" || word == "\xE2\x98\x91" || word == "\xE2\x98\x92") ++boxes;
    }
    if (boxes < 2) return true;
  }
  double left = last.labelled ? last.text_left : last.box.left;
  bool opening = &last == &first;
  if (line.box.left > left + 0.9 * size) return !(opening && last.labelled);
  if (line.box.left < left - 0.9 * size && !(opening && !last.labelled && line.box.left > left - 6 * size)) return true;
  const std::string& last_word = page_.words[last.words.back()].text;
  const std::string& next_word = page_.words[line.words.front()].text;
  if (last_word.size() > 2 && last_word.back() == '-' && next_word.front() >= 'a' && next_word.front() <= 'z')
    return false;
  if (joins_.is_cut(page_.words[last.words.back()], page_.words[line.words.front()])) return false;
  // The last line would have had room for the next word.
  const Word& next = page_.words[line.words.front()];
  double room = right - last.box.right;
  double needed = next.box.width() + 0.3 * size;
  const std::string& end = page_.words[last.words.back()].text;
  if (room > needed + 0.5 * size && ends_sentence(end)) return true;
  return room > needed + std::max(4 * size, 0.25 * (right - first.box.left));
}

Laid Paragraphs::paragraph(const std::vector<const Segment*>& lines, double right) const {
  Run run(joins_);
  Laid laid;
  laid.box = lines.front()->box;
  std::size_t last = 0;
  bool any = false;
  const Segment& first = *lines.front();
  bool bulleted = first.words.size() > 1 && is_bullet(page_.words[first.words.front()].text) && first.labelled;
  for (const Segment* line : lines) {
    laid.box.include(line->box);
    laid.size = std::max(laid.size, line->size);
    for (std::size_t w : line->words) {
      if (bulleted && w == first.words.front()) continue;
      run.add(page_.words[w], number_, any && last + 1 == w);
      last = w;
      any = true;
    }
  }
  laid.lines = lines.size();
  laid.lines_full = lines.back()->box.right > right - 4 * laid.size;
  Paragraph paragraph;
  paragraph.text = run.text();
  paragraph.bold = run.bold();
  paragraph.italic = run.italic();
  paragraph.inferred = true;
  paragraph.page = number_;
  if (first.labelled) {
    paragraph.kind = BlockKind::list_item;
    paragraph.level = 1;
  }
  laid.item = std::move(paragraph);
  return laid;
}

std::vector<Laid> Paragraphs::of(const std::vector<const Segment*>& lines, double right) const {
  std::vector<Laid> result;
  std::vector<const Segment*> open;
  auto close = [&] {
    if (!open.empty()) result.push_back(paragraph(open, right));
    open.clear();
  };
  for (const Segment* line : lines) {
    if (!open.empty() && breaks(*open.back(), *open.front(), *line, right)) close();
    open.push_back(line);
  }
  close();
  return result;
}

}  // namespace readers::pdf
