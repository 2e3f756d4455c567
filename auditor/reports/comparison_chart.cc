// Drawings of a comparison: bars with intervals, and run charts.

#include "reports/comparison_parts.h"
#include "reports/comparison_words.h"
#include "reports/drawing.h"

namespace reports {
namespace {

constexpr double top = 12, height = 120, base = top + height;

double level(double share) {
  return base - height * share;
}

void drawing(Markup& page, const comparison::Trend& trend, comparison::By period, const std::string& label) {
  const auto all = static_cast<double>(trend.points.size());
  const auto middle = [all](std::size_t point) { return (static_cast<double>(point) + 0.5) / all; };
  page.open("svg", "chart").attribute("role", "img");
  page.attribute("aria-label", label + ": the figures stand beside it");
  for (double share : {0.0, 0.5, 1.0}) draw_line(page, "axis", 0, level(share), 1, level(share));
  draw_line(page, "median", 0, level(trend.chart.median), 1, level(trend.chart.median));
  for (std::size_t i = 0; i < trend.points.size(); ++i) {
    const statistics::Interval interval = trend.points[i].share.interval();
    draw_line(page, "whisker", middle(i), level(interval.low), middle(i), level(interval.high));
    if (i > 0) {
      draw_line(page, "run", middle(i - 1), level(trend.points[i - 1].share.share()), middle(i),
                level(trend.points[i].share.share()));
    }
  }
  for (std::size_t i = 0; i < trend.points.size(); ++i) {
    page.open("circle", "point").attribute("cx", percent(middle(i)));
    page.attribute("cy", pixels(level(trend.points[i].share.share()))).attribute("r", "4").close();
    const std::size_t step = trend.points.size() / 12 + 1;
    if (i % step == 0) draw_words(page, middle(i), base + 15, group_words(trend.points[i].period, period), "tick");
  }
  page.close();
}

}  // namespace

void run_chart(Markup& page, const comparison::Trend& trend, comparison::By period, const std::string& label) {
  page.open("div", "card days").element("h3", label).open("div", "beside").open("div");
  drawing(page, trend, period, label);
  page.element("p", trend_words(trend, period) + ".");
  page.close();
  page.open("table", "figures").attribute("aria-label", label).open("thead").open("tr");
  page.open("th").attribute("scope", "col").text("Completed").close();
  page.open("th", "n").attribute("scope", "col").text("Share").close();
  page.open("th", "n").attribute("scope", "col").text("95% interval").close().close().close().open("tbody");
  for (const comparison::Point& point : trend.points) {
    page.open("tr").open("th").attribute("scope", "row").text(group_words(point.period, period)).close();
    page.element("td", share_of_words(point.share), "n").element("td", interval_words(point.share), "n").close();
  }
  page.close().close().close().close();
}

void share_bar(Markup& page, const comparison::Share& share) {
  const statistics::Interval interval = share.interval();
  page.open("svg", "share").attribute("aria-hidden", "true").attribute("focusable", "false");
  page.open("rect", "whole").attribute("width", "100%").attribute("height", "100%").close();
  page.open("rect", "part").attribute("width", percent(share.share())).attribute("height", "100%").close();
  draw_line(page, "whisker", interval.low, 6, interval.high, 6);
  page.close();
}

}  // namespace reports
