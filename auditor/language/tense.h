// When a clause's fact holds and in what mood it is put; and whether the record says that it holds no more.
#pragma once

#include "language/reading.h"

namespace language {

struct Tensing {
  Mood mood = Mood::asserted;
  Time time = Time::present;
};

// Of a clause with what the sentence around it does: conditions, plans, norms. `general`: the sentence states a norm.
Tensing tense_of(const Scene& scene, const Reading& reading, const Group& clause, bool general);
// Of words without a clause.
Tensing tense_of_phrase(const Scene& scene, const Reading& reading);

Standing standing_of(const Scene& scene, const Reading& reading);

}  // namespace language
