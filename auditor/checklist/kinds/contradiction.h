// Statements of fact that cannot both hold, by subject. Each finder knows one subject; the concepts that deny and
// affirm come from the checklist.
#pragma once

#include <string>
#include <vector>

#include "checklist/kinds/conditions.h"

namespace checklist::kinds {

// Two places of the record, and what they disagree on: "two birth dates for Tom Reed".
struct Opposed {
  base::Span one, other;
  std::string on;
};

// Concepts by id: those whose words deny, those whose words affirm, and those that take a denial or a fact out ("at
// home").
struct Opposites {
  std::vector<bool> denies, affirms, except;
  std::vector<bool> who;           // words beside which a name is that of somebody who counts
  std::vector<bool> labels, bare;  // where a label asks for it, a bare "None" denies
  bool about_child = false;        // what is told must be told of a child of the record
  bool denied_too = false;         // what is told may be in the negative: "has never slept there"
  std::string on = "earlier involvement";
};

// Two birth dates of one child, or an age that is more than a year off.
std::vector<Opposed> opposed_birth_dates(const Record& record, const Opposites& words);
// Not seen at all, and seen; not seen alone, and seen alone.
std::vector<Opposed> opposed_seeing(const Record& record, const Opposites& words);
// No brothers or sisters, and one who is named.
std::vector<Opposed> opposed_siblings(const Record& record, const Opposites& words);
// Nobody else in the household, and somebody named who lives there.
std::vector<Opposed> opposed_household(const Record& record, const Opposites& words);
// A grown-up never spoken with, and one who told the worker something.
std::vector<Opposed> opposed_meeting(const Record& record, const Opposites& words);
// Two figures for one thing, neither of another time.
std::vector<Opposed> opposed_figures(const Record& record, const Opposites& words);
// A fact that is denied of the family in one sentence and told in another.
std::vector<Opposed> opposed_statements(const Record& record, const Opposites& words);

// What the finders share.
bool holds(const Record& record, base::Span at, const std::vector<bool>& concepts);
bool is_subject(const Record& record, language::EntityId who);
// The worker's own account of how things are: no rule, plan, guess, quotation from an old record, or other's telling.
bool is_account(const Record& record, const language::Sentence& sentence);
// Sentences and answers that deny, without what takes the denial out.
std::vector<base::Span> denials(const Record& record, const Opposites& words);
// Whether a token is written like a name, in the middle of a sentence or at its start.
bool is_name_like(const Record& record, std::size_t token);
// Mentions in the span, in order.
std::vector<language::Mention> mentions_in(const Record& record, base::Span at);

}  // namespace checklist::kinds
