#include "agreement/overrule.h"

#include <algorithm>
#include <tuple>

#include "store/person_ratings.h"

namespace agreement {

using evaluation::Opinion;

void put_in_order(std::vector<Given>& given) {
  std::stable_sort(given.begin(), given.end(), [](const Given& a, const Given& b) {
    return std::tuple(b.when, a.rating, rater_key(a.rater)) < std::tuple(a.when, b.rating, rater_key(b.rater));
  });
}

Overruling::Overruling(const Audit& audit, const std::vector<Given>& given,
                       std::map<std::string, evaluation::Scoring> scoring)
    : scoring_(std::move(scoring)) {
  std::vector<Given> ordered = given;
  put_in_order(ordered);
  for (Given& one : ordered) {
    opinions_[audit.records[one.record].number][audit.items[one.item].id].push_back(
        {std::move(one.rater), one.rating, std::move(one.comment)});
  }
}

base::Result<Overruling> Overruling::of(const store::Store& store) {
  base::Result<store::RunFacts> facts = store.facts();
  if (!facts) return facts.error();
  base::Result<std::vector<store::PersonRating>> kept = store::person_ratings(store);
  if (!kept) return kept.error();
  // Only the records that people rated matter here, and of these only that they are there.
  Audit audit = audit_of(facts.value());
  std::vector<Given> given;
  for (const store::PersonRating& rating : kept.value()) {
    std::optional<std::size_t> item = audit.item(rating.checklist, rating.item);
    if (!item) continue;
    if (audit.records.empty() || audit.records.back().number != rating.document) {
      audit.records.push_back({rating.document, "", "", rating.checklist, {}});
    }
    given.push_back(
        {audit.records.size() - 1, *item, rating.rater, rating.rating, rating.comment, rating.when, "", ""});
  }
  std::map<std::string, evaluation::Scoring> scoring;
  for (const store::ChecklistFacts& checklist : facts.value().checklists()) {
    std::optional<evaluation::Scoring> rules = evaluation::scoring_from(checklist.scoring);
    if (rules) scoring.emplace(checklist.id, std::move(*rules));
  }
  return Overruling(audit, given, std::move(scoring));
}

void Overruling::attach(evaluation::Outcome& outcome, std::size_t number) const {
  auto known = opinions_.find(number);
  if (known == opinions_.end()) return;
  for (evaluation::Answer& answer : outcome.items) {
    auto rated = known->second.find(answer.item);
    if (rated != known->second.end()) answer.opinions = rated->second;
  }
}

void Overruling::apply(evaluation::Outcome& outcome, std::size_t number) const {
  attach(outcome, number);
  bool changed = false;
  for (evaluation::Answer& answer : outcome.items) {
    if (answer.opinions.empty() || answer.opinions.front().rating == answer.rating) continue;
    answer.auditor = answer.rating;
    answer.rating = answer.opinions.front().rating;
    changed = true;
  }
  auto rules = scoring_.find(outcome.checklist);
  if (!changed || rules == scoring_.end()) return;
  outcome.auditors = evaluation::AuditorsScores{outcome.overall, outcome.dimensions};
  evaluation::score(rules->second, outcome);
}

}  // namespace agreement
