// Working days taken, a histogram for each type and limit, with the limit marked.
#include <algorithm>
#include <map>
#include <tuple>

#include "reports/drawing.h"
#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

constexpr std::uint32_t kBins = 14;

// Bins as wide as a divisor of the limit, so that the limit is an edge: the narrowest of which few enough are needed.
std::uint32_t width_for(std::uint32_t limit, std::uint32_t longest) {
  for (std::uint32_t width = 1; width < limit; ++width) {
    if (limit % width == 0 && longest / width < kBins) return width;
  }
  return std::max(limit, 1u);
}

struct Histogram {
  std::string type;
  std::uint32_t limit = 0, width = 1;
  std::size_t in_time = 0, late = 0;
  std::vector<std::size_t> bins;  // the first: 0 to width days; the next: width + 1 to 2 * width; ...
  bool open = false;              // the last holds all that is longer, too
};

std::pair<std::uint32_t, std::uint32_t> range(const Histogram& histogram, std::size_t bin) {
  auto at = static_cast<std::uint32_t>(bin);
  return {at == 0 ? 0 : at * histogram.width + 1, (at + 1) * histogram.width};
}

std::vector<Histogram> histograms(const Overview& all) {
  std::map<std::pair<std::string, std::uint32_t>, std::vector<std::uint32_t>> days;
  for (const Brief& record : all.documents) {
    if (record.timeliness) days[{record.type, record.timeliness->limit}].push_back(record.timeliness->working_days);
  }
  std::vector<Histogram> out;
  for (const auto& [of, taken] : days) {
    Histogram histogram;
    std::tie(histogram.type, histogram.limit) = of;
    std::uint32_t longest = *std::max_element(taken.begin(), taken.end());
    histogram.width = width_for(histogram.limit, std::max(longest, histogram.limit));
    std::uint32_t count = (std::max(longest, histogram.limit + 1) - 1) / histogram.width + 1;
    histogram.open = count > kBins;
    histogram.bins.resize(std::min(kBins, count));
    for (std::uint32_t day : taken) {
      std::size_t bin = day == 0 ? 0 : (day - 1) / histogram.width;
      ++histogram.bins[std::min(bin, histogram.bins.size() - 1)];
      ++(day <= histogram.limit ? histogram.in_time : histogram.late);
    }
    out.push_back(std::move(histogram));
  }
  return out;
}

std::string bin_words(const Histogram& histogram, std::size_t bin) {
  auto [from, to] = range(histogram, bin);
  if (histogram.open && bin + 1 == histogram.bins.size()) return std::to_string(from) + " or more";
  return from == to ? std::to_string(from) : std::to_string(from) + " to " + std::to_string(to);
}

std::string query(const Histogram& histogram, const std::string& more) {
  return asked("type", histogram.type.empty() ? "-" : histogram.type) + "&" +
         asked("limit", std::to_string(histogram.limit)) + "&" + more;
}

void drawing(Markup& page, const Histogram& histogram) {
  constexpr double height = 104, top = 30, base = top + height;
  auto bins = static_cast<double>(histogram.bins.size());
  auto tallest = static_cast<double>(*std::max_element(histogram.bins.begin(), histogram.bins.end()));
  page.open("svg", "histogram").attribute("aria-hidden", "true").attribute("focusable", "false");
  for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
    auto at = static_cast<double>(i);
    auto count = static_cast<double>(histogram.bins[i]);
    bool late = range(histogram, i).second > histogram.limit;
    if (histogram.bins[i] > 0) {
      double tall = std::max(2.0, height * count / tallest);
      page.open("rect", late ? "f0" : "f2").attribute("x", percent((at + 0.08) / bins));
      page.attribute("width", percent(0.84 / bins)).attribute("y", pixels(base - tall));
      page.attribute("height", pixels(tall)).close();
      draw_words(page, (at + 0.5) / bins, base - tall - 4, std::to_string(histogram.bins[i]), "count");
    }
    draw_words(page, (at + 0.5) / bins, base + 15,
               histogram.open && i + 1 == histogram.bins.size() ? std::to_string(range(histogram, i).first) + "+"
                                                                : std::to_string(range(histogram, i).second),
               "tick");
  }
  double edge = static_cast<double>(histogram.limit) / histogram.width / bins;
  page.open("line", "axis").attribute("x1", "0").attribute("x2", "100%").attribute("y1", pixels(base));
  page.attribute("y2", pixels(base)).close();
  page.open("line", "limit").attribute("x1", percent(edge)).attribute("x2", percent(edge));
  page.attribute("y1", "4").attribute("y2", pixels(base + 4)).close();
  draw_words(page, edge, 12, "limit " + std::to_string(histogram.limit) + " ", "limit-words");
  page.close();
}

void numbers(Markup& page, const Histogram& histogram, const std::string& label) {
  page.open("details", "numbers")
      .element("summary", "The numbers")
      .open("table", "lines")
      .attribute("aria-label", label);
  page.open("thead").open("tr").open("th").attribute("scope", "col").text("Working days").close();
  page.open("th", "n").attribute("scope", "col").text("Records").close().close().close().open("tbody");
  for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
    auto [from, to] = range(histogram, i);
    bool last = histogram.open && i + 1 == histogram.bins.size();
    page.open("tr").open("th").attribute("scope", "row").text(bin_words(histogram, i)).close().open("td", "n");
    figure(page, histogram.bins[i],
           query(histogram, "days=" + std::to_string(from) + "-" + (last ? "" : std::to_string(to))));
    page.close().close();
  }
  page.close().close().close();
}

}  // namespace

void timeliness_part(Markup& page, const Overview& all) {
  if (all.documents.empty()) return;
  section(page, "timeliness", "Timeliness");
  std::vector<Histogram> found = histograms(all);
  std::size_t in_time = 0, late = 0;
  for (const Histogram& histogram : found) {
    in_time += histogram.in_time;
    late += histogram.late;
  }
  page.open("p").text("Working days in England, from the day that the limit runs from to completion. ");
  figure(page, in_time, std::to_string(in_time) + " within the limit", asked("time", "in_time"));
  page.text(", ");
  figure(page, late, std::to_string(late) + " late", asked("time", "late"));
  page.text(", ");
  std::size_t unknown = all.documents.size() - in_time - late;
  figure(page, unknown, std::to_string(unknown) + " cannot be told", asked("time", "unknown"));
  page.text(unknown > 0 ? ": a date is missing, or the type has no limit." : ".").close();
  if (!found.empty()) page.element("p", "Beneath each bar stands the longest time that it counts.", "note");
  page.open("div", "histograms");
  for (const Histogram& histogram : found) {
    std::string label = type_words(histogram.type) + ", limit " + counted(histogram.limit, "day");
    page.open("div", "card").element("h3", label).open("p", "note");
    figure(page, histogram.in_time, std::to_string(histogram.in_time) + " in time", query(histogram, "time=in_time"));
    page.text(", ");
    figure(page, histogram.late, std::to_string(histogram.late) + " late", query(histogram, "time=late"));
    page.close();
    drawing(page, histogram);
    numbers(page, histogram, label);
    page.close();
  }
  page.close().close();
}

}  // namespace reports
