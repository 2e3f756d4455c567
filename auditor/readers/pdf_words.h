// Characters as they are drawn, put together into words.
#pragma once

#include <cstdint>
#include <string>

#include "readers/pdf_page.h"

namespace readers::pdf {

// How the characters that follow are set.
struct Setting {
  double size = 0;
  double ascent = 0.75;   // of the font, for a size of 1
  double descent = 0.25;  // downwards
  bool bold = false;
  bool italic = false;
  std::uint8_t turn = 0;
};

class WordMaker {
 public:
  explicit WordMaker(Page& page) : page_(page) {}

  // A character at `x`, `y` on its baseline, `advance` being the way to the next one. In the page's directions.
  void character(char32_t c, double x, double y, double advance_x, double advance_y, const Setting& setting,
                 std::int32_t mark);
  void text(const std::string& text, const Box& box, double baseline, const Setting& setting, std::int32_t mark);
  void finish();  // ends the word at hand, and puts the words of each line in order

 private:
  void end_word();
  void drop_shadows();
  void order_line(std::size_t begin, std::size_t end);

  Page& page_;
  Word word_;
  bool open_ = false;
  bool space_drawn_ = false;
  bool right_to_left_ = false;
  char32_t last_ = 0;
  double pen_x_ = 0;  // where the next character would stand
  double pen_y_ = 0;
  double begin_x_ = 0;  // of the last character
  double begin_y_ = 0;
  double pen_size_ = 0;
  bool any_ = false;
};

}  // namespace readers::pdf
