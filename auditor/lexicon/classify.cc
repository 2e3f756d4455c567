#include "lexicon/classify.h"

#include <algorithm>
#include <array>

namespace lexicon {
namespace {

// Words that tell nothing of what a heading names.
bool is_telling(std::string_view folded) {
  static constexpr std::array<std::string_view, 30> empty = {
      "the", "a",    "an",    "of",   "and",  "or",     "for", "to",  "in",    "on",
      "'s",  "your", "my",    "our",  "this", "is",     "are", "any", "these", "with",
      "by",  "from", "about", "form", "part", "please", "no",  "etc", "be",    "section"};
  constexpr std::size_t longest = 7;
  if (folded.size() > longest) return true;
  return std::none_of(empty.begin(), empty.end(), [&](std::string_view word) {
    return word.size() == folded.size() && word[0] == folded[0] && word == folded;
  });
}

constexpr std::size_t longest_number = 5;  // letters, of a Roman one

// The text's words without marks, numbering and brackets; `text` must outlive the result.
std::vector<Token> bare(std::string_view text, bool with_brackets) {
  std::vector<Token> out;
  int depth = 0;
  for (Token token : tokens_of(text)) {
    std::string_view word = token.at.of(text);
    if (word == "(" || word == "[") ++depth;
    if ((word == ")" || word == "]") && depth > 0) {
      --depth;
      continue;
    }
    if (token.kind == TokenKind::punctuation || (depth > 0 && !with_brackets)) continue;
    token.line_start = out.empty();
    out.push_back(token);
  }
  // "3.", "B)", "4.2", "Part 2" before other words.
  while (out.size() > 1) {
    std::string first = folded_word(out.front().at.of(text));
    bool letter = first.size() == 1 && first != "a" && first != "i";
    std::size_t after = out.front().at.end;
    bool marked = after < text.size() && (text[after] == '.' || text[after] == ')' || text[after] == ':');
    // "D.O.B." is no numbering: a blank follows the mark of one.
    marked = marked && after + 1 < text.size() && (text[after + 1] == ' ' || text[after + 1] == '\n');
    marked = marked && first.size() <= longest_number;
    bool roman = marked && first.find_first_not_of("ivx") == std::string::npos;
    bool lettered = marked && first.size() <= 3 && first.front() >= '0' && first.front() <= '9';  // "3b."
    bool numbering = roman || lettered || (out.front().kind == TokenKind::number && first.size() <= 4) ||
                     (letter && marked) || (first == "a" && marked) || first == "section" || first == "part" ||
                     first == "q";
    const bool part = first == "part" || first == "section";  // "Part B" is more than a "B"
    if (!numbering || (part && out.size() == 2 && out.back().at.size() == 1)) break;
    out.erase(out.begin());
    out.front().line_start = true;
  }
  return out;
}

// A text in one reading, with brackets or without, to be asked for by several pools.
class Reading {
 public:
  Reading(std::string_view text, bool with_brackets, const Vocabulary& vocabulary)
      : tokens_(bare(text, with_brackets)), words_(words_of(text, tokens_, vocabulary)) {
    std::string room;
    for (const Token& token : tokens_) telling_.push_back(is_telling(folded_in(token.at.of(text), room)));
  }
  Reading(const Reading&) = delete;  // its words refer to its tokens
  Reading& operator=(const Reading&) = delete;

  struct Best {
    std::uint16_t owner = 0;
    std::size_t covered = 0;  // telling words
    bool whole = false;
  };
  Best best_of(const Pool& pool) const {
    Best best;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      pool.match_at(words_, i, nullptr, [&](const Term& term, std::size_t last) {
        std::size_t covered = 0;
        for (std::size_t k = i; k <= last; ++k) covered += telling_[k] ? 1u : 0u;
        bool whole = i == 0 && last + 1 == tokens_.size();
        if ((whole && !best.whole) || (whole == best.whole && covered > best.covered)) {
          best = {term.owner, covered, whole};
        }
      });
    }
    return best;
  }

  std::uint16_t owner(const Pool& pool) const {
    const Best best = best_of(pool);
    if (best.whole) return best.owner;
    const auto telling = static_cast<std::size_t>(std::count(telling_.begin(), telling_.end(), true));
    return best.covered > 0 && 2 * best.covered >= telling ? best.owner : std::uint16_t{0};
  }

 private:
  std::vector<Token> tokens_;
  Words words_;
  std::vector<bool> telling_;
};

}  // namespace

Owners classify(std::string_view text, const Pool& pool, const Pool& other, const Vocabulary& vocabulary) {
  const Reading without(text, false, vocabulary);
  Owners owners{without.owner(pool), without.owner(other)};
  if (owners.first != 0 && owners.second != 0) return owners;
  if (text.find_first_of("([") == std::string_view::npos) return owners;  // it reads no other way
  const Reading with(text, true, vocabulary);
  if (owners.first == 0) owners.first = with.owner(pool);
  if (owners.second == 0) owners.second = with.owner(other);
  return owners;
}

std::uint16_t sole_owner(std::string_view text, const Pool& pool, const Vocabulary& vocabulary) {
  std::vector<Token> tokens = bare(text, false);
  if (tokens.empty()) tokens = bare(text, true);
  if (tokens.empty()) return 0;
  struct Found {
    std::uint16_t owner;
    std::size_t first, last;
  };
  std::vector<Found> found;
  const Words words = words_of(text, tokens, vocabulary);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    pool.match_at(words, i, nullptr, [&](const Term& term, std::size_t last) {
      found.push_back({term.owner, i, last});
    });
  }
  std::uint16_t owner = 0;
  for (const Found& one : found) {
    const bool within = std::any_of(found.begin(), found.end(), [&](const Found& other) {
      return other.first <= one.first && one.last <= other.last && other.last - other.first > one.last - one.first;
    });
    if (within) continue;
    if (owner != 0 && owner != one.owner) return 0;
    owner = one.owner;
  }
  return owner;
}

bool is_term(std::string_view text, const Pool& pool, const Vocabulary& vocabulary) {
  return Reading(text, false, vocabulary).best_of(pool).whole;
}

bool begins_with_term(std::string_view text, const Pool& pool, const Vocabulary& vocabulary) {
  constexpr std::size_t beginning = 56;  // bytes
  constexpr std::size_t enough = 6;      // words: numbering is fewer
  const auto other = [&](std::string_view of, const std::vector<Token>& tokens) {
    const std::vector<Token> first(tokens.begin(), tokens.begin() + 1);
    return !pool.may_begin(words_of(of, first, vocabulary), 0);
  };
  // The first word of most texts is one that no term begins with: their beginning tells.
  const std::string_view head = text.substr(0, text.find(' ', std::min(beginning, text.size())));
  std::vector<Token> tokens = bare(head, true);
  if (head.size() < text.size()) {
    if (tokens.size() >= enough && other(head, tokens)) return false;
    tokens = bare(text, true);
  }
  if (tokens.empty() || other(text, tokens)) return false;
  Words words = words_of(text, tokens, vocabulary);
  bool found = false;
  pool.match_at(words, 0, nullptr, [&](const Term&, std::size_t) { found = true; });
  return found;
}

}  // namespace lexicon
