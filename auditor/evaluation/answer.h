// One item's answer: which rule decided, the sentence that says why, and the quotes it rests on.
#pragma once

#include <string>

#include "checklist/program.h"
#include "checklist/query.h"
#include "evaluation/outcome.h"

namespace evaluation {

// Tries the item's rules in order: n/a, met, partly; what none of them takes is not met.
Answer answer(const checklist::Item& item, const checklist::Record& record);

// Whether the flag is raised, at every place that shows it.
std::vector<Flag> flags(const checklist::Flag& flag, const checklist::Record& record);

// Section, page and table place of a span.
Place place_of(const checklist::Record& record, base::Span at);

// `because` with its {placeholders} filled from what was found: {quote} is the first quote, shortened.
std::string reason(const std::string& because, const checklist::Found& found, const checklist::Record& record);

}  // namespace evaluation
