// Statements of fact that cannot both hold, by subject. Each finder knows one subject; the concepts that deny and
// affirm come from the checklist.
#pragma once

#include <optional>
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
  lexicon::Trace denied;                                       // of `denies`
  std::vector<lexicon::ConceptId> denying, affirming, barely;  // ids of `denies`, `affirms` and `bare`
  std::vector<bool> who;           // words beside which a name is that of somebody who counts
  std::vector<bool> labels, bare;  // where a label asks for it, a bare "None" denies
  std::vector<bool> beside;        // what affirms must stand with one of these
  std::vector<bool> sole;          // "an only child"
  std::vector<bool> reasons;       // "because": what stands behind no longer takes a denial out
  std::vector<bool> existence;     // "There are no ...": a denial of the family's, however general it sounds
  bool in_home = false;            // `beside` was asked for, and what takes a denial out takes out what affirms too
  bool about_child = false;        // what is told must be told of a child of the record
  bool denied_too = false;         // what is told may be in the negative: "has never slept there"
  bool any_mood = false;  // what affirms may stand in a sentence that plans: "her aunt, who lives next door, will"
  enum class Same : std::uint8_t { no, child, person } same = Same::no;  // both must be of one
  bool own = false;  // only what the worker says, or nobody in particular: other people's accounts may differ
  int apart = 0;     // figures that differ by less agree
  std::string on;
};

// Two birth dates of one child, a birthday that is another day's, or an age that is more than a year off.
std::vector<Opposed> opposed_birth_dates(const Record& record, const Opposites& words);
// Not seen at all, and seen; not seen alone, and seen alone.
std::vector<Opposed> opposed_seeing(const Record& record, const Opposites& words);
// No brothers or sisters, and one who is named.
std::vector<Opposed> opposed_siblings(const Record& record, const Opposites& words);
// Nobody else in the household, and somebody named who lives there.
std::vector<Opposed> opposed_household(const Record& record, const Opposites& words);
// A grown-up whom the household lists, and who is said never to have lived there.
std::vector<Opposed> opposed_residence(const Record& record, const Opposites& words);
// A child who lives with one of the family in one sentence and with another in the next.
std::vector<Opposed> opposed_carers(const Record& record, const Opposites& words);
// A father who is named, and said to be unknown.
std::vector<Opposed> opposed_father(const Record& record, const Opposites& words);
// A grown-up never spoken with, and one who told the worker something.
std::vector<Opposed> opposed_meeting(const Record& record, const Opposites& words);
// Two numbers for one thing of one person's: "Year 4" and "Year 6".
std::vector<Opposed> opposed_numbers(const Record& record, const Opposites& words);
// Two schools that a child goes to now.
std::vector<Opposed> opposed_schools(const Record& record, const Opposites& words);
// Two shares of one thing, neither of another time.
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
// Whether a token is a name that may be a brother's or sister's: not a child's of the record, a parent's or a worker's.
bool may_be_sibling(const Record& record, std::size_t token);
// The name beside a role word: "his older brother Dale", "her sister, Mia".
std::optional<std::size_t> name_behind(const Record& record, const lexicon::Hit& hit, std::size_t last);
// Of whom the words of the table are said in the sentence: who is named last before them, or nobody.
language::EntityId said_of(const Record& record, base::Span sentence, const std::vector<bool>& table);
// What somebody is to the record; unknown for nobody.
language::Role role_of(const Record& record, language::EntityId who);
std::string_view text_of(const Record& record, std::size_t token);
std::string word_of(const Record& record, std::size_t token);  // folded
// Mentions in the span, in order.
std::vector<language::Mention> mentions_in(const Record& record, base::Span at);

}  // namespace checklist::kinds
