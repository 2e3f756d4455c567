// A share month by month or quarter by quarter, with its median and whether it moved.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "comparison/compare.h"
#include "statistics/run_chart.h"

namespace comparison {

struct Point {
  std::string period;  // "2010-03", "2010 Q1"
  Share share;
};

struct Trend {
  std::size_t measure = 0;
  std::vector<Point> points;   // in the order of time; periods without a record that is asked are not there
  statistics::RunChart chart;  // of the shares, by number of point
};

// Of the measures that have at least two periods, in the order of Records::in_order(). `by` is month or quarter. The
// records of both runs count. Records whose day is not known don't: `undated` tells how many.
std::vector<Trend> trends(const Records& records, By by, std::size_t& undated);

}  // namespace comparison
