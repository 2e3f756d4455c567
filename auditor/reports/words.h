// The words that people read: the same in the page, at the terminal and in the table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "evaluation/outcome.h"

namespace reports {

const char* words_for(evaluation::Grade grade);      // "Requires improvement"
const char* letters_for(evaluation::Grade grade);    // "RI"
const char* words_for(evaluation::Rating rating);    // "Partly met"
const char* letters_for(evaluation::Rating rating);  // "M", "P", "N", a dash
const char* symbol_for(evaluation::Rating rating);   // a filled, half, empty circle; a dash

// "core_assessment" -> "Core assessment"; "Type not told" where empty.
std::string type_words(const std::string& type);

// "Child's views, page 2, table 1, row 3"; empty where nothing is known.
std::string place_words(const evaluation::Place& place);

// What flags of this id are about, in a few words; empty for an id unknown here.
std::string flag_words(std::string_view id);

// "Rated by a person: 30 ratings, 4 of them otherwise than by the auditor; ..."; empty where no person has rated.
std::string people_words(std::size_t by_people, std::size_t overruled, std::size_t unscored);

// "1 record", "9 records"; `many` where the plural isn't made with s.
std::string counted(std::size_t count, std::string_view one, std::string_view many = {});

// Two places, never rounded up: 0.699 stays below the 0.70 that a better grade needs.
std::string score_words(double score);

// What says that a record was read only in part: the messages of its cuts and of what was salvaged. Empty where it was
// read whole.
std::vector<std::string> parts_of(const evaluation::Outcome& outcome);

// Why a document was not audited, on one line, without its path.
std::string reason_of(const base::Error& error);

// "2026-11-26T10:57:43Z" -> "26 November 2026, 10:57 UTC"; anything else comes back as it is.
std::string time_words(const std::string& utc);

}  // namespace reports
