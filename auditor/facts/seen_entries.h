// Notes of seeings without a verb: "17/08 (duty), 23/08", "Ned (1 July, school, by himself): ...", "Wilf, same, after".
#pragma once

#include "facts/gathering.h"

namespace facts {

// Days and little else, where the form asks when the only child was seen; "23/08, call to the school" is none.
bool bare_days(const Gathering& record, base::Span part);

// "10.3 school, by herself": a day and a month with a point, which elsewhere may be any number.
bool opens_with_day(const Gathering& record, base::Span part);

// A stretch that opens with a subject child's name and goes on to how it was met: alone or where, or with what tool.
bool opens_with_child(const Gathering& record, base::Span part);

// "Wilf (1 July, same)": how it was is what was told of the seeing before; the last fact gives its aloneness, and its
// day where the stretch has none.
void same_as_before(const Gathering& record, base::Span part, const std::vector<Seen>& known, Seen& fact);

// "You and I made a kite", nobody else named: the two were by themselves.
bool only_two(const Gathering& record, base::Span part);

}  // namespace facts
