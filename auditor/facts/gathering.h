// What the parts of this room share while one record's facts are gathered: the record, the ids of the lexicon's names,
// and small questions about places in it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"

namespace facts {

class Gathering {
 public:
  Gathering(const document::Document& d, const form::Form& f, const language::Annotations& l,
            const lexicon::Remembered& s);

  const document::Document& document;
  const form::Form& form;
  const language::Annotations& language;
  const lexicon::Lexicon& lexicon;
  const lexicon::Remembered& scans;  // of values and names

  std::string_view text(base::Span at) const { return at.of(document.text); }
  // The text on one line.
  std::string line(base::Span at) const;

  // Whether the stretch holds a hit of the concept, or of the family where no concept has that name. Unknown names hold
  // nowhere.
  bool has(base::Span at, lexicon::Name concept_or_family) const;
  // The first such hit; empty where there is none.
  base::Span find(base::Span at, lexicon::Name concept_or_family) const;
  // The first concept of a family found in the stretch, or 0.
  lexicon::ConceptId concept_of(base::Span at, std::string_view family) const;

  // Whether the unit stands in a section of one of the kinds, or under one.
  bool in_section(const form::Unit& unit, std::initializer_list<std::string_view> kinds) const;
  bool is_field(lexicon::FieldId field, std::initializer_list<std::string_view> names) const;
  // The unit's first cell under one of the column headings; nullptr where it has none.
  const form::Cell* cell(const form::Unit& unit, std::initializer_list<std::string_view> fields) const;
  bool blank(base::Span at) const;

  // The first date with its day and month in the stretch; nullptr where there is none.
  const language::Date* date(base::Span at, bool impossible_too = false) const;
  // Mentions in the stretch, in order.
  std::vector<language::Mention> mentions(base::Span at) const;
  // The first person of a role mentioned in the stretch, or nobody.
  EntityId person(base::Span at, std::initializer_list<language::Role> roles) const;
  const language::Entity* entity(EntityId who) const {
    return who < 0 ? nullptr : &language.people[static_cast<std::size_t>(who)];
  }
  bool is_subject(EntityId who) const;
  // How many words that are neither punctuation nor in the lexicon's stock of function words.
  std::uint8_t content(base::Span at) const;
  std::size_t words(base::Span at) const;

  // By table, where it has been asked: whether its rows tell of days to come.
  mutable std::map<std::int32_t, bool> ahead;

 private:
  // Index of the first hit of a concept, or of a family, that lies in the stretch; no_hit where there is none.
  static constexpr std::uint32_t no_hit = 0xFFFFFFFF;
  std::uint32_t first_of(lexicon::ConceptId id, base::Span at) const;
  std::uint32_t first_of_family(std::string_view family, base::Span at) const;

  std::vector<std::uint32_t> hits_;       // indices of the record's hits by concept, each concept's in their order
  std::vector<std::uint32_t> hits_from_;  // by concept, offsets into hits_
};

}  // namespace facts
