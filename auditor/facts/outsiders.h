// Where a stretch of a record names an agency or a professional outside the team.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "facts/facts.h"
#include "facts/gathering.h"

namespace facts {

// One naming: "Mr Dale, deputy head at the school" is one, of a person and of the agency beside the name.
struct Naming {
  EntityId who = language::nobody;
  lexicon::ConceptId agency = 0;
  std::size_t first = 0, last = 0;  // tokens of the record's scan, last included
  base::Span name;                  // as written, where neither the roster nor a term knows them
};

class Outsiders {
 public:
  explicit Outsiders(const Gathering& record);

  // Namings within a stretch, in order. People of the family and of the team are none.
  std::vector<Naming> in(base::Span at) const;
  // The first naming, or one of nobody.
  Naming first_in(base::Span at) const;
  // As people are shown it: the agency's label, or a name; told apart where one label covers several services.
  std::string shown(const Naming& naming, base::Span written) const;
  // The team itself, and those who help to talk rather than say anything of their own.
  bool inside_team(lexicon::ConceptId agency) const;

 private:
  void learn(base::Span sentence);
  void merge(std::vector<Naming>& namings) const;
  bool family(std::size_t token, bool (*kin)(language::Role)) const;
  void learn_behind(std::size_t token, std::size_t last, lexicon::ConceptId agency);
  void learn_next(base::Span note, base::Span sentence);
  void learn_titles(base::Span sentence);
  lexicon::ConceptId meant_by(std::size_t first, std::size_t last, base::Span within) const;

  struct Title {
    std::size_t token = 0;
    lexicon::ConceptId agency = 0;
  };

  const Gathering& record_;
  std::vector<bool> agencies_;                        // concepts of the family "agency"
  std::map<std::string, lexicon::ConceptId> met_;     // names that the record introduces with their agency
  std::map<std::string, std::vector<Title>> titles_;  // "nurse": where "school nurse" and the like stand, in order
};

}  // namespace facts
