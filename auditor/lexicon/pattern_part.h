// A part of a regular expression, as required.cc reads it: all the texts that it can match where they are few, else the
// best set of texts of which each match holds one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/required.h"

namespace lexicon {

constexpr std::size_t most_texts = 64;  // of one part; more are hardly worth looking for
constexpr double too_common = 0.05;     // places a byte of text: looking for it saves nothing

// In lower case; some with an edge (Required::edge) before, behind or in them.
using Texts = std::vector<std::string>;

void add_new(Texts& to, const std::string& text);
// Each of some texts with each of those that may follow it.
Texts joined(const Texts& before, const Texts& after);
// Whether it says nothing of any byte.
bool is_bare(const std::string& text);
// How many places of a text, by its bytes, hold one of these.
double expected(const Texts& texts);

inline std::size_t sum(std::size_t a, std::size_t b) {
  return std::min(a + b, Required::any);
}
inline std::size_t times(std::size_t a, std::size_t b) {
  return a == 0 || b == 0 ? 0 : a >= Required::any / b ? Required::any : a * b;
}

// How far a stretch of a match may reach: bytes, and runs of blanks with line breaks among them.
struct Extent {
  std::size_t bytes = 0, breaks = 0;

  Extent operator+(Extent other) const { return {sum(bytes, other.bytes), sum(breaks, other.breaks)}; }
  Extent operator*(std::size_t n) const { return {times(bytes, n), times(breaks, n)}; }
  void widen(Extent other) {
    bytes = std::max(bytes, other.bytes);
    breaks = std::max(breaks, other.breaks);
  }
};

// Texts of which each match holds one, and what may stand before it; no texts: nothing is known.
struct Needed {
  Texts texts;
  Extent before;
};

struct Part {
  bool exact = true;     // matches `texts` and nothing else
  Texts texts = {""};    // where exact
  Needed holds;          // where not
  Extent reach;          // of the whole part
  bool blanks = false;   // is one blank, which may be a line break
  Texts begins, ends;    // where not exact and known: what a match begins with, and ends with
  bool skipped = false;  // but it may also match nothing at all

  static Part unknown(std::size_t bytes, bool line_break) {
    return inexact({}, {bytes, line_break ? Required::any : 0});
  }
  static Part inexact(Needed holds, Extent reach) {
    Part part;
    part.exact = false;
    part.texts.clear();
    part.holds = std::move(holds);
    part.reach = reach;
    return part;
  }
  static Part of(char c) {
    Part part;
    part.texts = {std::string(1, c)};
    part.reach = {1, c == '\n' ? Required::any : 0};
    return part;
  }
  static Part blank() {
    Part part = of(' ');
    part.reach.breaks = 1;
    part.blanks = true;
    return part;
  }
  static Part edge() {
    Part part = of(Required::edge);
    part.reach.bytes = 0;
    return part;
  }

  Needed needed() const {
    if (!exact) return holds;
    return std::any_of(texts.begin(), texts.end(), is_bare) ? Needed() : Needed{texts, {}};
  }
};

// What looking for these costs, in places a byte of text. At each the pattern is tried from as far before it as a match
// may begin, which costs as much again for every few bytes.
double cost(const Needed& needed);

}  // namespace lexicon
