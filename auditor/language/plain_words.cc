#include "language/plain_words.h"

#include <array>

namespace language {
namespace {

constexpr std::size_t least_left = 3;  // letters of a stem

// What ends a sentence, or stands before one.
bool opens(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == ":" || mark == ";" || mark == "-" || mark == "\"" ||
         mark == "'" || mark == "(" || mark == "\u2013" || mark == "\u2014" || mark == "\u2022" || mark == "\u201C" ||
         mark == "\u2018";
}

}  // namespace

std::string word_stem(std::string_view folded) {
  struct Ending {
    std::string_view cut, put;
  };
  static constexpr std::array endings = {Ending{"ies", "y"}, Ending{"ing", ""}, Ending{"ed", ""},
                                         Ending{"es", ""},   Ending{"s", ""},   Ending{"e", ""}};
  std::string out(folded);
  for (const Ending& ending : endings) {
    if (!folded.ends_with(ending.cut.back()) || !folded.ends_with(ending.cut) ||
        folded.size() < ending.cut.size() + least_left)
      continue;
    out.resize(out.size() - ending.cut.size());
    out += ending.put;
    break;
  }
  // "swimming" is "swim", and "tell" and "telling" are alike.
  if (out.size() > least_left && out.back() == out[out.size() - 2]) out.pop_back();
  return out;
}

std::vector<std::string> plain_words(const Annotations& annotations, std::string_view text) {
  const std::vector<lexicon::Token>& tokens = annotations.scan.tokens;
  std::vector<bool> somebody(tokens.size(), false);
  for (const Mention& mention : annotations.mentions) {
    if (mention.pronoun) continue;
    auto [first, last] = annotations.scan.range(mention.at);
    for (std::size_t i = first; i < last; ++i) somebody[i] = true;
  }
  std::vector<std::string> out(tokens.size());
  std::string room;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const lexicon::Token& token = tokens[i];
    if (token.kind != lexicon::TokenKind::word) continue;
    if (token.capital) {
      const bool first = i == 0 || token.line_start ||
                         (tokens[i - 1].kind == lexicon::TokenKind::punctuation && opens(tokens[i - 1].at.of(text)));
      if (!first || somebody[i]) continue;
    }
    out[i] = word_stem(lexicon::folded_in(token.at.of(text), room));
  }
  return out;
}

}  // namespace language
