#include "timeliness/suppress.h"

namespace timeliness {
namespace {

// Which of some counts are shown.
std::vector<bool> shown(const std::vector<std::size_t>& counts) {
  std::vector<bool> out(counts.size(), true);
  std::size_t hidden = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    out[i] = counts[i] == 0 || counts[i] >= least_shown;
    hidden += out[i] ? 0u : 1u;
  }
  if (hidden != 1) return out;
  std::size_t next = counts.size();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (out[i] && counts[i] > 0 && (next == counts.size() || counts[i] < counts[next])) next = i;
  }
  if (next < counts.size()) out[next] = false;
  return out;
}

}  // namespace

std::vector<Shown> shown(const std::vector<Group>& groups) {
  std::vector<std::size_t> completed, unfinished;
  for (const Group& group : groups) {
    completed.push_back(group.figures.completed());
    unfinished.push_back(group.figures.unfinished());
  }
  const std::vector<bool> of_completed = shown(completed), of_unfinished = shown(unfinished);
  std::vector<Shown> out;
  for (std::size_t i = 0; i < groups.size(); ++i) out.push_back({of_completed[i], of_unfinished[i]});
  return out;
}

}  // namespace timeliness
