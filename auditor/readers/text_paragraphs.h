// Running text: which lines were one before they were wrapped, and the marks that stand for bold and italic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/builder.h"
#include "readers/text_lines.h"

namespace readers::text {

// How a text breaks its lines.
struct Wrap {
  std::uint32_t width = 0;  // columns that lines are filled to; 0 where every line is a paragraph
  bool whole = false;       // paragraphs stand on single long lines: no line goes on with the one before
};

Wrap wrap_of(const std::vector<Line>& lines);

// Whether `line` goes on with the paragraph of `above`, the line right before it.
bool continues(const Line& above, const Line& line, Wrap wrap);

// Lines that were one, joined by blanks.
struct Piece {
  std::string words;
  std::size_t first;  // its first line
};
std::vector<Piece> pieces_of(const std::vector<Line>& lines, std::size_t begin, std::size_t end, Wrap wrap);

// Pieces that hold several fields side by side ("Signed: ...    Date: ...") taken apart.
std::vector<Piece> fields_apart(std::vector<Piece> pieces);

// The words without _emphasis_ and **strong** marks; where they enclose all of it, `style` says so.
std::string without_emphasis(std::string_view words, document::Style& style);

}  // namespace readers::text
