// comparison.html: one page to read and to print on A4.
#include <filesystem>

#include "base/file.h"
#include "reports/assets.h"
#include "reports/comparison_parts.h"
#include "reports/comparison_words.h"
#include "reports/html_head.h"
#include "reports/table_head.h"
#include "reports/timeliness_words.h"
#include "reports/words.h"

namespace reports {
namespace {

using comparison::Measure;
using comparison::Row;
using comparison::Verdict;

void group_cell(Markup& page, const ComparisonReport& report, const Row& row) {
  page.open("th").attribute("scope", "row");
  page.foreign("span", group_words(report.groups.groups[row.group].name, report.by)).close();
}

void differences_section(Markup& page, const ComparisonReport& report) {
  page.open("section").element("h2", "Differences beyond chance");
  bool any = false;
  for (const Row& row : report.groups.rows) {
    if (row.verdict != Verdict::higher && row.verdict != Verdict::lower) continue;
    if (!any) page.open("ul");
    any = true;
    page.open("li").text(measure_words(report.records.measures()[row.measure]) + ": ");
    if (report.before.empty())
      page.foreign("b", group_words(report.groups.groups[row.group].name, report.by)).text(" ");
    page.text(share_of_words(row.here) + ", " + (report.before.empty() ? "the others " : "before ") +
              share_of_words(row.others) + ": " + difference_words(row) + ".");
    page.close();
  }
  if (any) page.close();
  if (!any) page.element("p", "None.");
  if (const std::string chance = chance_words(report.groups.judged); !chance.empty()) {
    page.element("p", chance + " A difference says where to look, not why.", "note");
  }
  page.close();
}

void measure_table(Markup& page, const ComparisonReport& report, std::size_t& at) {
  const std::size_t number = report.groups.rows[at].measure;
  const Measure& measure = report.records.measures()[number];
  page.open("div", "scroll").open("table").element("caption", measure_words(measure));
  std::vector<std::pair<const char*, bool>> columns = {
      {"Share", true}, {"95% interval", true}, {"", false}, {"Others", true}, {"Difference", false}};
  if (report.before.empty()) columns.insert(columns.begin(), {"Group", false});
  if (!report.before.empty()) columns[3].first = "Before";
  table_head(page, columns);
  for (; at < report.groups.rows.size() && report.groups.rows[at].measure == number; ++at) {
    const Row& row = report.groups.rows[at];
    page.open("tr", row.verdict == Verdict::higher || row.verdict == Verdict::lower ? "stands-out" : "");
    if (report.before.empty()) group_cell(page, report, row);
    page.element("td", share_of_words(row.here), "n").element("td", interval_words(row.here), "n");
    page.open("td", "drawn");
    if (row.here.of > 0) share_bar(page, row.here);
    page.close();
    page.element("td", share_of_words(row.others), "n");
    page.element("td", difference_words(row)).close();
  }
  page.close().close().close();
}

void measures_section(Markup& page, const ComparisonReport& report) {
  page.open("section").element("h2", "Every measure");
  for (std::size_t at = 0; at < report.groups.rows.size();) {
    const Row& row = report.groups.rows[at];
    if (row.here.of == 0 && row.others.of == 0) {
      ++at;
      continue;
    }
    measure_table(page, report, at);
  }
  if (const std::string left = left_out_words(report); !left.empty()) page.element("p", left, "note");
  page.close();
}

void trends_section(Markup& page, const ComparisonReport& report) {
  if (report.trends.empty()) return;
  page.open("section").element("h2", std::string("By ") + by_words(report.period) + " of completion");
  page.element("p",
               "The dashed line is the median. Six points in a row on one side of it, or five rising or falling, are "
               "more than chance gives. Whiskers are 95% intervals.",
               "note");
  if (report.undated > 0) {
    page.element("p", "Of " + counted(report.undated, "record") + " the day of completion is not known.", "note");
  }
  for (const comparison::Trend& trend : report.trends) {
    run_chart(page, trend, report.period, measure_words(report.records.measures()[trend.measure]));
  }
  page.close();
}

}  // namespace

void councils_table(Markup& page, const ComparisonReport& report) {
  page.open("div", "scroll").open("table").element("caption", "Beside similar councils");
  table_head(page, {{"What", false},
                    {"Council", false},
                    {"Period", false},
                    {"Theirs", true},
                    {"Here", true},
                    {"95% interval here", true}});
  const std::vector<Measure>& measures = report.records.measures();
  for (const comparison::Figure& figure : report.councils) {
    const std::size_t number = comparison::measure_of(figure, measures);
    const comparison::Share own = own_share(report.records, figure);
    page.open("tr").open("th").attribute("scope", "row");
    if (number < measures.size()) {
      page.text(measure_words(measures[number])).close();
    } else {
      page.foreign("span", figure.measure).close();
    }
    page.foreign("td", figure.council).foreign("td", figure.period);
    page.element("td", share_percent(figure.share) + (figure.of > 0 ? " of " + std::to_string(figure.of) : ""), "n");
    page.element("td", own.of == 0 ? "not measured" : share_of_words(own), "n");
    page.element("td", interval_words(own), "n");
    page.close();
  }
  page.close().close().close();
}

base::Status write_comparison_page(const ComparisonReport& report, const std::string& folder) {
  Markup page;
  page_head(page, "Comparison", {&base_style, &timeliness_style, &comparison_style}, nullptr);
  page.open("body").open("header");
  page.element("h1", report.before.empty() ? std::string("Comparison by ") + by_words(report.by)
                                           : std::string("Comparison of two runs"));
  page.open("p").foreign("span", report.source, "path");
  if (!report.before.empty()) page.text(", against ").foreign("span", report.before, "path");
  page.text(". " + counted(report.records.of_run(0), "record") +
            (report.before.empty() ? "" : "; before, " + counted(report.records.of_run(1), "record")) + ".");
  page.close();
  if (!report.sampled.empty()) page.foreign("p", report.sampled);
  page.close().open("main");
  differences_section(page, report);
  measures_section(page, report);
  trends_section(page, report);
  if (!report.councils.empty()) {
    page.open("section").element("h2", "Similar councils");
    councils_table(page, report);
    page.close();
  }
  page.close().close().close();
  return base::write_file(std::filesystem::path(folder) / "comparison.html", page.drain());
}

}  // namespace reports
