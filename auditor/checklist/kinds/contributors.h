// Who told what the record says that agencies contributed.
#pragma once

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "checklist/query.h"

namespace checklist::kinds {

// Keeps views of the record, which must outlive it.
class Contributors {
 public:
  explicit Contributors(const Record& record) : known_(record.language.people.size(), false) {
    for (const facts::Contribution& fact : record.facts.contributions) {
      if (fact.who != language::nobody) known_[static_cast<std::size_t>(fact.who)] = true;
      const bool unknown = fact.who == language::nobody && fact.agency == 0 && fact.contributed && fact.name.size() > 3;
      if (unknown) unknown_.insert(fact.name);
    }
  }
  bool has(language::EntityId who) const { return known_[static_cast<std::size_t>(who)]; }
  // "Ms Gadd", whom nothing but what she told makes one.
  bool any_named_in(std::string_view text) const {
    return std::any_of(unknown_.begin(), unknown_.end(),
                       [&](std::string_view name) { return text.find(name) != std::string_view::npos; });
  }

 private:
  std::vector<bool> known_;  // by person
  std::set<std::string_view> unknown_;
};

}  // namespace checklist::kinds
