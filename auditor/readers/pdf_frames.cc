#include "readers/pdf_frames.h"

#include <cmath>

namespace readers::pdf {
namespace {

bool is_near(double a, double b) {
  return std::abs(a - b) <= 4;  // points
}

// The lines drawn around a field, which are no lines of a table where nothing else joins them.
std::vector<std::size_t> frame_of(const Box& field, const std::vector<Rule>& rules) {
  std::vector<std::size_t> sides;
  bool left = false;
  bool right = false;
  bool above = false;
  bool below = false;
  Box frame = field;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Box& at = rules[i].box;
    const bool across = rules[i].level && is_near(at.left, field.left) && is_near(at.right, field.right);
    const bool upright = !rules[i].level && is_near(at.top, field.top) && is_near(at.bottom, field.bottom);
    if (across && is_near(at.top, field.top)) {
      above = true;
    } else if (across && is_near(at.top, field.bottom)) {
      below = true;
    } else if (upright && is_near(at.left, field.left)) {
      left = true;
    } else if (upright && is_near(at.left, field.right)) {
      right = true;
    } else {
      continue;
    }
    frame.include(at);
    sides.push_back(i);
  }
  if (!left || !right || !above || !below) return {};
  auto side = sides.begin();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (side != sides.end() && *side == i) {
      ++side;
      continue;
    }
    const Box& at = rules[i].box;
    const bool joins = at.left < frame.right + 1 && at.right > frame.left - 1 && at.top < frame.bottom + 1 &&
                       at.bottom > frame.top - 1;
    if (joins) return {};
  }
  return sides;
}

}  // namespace

void drop_frames(const std::vector<Entry>& entries, std::vector<Rule>& rules) {
  constexpr std::size_t most = 10'000'000;  // comparisons
  if (rules.empty() || entries.size() > most / rules.size()) return;
  std::vector<bool> dropped(rules.size(), false);
  for (const Entry& entry : entries) {
    if (entry.kind == Entry::Kind::comment) continue;
    for (std::size_t side : frame_of(entry.box, rules)) dropped[side] = true;
  }
  std::size_t i = 0;
  std::erase_if(rules, [&](const Rule&) { return dropped[i++]; });
}

}  // namespace readers::pdf
