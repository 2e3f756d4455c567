#include "agreement/gather.h"

#include <map>
#include <tuple>

namespace agreement {
namespace {

using Place = std::tuple<std::size_t, std::size_t, std::string>;  // record, item, rater's key

Place place_of(const Given& given) {
  return {given.record, given.item, rater_key(given.rater)};
}

}  // namespace

Gathered gather(const std::vector<std::pair<std::string, Imported>>& files, const std::vector<Given>& kept) {
  Gathered out;
  std::map<std::string, std::string> names;
  std::map<Place, const Given*> before, now;
  for (const Given& given : kept) {
    names.emplace(rater_key(given.rater), given.rater);
    before.emplace(place_of(given), &given);
  }
  for (const auto& [file, imported] : files) {
    for (const Fault& fault : imported.faults) out.faults.emplace_back(file, fault);
    for (const Given& given : imported.given) {
      auto [first, fresh] = now.emplace(place_of(given), &given);
      if (!fresh) {
        if (first->second->rating != given.rating) {
          out.faults.emplace_back(file,
                                  Fault{given.cell, "is another rating of the same item by the same person than " +
                                                        first->second->cell + " of " + first->second->file});
        }
        continue;
      }
      Given own = given;
      own.rater = names.emplace(rater_key(given.rater), given.rater).first->second;
      auto said = before.find(place_of(given));
      if (said == before.end()) {
        ++out.added;
      } else if (said->second->rating != given.rating || said->second->comment != given.comment) {
        ++out.changed;
      } else {
        ++out.unchanged;
        continue;
      }
      out.fresh.push_back(std::move(own));
    }
  }
  if (!out.faults.empty()) out.fresh.clear();
  return out;
}

}  // namespace agreement
