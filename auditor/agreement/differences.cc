#include "agreement/differences.h"

#include <algorithm>
#include <tuple>

#include "agreement/overrule.h"

namespace agreement {
namespace {

using evaluation::Opinion;
using evaluation::Rating;

unsigned apart(Rating a, Rating b) {
  if (a == b) return 0;
  if (a == Rating::not_applicable || b == Rating::not_applicable) return 1;
  return static_cast<unsigned>(std::abs(static_cast<int>(a) - static_cast<int>(b)));
}

}  // namespace

Differences::Differences(const Audit& audit, const std::vector<Given>& given) : audit_(audit) {
  std::vector<Given> ordered = given;
  put_in_order(ordered);
  for (Given& one : ordered) {
    opinions_[audit.records[one.record].number][one.item].push_back(
        {std::move(one.rater), one.rating, std::move(one.comment)});
  }
}

void Differences::look(const evaluation::Outcome& outcome, std::size_t number) {
  auto rated = opinions_.find(number);
  if (rated == opinions_.end()) return;
  for (const evaluation::Answer& answer : outcome.items) {
    std::optional<std::size_t> item = audit_.item(outcome.checklist, answer.item);
    auto of_item = item ? rated->second.find(*item) : rated->second.end();
    if (of_item == rated->second.end()) continue;
    const std::vector<Opinion>& opinions = of_item->second;
    Difference difference{number, outcome.path, *item, answer, opinions, false, false, 0};
    difference.with_auditor = opinions.front().rating != answer.by_auditor();
    for (std::size_t i = 0; i < opinions.size(); ++i) {
      difference.apart = std::max(difference.apart, apart(opinions[i].rating, answer.by_auditor()));
      for (std::size_t j = 0; j < i; ++j) {
        const unsigned between = apart(opinions[i].rating, opinions[j].rating);
        difference.among_people = difference.among_people || between > 0;
        difference.apart = std::max(difference.apart, between);
      }
    }
    if (difference.apart > 0) found_.push_back(std::move(difference));
  }
}

std::vector<Difference> Differences::found() const {
  std::vector<Difference> out = found_;
  std::stable_sort(out.begin(), out.end(), [](const Difference& a, const Difference& b) {
    return std::tuple(b.apart, a.number, a.item) < std::tuple(a.apart, b.number, b.item);
  });
  return out;
}

}  // namespace agreement
