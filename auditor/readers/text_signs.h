// What the words of one line read as by their signs alone: a list item, a heading, a label. English; no list of
// headings is known here.
#pragma once

#include <cstddef>
#include <string_view>

namespace readers::text {

std::size_t word_count(std::string_view text);
bool ends_sentence(std::string_view text);  // . ! ? with closing quotes or brackets after it

// "1. ", "a) ", "- ", "• ": the bytes of the mark with the blanks after it, or 0. `words` starts at the mark.
struct Mark {
  std::size_t size = 0;
  bool numbered = false;
};
Mark list_mark(std::string_view words);

// "3.", "4.2", "A.", "IV.", "Part 3:", "Q4." at the start of a heading: the depth of the number from 1, or 0.
unsigned heading_number(std::string_view words);

// Whether a line that stands alone reads as a heading: short, capitalised, no sentence, no field, no answer.
bool reads_as_heading(std::string_view words);
bool is_all_capitals(std::string_view words);
// Whether a line may begin a text of its own: no small letter goes on with the line above, no mark begins a list.
bool reads_as_opening(std::string_view words);

// "== Analysis ==", ">>> What next <<<": the heading between the signs that set a line apart, or nothing. Not what is
// merely set in bold.
std::string_view heading_between_signs(std::string_view words);
// Whether a rule drawn under the line makes it a heading, whatever stands above: of about its length, and no sentence.
bool is_underlined_by(std::string_view words, std::string_view rule);

// "Label: value" or "Label ..... value" by its shape: the bytes of the label with its colon or dots, or 0.
std::size_t label_size(std::string_view words);
// Whether the value makes one sentence or more, so that "Label:" only opens a paragraph.
bool is_prose_value(std::string_view value);

}  // namespace readers::text
