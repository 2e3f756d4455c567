#include "readers/pdf_lines.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "readers/pdf_signs.h"

namespace readers::pdf {
namespace {

// In parts of the font's size.
constexpr double same_line = 0.3;
constexpr double fragment_gap = 0.12;  // less: parts of one word
constexpr double drawn_space = 1.8;    // a wider space, though drawn, parts two columns
constexpr double blank_space = 1.0;    // the same where spaces are not drawn
constexpr double small_letters = 0.5;  // their height
constexpr double above_line = 0.7;     // how far a line's letters reach, which the next line's do not touch
constexpr double below_line = 0.2;
constexpr double label_gap = 3.5;  // between a bullet and its text

void include(Segment& segment, const Word& word, std::size_t index) {
  if (segment.words.empty()) {
    segment.box = word.box;
    segment.baseline = word.baseline;
    segment.size = word.size;
    segment.bold = word.bold;
    segment.italic = word.italic;
  } else {
    segment.box.include(word.box);
    segment.bold = segment.bold && word.bold;
    segment.italic = segment.italic && word.italic;
    if (word.size > segment.size) {
      segment.size = word.size;
      segment.baseline = word.baseline;
    }
  }
  segment.words.push_back(index);
}

void append(Segment& segment, const Segment& other) {
  segment.box.include(other.box);
  segment.bold = segment.bold && other.bold;
  segment.italic = segment.italic && other.italic;
  segment.size = std::max(segment.size, other.size);
  segment.words.insert(segment.words.end(), other.words.begin(), other.words.end());
}

bool is_tick_box(const std::string& text) {
  return text == "\xE2\x98\x90" || text == "\xE2\x98\x91" || text == "\xE2\x98\x92";
}

// How many segments begin where this one does: those of a column do.
class Starts {
 public:
  explicit Starts(const std::vector<Segment>& segments) {
    for (const Segment& segment : segments) lefts_.push_back(segment.box.left);
    std::sort(lefts_.begin(), lefts_.end());
  }
  std::size_t at(double left) const {
    auto begin = std::lower_bound(lefts_.begin(), lefts_.end(), left - 0.3);
    auto end = std::upper_bound(lefts_.begin(), lefts_.end(), left + 0.3);
    return static_cast<std::size_t>(end - begin);
  }

 private:
  std::vector<double> lefts_;
};

bool is_filled_in(const Page& page, const Segment& segment) {
  std::int32_t mark = page.words[segment.words.front()].mark;
  return mark >= 0 && page.marks[static_cast<std::size_t>(mark)].object != 0;
}

// Bullets, numbers and tick boxes join the text beside them; pieces of one word are put together.
void join_neighbours(const Page& page, Band& band, const Starts& starts, bool spaces_drawn) {
  std::vector<Segment> joined;
  for (std::size_t i = 0; i < band.segments.size(); ++i) {
    Segment& segment = band.segments[i];
    if (!joined.empty()) {
      Segment& last = joined.back();
      double size = std::min(last.size, segment.size);
      double gap = segment.box.left - last.box.right;
      bool one_line = std::abs(segment.baseline - last.baseline) < same_line * std::max(last.size, segment.size);
      const std::string& end = page.words[last.words.back()].text;
      const std::string& begin = page.words[segment.words.front()].text;
      bool lone = last.words.size() == 1;
      bool bullet = lone && (is_bullet(end) || (is_number_label(end) && band.segments.size() == 2));
      bool alone_there = starts.at(segment.box.left) < 2;
      bool box = (is_tick_box(end) || is_tick_box(begin)) && alone_there;
      // What was filled in after its question; one answer to tick after another.
      bool asks = end.ends_with(':') || end.ends_with('?');
      bool answers = is_filled_in(page, segment) || (is_tick_box(begin) && alone_there);
      bool next_answer = is_tick_box(begin) && is_tick_box(page.words[last.words.front()].text) && alone_there;
      double most = bullet || (is_tick_box(end) && lone) || (asks && answers) || next_answer ? label_gap
                    : box                                                                    ? 1.0
                    : spaces_drawn                                                           ? fragment_gap
                                                                                             : 0.4;
      if (one_line && gap < most * size && gap > -size) {
        if (bullet) {
          last.labelled = true;
          last.text_left = segment.box.left;
        }
        append(last, segment);
        continue;
      }
    }
    joined.push_back(std::move(segment));
  }
  band.segments = std::move(joined);
}

}  // namespace

Spacing spacing_of(const std::vector<Page>& pages) {
  std::size_t drawn = 0;
  std::size_t jumped = 0;
  std::size_t all = 0;
  for (const Page& page : pages) {
    for (std::size_t i = 1; i < page.words.size(); ++i) {
      const Word& last = page.words[i - 1];
      const Word& word = page.words[i];
      if (word.turn != 0 || std::abs(word.baseline - last.baseline) > same_line * word.size) continue;
      double gap = word.box.left - last.box.right;
      if (gap < fragment_gap * word.size || gap > 0.6 * word.size) continue;
      ++all;
      if (word.spaced) ++drawn;
      if (word.jumped) ++jumped;
    }
  }
  Spacing spacing;
  spacing.drawn = all > 0 && drawn * 10 >= all * 8;
  spacing.even = spacing.drawn && jumped * 12 <= drawn;
  return spacing;
}

std::vector<Segment> segments_of(const Page& page, const std::vector<std::size_t>& words, Spacing spacing) {
  std::vector<Segment> segments;
  const Word* last = nullptr;
  std::size_t last_index = 0;
  for (std::size_t index : words) {
    const Word& word = page.words[index];
    bool joined = false;
    if (last != nullptr && last_index + 1 == index && last->turn == word.turn) {
      double size = std::min(last->size, word.size);
      double gap = word.box.left - last->box.right;
      bool on_line = std::abs(word.baseline - last->baseline) < same_line * std::max(last->size, word.size);
      bool apart = !word.spaced || (word.jumped && spacing.even);
      double most = word.follows ? fragment_gap * 2 : !apart ? drawn_space : spacing.drawn ? fragment_gap : blank_space;
      joined = on_line && !word.parted && gap < most * size && gap > -0.5 * size;
    }
    if (!joined) segments.emplace_back();
    include(segments.back(), word, index);
    last = &word;
    last_index = index;
  }
  for (Segment& segment : segments) segment.text_left = segment.box.left;
  for (Segment& segment : segments) {
    // A bullet and its text, drawn as one.
    if (segment.words.size() > 1 && is_bullet(page.words[segment.words[0]].text)) {
      segment.labelled = true;
      segment.text_left = page.words[segment.words[1]].box.left;
    } else if (segment.words.size() > 1 && is_number_label(page.words[segment.words[0]].text)) {
      double gap = page.words[segment.words[1]].box.left - page.words[segment.words[0]].box.right;
      segment.labelled = gap > 0.6 * segment.size;
      if (segment.labelled) segment.text_left = page.words[segment.words[1]].box.left;
    }
  }
  Starts starts(segments);
  std::vector<Band> bands = bands_of(std::move(segments));
  segments.clear();
  for (Band& band : bands) {
    join_neighbours(page, band, starts, spacing.drawn);
    std::move(band.segments.begin(), band.segments.end(), std::back_inserter(segments));
  }
  return segments;
}

std::vector<Band> bands_of(std::vector<Segment> segments) {
  auto top_of = [](const Segment& s) { return s.baseline - small_letters * s.size; };
  std::sort(segments.begin(), segments.end(),
            [&](const Segment& a, const Segment& b) { return top_of(a) < top_of(b); });
  std::vector<Band> bands;
  double reach = 0;  // of the last band, with what hangs below the line
  for (Segment& segment : segments) {
    double top = top_of(segment);
    if (bands.empty() || segment.baseline - above_line * segment.size > reach) {
      reach = 0;
      bands.emplace_back();
      bands.back().top = top;
      bands.back().bottom = segment.baseline;
    }
    Band& band = bands.back();
    band.top = std::min(band.top, top);
    band.bottom = std::max(band.bottom, segment.baseline);
    reach = std::max(reach, segment.baseline + below_line * segment.size);
    band.segments.push_back(std::move(segment));
  }
  for (Band& band : bands) {
    std::stable_sort(band.segments.begin(), band.segments.end(),
                     [](const Segment& a, const Segment& b) { return a.box.left < b.box.left; });
  }
  return bands;
}

void put_in_order(std::vector<const Segment*>& segments) {
  std::stable_sort(segments.begin(), segments.end(),
                   [](const Segment* a, const Segment* b) { return a->baseline < b->baseline; });
  auto line = segments.begin();
  while (line != segments.end()) {
    auto end = std::find_if(line, segments.end(), [&](const Segment* segment) {
      return segment->baseline - (*line)->baseline > same_line * std::max(segment->size, (*line)->size);
    });
    std::stable_sort(line, end, [](const Segment* a, const Segment* b) { return a->box.left < b->box.left; });
    line = end;
  }
}

void set_upright(Page& page) {
  std::array<std::size_t, 4> letters{};
  for (const Word& word : page.words) letters[word.turn] += word.text.size();
  auto most = static_cast<std::uint8_t>(std::max_element(letters.begin(), letters.end()) - letters.begin());
  if (most == 0) return;
  double width = page.width;
  double height = page.height;
  // Turns back by `most` quarters.
  auto turned = [&](const Box& b) -> Box {
    switch (most) {
      case 1:
        return {b.top, width - b.right, b.bottom, width - b.left};
      case 2:
        return {width - b.right, height - b.bottom, width - b.left, height - b.top};
      default:
        return {height - b.bottom, b.left, height - b.top, b.right};
    }
  };
  for (Word& word : page.words) {
    word.box = turned(word.box);
    word.turn = static_cast<std::uint8_t>((word.turn + 4 - most) % 4);
    word.baseline = word.turn == 0 ? word.box.bottom - 0.25 * word.size : word.box.bottom;
  }
  for (Rule& rule : page.rules) {
    rule.box = turned(rule.box);
    if (most != 2) rule.level = !rule.level;
  }
  if (most != 2) std::swap(page.width, page.height);
}

}  // namespace readers::pdf
