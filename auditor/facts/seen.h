// What fields, rows and sentences that tell of a child being seen have in common.
#pragma once

#include <vector>

#include "facts/facts.h"
#include "facts/gathering.h"

namespace facts {

// Whether a stretch says that a child was alone, why not, or with whom. `seeing`: the stretch is known to tell of a
// seeing, so that "on her own" can't be how somebody lives and "shy" is a reason. `where` gets the words.
Aloneness aloneness(const Gathering& record, base::Span at, bool seeing, base::Span* where);

// Subject children that a stretch names, in order and without those of whom only something is named ("Kian's coat");
// `group` tells whether it speaks of them together.
std::vector<EntityId> children_in(const Gathering& record, base::Span at, bool& group);

// Adds the fact for each of the children; for the group as a whole where none is named.
void add_seen(const Gathering& record, const std::vector<EntityId>& children, bool group, Seen fact, Facts& facts);

// The day of the referral; no_day where no field tells it.
Day referred_on(const Gathering& record, const Facts& facts);

// Dates the fact by the first date in the stretch; leaves it alone where there is none.
void date_seen(const Gathering& record, base::Span at, Seen& fact);

// "I saw Maisie on her own at school on 20 June", "Kian and I walked round the field", "You came in by yourself".
void gather_seen_told(const Gathering& record, Facts& facts);

// Completes what sentences tell by those beside them: "I called on 9 January. ... Her mother stayed downstairs."
void read_around(const Gathering& record, Facts& facts);

}  // namespace facts
