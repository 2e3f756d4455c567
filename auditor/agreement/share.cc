#include "agreement/share.h"

#include <map>
#include <utility>

#include "agreement/overrule.h"

namespace agreement {
namespace {

using evaluation::Rating;

// For each item the auditor's and the person's rating of every record that both have rated, those that don't apply to
// either left out.
using Known = std::vector<std::vector<std::pair<Rating, Rating>>>;

Known known(const Audit& audit, std::vector<Given> given) {
  put_in_order(given);
  std::map<std::pair<std::size_t, std::size_t>, Rating> counts;
  for (const Given& one : given) counts.emplace(std::pair(one.item, one.record), one.rating);
  Known out(audit.items.size());
  for (const auto& [place, rating] : counts) {
    const std::optional<Rating> auditors = audit.records[place.second].ratings[place.first];
    bool applies = auditors && *auditors != Rating::not_applicable && rating != Rating::not_applicable;
    if (applies) out[place.first].emplace_back(*auditors, rating);
  }
  return out;
}

std::string too_few(const Share& share) {
  return "too few ratings: " + std::to_string(share.truly) + " with it and " + std::to_string(share.truly_not) +
         " without, of " + std::to_string(statistics::least_known) + " each";
}

Share share_of(const Audit& audit, std::size_t item, Rating wanted, const Known& known) {
  Share out;
  for (const Record& record : audit.records) {
    if (!record.ratings[item] || *record.ratings[item] == Rating::not_applicable) continue;
    ++out.of;
    if (*record.ratings[item] == wanted) ++out.yes;
  }
  statistics::Known test;
  for (const auto& [auditors, persons] : known[item]) {
    const bool said = auditors == wanted;
    if (persons == wanted) {
      ++(said ? test.right_yes : test.wrong_no);
    } else {
      ++(said ? test.wrong_yes : test.right_no);
    }
  }
  out.truly = test.right_yes + test.wrong_no;
  out.truly_not = test.right_no + test.wrong_yes;
  out.corrected = statistics::rogan_gladen(out.yes, out.of, test);
  if (out.corrected) return out;
  bool few = out.truly < statistics::least_known || out.truly_not < statistics::least_known;
  out.refused = few           ? too_few(out)
                : out.of == 0 ? "the item applies to no record"
                              : "the auditor is no better than chance";
  return out;
}

}  // namespace

std::vector<ItemShares> shares(const Audit& audit, const std::vector<Given>& given) {
  const Known pairs = known(audit, given);
  std::vector<ItemShares> out;
  for (std::size_t item = 0; item < audit.items.size(); ++item) {
    out.push_back({share_of(audit, item, Rating::met, pairs), share_of(audit, item, Rating::not_met, pairs)});
  }
  return out;
}

}  // namespace agreement
