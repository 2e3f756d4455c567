// The kinds of fact, each gathered by a file of its own. All take the same record and add to the same facts; those that
// use the record's dates run after them.
#pragma once

#include "facts/facts.h"
#include "facts/gathering.h"
#include "facts/outsiders.h"

namespace facts {

void gather_subject(const Gathering& record, Facts& facts);
void gather_type(const Gathering& record, Facts& facts);
void gather_dates(const Gathering& record, Facts& facts);
void gather_characteristics(const Gathering& record, Facts& facts);
void gather_seen(const Gathering& record, Facts& facts);
void gather_contributions(const Gathering& record, const Outsiders& outsiders, Facts& facts);
void gather_actions(const Gathering& record, Facts& facts);
void gather_decisions(const Gathering& record, Facts& facts);
void gather_feedback(const Gathering& record, const Outsiders& outsiders, Facts& facts);
void gather_particulars(const Gathering& record, Facts& facts);  // after the decisions

}  // namespace facts
