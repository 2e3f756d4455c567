#include "readers/pdf_words.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"

namespace readers::pdf {
namespace {

// In parts of the font's size. A gap within a word is kerning; between words it is a fifth at least in honest setting.
constexpr double word_gap = 0.12;
constexpr double same_line = 0.3;
constexpr double overprint = 0.08;  // the same character again, nearly in its place: a poor man's bold

bool is_space(char32_t c) {
  return c == ' ' || c == 0xA0 || c == '\t' || c == '\n' || c == '\r' || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x3000;
}

bool reads_leftwards(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

std::string reversed(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t begin = i;
    base::next_code_point(text, i);
    out.insert(0, text.substr(begin, i - begin));
  }
  return out;
}

// The distance along and across the line, for text that is turned by quarters.
struct Way {
  double along;
  double across;
};

Way way(double dx, double dy, std::uint8_t turn) {
  switch (turn) {
    case 1:
      return {dy, -dx};
    case 2:
      return {-dx, -dy};
    case 3:
      return {-dy, dx};
    default:
      return {dx, dy};
  }
}

}  // namespace

void Box::include(const Box& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

void WordMaker::end_word() {
  if (!open_) return;
  open_ = false;
  // Drawn from left to right, in a script that reads the other way.
  if (right_to_left_) word_.text = reversed(word_.text);
  page_.words.push_back(std::move(word_));
  word_ = {};
}

// Producers draw the signs that a font lacks after the rest of the line: "Yes  No" and then the boxes in between.
void WordMaker::order_line(std::size_t begin, std::size_t end) {
  std::vector<Word>& words = page_.words;
  auto left_of = [](const Word& a, const Word& b) { return a.box.left < b.box.left; };
  auto first = words.begin() + static_cast<std::ptrdiff_t>(begin);
  auto last = words.begin() + static_cast<std::ptrdiff_t>(end);
  if (std::is_sorted(first, last, left_of)) return;
  for (auto word = first; word != last; ++word) {
    for (std::size_t i = 0; i < word->text.size();) {
      if (reads_leftwards(base::next_code_point(word->text, i))) return;
    }
  }
  std::vector<std::size_t> order(end - begin);
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = begin + i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return left_of(words[a], words[b]); });
  std::vector<Word> sorted;
  for (std::size_t i = 0; i < order.size(); ++i) {
    sorted.push_back(words[order[i]]);
    bool was_next = i > 0 && order[i - 1] + 1 == order[i];
    if (i == 0 || was_next) continue;
    double gap = sorted[i].box.left - sorted[i - 1].box.right;
    double size = std::min(sorted[i].size, sorted[i - 1].size);
    sorted[i].follows = gap < 0.05 * size;
    sorted[i].spaced = gap >= 0.05 * size && gap < 0.7 * size;
    sorted[i].broken = false;
    sorted[i].jumped = false;
  }
  std::move(sorted.begin(), sorted.end(), first);
}

// Words drawn again nearly in their place, as a shadow or to look bold, count once.
void WordMaker::drop_shadows() {
  constexpr std::size_t looked_at = 8;  // of the words of that text that came before
  std::vector<Word>& words = page_.words;
  std::unordered_map<std::string_view, std::vector<std::size_t>> seen;
  std::vector<bool> again(words.size(), false);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<std::size_t>& same = seen[words[i].text];
    double near = 0.15 * words[i].size;
    for (std::size_t k = 0; k < std::min(same.size(), looked_at); ++k) {
      const Word& before = words[same[same.size() - 1 - k]];
      again[i] = again[i] || (std::abs(before.box.left - words[i].box.left) < near &&
                              std::abs(before.baseline - words[i].baseline) < near);
    }
    if (!again[i]) same.push_back(i);
  }
  if (std::find(again.begin(), again.end(), true) == again.end()) return;
  std::vector<Word> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!again[i]) kept.push_back(std::move(words[i]));
  }
  words = std::move(kept);
}

void WordMaker::finish() {
  end_word();
  drop_shadows();
  std::vector<Word>& words = page_.words;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= words.size(); ++i) {
    bool goes_on = i < words.size() && words[i].mark == words[begin].mark && words[i].turn == 0 &&
                   words[begin].turn == 0 &&
                   std::abs(words[i].baseline - words[begin].baseline) < same_line * words[begin].size;
    if (goes_on) continue;
    order_line(begin, i);
    begin = i;
  }
}

void WordMaker::character(char32_t c, double x, double y, double advance_x, double advance_y, const Setting& setting,
                          std::int32_t mark) {
  Way moved = way(x - pen_x_, y - pen_y_, setting.turn);
  Way advance = way(advance_x, advance_y, setting.turn);
  double size = std::max(setting.size, 0.1);
  bool on_line = any_ && std::abs(moved.across) < same_line * std::min(size, pen_size_);
  bool leftwards = reads_leftwards(c);
  bool backwards =
      on_line && leftwards && std::abs(way(x - begin_x_, 0, setting.turn).along + advance.along) < word_gap * size;
  bool gap = !on_line || (!backwards && (moved.along > word_gap * size || moved.along < -size * 0.5));
  if (c == last_ && any_ && !is_space(c) && std::abs(x - begin_x_) < overprint * size &&
      std::abs(y - begin_y_) < overprint * size) {
    return;
  }
  if (is_space(c)) {
    if (!on_line) space_drawn_ = false;
    end_word();
    space_drawn_ = space_drawn_ || on_line;
  } else {
    bool other = open_ && (word_.mark != mark || word_.turn != setting.turn);
    if (gap || other) end_word();
    Box box;
    double up = setting.ascent * size;
    double down = setting.descent * size;
    switch (setting.turn) {
      case 0:
        box = {x, y - up, x + advance_x, y + down};
        break;
      case 1:
        box = {x - down, y, x + up, y + advance_y};
        break;
      case 2:
        box = {x + advance_x, y - down, x, y + up};
        break;
      default:
        box = {x - up, y + advance_y, x + down, y};
        break;
    }
    if (box.left > box.right) std::swap(box.left, box.right);
    if (box.top > box.bottom) std::swap(box.top, box.bottom);
    if (!open_) {
      open_ = true;
      word_.box = box;
      word_.baseline = y;
      word_.size = size;
      word_.mark = mark;
      word_.bold = setting.bold;
      word_.italic = setting.italic;
      word_.turn = setting.turn;
      bool before = any_ && on_line && moved.along > -0.5 * size;
      word_.spaced = before && space_drawn_;
      word_.jumped = word_.spaced && moved.along > word_gap * size;
      word_.follows = before && !gap && !space_drawn_;
      word_.broken = any_ && !on_line && !space_drawn_;
      right_to_left_ = false;
    } else {
      word_.box.include(box);
      word_.bold = word_.bold && setting.bold;
      word_.italic = word_.italic && setting.italic;
      // A raised or lowered small character is no measure of its word.
      if (size > word_.size) {
        word_.size = size;
        word_.baseline = y;
      }
    }
    if (leftwards && !backwards && moved.along >= -0.5 * size && !word_.text.empty()) right_to_left_ = true;
    base::append_utf8(word_.text, c);
    space_drawn_ = false;
  }
  last_ = c;
  any_ = true;
  begin_x_ = x;
  begin_y_ = y;
  pen_x_ = x + advance_x;
  pen_y_ = y + advance_y;
  pen_size_ = size;
}

void WordMaker::text(const std::string& text, const Box& box, double baseline, const Setting& setting,
                     std::int32_t mark) {
  bool before = any_ && std::abs(baseline - pen_y_) < same_line * setting.size && box.left > pen_x_ - setting.size;
  bool joined = before && !space_drawn_ && box.left - pen_x_ < word_gap * setting.size;
  bool space_in_front = space_drawn_;
  std::size_t at = 0;
  bool first = true;
  while (at < text.size()) {
    std::size_t end = at;
    std::size_t next = at;
    bool space = false;
    while (next < text.size()) {
      char32_t c = base::next_code_point(text, next);
      if (is_space(c)) {
        space = true;
        break;
      }
      end = next;
    }
    if (end > at) {
      bool same_word = first && joined && open_ && word_.mark == mark && word_.turn == setting.turn;
      if (!same_word) {
        end_word();
        open_ = true;
        word_.box = box;
        word_.baseline = baseline;
        word_.size = setting.size;
        word_.mark = mark;
        word_.bold = setting.bold;
        word_.italic = setting.italic;
        word_.turn = setting.turn;
        word_.spaced = !first || (before && space_in_front);
        word_.follows = first && joined;
        right_to_left_ = false;
      }
      word_.text.append(text, at, end - at);
      word_.box.include(box);
      space_drawn_ = false;
      first = false;
    } else if (space) {
      space_in_front = true;
    }
    if (space) {
      end_word();
      space_drawn_ = true;
    }
    at = next;
  }
  any_ = true;
  last_ = 0;
  pen_x_ = box.right;
  pen_y_ = baseline;
  begin_x_ = box.left;
  begin_y_ = baseline;
  pen_size_ = setting.size;
}

}  // namespace readers::pdf
