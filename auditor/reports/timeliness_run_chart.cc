// A run chart of the monthly share in time: a point for each month, its median, and what is beyond chance in words.

#include "reports/drawing.h"
#include "reports/timeliness_parts.h"
#include "reports/timeliness_words.h"
#include "reports/words.h"
#include "statistics/run_chart.h"

namespace reports {
namespace {

constexpr double height = 104, top = 12, base = top + height;
constexpr std::size_t most_ticks = 12;
constexpr std::size_t least_drawn = 3;  // fewer months stand in the table well enough

std::vector<double> shares(const std::vector<timeliness::Group>& months) {
  std::vector<double> out;
  for (const timeliness::Group& month : months) out.push_back(month.figures.share());
  return out;
}

std::string signal_words(const std::vector<timeliness::Group>& months, const statistics::RunChart::Signal& signal,
                         const char* what) {
  return " From " + month_words(months[signal.first].name) + " to " + month_words(months[signal.last].name) + " " +
         what + ": more than chance.";
}

}  // namespace

std::string run_words(const std::vector<timeliness::Group>& months) {
  const statistics::RunChart chart = statistics::run_chart(shares(months));
  std::string out = "Half of the months lie at or above " + share_percent(chart.median) + " in time (their median).";
  if (months.size() < statistics::least_points) {
    return out + " Fewer than " + std::to_string(statistics::least_points) + " months say nothing about change.";
  }
  for (const auto& shift : chart.shifts) {
    out +=
        signal_words(months, shift, shift.upward ? "the share lay above the median" : "the share lay below the median");
  }
  for (const auto& trend : chart.trends) {
    out +=
        signal_words(months, trend, trend.upward ? "the share rose month by month" : "the share fell month by month");
  }
  if (chart.shifts.empty() && chart.trends.empty()) out += " No run of months is beyond chance.";
  return out;
}

void timeliness_run_chart(Markup& page, const std::vector<timeliness::Group>& months, const std::string& label) {
  if (months.size() < least_drawn) return;
  const std::vector<double> points = shares(months);
  const auto all = static_cast<double>(points.size());
  auto x = [all](std::size_t i) { return (static_cast<double>(i) + 0.5) / all; };
  auto y = [](double share) { return base - height * share; };
  page.open("div", "card days").element("h3", label);
  page.open("svg", "histogram").attribute("role", "img");
  page.attribute("aria-label", label + ": the figures stand in the table by month");
  draw_line(page, "axis", 0, base, 1, base);
  draw_line(page, "axis faint", 0, top, 1, top);
  const double median = statistics::median(points);
  draw_line(page, "median", 0, y(median), 1, y(median));
  for (std::size_t i = 0; i + 1 < points.size(); ++i)
    draw_line(page, "run", x(i), y(points[i]), x(i + 1), y(points[i + 1]));
  const std::size_t every = (points.size() + most_ticks - 1) / most_ticks;
  for (std::size_t i = 0; i < points.size(); ++i) {
    page.open("circle", "in-time").attribute("cx", percent(x(i))).attribute("cy", pixels(y(points[i])));
    page.attribute("r", "3.5").close();
    if (i % every == 0) draw_words(page, x(i), base + 15, months[i].name, "tick");
  }
  draw_words(page, 0, top - 3, "100%", "tick begin");
  page.close().element("p", "Share completed in time, month by month; dotted: the median.", "note");
  page.element("p", run_words(months)).close();
}

}  // namespace reports
