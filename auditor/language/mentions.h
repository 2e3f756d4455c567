// References to people and bodies all through the text: names, role words, bodies, pronouns.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "form/form.h"
#include "language/annotations.h"
#include "language/roster.h"
#include "language/words.h"

namespace language {

class Mentions {
 public:
  explicit Mentions(std::size_t tokens) : at_(tokens, -1) {}

  void add(Mention mention, std::size_t first, std::size_t last);

  // The mention that covers a token, or nullptr.
  const Mention* at(std::size_t token) const {
    return at_[token] < 0 ? nullptr : &all_[static_cast<std::size_t>(at_[token])];
  }
  bool covered(std::size_t token) const { return at_[token] >= 0; }
  // The last token of the mention that covers `token`.
  std::size_t end_of(std::size_t token) const;

  const std::vector<Mention>& all() const { return all_; }
  std::vector<Mention>& all() { return all_; }

 private:
  std::vector<Mention> all_;
  std::vector<std::int32_t> at_;  // by token: index into all_, or -1
};

// A passage's sentence as tokens [first, last).
struct SentenceTokens {
  std::size_t first = 0, last = 0;
  std::uint32_t unit = 0;
  std::uint32_t passage = 0;
};

// The subject child whose words a column is for ("What Kavin says or shows", "Child's view"); nobody of any other.
EntityId child_of_column(const Words& words, const Roster& roster, const Mentions& mentions, const form::Cell& cell);

// Names, role words and bodies, in the order of the text; adds to the roster whom only the text names ("the school").
// Every token that belongs to a name of the roster is marked in `is_name`.
Mentions find_mentions(const form::Form& form, const Words& words, Roster& roster, std::vector<bool>& is_name);

// Resolves the pronouns of the sentences (tagged by now), in the order of the text. `addressee` gets, for each
// sentence, whom "you" means; nobody where it means no one in particular. `opened`: opened_before of the sentences.
void resolve_pronouns(const form::Form& form, const Words& words, const std::vector<SentenceTokens>& sentences,
                      const std::vector<std::size_t>& opened, Roster& roster, Mentions& mentions,
                      std::vector<EntityId>& addressee);

}  // namespace language
