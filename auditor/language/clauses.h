// Verb groups of a sentence, the clauses they carry, and their subjects.
#pragma once

#include <cstdint>
#include <vector>

#include "language/words.h"

namespace language {

// How a clause is joined to what stands before it.
enum class Intro : std::uint8_t {
  main,         // stands by itself
  complement,   // what is said or thought: "that", a zero "that", "whether", "what" after a reporting verb
  relative,     // who, which, or none: "the phone he pays for"
  subordinate,  // because, when, although, so that
  condition,    // if, unless, "should either be"
};

enum class Tense : std::uint8_t { none, present, past };

// A run of tokens [first, last].
struct Run {
  std::size_t first = npos;
  std::size_t last = npos;
  bool empty() const { return first == npos; }
};

// "has not been seen", "will ring", "to ring": auxiliaries, what stands between them, and the verb.
struct Group {
  Run at;
  std::size_t verb = npos;  // the token that says what is done; the auxiliary itself where nothing follows it
  bool finite = false;
  bool infinitive = false;  // "to ring"
  bool perfect = false, progressive = false, passive = false;
  bool inverted = false;  // the auxiliary stands before its subject
  std::size_t modal = npos;
  std::size_t negation = npos;  // "not", "never" within the group or directly before it
  Tense tense = Tense::none;
  Frame frame = Frame::none;

  Intro intro = Intro::main;
  bool coordinated = false;  // goes on with the clause before ("and cried"), whose subject it may share
  std::size_t begin = 0;     // first token of the clause
  std::size_t end = 0;       // behind its last token
  Run subject;               // its noun phrase; empty where there is none
  std::int32_t inside = -1;  // complement: index of the group that reports it
};

// The groups of the tokens [first, last), in order. Finite ones carry clauses; others belong to the clause around them.
std::vector<Group> groups_of(const Words& words, std::size_t first, std::size_t last);

}  // namespace language
