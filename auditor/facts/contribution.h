// What the readers of tables, labels and prose share when they make an agency's contribution.
#pragma once

#include <initializer_list>
#include <string_view>

#include "facts/facts.h"
#include "facts/gathering.h"
#include "facts/outsiders.h"

namespace facts {

// A contribution of the agency named, at a place, with the way of contact that the place tells of.
Contribution contribution_of(const Gathering& record, const Outsiders& outsiders, const Naming& naming, base::Span at);

// Dates a contribution by the first day named in a stretch; a day and month do where nothing tells the year.
void date_from(const Gathering& record, base::Span at, Contribution& contribution);

// The token behind a day at the front of a stretch, with its weekday, its hour and what parts it from what follows: of
// "Tues 4 May, 2pm - HV: ..." that of "HV". The stretch's first where no day stands there.
std::size_t behind_day(const Gathering& record, base::Span at);

// Adds what the sentences of a stretch say that is specific; notes "no concerns".
void add_says(const Gathering& record, base::Span at, Contribution& contribution);

// The first sentence of a stretch; the stretch where it is not read as sentences.
base::Span first_sentence(const Gathering& record, base::Span at);

// A value that answers nothing although it is no placeholder: "no", "n/a", "yes".
bool bare(const Gathering& record, base::Span value);

// What was answered: a gap where that is the first thing said in `words`, else information, maybe with something still
// to come. `whole` is the row or line that it stands in.
void judge_answer(const Gathering& record, base::Span words, base::Span whole, bool answered,
                  Contribution& contribution);

// A gap: no reply, not asked, awaited. With `following`, where a reason or what follows may stand, marks it explained.
void mark_gap(const Gathering& record, base::Span at, base::Span following, Contribution& contribution);

// The end of the sentences after the one at `at` that still belong to it: in the same unit, and of no other agency.
std::uint32_t next_sentence_end(const Gathering& record, const Outsiders& outsiders, base::Span at);

// Whether the nearest heading that says what it heads is of one of the kinds.
bool nearest_section(const Gathering& record, const form::Unit& unit, std::initializer_list<std::string_view> kinds);

// The first day of what this assessment may have gathered: information from long before the referral is history.
Day horizon(const Gathering& record, const Facts& facts);

void contributions_of_rows(const Gathering& record, const Outsiders& outsiders, Facts& facts);
void contributions_of_fields(const Gathering& record, const Outsiders& outsiders, Facts& facts);
void contributions_of_prose(const Gathering& record, const Outsiders& outsiders, Facts& facts);
void contributions_of_referrers(const Gathering& record, const Outsiders& outsiders, Facts& facts);

}  // namespace facts
