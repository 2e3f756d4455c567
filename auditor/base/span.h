// A half-open byte range [begin, end) in a document's UTF-8 text: the only kind of position that rooms exchange.
#pragma once

#include <cassert>
#include <cstdint>
#include <string_view>

namespace base {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  // The bytes of `text` that this span names; the span must lie within `text`, which the caller keeps alive.
  std::string_view of(std::string_view text) const {
    assert(begin <= end && end <= text.size());
    return text.substr(begin, end - begin);
  }

  friend bool operator==(Span, Span) = default;
};

// The smallest span that holds both; an empty span adds nothing.
inline Span join(Span a, Span b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace base
