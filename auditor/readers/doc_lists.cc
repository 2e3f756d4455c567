#include "readers/doc_lists.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "readers/little_endian.h"

namespace readers::doc {
namespace {

using docx::Numbering;

constexpr std::size_t list_size = 28;
constexpr std::size_t level_size = 28;
constexpr std::size_t override_size = 16;
constexpr std::size_t most_lists = 0x7FFF;

// Reads one level (LVL) and moves past it; false where it is cut off.
bool read_level(std::string_view table, std::size_t& at, Numbering::Level& level) {
  std::string_view fixed = stretch(table, at, level_size);
  if (fixed.size() < level_size) return false;
  std::uint8_t flags = u8_at(fixed, 5);
  level.known = true;
  level.start = static_cast<int>(u32_at(fixed, 0) & 0x7FFFFFFF);
  level.format = Numbering::format_of_code(u8_at(fixed, 4));
  level.legal = (flags & 0x04) != 0;
  level.restart = (flags & 0x08) != 0 ? u8_at(fixed, 26) : -1;
  at += level_size + u8_at(fixed, 24) + u8_at(fixed, 25);
  std::size_t length = u16_at(table, at);
  std::string_view text = stretch(table, at + 2, length * 2);
  at += 2 + length * 2;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    char16_t unit = u16_at(text, i);
    if (unit < Numbering::levels) {
      level.text += '%';
      level.text += static_cast<char>('1' + unit);  // the number of a level stands for itself
    } else if (unit >= 0x20) {
      base::append_utf8(level.text, unit);
    }
  }
  return true;
}

}  // namespace

Numbering read_lists(const Fib& fib, std::string_view table) {
  std::map<int, Numbering::List> lists;
  std::map<std::uint32_t, int> by_id;
  Place place = fib.place(TableId::lists);
  if (place.size < 2) return Numbering::of({}, {});
  const std::size_t count = std::min<std::size_t>(u16_at(table, place.at), most_lists);
  std::size_t at = place.at + 2 + count * list_size;  // the levels follow all lists
  for (std::size_t i = 0; i < count; ++i) {
    std::string_view fixed = stretch(table, place.at + 2 + i * list_size, list_size);
    if (fixed.size() < list_size) break;
    by_id[u32_at(fixed, 0)] = static_cast<int>(i);
    const bool simple = (u8_at(fixed, 26) & 0x01) != 0;
    Numbering::List& list = lists[static_cast<int>(i)];
    for (std::size_t level = 0; level < (simple ? 1u : Numbering::levels); ++level) {
      if (!read_level(table, at, list.level[level])) break;
    }
  }

  std::map<int, Numbering::Instance> instances;
  place = fib.place(TableId::list_overrides);
  if (place.size < 4) return Numbering::of(std::move(lists), {});
  const std::size_t overrides = std::min<std::size_t>(u32_at(table, place.at), most_lists);
  at = place.at + 4 + overrides * override_size;
  for (std::size_t i = 0; i < overrides; ++i) {
    std::string_view fixed = stretch(table, place.at + 4 + i * override_size, override_size);
    if (fixed.size() < override_size) break;
    Numbering::Instance& instance = instances[static_cast<int>(i + 1)];
    auto list = by_id.find(u32_at(fixed, 0));
    if (list != by_id.end()) instance.list = list->second;
    at += 4;
    for (std::size_t n = 0; n < u8_at(fixed, 12) && at + 8 <= table.size(); ++n) {
      std::uint32_t start = u32_at(table, at);
      std::uint32_t flags = u32_at(table, at + 4);
      at += 8;
      const std::size_t level = flags & 0x0F;
      const bool replaced = (flags & 0x20) != 0;
      Numbering::Level facts;
      if (replaced && !read_level(table, at, facts)) break;
      if (level >= Numbering::levels) continue;
      if (replaced) instance.replaced[static_cast<int>(level)] = facts;
      if ((flags & 0x10) != 0) instance.start[level] = replaced ? facts.start : static_cast<int>(start & 0x7FFFFFFF);
    }
  }
  return Numbering::of(std::move(lists), std::move(instances));
}

}  // namespace readers::doc
