#include "pseudonyms/writing.h"

#include <algorithm>

#include "pseudonyms/vocabulary.h"

namespace pseudonyms {
namespace {

bool is_loud(std::string_view word) {
  std::size_t letters = 0;
  for (char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z' ? 1 : 0;
  }
  return letters >= 2;
}

// Whether a sentence may begin behind the token.
bool ends(const Writing& w, std::size_t i) {
  if (w.tokens[i].kind != lexicon::TokenKind::punctuation) return false;
  const std::string_view mark = w.of(i);
  if (mark == ".") {
    if (i == 0) return true;
    const bool title = is_title(w.folded[i - 1]);
    return !title && !(w.word(i - 1) && w.of(i - 1).size() == 1);
  }
  return mark != "," && mark != "&" && mark != "/" && mark != "(" && mark != ")" && mark != "'" && mark != "’";
}

}  // namespace

Writing::Writing(std::string_view of, std::vector<std::uint32_t> walls)
    : text(of), barriers(std::move(walls)), tokens(lexicon::tokens_of(of)) {
  folded.reserve(tokens.size());
  for (const lexicon::Token& token : tokens) folded.push_back(lexicon::folded_word(token.at.of(text)));
  opens.resize(tokens.size());
  louds.resize(tokens.size());
  shouted.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    opens[i] = i == 0 || !follows(i) || ends(*this, i - 1);
    louds[i] = word(i) && is_loud(this->of(i));
  }
  // A stretch of a line, cell or field is shouted where most of its longer words are.
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin, loud_words = 0, words = 0;
    do {
      if (word(end) && this->of(end).size() > 2) {
        ++words;
        loud_words += louds[end] ? 1u : 0u;
      }
      ++end;
    } while (end < tokens.size() && !tokens[end].line_start);
    const bool all = words > 0 && loud_words * 10 >= words * 7;
    std::fill(shouted.begin() + static_cast<std::ptrdiff_t>(begin), shouted.begin() + static_cast<std::ptrdiff_t>(end),
              all);
    begin = end;
  }
}

bool Writing::follows(std::size_t i) const {
  if (i == 0 || i >= size()) return false;
  if (!tokens[i].line_start) return true;
  // Only a line's end inside one block joins: "Sharon\nDobbs".
  const base::Span between{tokens[i - 1].at.end, tokens[i].at.begin};
  return !barriers.empty() && between.size() == 1 && between.of(text) == "\n" &&
         !barrier_within({between.begin, between.end + 1}) &&
         !std::binary_search(barriers.begin(), barriers.end(), between.begin) &&
         !std::binary_search(barriers.begin(), barriers.end(), between.end);
}

bool Writing::barrier_within(base::Span at) const {
  const auto next = std::upper_bound(barriers.begin(), barriers.end(), at.begin);
  return next != barriers.end() && *next < at.end;
}

}  // namespace pseudonyms
