#include "statistics/prevalence.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace statistics {

std::optional<Prevalence> rogan_gladen(std::size_t yes, std::size_t tested, const Known& known) {
  assert(yes <= tested);
  std::size_t hold = known.right_yes + known.wrong_no;
  std::size_t do_not = known.right_no + known.wrong_yes;
  if (tested == 0 || hold < least_known || do_not < least_known) return std::nullopt;
  double sensitivity = static_cast<double>(known.right_yes) / static_cast<double>(hold);
  double specificity = static_cast<double>(known.right_no) / static_cast<double>(do_not);
  if (sensitivity + specificity <= 1) return std::nullopt;
  double apparent = static_cast<double>(yes) / static_cast<double>(tested);
  double share = (apparent + specificity - 1) / (sensitivity + specificity - 1);

  // Lang and Reiczigel: every count a little towards the middle, the normal interval about the estimate so made, and a
  // shift where it lies near an end.
  constexpr double z = ninety_five;
  auto n = static_cast<double>(tested);
  auto n_hold = static_cast<double>(hold);
  auto n_not = static_cast<double>(do_not);
  double se = (static_cast<double>(known.right_yes) + 1) / (n_hold + 2);
  double sp = (static_cast<double>(known.right_no) + 1) / (n_not + 2);
  double ap = (static_cast<double>(yes) + z * z / 2) / (n + z * z);
  double youden = se + sp - 1;
  if (youden <= 0) return std::nullopt;
  double middle = (ap + sp - 1) / youden;
  double shift = 2 * z * z * (middle * se * (1 - se) / (n_hold + 2) - (1 - middle) * sp * (1 - sp) / (n_not + 2));
  double error = std::sqrt(ap * (1 - ap) / (n + z * z) + middle * middle * se * (1 - se) / (n_hold + 2) +
                           (1 - middle) * (1 - middle) * sp * (1 - sp) / (n_not + 2)) /
                 youden;
  auto within = [](double x) { return std::clamp(x, 0.0, 1.0); };
  return Prevalence{within(share), {within(middle + shift - z * error), within(middle + shift + z * error)}};
}

}  // namespace statistics
