// Whether a clause affirms or denies what it says.
#pragma once

#include "language/reading.h"

namespace language {

// Of a clause by itself, its reporting clause aside: "had no tea", "nobody came", "could not recall", "refused to".
Polarity clause_polarity(const Scene& scene, const Reading& reading, const Group& clause);

// Of the sentence's main fact, with what the reporting verb does to it ("denies that", "doesn't think that").
Polarity fact_polarity(const Scene& scene, const Reading& reading);

// Of the reporting ("did not say").
Polarity told_polarity(const Scene& scene, const Reading& reading);

// Of words that hold no clause: "not known to them", "No reply", "None".
Polarity phrase_polarity(const Words& words, std::size_t first, std::size_t last);

}  // namespace language
