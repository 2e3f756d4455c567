// The record as a form that somebody filled in: what is heading, question, answer, help text, tick, table row or prose.
// Found in one pass over the document model, whatever the format. Fields, ticks and rows are read by their labels and
// column headings, never as prose, so that "Seen alone: No" can't be mistaken for a statement.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "lexicon/remembered.h"

namespace form {

enum class UnitKind : std::uint8_t {
  heading,   // names the section that follows (marked so by the format, or hand-made)
  prose,     // sentences that a person wrote
  field,     // a label with its value, or with none
  question,  // a form's question with its answer, or with none
  tick,      // options of which some are ticked
  row,       // a table row read by its column headings
  help,      // the form's own guidance
};

// One option of a tick unit.
struct Option {
  base::Span at;    // mark and text
  base::Span text;  // the text alone; empty for a lone box
  bool ticked = false;
};

// One cell of a row unit, with the heading it stands under.
struct Cell {
  base::Span at;
  base::Span heading;          // empty where the column has none
  lexicon::FieldId field = 0;  // what the heading names
  std::uint32_t column = 0;    // grid place
  std::int32_t block = -1;     // of the document
};

struct Unit {
  UnitKind kind = UnitKind::prose;
  base::Span at;     // the whole unit
  base::Span label;  // field, question, tick: what is asked; row: the row's own label (first cell) if it has one
  base::Span value;  // field, question: the answer, empty where blank
  lexicon::FieldId field = 0;  // what the label names
  std::int32_t section = -1;   // index into Form::sections
  bool blank = false;          // nothing, or only a placeholder ("N/K", "TBC", "[insert]", "-"), is filled in
  std::uint32_t option_begin = 0, option_end = 0;  // into Form::options
  std::uint32_t cell_begin = 0, cell_end = 0;      // into Form::cells
  std::int32_t table = -1;                         // index of the document's table
  std::uint32_t row = 0;                           // grid row
  std::int32_t block = -1;                         // first block of the document
  std::uint32_t page = 0;
};

// What stands from one heading to the next of the same or a higher level.
struct Section {
  base::Span heading;           // empty for what stands before the first heading
  lexicon::SectionId kind = 0;  // 0: not recognised; inherited by subsections that name nothing themselves
  lexicon::SectionId own = 0;   // what this heading alone names; 0 where unknown
  std::int32_t parent = -1;
  std::uint8_t level = 0;
  bool recognised = false;  // own != 0, or a heading above says what this is part of
};

// A stretch to be read as sentences: a prose unit, a sentence-like answer, or a sentence-like table cell.
struct Passage {
  base::Span at;
  std::uint32_t unit = 0;
  std::int32_t cell = -1;  // index into Form::cells
};

struct Form {
  std::vector<Unit> units;        // in reading order, not overlapping
  std::vector<Section> sections;  // in reading order
  std::vector<Option> options;
  std::vector<Cell> cells;
  std::vector<Passage> passages;  // in reading order, not overlapping; never help, headings or labels

  // Kind of the section that a unit stands in; 0 where unknown.
  lexicon::SectionId section_kind(const Unit& unit) const {
    return unit.section < 0 ? lexicon::SectionId{0} : sections[static_cast<std::size_t>(unit.section)].kind;
  }
  // The unit that holds an offset, or -1. Logarithmic.
  std::int32_t unit_at(std::uint32_t offset) const;
};

// Deterministic, and depends on this document and the lexicon alone.
Form read(const document::Document& document, const lexicon::Lexicon& lexicon);
// The same, with the scans of the record's short texts, which others ask about too.
Form read(const document::Document& document, const lexicon::Remembered& scans);

// Makes help text of units: their passages are read no more.
void make_help(Form& form, const std::vector<std::uint32_t>& units);

// One line a unit, for tests: kind, section, field, and the text of its parts.
std::string dump(const Form& form, const document::Document& document, const lexicon::Lexicon& lexicon);

const char* name_of(UnitKind kind);

// Whether a value is no answer: nothing, "N/K", "TBC", "not known", "[insert ...]", "-". "None" and "No" are answers.
bool is_blank_value(std::string_view value, const lexicon::Lexicon& lexicon);
bool is_blank_value(std::string_view value, const lexicon::Remembered& scans);
// "2. KEY DATES", or as much as "2.": the next heading with its number, in an answer's place where a form was pasted as
// running text.
bool is_next_heading(std::string_view value);

}  // namespace form
