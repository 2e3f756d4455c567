// The text of one block of a page while it is read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "readers/html_style.h"

namespace readers::html {

bool is_blank(std::string_view text);  // nothing but white space as HTML knows it

// The words of the block being gathered, white space folded as a browser does.
struct Gathered {
  static constexpr std::size_t nowhere = std::string::npos;

  std::string words;
  bool blank = false;     // a blank is owed before the next word
  std::size_t shown = 0;  // bytes of words, and those of them that are bold or italic
  std::size_t bold = 0;
  std::size_t italic = 0;
  document::Part part = document::Part::body;  // that the words stand in
  std::size_t label_begin = nowhere;           // of the last <label> in `words`
  std::size_t label_end = nowhere;             // nowhere while it is open

  void append(std::string_view text, const Look& look);
  void break_line();
  // Takes the text of a <label> that ends here out of `words`; empty if there is none.
  std::string take_label();
};

}  // namespace readers::html
