// One page of a PDF as this program sees it: words with their places, in the order they were drawn, and the lines drawn
// around them. Places are in points (1/72 inch) from the upper left corner of the page as it is shown.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace readers::pdf {

// What a page may hold beside operators, by how many of these it may have; honest pages have less of all.
inline constexpr std::size_t operators_a_form = 100;     // 20,000 drawings that are drawn by name, as is usual
inline constexpr std::size_t operators_a_character = 5;  // 400,000 characters
inline constexpr std::size_t bytes_an_operator = 32;     // 61 MiB of content, unpacked

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
  void include(const Box& other);
};

// A stretch of characters without a space in it, all of one mark.
struct Word {
  std::string text;  // UTF-8, in reading order
  Box box;
  double baseline = 0;
  double size = 0;         // of the font, as shown
  std::int32_t mark = -1;  // index into Page::marks, or -1: not marked at all
  bool bold = false;
  bool italic = false;
  bool spaced = false;    // a space was drawn between the word drawn before and this one
  bool jumped = false;    // ... and then the pen was set anew, farther on
  bool follows = false;   // stands right after the word drawn before, on the same line
  bool parted = false;    // something was filled in between the word drawn before and this one
  bool broken = false;    // begins a line, though no space was drawn before it
  std::uint8_t turn = 0;  // quarter turns clockwise from upright
};

// A stretch of the page's content that the structure tree can point at, or that is no part of the text proper.
struct Mark {
  std::int32_t stream = 0;  // object number of the form drawn, 0 for the page's own content
  std::int32_t id = -1;     // of marked content; -1: none
  std::int32_t object = 0;  // object number of the form field that holds the text; 0: none
  bool artifact = false;    // running heads, page numbers, decoration
};

// A straight line, or one side of a box: either upright or level, `box` being flat in one direction.
struct Rule {
  Box box;
  bool level = false;
};

struct Page {
  double width = 0;
  double height = 0;
  std::vector<Word> words;
  std::vector<Mark> marks;
  std::vector<Rule> rules;
  std::vector<std::string> comments;  // written onto it by its readers
  std::size_t unknown = 0;            // letters drawn of which the file does not tell what they are
  bool pictures = false;              // it shows pictures
  bool scanned = false;               // a picture covers most of it, with few words besides
  bool damaged = false;               // it could not be read at all
  bool cut = false;                   // drawing it went over a limit, and was stopped
  bool recognised = false;            // its words were read from a picture of it
  double confidence = 0;              // then: in them, of 100
};

}  // namespace readers::pdf
