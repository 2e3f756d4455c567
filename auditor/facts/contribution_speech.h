// How a sentence makes somebody outside the team its speaker: said by them, said to the worker, told behind a colon.
#pragma once

#include <cstddef>
#include <string_view>

#include "facts/gathering.h"
#include "facts/outsiders.h"

namespace facts {

class Speech {
 public:
  Speech(const Gathering& record, const Outsiders& outsiders) : record_(record), outsiders_(outsiders) {}

  std::string_view word(std::size_t token) const { return record_.text(record_.language.scan.tokens[token].at); }
  // Whether a term of the concept, or of the family where no concept has that name, begins at the token.
  bool at_token(std::size_t token, lexicon::Name concept_or_family) const;

  // Each says where: the colon, the verb, the words of contact.
  bool headed(const language::Sentence& sentence, const Naming& naming, std::size_t* colon) const;
  bool speaks(const language::Sentence& sentence, const Naming& naming, std::size_t* verb) const;
  bool spoken_with(const language::Sentence& sentence, const Naming& naming, std::size_t* at) const;
  // "From the school I learned ...", "at nursery they say ...": the naming is where it was told.
  bool told_there(const language::Sentence& sentence, const Naming& naming, std::size_t* at) const;
  // "I spoke with the nursery and with Mrs Gadd": the naming goes on with a list that the other stands in.
  bool in_list(const Naming& other, const Naming& naming) const;
  // "Youth worker Dev, call on 2 October": a way of contact and its date, and hardly a word between.
  bool noted(const language::Sentence& sentence, const Naming& naming) const;
  // A name at the front that nothing explains, and that told us; its `name` is empty where there is none.
  Naming stranger(const language::Sentence& sentence) const;

  // The naming stands first, or behind a comma or "and".
  bool begins_clause(const language::Sentence& sentence, const Naming& naming) const;
  // What is said at the token is still to come, or only asked or supposed.
  bool only_planned(const language::Sentence& sentence, std::size_t token) const;
  // A parent's or child's account of what the agency said.
  bool reported_by_family(const language::Sentence& sentence, const Naming& naming) const;
  // Somebody else than the naming is mentioned at the token.
  bool somebody_else(std::size_t token, const Naming& naming) const;
  bool family_at(std::size_t token) const;
  // "He left school", "does not want the school told": somebody else does something to the naming.
  bool done_to(const language::Sentence& sentence, const Naming& naming) const;

 private:
  bool says_behind(const language::Sentence& sentence, const Naming& naming, std::size_t* verb) const;
  bool opens_clause(std::size_t token) const;
  bool denied(std::size_t verb) const;
  bool rung_by_family(std::size_t first, std::size_t verb) const;
  const language::Statement& main_of(const language::Sentence& sentence) const {
    return record_.language.statements[sentence.statement_begin];
  }

  const Gathering& record_;
  const Outsiders& outsiders_;
};

}  // namespace facts
