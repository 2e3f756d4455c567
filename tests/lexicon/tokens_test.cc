#include "lexicon/tokens.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace {

// "did|n't|go": folded words, '+' before one that a hyphen joins, '/' before one that begins a line, '#' before
// numbers.
std::string dump(std::string_view text) {
  std::string out;
  for (const lexicon::Token& token : lexicon::tokens_of(text)) {
    if (!out.empty()) out += '|';
    if (token.line_start && !out.empty()) out += '/';
    if (token.joined) out += '+';
    if (token.kind == lexicon::TokenKind::number) out += '#';
    out += lexicon::folded_word(token.at.of(text));
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon_tokens)

BOOST_AUTO_TEST_CASE(tokens_of_table) {
  const std::pair<const char*, const char*> cases[] = {
      {"He didn't go.", "he|did|n't|go|."},
      {"He didn\u2019t go", "he|did|n't|go"},
      {"mum's cup", "mum|'s|cup"},
      {"I've can't won't", "i|'ve|ca|n't|wo|n't"},
      {"parents' home", "parents|'|home"},
      {"O'Neil", "o'neil"},
      {"It wasnt, wont", "it|was|nt|,|wo|nt"},
      {"They speak Cant, dont they", "they|speak|cant|,|do|nt|they"},
      {"a giant hint", "a|giant|hint"},
      {"h/v w/mum w/out dad, w/ J", "h/v|w/|mum|w/out|dad|,|w/|j"},
      {"w/e and n/a", "w|/|e|and|n|/|a"},
      {"step-father", "step|+father"},
      {"on 08/10/2009", "on|#08|/|#10|/|#2009"},
      {"84.2% on 14.09.2020, Y6", "#84.2|%|on|#14.09.2020|,|y6"},
      {"the 3rd at 10pm", "the|#3rd|at|#10pm"},
      {"a\tb\nc", "a|/b|/c"},
      {"\u2612 Yes \u2610 No", "\u2612|yes|\u2610|no"},
      {"\u201CI want\u201D", "\u201C|i|want|\u201D"},
      {"", ""},
      {"caf\u00E9 \u00C9cole", "caf\u00E9|\u00E9cole"},
      {"s47 (a)", "s47|(|a|)"},
  };
  for (const auto& [text, expected] : cases) BOOST_TEST(dump(text) == expected, text << " gave " << dump(text));
}

BOOST_AUTO_TEST_CASE(capital_is_kept) {
  auto tokens = lexicon::tokens_of("Kian ran");
  BOOST_TEST(tokens[0].capital);
  BOOST_TEST(!tokens[1].capital);
}

BOOST_AUTO_TEST_SUITE_END()
