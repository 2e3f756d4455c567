#include "statistics/run_chart.h"

#include <algorithm>
#include <cassert>

namespace statistics {
namespace {

constexpr std::size_t kShift = 6;
constexpr std::size_t kTrend = 5;

// Runs of points on one side of the median.
std::vector<RunChart::Signal> shifts(const std::vector<double>& points, double median) {
  std::vector<RunChart::Signal> out;
  RunChart::Signal run;
  std::size_t length = 0;
  auto end = [&] {
    if (length >= kShift) out.push_back(run);
    length = 0;
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i] == median) continue;
    bool above = points[i] > median;
    if (length > 0 && run.upward != above) end();
    if (length == 0) run = {i, i, above};
    run.last = i;
    ++length;
  }
  end();
  return out;
}

// Runs of points that all rise or all fall.
std::vector<RunChart::Signal> trends(const std::vector<double>& points) {
  std::vector<RunChart::Signal> out;
  RunChart::Signal run;
  std::size_t length = 1;  // of different values
  auto end = [&](std::size_t from) {
    if (length >= kTrend) out.push_back(run);
    run = {from, from, false};
    length = 1;
  };
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i] == points[i - 1]) continue;
    bool rising = points[i] > points[i - 1];
    if (length > 1 && run.upward != rising) end(i - 1);
    run.upward = rising;
    run.last = i;
    ++length;
  }
  end(0);
  return out;
}

}  // namespace

double median(std::vector<double> values) {
  assert(!values.empty());
  std::sort(values.begin(), values.end());
  std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

RunChart run_chart(const std::vector<double>& points) {
  RunChart chart;
  chart.median = median(points);
  if (points.size() < least_points) return chart;
  chart.shifts = shifts(points, chart.median);
  chart.trends = trends(points);
  return chart;
}

}  // namespace statistics
