// Persons whom a phrase introduces with what they are: "her mum, Natalie", "Mum (Leanne Delaney)", "brothers Tariq (17)
// and Imran (14)", "Mr Dunstan, learning mentor", "PC 3318 Akhtar", "HV Carol Stokes".
#pragma once

#include <optional>

#include "language/names.h"
#include "language/roster.h"
#include "language/words.h"

namespace language {

// The role that a short text says first; a parent's before a partner's ("Mother's partner / father of Isla").
std::optional<RoleWord> first_role(const Words& words, base::Span at);
// The body or profession that it names first; 0 where none. The team itself is no agency here.
lexicon::ConceptId first_agency(const Words& words, base::Span at);

// Adds to the roster every person among the tokens whose role or body stands beside the name.
void people_in(const Words& words, std::size_t first, std::size_t last, NamePlace place, Roster& roster);

}  // namespace language
