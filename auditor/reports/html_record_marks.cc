#include "reports/html_record_marks.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"

namespace reports {
namespace {

constexpr std::uint32_t kLongestWord = 60;  // bytes looked through for a word's end; scripts without blanks have none

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

bool in_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  bool punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || c < 0xC0;
  return !punctuation;
}

std::uint32_t character_begin(std::string_view text, std::uint32_t at) {
  while (at > 0 && at < text.size() && continues(text[at])) --at;
  return at;
}

// Whether the character that begins at `at` belongs to a word, as the apostrophe of "Gran's" does.
bool word_at(std::string_view text, std::uint32_t at) {
  std::size_t from = at;
  if (at >= text.size()) return false;
  char32_t c = base::next_code_point(text, from);
  if (c != '\'' && c != 0x2019) return in_word(c);
  if (at == 0 || from >= text.size()) return false;
  std::size_t before = character_begin(text, at - 1);
  return in_word(base::next_code_point(text, before)) && in_word(base::next_code_point(text, from));
}

// To the begin of the word that `at` stands in the middle of.
std::uint32_t widened_back(std::string_view text, std::uint32_t at) {
  at = character_begin(text, at);
  if (!word_at(text, at)) return at;
  std::uint32_t begin = at;
  while (begin > 0 && at - begin < kLongestWord) {
    std::uint32_t before = character_begin(text, begin - 1);
    if (!word_at(text, before)) return begin;
    begin = before;
  }
  return begin == 0 ? begin : at;
}

std::uint32_t widened_on(std::string_view text, std::uint32_t at) {
  while (at < text.size() && continues(text[at])) ++at;
  if (at == 0 || !word_at(text, character_begin(text, at - 1))) return at;
  std::uint32_t end = at;
  while (end < text.size() && end - at < kLongestWord) {
    if (!word_at(text, end)) return end;
    ++end;
    while (end < text.size() && continues(text[end])) ++end;
  }
  return end == text.size() ? end : at;
}

base::Span fitted(std::string_view text, base::Span at) {
  auto blank = [&](std::uint32_t i) { return text[i] == ' ' || text[i] == '\n' || text[i] == '\t'; };
  if (at.end > text.size()) return {};
  while (at.begin < at.end && blank(at.begin)) ++at.begin;
  while (at.begin < at.end && blank(at.end - 1)) --at.end;
  if (at.empty()) return {};
  return {widened_back(text, at.begin), widened_on(text, at.end)};
}

}  // namespace

Marks::Marks(const evaluation::Outcome& outcome) {
  std::string_view text = outcome.document.text;
  auto add = [&](base::Span at, MarkKind kind, std::size_t owner, std::size_t index) {
    base::Span place = fitted(text, at);
    if (!place.empty()) marks_.push_back({place, kind, owner, index});
  };
  for (std::size_t item = 0; item < outcome.items.size(); ++item) {
    const evaluation::Answer& answer = outcome.items[item];
    for (std::size_t i = 0; i < answer.evidence.size(); ++i) add(answer.evidence[i].at, MarkKind::evidence, item, i);
    for (std::size_t i = 0; i < answer.near_misses.size(); ++i)
      add(answer.near_misses[i].at, MarkKind::near_miss, item, i);
  }
  for (std::size_t i = 0; i < outcome.flags.size(); ++i) add(outcome.flags[i].at, MarkKind::flag, i, 0);
  std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
    return std::tuple(a.at.begin, a.kind, a.owner) < std::tuple(b.at.begin, b.kind, b.owner);
  });
  cut();
}

void Marks::cut() {
  std::vector<std::uint32_t> edges;
  for (const Mark& mark : marks_) edges.insert(edges.end(), {mark.at.begin, mark.at.end});
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  std::vector<std::size_t> open;
  std::size_t next = 0, anchors = 0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    std::erase_if(open, [&](std::size_t mark) { return marks_[mark].at.end <= edges[i]; });
    Piece piece{{edges[i], edges[i + 1]}, 0, {}};
    if (next < marks_.size() && marks_[next].at.begin == edges[i]) piece.anchor = ++anchors;
    while (next < marks_.size() && marks_[next].at.begin == edges[i]) open.push_back(next++);
    if (open.empty()) continue;
    piece.covering = open;
    pieces_.push_back(std::move(piece));
  }
}

std::size_t Marks::anchor(MarkKind kind, std::size_t owner, std::size_t index) const {
  for (const Mark& mark : marks_) {
    if (mark.kind != kind || mark.owner != owner || mark.index != index) continue;
    auto piece = std::lower_bound(pieces_.begin(), pieces_.end(), mark.at.begin,
                                  [](const Piece& p, std::uint32_t begin) { return p.at.begin < begin; });
    return piece->anchor;
  }
  return 0;
}

}  // namespace reports
