#include "readers/pdf_recognised.h"

#include <algorithm>
#include <cmath>

#include "readers/pdf_ruled.h"

namespace readers::pdf {
namespace {

constexpr double points_per_inch = 72;
constexpr double widest_space = 0.9;          // in parts of the font's size; more parts two columns
constexpr double widest_between_lines = 0.4;  // the same where Tesseract sees two lines
constexpr double same_line = 0.3;             // likewise: how far its baselines may part
constexpr double alike = 0.18;                // sizes that differ by less are taken for one, as measured on pictures

Box box_of(const ocr::Place& place, double scale) {
  return {place.left * scale, place.top * scale, place.right * scale, place.bottom * scale};
}

// Without thickness.
Rule rule_of(const ocr::Rule& from, double scale) {
  Box box = box_of(from.place, scale);
  if (from.level) {
    box.top = box.bottom = box.middle();
  } else {
    box.left = box.right = (box.left + box.right) / 2;
  }
  return {box, from.level};
}

struct Seen {
  Word word;
  bool begins_line = false;
};

// From top to bottom, those of a line from left to right.
void put_in_lines(std::vector<Seen>& words) {
  auto higher = [](const Seen& a, const Seen& b) { return a.word.baseline < b.word.baseline; };
  auto at_left = [](const Seen& a, const Seen& b) { return a.word.box.left < b.word.box.left; };
  std::stable_sort(words.begin(), words.end(), higher);
  auto line = words.begin();
  while (line != words.end()) {
    auto end = std::find_if(line, words.end(), [&](const Seen& seen) {
      return seen.word.baseline - line->word.baseline > same_line * line->word.size;
    });
    std::stable_sort(line, end, at_left);
    for (auto seen = line + 1; seen < end; ++seen) {
      double widest = seen->begins_line ? widest_between_lines : widest_space;
      seen->word.spaced = seen->word.box.left - (seen - 1)->word.box.right < widest * seen->word.size;
    }
    line = end;
  }
}

// The page's own words where none was recognised: a worker has no fonts to draw those by that the file does not hold.
// None where the page was turned, since their places are others then.
std::vector<Word> stamped_words(const ocr::Recognised& recognised, double scale, const Page& page) {
  constexpr double same_place = 0.3;  // of the word's area
  constexpr double same_size = 2;     // points
  std::vector<Word> kept;
  if (std::abs(recognised.width * scale - page.width) > same_size) return kept;
  for (const Word& own : page.words) {
    bool seen = std::any_of(recognised.words.begin(), recognised.words.end(), [&](const ocr::Word& word) {
      Box box = box_of(word.place, scale);
      double across = std::min(box.right, own.box.right) - std::max(box.left, own.box.left);
      double down = std::min(box.bottom, own.box.bottom) - std::max(box.top, own.box.top);
      return across > 0 && down > 0 && across * down > same_place * own.box.width() * own.box.height();
    });
    if (seen) continue;
    kept.push_back(own);
    kept.back().mark = -1;
  }
  return kept;
}

}  // namespace

std::vector<ocr::Place> fields_of(const std::vector<ocr::Rule>& rules, double dots_per_inch) {
  double scale = points_per_inch / dots_per_inch;
  Page page;
  for (const ocr::Rule& rule : rules) page.rules.push_back(rule_of(rule, scale));
  std::vector<ocr::Place> fields;
  for (const Box& box : ruled_fields(page)) {
    fields.push_back({box.left / scale, box.top / scale, box.right / scale, box.bottom / scale});
  }
  return fields;
}

void take(const ocr::Recognised& recognised, double dots_per_inch, Page& page) {
  double scale = points_per_inch / dots_per_inch;
  page.recognised = true;
  if (recognised.words.empty() && !page.words.empty()) return;  // what was stamped onto it is more than nothing
  std::vector<Word> stamped = stamped_words(recognised, scale, page);
  page.width = recognised.width * scale;
  page.height = recognised.height * scale;
  page.words.clear();
  page.marks.clear();
  page.rules.clear();
  page.unknown = 0;
  std::vector<double> sizes;
  for (const ocr::Word& word : recognised.words) sizes.insert(sizes.end(), word.text.size(), word.size * scale);
  double usual = 10;
  if (!sizes.empty()) {
    auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    usual = *middle;
  }
  std::vector<Seen> seen;
  double letters = 0;
  double sum = 0;
  for (const ocr::Word& from : recognised.words) {
    Word word;
    word.text = from.text;
    word.box = box_of(from.place, scale);
    word.baseline = from.baseline * scale;
    double size = from.size * scale;
    word.size = std::abs(size - usual) < alike * usual ? usual : std::max(1.0, std::round(size * 2) / 2);
    seen.push_back({std::move(word), from.begins_line});
    letters += static_cast<double>(from.text.size());
    sum += from.confidence * static_cast<double>(from.text.size());
  }
  for (Word& word : stamped) seen.push_back({std::move(word), true});
  put_in_lines(seen);
  for (Seen& each : seen) page.words.push_back(std::move(each.word));
  for (const ocr::Rule& rule : recognised.rules) page.rules.push_back(rule_of(rule, scale));
  page.confidence = letters > 0 ? sum / letters : 0;
}

}  // namespace readers::pdf
