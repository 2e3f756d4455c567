#include "sampling/list_sum.h"

#include <algorithm>

#include "base/sha256.h"

namespace sampling {

std::string list_sum(std::vector<SummedRow> rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.order < b.order; });
  base::Sha256 sum;
  for (const SummedRow& row : rows) {
    for (const std::string& value :
         {std::to_string(row.order), std::string(row.reserve ? "reserve" : "drawn"), row.stratum, row.path}) {
      sum.add(value);
      sum.add(std::string(1, '\0'));
    }
  }
  return sum.take();
}

}  // namespace sampling
