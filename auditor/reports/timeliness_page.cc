// timeliness.html: one page to read and to print on A4.
#include <filesystem>

#include "base/file.h"
#include "reports/assets.h"
#include "reports/html_head.h"
#include "reports/table_head.h"
#include "reports/timeliness_parts.h"
#include "reports/timeliness_words.h"
#include "reports/words.h"

namespace reports {
namespace {

using timeliness::Figures;
using timeliness::Group;
using timeliness::KindTally;
using timeliness::Shown;
using timeliness::Standing;

constexpr std::size_t longest_list = 500;  // of a list on the page; the tables hold all

void paragraph(Markup& page, const std::string& words) {
  if (!words.empty()) page.element("p", words);
}

void cell(Markup& page, const std::string& words) {
  page.element("td", words, "n");
}

void group_row(Markup& page, const std::string& name, const Figures& figures, Shown shown, bool unfinished) {
  page.open("tr").open("th").attribute("scope", "row").foreign("span", name).close();
  if (!shown.completed) {
    page.open("td", "n note").attribute("colspan", "5").text("left out").close();
  } else {
    const bool any = figures.completed() > 0;
    const statistics::Interval interval = figures.interval();
    cell(page, std::to_string(figures.completed()));
    cell(page, std::to_string(figures.of(Standing::in_time)));
    cell(page, any ? share_percent(figures.share()) : "");
    cell(page, any ? share_percent(interval.low) + " to " + share_percent(interval.high) : "");
    cell(page, median_words(figures.median()));
  }
  if (unfinished && shown.unfinished) {
    cell(page, std::to_string(figures.of(Standing::open)));
    cell(page, std::to_string(figures.of(Standing::overdue)));
  } else if (unfinished) {
    page.open("td", "n note").attribute("colspan", "2").text("left out").close();
  }
  page.close();
}

void group_table(Markup& page, const TimelinessReport& report, const std::vector<Group>& groups, bool teams) {
  page.open("div", "scroll").open("table").element("caption", teams ? "By team" : "By month of completion");
  std::vector<std::pair<const char*, bool>> columns = {{teams ? "Team" : "Month", false},
                                                       {"Completed", true},
                                                       {"In time", true},
                                                       {"Share", true},
                                                       {"95% interval", true},
                                                       {"Median days", true}};
  if (teams) columns.insert(columns.end(), {{"Open", true}, {"Overdue", true}});
  table_head(page, columns);
  const std::vector<Shown> shown = timeliness::shown(groups);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string name = !teams                   ? month_words(groups[i].name)
                             : groups[i].name.empty() ? "(none named)"
                                                      : groups[i].name;
    group_row(page, name, groups[i].figures, report.small_numbers || !teams ? Shown() : shown[i], teams);
  }
  page.close().close().close();
}

void kind_section(Markup& page, const TimelinessReport& report, const KindTally& kind) {
  page.open("section").element("h2", kind_words(kind));
  if (!report.measured) paragraph(page, limit_words(kind));
  if (kind.all.completed() > 0) page.open("p").element("strong", share_words(kind.all)).close();
  paragraph(page, rest_words(kind.all));
  if (!report.measured) paragraph(page, counts_words(kind.counts));
  for (const timeliness::Histogram& histogram : kind.histograms) {
    timeliness_histogram(
        page, histogram,
        kind_words(kind) + ", limit " + counted(static_cast<std::size_t>(histogram.limit), "working day"));
  }
  const bool named = kind.teams.size() > 1 || !kind.teams.front().name.empty();
  if (named) group_table(page, report, kind.teams, true);
  if (named && !report.small_numbers) page.element("p", suppressed_words(), "note");
  if (!kind.months.empty()) group_table(page, report, kind.months, false);
  timeliness_run_chart(page, kind.months, kind_words(kind) + ", share in time by month");
  page.close();
}

std::string which(const timeliness::Work& work) {
  return !work.child.empty() ? work.child : work.document;
}

void cut(Markup& page, std::size_t all, const char* table) {
  if (all > longest_list) {
    page.element("p", "And " + std::to_string(all - longest_list) + " more, in " + table + ".", "note");
  }
}

void overdue_section(Markup& page, const TimelinessReport& report) {
  page.open("section").element("h2", "Overdue");
  std::size_t all = 0;
  for (const KindTally& kind : report.tally.kinds) all += kind.all.of(Standing::overdue);
  page.element("p", all == 0 ? "Nothing is overdue."
                             : counted(all, "piece of work is", "pieces of work are") +
                                   " overdue. The longest over the limit stand first.");
  if (all > 0) {
    page.open("div", "scroll").open("table");
    table_head(page, {{report.measured ? "Record" : "Child", false},
                      {"Kind of work", false},
                      {"Team", false},
                      {"Worker", false},
                      {"Counted from", false},
                      {"Last day in time", false},
                      {"Working days", true},
                      {"Limit", true}});
    std::size_t shown = 0;
    for (const timeliness::Open& open : report.tally.unfinished) {
      if (open.judged.standing != Standing::overdue || ++shown > longest_list) continue;
      const timeliness::Work& work = report.gathered.work[open.work];
      page.open("tr").open("th").attribute("scope", "row").foreign("span", which(work)).close();
      page.element("td", kind_words(report.tally.kinds[open.kind]));
      page.foreign("td", report.gathered.words[work.team]).foreign("td", report.gathered.words[work.worker]);
      page.element("td",
                   std::string(timeliness::words_for(open.judged.clock)) + ", " + day_or_nothing(open.judged.from));
      page.element("td", day_or_nothing(report.limits.last_in_time(open.judged.from, open.judged.limit)));
      cell(page, std::to_string(open.judged.days));
      cell(page, std::to_string(open.judged.limit));
      page.close();
    }
    page.close().close().close();
    cut(page, all, "timeliness-work.csv");
  }
  page.close();
}

void checks_section(Markup& page, const TimelinessReport& report) {
  page.open("section").element("h2", "Days to look at");
  if (report.tally.problems.empty()) {
    page.element("p", "No days contradict one another.").close();
    return;
  }
  page.element(
      "p",
      "What a validator of the children in need census asks of these days. Numbers are the census\u2019s rules; one "
      "that ends in Q is a query, to be looked at and not always wrong.");
  page.open("ul");
  for (std::size_t i = 0; i < timeliness::checks; ++i) {
    if (report.tally.by_check[i] == 0) continue;
    page.element("li", std::string(timeliness::words_for(static_cast<timeliness::Check>(i))) + ": " +
                           std::to_string(report.tally.by_check[i]));
  }
  page.close().open("div", "scroll").open("table");
  table_head(page, {{report.measured ? "Record" : "Child", false},
                    {"What", false},
                    {"Rule", false},
                    {"Referral", false},
                    {"Start", false},
                    {"Completed", false},
                    {"Case closed", false},
                    {"Line", true}});
  std::size_t shown = 0;
  for (const timeliness::Problem& problem : report.tally.problems) {
    if (++shown > longest_list) break;
    const timeliness::Work& work = report.gathered.work[problem.work];
    page.open("tr").open("th").attribute("scope", "row").foreign("span", which(work)).close();
    page.element("td", timeliness::words_for(problem.check));
    page.element("td", timeliness::rule_of(problem.check, problem.ending));
    for (language::Day day : {work.referral, work.start, work.completed, work.closed})
      page.element("td", day_or_nothing(day));
    cell(page, work.line == 0 ? "" : std::to_string(work.line));
    page.close();
  }
  page.close().close().close();
  cut(page, report.tally.problems.size(), "timeliness-checks.csv");
  page.close();
}

}  // namespace

base::Status write_timeliness_page(const TimelinessReport& report, const std::string& folder) {
  Markup page;
  page_head(page, "Timeliness", {&base_style, &timeliness_style}, nullptr);
  page.open("body").open("header").element("h1", "Timeliness of assessments and enquiries");
  page.open("p")
      .foreign("span", report.source, "path")
      .text(". " + as_at_words(report) + " " + counted_words(report))
      .close();
  page.element("p", method_words(report), "note");
  page.element(
      "p",
      "Being in time says nothing of how good the work is. The lists below name children by their ID: keep the "
      "page as safe as the records.",
      "note");
  page.close().open("main");
  for (const KindTally& kind : report.tally.kinds) kind_section(page, report, kind);
  overdue_section(page, report);
  checks_section(page, report);
  page.close().close().close();
  return base::write_file(std::filesystem::path(folder) / "timeliness.html", page.drain());
}

}  // namespace reports
