#include "comparison/trend.h"

#include <cassert>
#include <map>

namespace comparison {

std::vector<Trend> trends(const Records& records, By by, std::size_t& undated) {
  assert(by == By::month || by == By::quarter);
  undated = 0;
  const std::vector<Measure>& measures = records.measures();
  std::vector<std::map<std::string, Share>> shares(measures.size());
  for (const Record& record : records.records()) {
    const std::string period = period_of(record.completed, by);
    if (period.empty()) {
      ++undated;
      continue;
    }
    for (std::size_t measure = 0; measure < measures.size(); ++measure) {
      const Said said = answer(record, measure, measures[measure]);
      if (said != Said::not_asked) count(shares[measure][period], said);
    }
  }
  std::vector<Trend> out;
  for (std::size_t measure : records.in_order()) {
    if (shares[measure].size() < 2) continue;
    Trend trend;
    trend.measure = measure;
    std::vector<double> values;
    for (const auto& [period, share] : shares[measure]) {
      trend.points.push_back({period, share});
      values.push_back(share.share());
    }
    trend.chart = statistics::run_chart(values);
    out.push_back(std::move(trend));
  }
  return out;
}

}  // namespace comparison
