// Conditions that several kinds share: the words that a stretch must hold or lack, the sections it may stand in, and
// how much of a long stretch is quoted.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "checklist/attributes.h"
#include "checklist/kinds/kind.h"
#include "checklist/query.h"

namespace checklist::kinds {

// has, with, also: at least one of the named concepts each; lacks: none of them. A name stands for its
// concept, or for the family of that name where no concept is called so.
struct WordsAsked {
  static constexpr std::uint8_t lacked = 1u << 7;
  std::vector<std::uint8_t> asked;          // by concept id: a bit for each group that it is in, and `lacked`
  std::uint8_t groups = 0;                  // the bits of all groups
  std::vector<lexicon::ConceptId> members;  // of all groups
  std::array<lexicon::Trace, 3> concepts;   // of each group
  bool lacks = false;
  lexicon::Trace lacking;  // the concepts that are not to be found
  std::string written;

  static WordsAsked read(Attributes& attributes, const Compiling& compiling);
  // Adds to the candidate's strength one for each telling hit; fails concept_found or lacks.
  void check(const Record& record, base::Span at, Candidate& candidate) const;
  // The same, by the concepts found in a stretch, as often as they are found.
  void check(std::span<const lexicon::ConceptId> held, Candidate& candidate) const;
  // Indices of the sentences that hold a concept of every group, in order.
  std::vector<std::uint32_t> sentences(const Record& record) const;
  // False only where a statement lacks all concepts of a group, so that check() would fail concept_found.
  bool may_hold(const language::Statement& s) const;
  // False only where check() would tell nothing of what a statement holds.
  bool tells_of(const language::Statement& s) const { return groups != 0 || (lacks && lacking.may_meet(s.concepts)); }
  bool empty() const { return groups == 0 && !lacks; }

 private:
  class Looked;
};

// sections="analysis plan ?": kinds of section that the unit may stand in, itself or by a heading above; "?" is a
// section that nothing recognised. not-sections: the reverse. Where neither is given every place will do.
struct SectionsAsked {
  std::vector<bool> in, out;  // by section id
  bool unknown_too = false;
  std::string written;

  static SectionsAsked read(Attributes& attributes, const Compiling& compiling);
  void check(const Record& record, std::int32_t unit, Candidate& candidate) const;
};

// Whether the table of ids has this one; ids beyond its end are not in it.
inline bool in_table(const std::vector<bool>& table, std::size_t id) {
  return id < table.size() && table[id];
}

// Ids of a concept name or family, as a table; fails the attributes where there is none.
std::vector<bool> concepts_named(const std::vector<std::string>& names, Attributes& attributes,
                                 const Compiling& compiling);

// The ids that such a table holds.
std::vector<lexicon::ConceptId> ids_in(const std::vector<bool>& table);

// A field's id, or a mistake.
std::vector<bool> fields_named(const std::vector<std::string>& names, Attributes& attributes,
                               const Compiling& compiling);

// The span, cut after 75 words: a quote is to be read out, not searched.
base::Span quotable(const Record& record, base::Span at);

// Whether a date with its day stands in the span.
bool has_date(const Record& record, base::Span at);

// Whether the span tells a time well before the record's own: a date, its year told, of four months
// before it, or an earlier year.
// Where the record's day is not known its latest date stands in; where it has none, any year is an earlier one.
bool has_earlier_time(const Record& record, base::Span at);

// The text of a span on one line, for names in reasons.
std::string words_at(const Record& record, base::Span at);

}  // namespace checklist::kinds
