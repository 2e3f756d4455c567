// What the readers of actions share: who is to do it, by when, and whether it could be checked.
#pragma once

#include <vector>

#include "facts/facts.h"
#include "facts/gathering.h"

namespace facts {

// The stretch without a leading number ("13.2 ", "3) ") or dash.
base::Span without_numbering(const Gathering& record, base::Span at);

// The unit's innermost section, not those that it stands under. Empty where nothing recognised it.
std::string_view innermost_section(const Gathering& record, const form::Unit& unit);
bool stands_in(const Gathering& record, const form::Unit& unit, std::initializer_list<std::string_view> kinds);

// How deep the list is that the unit is an item of, from 1; 0: of none.
int list_level(const Gathering& record, const form::Unit& unit);

// Whether a column or answer names a person or a role; "all", "professionals", "TBC" are nobody.
bool names_somebody(const Gathering& record, base::Span at);

// Whether a label names somebody of the record or a role: "SW: visit Tuesday".
bool names_role(const Gathering& record, base::Span at);

// "Roisin + Moira", "school/Ms Bell", "HSB": nothing but names and roles, six words at most.
bool is_names(const Gathering& record, base::Span at);
// "GM", "Pam", "S Tranmer", "Joanna + mum"; not "Counselling", a word that only begins its line.
bool is_somebody(const Gathering& record, base::Span part);
// "Fostering duty, by 19 April", "Step Change, 2 April at 11": names, and when.
bool is_names_and_time(const Gathering& record, base::Span at);

// The date or bounded time in the stretch; empty where there is none.
base::Span bounded_time(const Gathering& record, base::Span at);

// Whether a date after the record's own stands in the stretch.
bool is_to_come(const Gathering& record, base::Span at);

// Whether a day up to the record's own, its year told, stands in the stretch.
bool is_over(const Gathering& record, base::Span at);

// Who is to do what a sentence says: the subject before its verb ("Mum is going to ring"), or the name put behind it
// ("New inhaler - mum - 13 February"). Whom it is done to ("Gran to be asked") is not. Empty where nobody is named.
base::Span doer(const Gathering& record, base::Span sentence);

// Fills in what follows from the words: content, vague, review, tells_referrer.
void describe(const Gathering& record, Action& action);
// Gives an action, whose words are told, its owner (empty: none) and the time in a stretch, and describes it.
void give(const Gathering& record, base::Span owner, base::Span timed, Action& action);

// For each unit, whether its own words make it a plan where no heading does: it opens with "Jobs:" or "What we'll do",
// or nearly all that it says is somebody's task.
std::vector<bool> plans_by_their_words(const Gathering& record);

// The sentence, or its parts between semicolons where each is a task of its own. Where the paragraph announces tasks,
// the announcement is left out.
std::vector<language::Sentence> task_parts(const Gathering& record, const language::Sentence& sentence, bool announced);

// A row that is one action, told by its columns.
bool is_action_row(const Gathering& record, const form::Unit& unit);

// Lines of a plan whose parts dashes set apart, one of them who is to do it: "GP registration - mum". Each is a unit's
// whole; the other readers leave out the units that are one, by number in `dashed`.
std::vector<Action> actions_of_dashes(const Gathering& record);
std::vector<Action> actions_of_rows(const Gathering& record);
// Labels with answers too short to be read as sentences: "Action 2: school nurse, 4 May".
std::vector<Action> actions_of_fields(const Gathering& record, const std::vector<bool>& dashed);
std::vector<Action> actions_of_sentences(const Gathering& record, const std::vector<bool>& dashed);

}  // namespace facts
