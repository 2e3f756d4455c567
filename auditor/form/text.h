// Small questions about a stretch of text that need no lexicon: where its lines and sentences end, how long it is, how
// it is set. All spans are byte ranges of the text given.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace form {

// A space, tab or line end.
constexpr bool blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// The span without blanks at either end.
base::Span trimmed(base::Span at, std::string_view text);
std::string_view trimmed(std::string_view text);

// Number of words: runs of non-blanks that hold a letter or digit; counted up to `most`.
std::size_t word_count(std::string_view text, std::size_t most = static_cast<std::size_t>(-1));
// Whether it has more than so many, without counting the others.
inline bool has_more_words(std::string_view text, std::size_t than) {
  return word_count(text, than + 1) > than;
}

// The lines of a span, trimmed, without empty ones. A line that a small letter begins goes on with the one before.
std::vector<base::Span> lines_of(base::Span at, std::string_view text);

// The sentences of a span, trimmed, each with its end mark. "Dr.", "e.g." and the like end nothing.
std::vector<base::Span> sentences_of(base::Span at, std::string_view text);

// How many bytes of dots or underscores, four or more, lead from here to where something is to be written; 0: none.
std::size_t leader(std::string_view text, std::size_t at);
// Whether one may begin with the byte.
constexpr bool begins_leader(char c) {
  return c == '.' || c == '_' || c == '\xE2';
}

bool has_letter(std::string_view text);
bool has_letter_or_digit(std::string_view text);
bool begins_with_capital(std::string_view text);  // after marks and numbering
bool begins_with_quote(std::string_view text);
bool ends_with_any(std::string_view text, std::string_view marks);  // trailing blanks, '*' and closing quotes aside
bool in_capitals(std::string_view text);                            // four letters or more, and hardly a small one
bool has_date(std::string_view text);  // day and month in figures, or a figure beside a month's name

// Depth of a leading number: "3." and "B)" and "Q4" are 1, "4.1" is 2; 0 where there is none. `length` gets the bytes
// of the number with its marks and blanks.
int numbering(std::string_view text, std::size_t* length = nullptr);

}  // namespace form
