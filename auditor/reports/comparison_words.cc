#include "reports/comparison_words.h"

#include <algorithm>
#include <cmath>

#include "reports/timeliness_words.h"
#include "reports/words.h"

namespace reports {

using comparison::By;
using comparison::Measure;
using comparison::MeasureKind;
using comparison::Row;
using comparison::Share;
using comparison::Verdict;

namespace {

// "supervision SP1", "supervision, Oversight" where records were rated by several checklists; "SP1", "Oversight" else.
std::string named(const Measure& measure, const char* between, const std::string& name) {
  return measure.of_several ? measure.checklist + between + name : name;
}

}  // namespace

std::string measure_words(const Measure& measure) {
  switch (measure.kind) {
    case MeasureKind::grade:
      return "Good or better over all";
    case MeasureKind::in_time:
      return "Completed in time";
    case MeasureKind::dimension:
      return named(measure, ", ", measure.title.empty() ? measure.id : measure.title) + ": good or better";
    case MeasureKind::item:
      return named(measure, " ", measure.id) + " met" + (measure.title.empty() ? "" : ": " + measure.title);
    case MeasureKind::flag:
      break;
  }
  const std::string about = flag_words(measure.id);
  return measure.id + " raised" + (about.empty() ? "" : ": " + about);
}

std::string measure_short(const Measure& measure) {
  if (measure.kind == MeasureKind::item) return named(measure, " ", measure.id) + " met";
  if (measure.kind == MeasureKind::flag) return measure.id + " raised";
  return measure_words(measure);
}

const char* by_words(By by) {
  if (by == By::type) return "kind of record";
  return comparison::name_of(by);
}

std::string group_words(const std::string& name, By by) {
  if (name.empty()) return "(not known)";
  if (by == By::type) return type_words(name);
  return by == By::month ? month_words(name) : name;
}

std::string share_of_words(const Share& share) {
  if (share.of == 0) return "none";
  return std::to_string(share.hits) + " of " + std::to_string(share.of) + ", " + share_percent(share.share());
}

std::string interval_words(const Share& share) {
  if (share.of == 0) return "";
  const statistics::Interval interval = share.interval();
  return share_percent(interval.low) + " to " + share_percent(interval.high);
}

std::string share_sure_words(const Share& share) {
  if (share.of == 0) return "none";
  return share_of_words(share) + " (95% interval " + interval_words(share) + ")";
}

std::string points_words(double difference) {
  return counted(static_cast<std::size_t>(std::lround(std::fabs(100 * difference))), "point");
}

std::string difference_words(const Row& row) {
  if (!row.difference) return "nothing to compare with";
  if (row.verdict == Verdict::too_few) {
    return "too few to tell (" + counted(std::min(row.here.of, row.others.of), "record") + " on one side)";
  }
  const double difference = row.difference->difference;
  const std::string way = difference > 0   ? points_words(difference) + " higher"
                          : difference < 0 ? points_words(difference) + " lower"
                                           : "no different";
  if (row.verdict == Verdict::chance) {
    return way + "; with " + counted(std::min(row.here.of, row.others.of), "record") +
           (difference == 0 ? " a difference may be missed" : " this may be chance");
  }
  const auto points = [](double value) { return std::to_string(std::lround(100 * value)); };
  return way + " (95% interval " + points(row.difference->interval.low) + " to " +
         points(row.difference->interval.high) + ")";
}

std::string chance_words(std::size_t judged) {
  if (judged == 0) return "";
  const std::size_t by_chance = (judged + 10) / 20;
  return "Of " + counted(judged, "difference") + " that " + (judged == 1 ? "was" : "were") + " judged, " +
         (by_chance == 0 ? std::string("one may") : "about " + std::to_string(by_chance)) +
         " look real by chance alone.";
}

std::string left_out_words(const ComparisonReport& report) {
  const auto& groups = report.groups.groups;
  const bool any = std::any_of(groups.begin(), groups.end(), [](const auto& group) { return group.left_out; });
  if (!any) return "";
  return "Groups of fewer than " + std::to_string(comparison::least_compared) +
         " records are left out, and where that is one group, the next smallest too. They count among the others.";
}

std::string trend_words(const comparison::Trend& trend, By period) {
  std::string out = "median " + share_percent(trend.chart.median);
  if (trend.points.size() < statistics::least_points) {
    return out + "; " + std::to_string(trend.points.size()) + " of the " + std::to_string(statistics::least_points) +
           " points that it takes to tell change from chance";
  }
  const auto name = [&trend, period](std::size_t point) { return group_words(trend.points[point].period, period); };
  for (const statistics::RunChart::Signal& shift : trend.chart.shifts) {
    out += std::string("; a shift ") + (shift.upward ? "upwards" : "downwards") + " from " + name(shift.first) +
           " to " + name(shift.last);
  }
  for (const statistics::RunChart::Signal& trending : trend.chart.trends) {
    out += std::string("; ") + (trending.upward ? "rising" : "falling") + " from " + name(trending.first) + " to " +
           name(trending.last);
  }
  if (trend.chart.shifts.empty() && trend.chart.trends.empty()) out += "; no change beyond chance";
  return out;
}

Share own_share(const comparison::Records& records, const comparison::Figure& figure) {
  const std::size_t measure = comparison::measure_of(figure, records.measures());
  return measure == records.measures().size() ? Share() : comparison::share_of(records, measure, 0);
}

}  // namespace reports
