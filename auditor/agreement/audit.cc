#include "agreement/audit.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "store/person_ratings.h"

namespace agreement {

std::optional<std::size_t> Audit::item(std::string_view checklist, std::string_view id) const {
  auto found = std::find_if(items.begin(), items.end(),
                            [&](const Item& item) { return item.checklist == checklist && item.id == id; });
  if (found == items.end()) return std::nullopt;
  return static_cast<std::size_t>(found - items.begin());
}

std::optional<std::size_t> Audit::record(std::size_t number) const {
  auto found = std::lower_bound(records.begin(), records.end(), number,
                                [](const Record& record, std::size_t wanted) { return record.number < wanted; });
  if (found == records.end() || found->number != number) return std::nullopt;
  return static_cast<std::size_t>(found - records.begin());
}

std::string Audit::sum_of(std::string_view checklist) const {
  for (const auto& [id, sum] : checklists) {
    if (id == checklist) return sum;
  }
  return "";
}

std::string Audit::name_of_item(std::size_t item) const {
  return (checklists.size() > 1 ? items[item].checklist + " " : "") + items[item].id;
}

Audit audit_of(const store::RunFacts& facts) {
  Audit out;
  for (const store::ChecklistFacts& checklist : facts.checklists()) {
    out.checklists.emplace_back(checklist.id, checklist.sha256);
    for (const auto& [id, title] : checklist.dimensions) out.dimensions.push_back({checklist.id, id, title});
    for (const auto& [id, dimension, question] : checklist.items) {
      out.items.push_back({checklist.id, id, dimension, question});
    }
  }
  return out;
}

Record record(const Audit& audit, const evaluation::Outcome& outcome, std::size_t number) {
  Record out{number, outcome.path, outcome.sha256, outcome.checklist, {}};
  out.ratings.resize(audit.items.size());
  for (const evaluation::Answer& answer : outcome.items) {
    if (std::optional<std::size_t> item = audit.item(outcome.checklist, answer.item)) {
      out.ratings[*item] = answer.by_auditor();
    }
  }
  return out;
}

base::Result<Audit> audit_of(const store::Store& store) {
  base::Result<store::RunFacts> facts = store.facts();
  if (!facts) return facts.error();
  Audit out = audit_of(facts.value());
  std::size_t number = 0;
  base::Status read = store.each([&](const evaluation::Outcome& outcome) -> base::Status {
    ++number;
    if (outcome.standing == evaluation::Standing::audited) out.records.push_back(record(out, outcome, number));
    return base::Done{};
  });
  if (!read) return read.error();
  return out;
}

base::Result<std::vector<Given>> given_in(const store::Store& store, const Audit& audit) {
  base::Result<std::vector<store::PersonRating>> kept = store::person_ratings(store);
  if (!kept) return kept.error();
  std::vector<Given> out;
  for (const store::PersonRating& rating : kept.value()) {
    std::optional<std::size_t> record = audit.record(rating.document);
    std::optional<std::size_t> item = audit.item(rating.checklist, rating.item);
    if (!record || !item || !audit.records[*record].ratings[*item]) continue;
    out.push_back({*record, *item, rating.rater, rating.rating, rating.comment, rating.when, rating.file, rating.cell});
  }
  std::stable_sort(out.begin(), out.end(), [](const Given& a, const Given& b) {
    return std::tie(a.record, a.item, a.rater) < std::tie(b.record, b.item, b.rater);
  });
  return out;
}

std::string rater_key(std::string_view name) {
  return base::fold_case(base::on_one_line(name));
}

}  // namespace agreement
