#include "checklist/query.h"

#include <algorithm>

namespace checklist {

const char* reason_of(Condition condition) {
  switch (condition) {
    case Condition::about:
      return "about somebody else";
    case Condition::source:
      return "somebody else's words";
    case Condition::polarity:
      return "denied";
    case Condition::mood:
      return "only intended, hedged or conditional";
    case Condition::time:
      return "of another time";
    case Condition::standing:
      return "no longer holds";
    case Condition::general:
      return "general, not about this record";
    case Condition::content:
      return "too little that is specific";
    case Condition::process:
      return "only says that it was considered";
    case Condition::lacks:
      return "of another kind";
    case Condition::section:
      return "in another part of the record";
    case Condition::shape:
      return "incomplete";
    case Condition::concept_found:
    case Condition::frame:
      return "";
  }
  return "";
}

bool Candidate::is_near_miss() const {
  if (failed == 0 || (failed & (failed - 1)) != 0) return false;
  return !near_reason().empty();
}

std::string Candidate::near_reason() const {
  if (!why.empty()) return why;
  for (unsigned bit = 0; bit <= static_cast<unsigned>(Condition::shape); ++bit) {
    if (failed == 1u << bit) return reason_of(static_cast<Condition>(bit));
  }
  return "";
}

void order(std::vector<Candidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.strength != b.strength) return a.strength > b.strength;
    return a.at.begin < b.at.begin;
  });
  std::vector<Candidate> kept;
  for (Candidate& candidate : candidates) {
    bool known = std::any_of(kept.begin(), kept.end(), [&](const Candidate& k) {
      return k.at.contains(candidate.at) || candidate.at.contains(k.at);
    });
    if (!known) kept.push_back(std::move(candidate));
  }
  candidates = std::move(kept);
}

Found found_of(std::vector<Candidate> candidates) {
  Found found;
  for (Candidate& candidate : candidates) {
    if (candidate.passed()) {
      found.evidence.push_back(std::move(candidate));
    } else if (candidate.is_near_miss()) {
      found.near.push_back(std::move(candidate));
    }
  }
  found.holds = !found.evidence.empty();
  order(found.evidence);
  order(found.near);
  return found;
}

Found Query::find(const Record& record, const Scope& scope) const {
  return found_of(candidates(record, scope));
}

}  // namespace checklist
