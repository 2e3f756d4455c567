// What the readers of a manager's section and of single lines share.
#pragma once

#include <vector>

#include "facts/facts.h"
#include "facts/gathering.h"

namespace facts {

// Adds what the sentences of a stretch, from an offset on, give as a reason or a direction.
void add_words(const Gathering& record, base::Span at, std::uint32_t from, Decision& decision);
// The first exact date of a stretch, where the decision has none.
void add_date(const Gathering& record, base::Span at, Decision& decision);
// A name in a stretch: words written large that are no month, no role and no common word.
base::Span name_in(const Gathering& record, base::Span at);
// The same in what a manager wrote at length: one word is a name there only where it signs.
base::Span name_in_words(const Gathering& record, base::Span at);

// Decisions outside a manager's section: a line that begins or ends with who the manager is, a row of a table of
// signatures, a message from a manager, a sentence that tells what was decided.
std::vector<Decision> decisions_of_lines(const Gathering& record);

// "... not just a DNA. PRJ 8/3": name or initials and a day as the last of several sentences; false where none signs
// so.
bool signed_at_end(const Gathering& record, base::Span at, Decision& decision);
// Those at the foot of the record that only a name or initials and a day mark.
std::vector<Decision> decisions_of_notes(const Gathering& record);

}  // namespace facts
