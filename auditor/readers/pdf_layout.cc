#include "readers/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "readers/pdf_paragraphs.h"

namespace readers::pdf {

Looks looks_of(const std::vector<Page>& pages) {
  Looks looks;
  looks.spaces_drawn = draws_spaces(pages);
  std::map<long, std::size_t> sizes;    // in half points
  std::map<long, std::size_t> pitches;  // in fiftieths of the size
  for (const Page& page : pages) {
    const Word* line_start = nullptr;
    for (const Word& word : page.words) {
      if (word.turn != 0) continue;
      sizes[std::lround(word.size * 2)] += word.text.size();
      if (line_start != nullptr && std::abs(word.baseline - line_start->baseline) < 0.3 * word.size) continue;
      if (line_start != nullptr && std::abs(line_start->size - word.size) < 0.1 &&
          std::abs(line_start->box.left - word.box.left) < 1) {
        double pitch = (word.baseline - line_start->baseline) / word.size;
        if (pitch > 0.9 && pitch < 2.6) ++pitches[std::lround(pitch * 50)];
      }
      line_start = &word;
    }
  }
  auto most = [](const std::map<long, std::size_t>& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  };
  looks.size = sizes.empty() ? 10 : static_cast<double>(most(sizes)) / 2;
  looks.pitch = pitches.empty() ? 1.2 : static_cast<double>(most(pitches)) / 50;
  return looks;
}

std::vector<Laid> lay_out(const Page& page, const std::vector<std::size_t>& words, std::uint32_t number,
                          const Looks& looks, const Joins& joins) {
  std::vector<Band> bands = bands_of(segments_of(page, words, looks.spaces_drawn));
  Paragraphs paragraphs(page, number, looks, joins);
  double right = 0;
  std::vector<const Segment*> lines;
  for (const Band& band : bands) {
    for (const Segment& segment : band.segments) {
      lines.push_back(&segment);
      right = std::max(right, segment.box.right);
    }
  }
  return paragraphs.of(lines, right);
}

}  // namespace readers::pdf
