// A page's words as stretches of text, and those as bands from its head to its foot.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "readers/pdf_page.h"

namespace readers::pdf {

// Words that stand on one line with nothing but spaces between them.
struct Segment {
  std::vector<std::size_t> words;  // indices into Page::words, from left to right
  Box box;
  double baseline = 0;
  double size = 0;
  bool bold = false;      // all of it
  bool italic = false;    // all of it
  double text_left = 0;   // where the text begins after a bullet or number; else box.left
  bool labelled = false;  // it begins with a bullet or number that stands apart
};

// Segments that stand beside each other: one line of text, or what the lines of a table's row overlap to.
struct Band {
  std::vector<Segment> segments;  // by their left sides
  double top = 0;                 // of the small letters, not of what reaches above them
  double bottom = 0;              // the lowest baseline
};

// How a document's producer parts words.
struct Spacing {
  bool drawn = false;  // spaces are drawn, so that words without one between them stand apart
  bool even = false;   // and are all as wide as the font says, so that words farther off stand apart
};
Spacing spacing_of(const std::vector<Page>& pages);

// The segments of the words given, in the order drawn.
std::vector<Segment> segments_of(const Page& page, const std::vector<std::size_t>& words, Spacing spacing);

// From top to bottom; those on one line from left to right.
void put_in_order(std::vector<const Segment*>& segments);

std::vector<Band> bands_of(std::vector<Segment> segments);

// Turns a page whose text runs sideways, so that most of it is upright.
void set_upright(Page& page);

}  // namespace readers::pdf
