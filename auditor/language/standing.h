// What a record says of a paper or plan that events have overtaken, and what only looks like it.
#pragma once

#include "language/statements.h"

namespace language {

// "Section 3 has him at Parkside; he moved in January", "the order that the front sheet shows lapsed in May", "had been
// due to plead on the 14th".
bool overtaken(const Scene& scene, const Reading& reading);

// A hit of the words for what holds no more, in a sentence where they say nothing of the kind: "has since kept every
// appointment", "he could be dropped".
bool still_holds(const Scene& scene, const Reading& reading, const lexicon::Hit& hit);

// "I wrote that you have no sisters. I am sorry, that was wrong.": marks what a sentence takes back in the one before.
void take_back(const Scene& scene, const std::vector<SentenceTokens>& sentences, Annotations& out);

}  // namespace language
