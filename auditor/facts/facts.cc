#include "facts/facts.h"

#include "facts/parts.h"

namespace facts {

Facts gather(const document::Document& document, const form::Form& form, const language::Annotations& annotations,
             const lexicon::Lexicon& lexicon) {
  return gather(document, form, annotations, lexicon::Remembered(lexicon));
}

Facts gather(const document::Document& document, const form::Form& form, const language::Annotations& annotations,
             const lexicon::Remembered& scans) {
  Gathering record(document, form, annotations, scans);
  Facts facts;
  for (EntityId child : annotations.subjects) {
    facts.children.push_back(annotations.people[static_cast<std::size_t>(child)].name);
  }
  gather_subject(record, facts);
  gather_type(record, facts);
  gather_dates(record, facts);
  gather_characteristics(record, facts);
  gather_seen(record, facts);
  const Outsiders outsiders(record);
  gather_contributions(record, outsiders, facts);
  gather_actions(record, facts);
  gather_decisions(record, facts);
  gather_feedback(record, outsiders, facts);
  gather_particulars(record, facts);
  return facts;
}

}  // namespace facts
