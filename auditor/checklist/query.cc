#include "checklist/query.h"

#include <algorithm>
#include <bit>

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
  return !why.empty() || *reason_of(static_cast<Condition>(std::countr_zero(failed))) != '\0';
}

std::string Candidate::near_reason() const {
  if (!why.empty()) return std::string(why);
  return std::has_single_bit(failed) ? reason_of(static_cast<Condition>(std::countr_zero(failed))) : "";
}

void order(std::vector<Candidate>& candidates) {
  if (candidates.size() < 2) return;
  // Most stand in the order of the text, and apart.
  const bool touch =
      std::adjacent_find(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.at.end > b.at.begin || a.at.empty() || b.at.empty();
      }) != candidates.end();
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.strength != b.strength ? a.strength > b.strength : a.at.begin < b.at.begin;
  });
  if (!touch) return;
  // Of the kept ones none holds another: by their beginnings they are in the order of their ends too.
  std::map<std::uint32_t, std::uint32_t> places;
  std::erase_if(candidates, [&](const Candidate& candidate) {
    const base::Span at = candidate.at;
    auto behind = places.upper_bound(at.begin);                       // the first that begins behind it
    bool known = behind != places.end() && behind->second <= at.end;  // is held
    if (behind != places.begin()) {
      const auto& [begin, end] = *std::prev(behind);  // the last that begins no later: it holds most
      known = known || end >= at.end || (begin == at.begin && end <= at.end);
    }
    if (!known) places.emplace(at.begin, at.end);
    return known;
  });
}

Found found_of(std::vector<Candidate> candidates) {
  Found found;
  for (const Candidate& candidate : candidates) {
    if (!candidate.passed() && candidate.is_near_miss()) found.near.push_back(candidate);
  }
  std::erase_if(candidates, [](const Candidate& candidate) { return !candidate.passed(); });
  found.evidence = std::move(candidates);
  found.holds = !found.evidence.empty();
  order(found.evidence);
  order(found.near);
  return found;
}

Found Query::find(const Record& record, const Scope& scope) const {
  return found_of(candidates(record, scope));
}

}  // namespace checklist
