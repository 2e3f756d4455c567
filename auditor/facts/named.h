// Names of persons in what a field holds: "R Aspinall, Team Manager, 27/01/2012".
#pragma once

#include <vector>

#include "facts/gathering.h"

namespace facts {

// What a value says first, second, ...: cut at what parts a name from a role, a team, a date.
std::vector<base::Span> parts_of(const Gathering& record, base::Span value);

// Words written large that are no role, no verdict and no common word.
bool is_name(const Gathering& record, base::Span part);

// Whether it holds a first name, or a word that no lexicon knows: what stands without a label is a name only then.
bool bears_name(const Gathering& record, base::Span part);

// The first part that is a name, without a date behind it; empty where none is.
base::Span name_in_value(const Gathering& record, base::Span value);

}  // namespace facts
