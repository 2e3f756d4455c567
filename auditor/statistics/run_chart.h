// A figure over time: its median, and whether it moved by more than chance would.
#pragma once

#include <cstddef>
#include <vector>

namespace statistics {

// The middle value; the mean of the two middle ones for an even count. At least one value.
double median(std::vector<double> values);

struct RunChart {
  double median = 0;
  // Six or more points in a row on one side of the median (points on it are passed over), and five or more in a row all
  // rising or all falling (equal ones count once): the rules for run charts of R. J. Perla, L. P. Provost and S. K.
  // Murray, BMJ Quality & Safety 20, 2011. Each as the numbers of its first and last point.
  struct Signal {
    std::size_t first = 0, last = 0;
    bool upward = false;  // above the median, or rising
  };
  std::vector<Signal> shifts;
  std::vector<Signal> trends;
};

// Fewer points say nothing about change: a median, but no signals.
inline constexpr std::size_t least_points = 10;

// At least one point.
RunChart run_chart(const std::vector<double>& points);

}  // namespace statistics
