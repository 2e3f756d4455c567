#include "agreement/figures.h"

#include <algorithm>
#include <map>
#include <utility>

#include "statistics/bootstrap.h"

namespace agreement {
namespace {

using evaluation::Rating;
using statistics::Confusion;

constexpr std::size_t kOrdered = 3;

// Two ratings of the same item of the same record.
struct Pair {
  std::size_t record = 0, item = 0;
  Rating first = Rating::not_met, second = Rating::not_met;
};
using Pairs = std::vector<Pair>;

bool is_ordered(const Pair& pair) {
  return pair.first != Rating::not_applicable && pair.second != Rating::not_applicable;
}

// The bootstrap draws records: each has a table of its own.
std::vector<Confusion> by_record(const std::vector<const Pair*>& pairs) {
  std::map<std::size_t, Confusion> tables;
  for (const Pair* pair : pairs) {
    if (!is_ordered(*pair)) continue;
    auto [table, fresh] = tables.try_emplace(pair->record, kOrdered);
    table->second.add(static_cast<std::size_t>(pair->first), static_cast<std::size_t>(pair->second));
  }
  std::vector<Confusion> out;
  out.reserve(tables.size());
  for (auto& [record, table] : tables) out.push_back(std::move(table));
  return out;
}

using Measure = std::optional<double> (*)(const Confusion&);

Coefficient coefficient(const std::vector<Confusion>& tables, Measure measure, std::size_t resamples) {
  Confusion sum(kOrdered);
  for (const Confusion& table : tables) sum.add(table);
  Coefficient out;
  out.value = measure(sum);
  if (!out.value) return out;
  auto figure = [&](const std::vector<std::size_t>& drawn) {
    Confusion again(kOrdered);
    for (std::size_t unit : drawn) again.add(tables[unit]);
    return measure(again);
  };
  out.interval = statistics::bootstrap(tables.size(), figure, resamples);
  return out;
}

Figures figures(const std::vector<const Pair*>& pairs, std::size_t resamples) {
  Figures out;
  out.pairs = pairs.size();
  std::vector<std::size_t> records;
  for (const Pair* pair : pairs) {
    ++out.table[static_cast<std::size_t>(pair->first)][static_cast<std::size_t>(pair->second)];
    if (pair->first == pair->second) ++out.same;
    if (is_ordered(*pair)) ++out.ordered;
    records.push_back(pair->record);
  }
  std::sort(records.begin(), records.end());
  out.records = static_cast<std::size_t>(std::unique(records.begin(), records.end()) - records.begin());
  if (out.pairs > 0) out.same_interval = statistics::wilson(out.same, out.pairs);
  const std::vector<Confusion> tables = by_record(pairs);
  out.ordered_records = tables.size();
  out.kappa = coefficient(tables, statistics::weighted_kappa, resamples);
  out.ac2 = coefficient(tables, statistics::gwet_ac2, resamples);
  return out;
}

Pairing pairing(const Audit& audit, Pairing::Kind kind, std::string first, std::string second, const Pairs& pairs,
                std::size_t resamples) {
  std::vector<const Pair*> all;
  std::vector<std::vector<const Pair*>> of_dimension(audit.dimensions.size()), of_item(audit.items.size());
  std::map<std::pair<std::string, std::string>, std::size_t> dimensions;  // checklist and id to place
  for (std::size_t i = 0; i < audit.dimensions.size(); ++i) {
    dimensions.emplace(std::pair(audit.dimensions[i].checklist, audit.dimensions[i].id), i);
  }
  for (const Pair& pair : pairs) {
    const Item& item = audit.items[pair.item];
    all.push_back(&pair);
    of_item[pair.item].push_back(&pair);
    auto known = dimensions.find({item.checklist, item.dimension});
    if (known != dimensions.end()) of_dimension[known->second].push_back(&pair);
  }
  Pairing out;
  out.kind = kind;
  out.first = std::move(first);
  out.second = std::move(second);
  out.all = figures(all, resamples);
  for (const auto& some : of_dimension) out.dimensions.push_back(figures(some, resamples));
  for (const auto& some : of_item) out.items.push_back(figures(some, resamples));
  return out;
}

using Raters = std::vector<std::pair<std::string, std::string>>;  // key, name

Raters raters_of(const std::vector<Given>& given) {
  std::map<std::string, std::string> raters;
  for (const Given& one : given) raters.emplace(rater_key(one.rater), one.rater);
  return {raters.begin(), raters.end()};
}

}  // namespace

const Pairing* Counted::of(Pairing::Kind kind) const {
  auto found = std::find_if(pairings.begin(), pairings.end(), [&](const Pairing& p) { return p.kind == kind; });
  return found == pairings.end() ? nullptr : &*found;
}

Counted count(const Audit& audit, const std::vector<Given>& given, std::size_t resamples) {
  const Raters raters = raters_of(given);
  std::map<std::string, std::size_t> places;
  Counted out;
  for (const auto& [key, name] : raters) {
    places.emplace(key, out.raters.size());
    out.raters.push_back(name);
  }
  // The ratings of one item of one record side by side: by rater.
  std::map<std::pair<std::size_t, std::size_t>, std::map<std::size_t, Rating>> opinions;
  for (const Given& one : given) opinions[{one.record, one.item}].emplace(places[rater_key(one.rater)], one.rating);

  const std::size_t n = raters.size();
  Pairs auditor, people;
  std::vector<Pairs> with_each(n);
  std::map<std::pair<std::size_t, std::size_t>, Pairs> between;
  std::map<std::size_t, bool> rated;  // record: whether by two
  for (const auto& [place, by_rater] : opinions) {
    const auto [record, item] = place;
    rated[record] = rated[record] || by_rater.size() > 1;
    out.ratings += by_rater.size();
    const std::optional<Rating> auditors = audit.records[record].ratings[item];
    for (auto one = by_rater.begin(); one != by_rater.end(); ++one) {
      if (auditors) auditor.push_back({record, item, *auditors, one->second});
      if (auditors) with_each[one->first].push_back(auditor.back());
      for (auto other = std::next(one); other != by_rater.end(); ++other) {
        people.push_back({record, item, one->second, other->second});
        between[{one->first, other->first}].push_back(people.back());
      }
    }
  }
  out.records = rated.size();
  out.doubled = static_cast<std::size_t>(std::count_if(rated.begin(), rated.end(), [](auto r) { return r.second; }));
  if (n == 0) return out;
  out.pairings.push_back(pairing(audit, Pairing::auditor_and_people, "", "", auditor, resamples));
  for (std::size_t i = 0; i < n && n > 1; ++i) {
    out.pairings.push_back(pairing(audit, Pairing::auditor_and_person, "", out.raters[i], with_each[i], resamples));
  }
  if (!people.empty()) out.pairings.push_back(pairing(audit, Pairing::people, "", "", people, resamples));
  for (const auto& [two, pairs] : between) {
    out.pairings.push_back(
        pairing(audit, Pairing::two_people, out.raters[two.first], out.raters[two.second], pairs, resamples));
  }
  return out;
}

}  // namespace agreement
