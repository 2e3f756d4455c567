// One sentence read: its clauses, and which of them holds the main fact, which reports it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "form/form.h"
#include "language/annotations.h"
#include "language/clauses.h"
#include "language/mentions.h"
#include "language/roster.h"
#include "language/words.h"

namespace language {

// What the statements of a record are read from.
struct Scene {
  const form::Form& form;
  const Words& words;
  const Roster& roster;
  const Mentions& mentions;
  const std::vector<bool>& is_name;  // by token: part of a roster's name
  const std::vector<Date>& dates;
  Day record_day = no_day;

  // Name of the kind of section that a unit stands in; empty where unknown.
  std::string_view section(const form::Unit& unit) const;
  bool plans(const form::Unit& unit) const;             // what is to be done stands here
  bool directs(const form::Unit& unit) const;           // a manager speaks
  std::span<const Date> dates_in(base::Span at) const;  // those that begin within it
  const Entity* entity(EntityId who) const { return who == nobody ? nullptr : &roster[who]; }
};

struct Reading {
  std::size_t first = 0, last = 0;  // tokens
  std::uint32_t unit = 0;
  EntityId addressee = nobody;
  std::vector<Group> groups;
  std::int32_t main = -1;      // the clause that the sentence is built on; -1 where it has no verb
  std::int32_t reporter = -1;  // the group that says or thinks what is told; -1 where nothing is told
  std::int32_t fact = -1;      // the group of the main fact: told, or `main`
  bool gesture = false;        // an answer by gesture stands for what was asked
  bool gesture_no = false;
  bool untrue = false;        // "it isn't true that" stands before the fact
  std::size_t phrase = npos;  // first token of what is told without a clause of its own ("you wrote: chips, Grandad")
  Run reporter_subject;       // also where it stands behind its verb ("said Ms Ellery")

  const Group* group(std::int32_t index) const {
    return index < 0 ? nullptr : &groups[static_cast<std::size_t>(index)];
  }
};

Reading read_sentence(const Scene& scene, const SentenceTokens& sentence, EntityId addressee);

// The person or body whom a noun phrase names; prefers its head to a possessor ("Kian's teacher" is the teacher). Looks
// into "nobody at the academy". nullptr where it names nobody known.
const Mention* mention_in(const Scene& scene, Run phrase, bool* possessor = nullptr);

}  // namespace language
