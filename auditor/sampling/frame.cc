#include "sampling/frame.h"

#include <algorithm>

namespace sampling {

void put_in_order(Frame& frame) {
  std::vector<Candidate>& all = frame.candidates;
  std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.path < b.path; });
  auto end =
      std::unique(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.path == b.path; });
  leave_out(frame.left_out, "listed more than once", static_cast<std::size_t>(all.end() - end));
  all.erase(end, all.end());
}

std::size_t place_of(const Frame& frame, const std::string& name) {
  return static_cast<std::size_t>(std::find(frame.names.begin(), frame.names.end(), name) - frame.names.begin());
}

void leave_out(std::vector<LeftOut>& all, const std::string& reason, std::size_t records) {
  if (records == 0) return;
  auto found = std::find_if(all.begin(), all.end(), [&](const LeftOut& one) { return one.reason == reason; });
  if (found == all.end()) {
    all.push_back({reason, records});
  } else {
    found->records += records;
  }
}

}  // namespace sampling
