#include "readers/odt_numbering.h"

#include <algorithm>
#include <string_view>

#include "readers/numerals.h"

namespace readers::odt {
namespace {

constexpr int highest_count = 1'000'000;

std::string shown(int value, const ListLevel& level) {
  if (level.format.empty()) return {};
  char format = level.format.front();
  bool plain = level.format.size() == 1 && value >= 1 && value <= 4'999;
  if (plain && (format == 'a' || format == 'A')) {
    return level.letters_in_step ? numerals::repeated_letters(value, format) : numerals::letters(value, format);
  }
  if (plain && format == 'i') return numerals::roman(value);
  if (plain && format == 'I') return numerals::upper(numerals::roman(value));
  if (level.format == "1st" && value >= 1) return numerals::ordinal(value);
  return std::to_string(value);
}

}  // namespace

std::string Counts::next(const ListStyle& style, std::size_t level, std::optional<int> start) {
  level = std::min(level, list_levels - 1);
  auto& count = now_[level];
  if (style.consecutive && !start) count = last_;
  count = start ? *start : count ? std::min(*count, highest_count) + 1 : style[level].start;
  last_ = count;
  for (std::size_t above = 0; above < level; ++above) {
    // An item that stands deeper than any before it counts for the levels over it.
    if (!now_[above]) now_[above] = style[above].start;
  }
  for (std::size_t deeper = level + 1; deeper < list_levels; ++deeper) {
    if (now_[deeper]) before_[deeper] = now_[deeper];
    now_[deeper].reset();
  }
  const ListLevel& here = style[level];
  auto number_at = [&](std::size_t at) { return shown(now_[at].value_or(style[at].start), style[at]); };
  if (here.kind != ListLevel::Kind::number) return {};
  if (here.format.empty() && !here.pattern) return here.prefix + here.suffix;
  std::string label;
  if (here.pattern) {
    // "%1%.%2%" has each level between per cent signs.
    std::string_view rest = *here.pattern;
    while (!rest.empty()) {
      bool place = rest.size() >= 3 && rest[0] == '%' && rest[1] >= '1' && rest[1] <= '9';
      std::size_t end = place ? rest.find('%', 1) : std::string_view::npos;
      if (end == 2 || (end == 3 && rest[2] == '0')) {
        std::size_t at = end == 3 ? 9 : static_cast<std::size_t>(rest[1] - '1');
        label += number_at(std::min(at, level));
        rest.remove_prefix(end + 1);
      } else {
        label += rest.front();
        rest.remove_prefix(1);
      }
    }
    return label;
  }
  std::size_t levels = std::min(static_cast<std::size_t>(here.shown_levels), level + 1);
  for (std::size_t at = level + 1 - levels; at <= level; ++at) {
    if (style[at].kind != ListLevel::Kind::number || style[at].format.empty()) continue;
    if (!label.empty()) label += '.';
    label += number_at(at);
  }
  return here.prefix + label + here.suffix;
}

void Counts::go_on(std::size_t level) {
  if (level < list_levels && !now_[level]) now_[level] = before_[level];
}

std::size_t Lists::begin(const std::string& style, const std::string& id, bool continues,
                         const std::string& continued) {
  std::size_t key = begun_++;
  auto known = by_id_.find(continued);
  auto same = by_style_.find(style);
  if (!continued.empty() && known != by_id_.end()) {
    key = known->second;
  } else if (continues && same != by_style_.end()) {
    key = same->second;
  }
  if (!id.empty()) by_id_[id] = key;
  by_style_[style] = key;
  return key;
}

}  // namespace readers::odt
