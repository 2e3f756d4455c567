#include "readers/pdf_recognised.h"

#include <algorithm>
#include <cmath>

namespace readers::pdf {
namespace {

constexpr double points_per_inch = 72;
constexpr double widest_space = 0.9;  // in parts of the font's size; more parts two columns
constexpr double alike = 0.18;        // sizes that differ by less are taken for one, as measured on pictures

}  // namespace

void take(const ocr::Recognised& recognised, double dots_per_inch, Page& page) {
  double scale = points_per_inch / dots_per_inch;
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
  auto box_of = [&](const ocr::Place& place) {
    return Box{place.left * scale, place.top * scale, place.right * scale, place.bottom * scale};
  };
  double letters = 0;
  double sum = 0;
  for (const ocr::Word& from : recognised.words) {
    Word word;
    word.text = from.text;
    word.box = box_of(from.place);
    word.baseline = from.baseline * scale;
    double size = from.size * scale;
    word.size = std::abs(size - usual) < alike * usual ? usual : std::round(size * 2) / 2;
    bool after = !from.begins_line && !page.words.empty();
    word.spaced = after && word.box.left - page.words.back().box.right < widest_space * word.size;
    page.words.push_back(std::move(word));
    letters += static_cast<double>(from.text.size());
    sum += from.confidence * static_cast<double>(from.text.size());
  }
  for (const ocr::Rule& rule : recognised.rules) {
    Box box = box_of(rule.place);
    double middle = rule.level ? box.middle() : (box.left + box.right) / 2;
    if (rule.level) {
      box.top = box.bottom = middle;
    } else {
      box.left = box.right = middle;
    }
    page.rules.push_back({box, rule.level});
  }
  page.recognised = true;
  page.confidence = letters > 0 ? sum / letters : 0;
}

}  // namespace readers::pdf
