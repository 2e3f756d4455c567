// What a record itself says of the things that a council's lists and statutory returns tell too: what flag F7 compares
// with them. Plain values with their quotes, since the text may not come along.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"

namespace checklist {
struct Record;
}

namespace evaluation {

struct OwnFact {
  // "seen", "not_seen" (in the whole assessment, that is), "ethnicity", "disability", "id", or one of the record's own
  // dates by its field without "-date": "referral", "start", "completion", "authorisation", "conference", ...
  std::string what;
  // A day ("2009-10-13"; "--10-13" where no year is written; empty where a seeing has none); the census's codes that an
  // ethnicity may mean, parted by blanks ("WBRI"); "yes" or "no" of a disability; an ID as written.
  std::string value;
  std::string child;  // the subject child's name; empty where the record doesn't tell which, or has but one
  base::Span at;
  std::string quote;  // exactly those bytes
};

struct OwnFacts {
  std::vector<OwnFact> facts;     // by kind, then in the order of the record
  std::vector<std::string> days;  // every day that it names, sorted, each once; written as in OwnFact::value
  std::vector<std::string>
      topics;                 // concepts of the lexicon's family "factor" that stand in what was filled in, sorted
  bool knows_topics = false;  // whether the checklist has that family
};

OwnFacts own_facts(const checklist::Record& record);

// One fact, day or topic a line, for tests.
std::string dump(const OwnFacts& own);

}  // namespace evaluation
