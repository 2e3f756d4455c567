#include "readers/pdf_entries.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/utf8.h"
#include "readers/docx_symbols.h"
#include "readers/pdf_frames.h"

namespace readers::pdf {
namespace {

constexpr double widest_letter = 0.5;  // of the font's size: a letter's width, about
constexpr double usual_size = 11;      // points
constexpr double line_pitch = 1.2;
constexpr double one_line = 22;               // points: a box that is not as high holds one line
constexpr std::size_t most_printed = 20'000;  // words of an honest page

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

// Whether something is printed beside the field or above it that can be its label.
bool is_labelled(const Page& page, std::size_t printed, const Box& box) {
  if (printed > most_printed) return true;
  for (std::size_t i = 0; i < printed; ++i) {
    const Box& word = page.words[i].box;
    bool beside = word.middle() > box.top - 2 && word.middle() < box.bottom + 2 && word.right <= box.left + 2;
    bool above =
        word.bottom <= box.top + 2 && word.bottom > box.top - 16 && word.right > box.left && word.left < box.right;
    if (beside || above) return true;
  }
  return false;
}

// The baseline of what is printed just to the left of the field. A value stands in the middle of its box, and its label
// at the foot or head of it: they are one line all the same.
std::optional<double> baseline_beside(const Page& page, std::size_t printed, const Box& box) {
  if (printed > most_printed) return std::nullopt;
  const Word* nearest = nullptr;
  for (std::size_t i = 0; i < printed; ++i) {
    const Word& word = page.words[i];
    const double reach = 0.35 * word.size;
    if (word.turn != 0 || word.box.right > box.left + 2) continue;
    if (word.baseline < box.top + reach || word.baseline > box.bottom + reach) continue;
    if (nearest == nullptr || word.box.right > nearest->box.right) nearest = &word;
  }
  if (nearest == nullptr) return std::nullopt;
  return nearest->baseline;
}

class Placer {
 public:
  explicit Placer(Page& page) : page_(page), printed_(page.words.size()) {}

  void put(const Entry& entry) {
    if (entry.kind == Entry::Kind::comment) {
      if (!base::on_one_line(entry.value).empty()) page_.comments.push_back(entry.value);
      return;
    }
    Mark mark;
    mark.object = entry.object;
    mark_ = static_cast<std::int32_t>(page_.marks.size());
    page_.marks.push_back(mark);
    if (entry.kind == Entry::Kind::box) {
      put_box(entry);
      return part(entry.box);
    }
    std::string value = entry.value;
    if (base::on_one_line(value).empty()) return;
    if (!entry.label.empty() && !is_labelled(page_, printed_, entry.box)) {
      std::string label = base::on_one_line(entry.label);
      bool ends = label.ends_with(":") || label.ends_with("?");
      value.insert(0, label + (ends ? " " : ": "));
    }
    put_text(value, entry.box);
    part(entry.box);
  }

 private:
  // "Seen alone? [ ] Yes [ ] No", printed as one line with room for its boxes.
  void part(const Box& box) {
    if (printed_ < 2 || printed_ > most_printed) return;
    const double baseline = page_.words.back().baseline;
    const double quarter = box.width() / 4;
    for (std::size_t i = 1; i < printed_; ++i) {
      Word& word = page_.words[i];
      const Word& last = page_.words[i - 1];
      const bool on_line = std::abs(word.baseline - baseline) < 0.6 * word.size && last.baseline == word.baseline;
      if (on_line && last.box.right < box.left + quarter && word.box.left > box.right - quarter) word.parted = true;
    }
  }

  void put_box(const Entry& entry) {
    Word word;
    word.text = entry.ticked ? docx::ticked_box : docx::unticked_box;
    word.box = entry.box;
    word.size = std::clamp(entry.box.height(), 1.0, usual_size);
    // The text beside it stands at the foot of a small box, and in the middle of a large one.
    word.baseline = entry.box.middle() + word.size * 0.3;
    word.box.top = word.baseline - word.size * 0.75;
    word.box.bottom = word.baseline + word.size * 0.25;
    word.mark = mark_;
    page_.words.push_back(std::move(word));
  }

  void put_text(const std::string& value, const Box& box) {
    double width = std::max(box.width(), 1.0);
    std::vector<std::string> lines;
    double size = std::clamp(box.height() * 0.8, 4.0, usual_size);
    auto per_line = static_cast<std::size_t>(std::max(width / (size * widest_letter), 8.0));
    for (const std::string& given : split(value, '\n')) {
      lines.emplace_back();
      for (const std::string& word : split(base::on_one_line(given), ' ')) {
        if (!lines.back().empty() && lines.back().size() + word.size() > per_line) lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + word;
      }
    }
    // A long value in a box of one line, which shows a part of it, is one line: it stands beside its label.
    if (lines.size() > 1 && box.height() < one_line) lines = {base::on_one_line(value)};
    double pitch = std::min(size * line_pitch, box.height() / static_cast<double>(lines.size()));
    size = std::min(size, pitch / 1.05);
    double used = pitch * static_cast<double>(lines.size());
    double top = box.top;
    if (lines.size() == 1) {
      const std::optional<double> beside = baseline_beside(page_, printed_, box);
      top = beside ? *beside + size * 0.25 - pitch : box.top + (box.height() - used) / 2;
    }
    for (const std::string& line : lines) {
      put_line(line, box, top, pitch, size);
      top += pitch;
    }
  }

  void put_line(const std::string& line, const Box& box, double top, double pitch, double size) {
    if (line.empty()) return;
    double letter = std::min(size * widest_letter, box.width() / static_cast<double>(line.size()));
    double at = box.left;
    bool first = true;
    for (const std::string& part : split(line, ' ')) {
      Word word;
      word.text = part;
      double width = letter * static_cast<double>(part.size());
      word.baseline = top + pitch - size * 0.25;
      word.box = {at, word.baseline - size * 0.75, at + width, word.baseline + size * 0.25};
      word.size = size;
      word.mark = mark_;
      word.spaced = !first;
      first = false;
      at += width + letter;
      page_.words.push_back(std::move(word));
    }
  }

  Page& page_;
  std::size_t printed_;
  std::int32_t mark_ = -1;
};

}  // namespace

void place(const std::vector<Entry>& entries, Page& page) {
  Placer placer(page);
  for (const Entry& entry : entries) placer.put(entry);
  drop_frames(entries, page.rules);
}

}  // namespace readers::pdf
