// What share of the records truly has a rating, where the auditor's own errors are known from people's ratings.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "agreement/audit.h"
#include "statistics/prevalence.h"

namespace agreement {

// Of the records that an item applies to, how many have the rating.
struct Share {
  std::size_t yes = 0, of = 0;           // by the auditor, in the whole run
  std::size_t truly = 0, truly_not = 0;  // by the people whose rating counts, where the auditor has rated too
  std::optional<statistics::Prevalence> corrected;
  std::string refused;  // why there is no corrected share; empty where there is
};

struct ItemShares {
  Share met, not_met;
};

// In the order of Audit::items. The correction holds where the records that people rated were drawn by chance.
std::vector<ItemShares> shares(const Audit& audit, const std::vector<Given>& given);

}  // namespace agreement
