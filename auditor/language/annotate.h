// The door of the language room.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "form/form.h"
#include "language/annotations.h"
#include "lexicon/lexicon.h"

namespace language {

// Deterministic, and depends on this record and the lexicon alone. The views in nothing outlive the call. What is about
// nobody of this record becomes help text in `form`.
Annotations annotate(const document::Document& document, form::Form& form, const lexicon::Lexicon& lexicon);

// `auditor text --statements`: JSON Lines, one unit's statement a line, in reading order: every statement of prose, and
// one line for each field, question, tick, row and help text. Members as in the command-line contract.
std::string statements_jsonl(const Annotations& annotations, const form::Form& form,
                             const document::Document& document);

// The fields that a statement answers: what its unit's label names, and the column headings of the cells that it
// touches.
std::vector<lexicon::FieldId> fields_of(const form::Form& form, const Statement& statement);

// What a statement stands under: the section's heading, the unit's label, the headings of the columns that it touches.
std::vector<base::Span> heads_of(const form::Form& form, const Statement& statement);

// How long a statement is, in words (punctuation is none), as one of five: 1 for under six, then a step for each
// further six.
int length_of(const Annotations& annotations, const Statement& statement);

// Whom a place names, by role: how many people or bodies, each counted once; pronouns name nobody.
std::array<std::uint8_t, role_count> named_in(const Annotations& annotations, base::Span at);

// `auditor text --concepts`: JSON Lines, one statement of `statements_jsonl` a line with the kind of its section (null
// where unknown), how long it is (length_of), whom it names (named_in), its plain words (plain_words.h), and the
// lexicon's concepts found in it with their words, in reading order: what a term that was added finds.
std::string concepts_jsonl(const Annotations& annotations, const form::Form& form, const document::Document& document,
                           const lexicon::Lexicon& lexicon);

// `auditor text --people`: JSON Lines, one entity a line with role, name, aliases, and the number of mentions.
std::string people_jsonl(const Annotations& annotations);

}  // namespace language
