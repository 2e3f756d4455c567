// Words of a text, as the lexicon and the language room see them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace lexicon {

using WordId = std::uint32_t;  // 0: a word that no term of the lexicon uses

enum class TokenKind : std::uint8_t { word, number, punctuation };

// A word, a number, or one punctuation mark. Clitics are tokens of their own: "didn't" is "did" + "n't", "mum's" is
// "mum" + "'s", "I've" is "i" + "'ve". A hyphen between letters parts two words and is no token, so that "step-father"
// is "step" + "father" (`joined`). "84.2%" is one number followed by a mark; "08/10/2009" is three numbers and two
// marks. Notes shorten with a stroke: "w/", "w/out", "w/o" and "h/v" are one word, and so is "mum" in "w/mum". "didnt"
// is "did" + "nt".
struct Token {
  base::Span at;
  WordId word = 0;  // of the folded form (case, typographic apostrophes)
  TokenKind kind = TokenKind::word;
  bool capital = false;     // begins with an upper-case letter
  bool joined = false;      // a hyphen stands before it
  bool line_start = false;  // first of its line, cell or block: no term matches across this
};

// Folded form of one token's bytes: lower case, ’ as '.
std::string folded_word(std::string_view bytes);
// The same, in `room` unless it is as written; valid as long as both.
std::string_view folded_in(std::string_view bytes, std::string& room);

// Tokens of `text` in order, with word ids left 0. `text` must be UTF-8.
std::vector<Token> tokens_of(std::string_view text);

}  // namespace lexicon
