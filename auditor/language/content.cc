#include "language/content.h"

#include <algorithm>
#include <set>
#include <string>

namespace language {
namespace {

// Forms of one word count once: a cheap stem, for counting only.
std::string stem(std::string word) {
  for (const std::string_view tail : {"ing", "edly", "ed", "ies", "es", "s", "ly"}) {
    if (word.size() > tail.size() + 3 && word.ends_with(tail)) {
      word.resize(word.size() - tail.size());
      break;
    }
  }
  return word;
}

}  // namespace

std::uint8_t content_of(const Scene& scene, std::size_t first, std::size_t last) {
  const Words& words = scene.words;
  const auto& tokens = words.scan().tokens;
  std::set<std::string> kept;
  bool number = false, quote = false;
  std::size_t quoted_from = npos;
  for (std::size_t i = first; i < last; ++i) {
    const lexicon::Token& token = tokens[i];
    if (token.kind == lexicon::TokenKind::punctuation) {
      if (words.is_any(i, {"\"", "“", "”"})) {
        if (quoted_from == npos) {
          quoted_from = i;
        } else {
          quote = quote || i > quoted_from + 1;
          quoted_from = npos;
        }
      }
      continue;
    }
    if (token.kind == lexicon::TokenKind::number) {
      number = true;
      continue;
    }
    const Word& word = words[i];
    if (word.has(Class::function) || word.has(Class::stock) || scene.mentions.covered(i)) continue;
    const std::string folded = lexicon::folded_word(words.text_of(i));
    if (folded.size() < 3) continue;
    kept.insert(stem(folded));
  }
  bool date = false;
  if (first < last) {
    const base::Span at = {tokens[first].at.begin, tokens[last - 1].at.end};
    date = !scene.dates_in(at).empty();
  }
  const std::size_t count = std::min<std::size_t>(kept.size(), 6) + (number ? 1 : 0) + (date ? 1 : 0) + (quote ? 1 : 0);
  return static_cast<std::uint8_t>(std::min<std::size_t>(count, 9));
}

}  // namespace language
