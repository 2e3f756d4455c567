// A string as the room looks at it: its words with what their place says of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/tokens.h"

namespace pseudonyms {

struct Writing {
  // The text must outlive the value. `barriers` are sorted offsets that nothing may reach across: where the blocks of a
  // record begin and end.
  explicit Writing(std::string_view of, std::vector<std::uint32_t> barriers = {});

  std::size_t size() const { return tokens.size(); }
  bool word(std::size_t i) const { return i < size() && tokens[i].kind == lexicon::TokenKind::word; }
  bool capital(std::size_t i) const { return word(i) && tokens[i].capital; }
  // All its letters are capitals, of two at least.
  bool loud(std::size_t i) const { return i < size() && louds[i]; }
  bool is(std::size_t i, std::string_view f) const { return i < size() && folded[i] == f; }
  std::string_view of(std::size_t i) const { return tokens[i].at.of(text); }
  // Whether the token follows the one before it within the same stretch; a line's end within a block parts nothing.
  bool follows(std::size_t i) const;
  bool barrier_within(base::Span at) const;

  std::string_view text;
  std::vector<std::uint32_t> barriers;
  std::vector<lexicon::Token> tokens;
  std::vector<std::string> folded;
  std::vector<bool> opens;  // begins a sentence, a line, a cell, or what stands behind a colon
  std::vector<bool> louds;
  std::vector<bool> shouted;  // in a stretch written in capitals
};

}  // namespace pseudonyms
