// A histogram of working days: a bar for each day, so that what piles up before the limit shows.
#include <algorithm>

#include "reports/drawing.h"
#include "reports/timeliness_parts.h"
#include "reports/timeliness_words.h"
#include "reports/words.h"

namespace reports {
namespace {

constexpr int most_bars = 130;    // of single days; longer limits take wider bars
constexpr int most_figures = 10;  // lines of figures up to the limit, and as many beyond
constexpr std::size_t few = 24;   // bars that have room for their counts
constexpr double height = 104, top = 30, base = top + height;

void drawing(Markup& page, const timeliness::Histogram& histogram, const std::string& label) {
  const std::vector<DayBin> bins = bins_of(histogram, width_of(histogram.limit, most_bars), 2 * histogram.limit);
  const auto all = static_cast<double>(bins.size());
  std::size_t most = 1, within = 0;
  for (const DayBin& bin : bins) {
    most = std::max(most, bin.count);
    within += bin.last <= histogram.limit ? 1u : 0u;
  }
  page.open("svg", "histogram")
      .attribute("role", "img")
      .attribute("aria-label", label + ": the figures stand beside it");
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const auto at = static_cast<double>(i);
    const bool late = bins[i].last > histogram.limit;
    if (bins[i].count > 0) {
      const double tall = std::max(2.0, height * static_cast<double>(bins[i].count) / static_cast<double>(most));
      page.open("rect", late ? "late" : "in-time").attribute("x", percent((at + 0.08) / all));
      page.attribute("width", percent(0.84 / all)).attribute("y", pixels(base - tall));
      page.attribute("height", pixels(tall)).close();
      if (bins.size() <= few)
        draw_words(page, (at + 0.5) / all, base - tall - 4, std::to_string(bins[i].count), "count");
    }
    const bool last = i + 1 == bins.size();
    const bool marked = bins.size() <= few || bins[i].last % 5 == 0;
    if (last && bins[i].open) {
      draw_words(page, (at + 0.5) / all, base + 15, std::to_string(bins[i].first) + "+", "tick");
    } else if (marked && (bins.size() <= few || i + 4 < bins.size())) {
      draw_words(page, (at + 0.5) / all, base + 15, std::to_string(bins[i].last), "tick");
    }
  }
  const double edge = static_cast<double>(within) / all;
  page.open("line", "axis").attribute("x1", "0").attribute("x2", "100%").attribute("y1", pixels(base));
  page.attribute("y2", pixels(base)).close();
  page.open("line", "limit").attribute("x1", percent(edge)).attribute("x2", percent(edge));
  page.attribute("y1", "4").attribute("y2", pixels(base + 4)).close();
  draw_words(page, edge, 12, "limit " + std::to_string(histogram.limit), "limit-words");
  page.close();
}

void numbers(Markup& page, const timeliness::Histogram& histogram, const std::string& label) {
  page.open("table", "figures").attribute("aria-label", label).open("thead").open("tr");
  page.open("th").attribute("scope", "col").text("Working days").close();
  page.open("th", "n").attribute("scope", "col").text("Completed").close().close().close().open("tbody");
  for (const DayBin& bin : bins_of(histogram, width_of(histogram.limit, 2 * most_figures), 2 * histogram.limit)) {
    page.open("tr", bin.last > histogram.limit ? "beyond" : "");
    page.open("th").attribute("scope", "row").text(bin_words(bin)).close();
    page.element("td", std::to_string(bin.count), "n").close();
  }
  page.close().close();
}

}  // namespace

void timeliness_histogram(Markup& page, const timeliness::Histogram& histogram, const std::string& label) {
  page.open("div", "card days").element("h3", label).open("div", "beside").open("div");
  drawing(page, histogram, label);
  page.element("p", "Completed work by working days taken; filled dark beyond the limit.", "note");
  if (const std::string pile = pile_words(histogram); !pile.empty()) page.element("p", pile);
  page.close();
  numbers(page, histogram, label);
  page.close().close();
}

}  // namespace reports
