// board.html. Two pages of A4: what there is and how good it is; what changed and what needs decision.
#include <filesystem>

#include "base/file.h"
#include "reports/assets.h"
#include "reports/board.h"
#include "reports/comparison_parts.h"
#include "reports/comparison_words.h"
#include "reports/html_head.h"
#include "reports/table_head.h"
#include "reports/words.h"

namespace reports {
namespace {

using comparison::Row;
using comparison::Share;
using comparison::Verdict;

constexpr std::size_t weakest_shown = 5;
constexpr std::size_t most_changes = 8;  // what a page holds; comparison.html has all
constexpr std::size_t most_kinds = 8;

void volumes(Markup& page, const BoardReport& report) {
  const Overview& all = report.overview;
  page.open("section").element("h2", "What was looked at");
  std::string words = counted(all.audited, "record") + " audited";
  if (all.refused > 0) words += ", " + std::to_string(all.refused) + " could not be";
  if (all.in_part > 0) words += ", " + std::to_string(all.in_part) + " read only in part";
  page.element("p", words + ". " +
                        (report.comparison.sampled.empty()
                             ? std::string("They are all that was given, not a sample drawn by chance: what is said of "
                                           "them holds for them alone.")
                             : report.comparison.sampled));
  page.open("ul");
  for (std::size_t i = 0; i < std::min(all.types.size(), most_kinds); ++i) {
    page.element("li", type_words(all.types[i].first) + ": " + std::to_string(all.types[i].second));
  }
  if (all.types.size() > most_kinds) {
    page.element("li", "and " + counted(all.types.size() - most_kinds, "further kind"));
  }
  page.close().close();
}

void share_row(Markup& page, const std::string& name, const Row& row, bool changed) {
  page.open("tr").open("th").attribute("scope", "row").text(name).close();
  page.element("td", share_of_words(row.here), "n").element("td", interval_words(row.here), "n");
  page.open("td", "drawn");
  share_bar(page, row.here);
  page.close();
  if (changed) page.element("td", share_of_words(row.others), "n").element("td", difference_words(row));
  page.close();
}

void quality(Markup& page, const BoardReport& report) {
  const bool changed = !report.comparison.before.empty();
  page.open("section").element("h2", "How timely, and how good");
  page.open("div", "scroll").open("table").element("caption", "Shares of records, with their 95% intervals");
  std::vector<std::pair<const char*, bool>> columns = {
      {"What", false}, {"Share", true}, {"95% interval", true}, {"", false}};
  if (changed) columns.insert(columns.end(), {{"Before", true}, {"Change", false}});
  table_head(page, columns);
  const std::vector<comparison::Measure>& measures = report.comparison.records.measures();
  bool left_out = false;  // they would make more than two pages of it, and say little
  for (const Row& row : report.comparison.groups.rows) {
    const comparison::MeasureKind kind = measures[row.measure].kind;
    if (kind == comparison::MeasureKind::item || kind == comparison::MeasureKind::flag || row.here.of == 0) continue;
    if (measures[row.measure].of_several && row.here.of < comparison::least_compared) {
      left_out = true;
      continue;
    }
    share_row(page, measure_words(measures[row.measure]), row, changed);
  }
  page.close().close().close();
  page.element("p",
               "In time is told of records that give both days. A record counts in a dimension only where one of its "
               "items applies. An interval says within what the share would lie were more such records audited.",
               "note");
  if (left_out) {
    page.element("p",
                 "Several checklists rated the records. Dimensions in which fewer than " +
                     std::to_string(comparison::least_compared) + " records count are left out.",
                 "note");
  }
  page.close();
}

void weak_part(Markup& page, const BoardReport& report) {
  page.open("section").element("h2", "What is weakest");
  const std::vector<ItemTally> items = weakest(report.overview, weakest_shown);
  if (items.empty()) page.element("p", "Every item that applies was met in every record.");
  if (!items.empty()) {
    page.open("div", "scroll").open("table");
    table_head(page, {{"Item", false}, {"Met", true}, {"95% interval", true}, {"Not met", true}});
    for (const ItemTally& item : items) {
      const Share met{item.ratings[static_cast<std::size_t>(evaluation::Rating::met)], item.applies()};
      page.open("tr").open("th").attribute("scope", "row").text(item.id + " " + item.question).close();
      page.element("td", share_of_words(met), "n").element("td", interval_words(met), "n");
      page.element("td", std::to_string(item.ratings[static_cast<std::size_t>(evaluation::Rating::not_met)]), "n");
      page.close();
    }
    page.close().close().close();
  }
  page.close();
}

void changes(Markup& page, const BoardReport& report) {
  page.open("section").element("h2", "What changed");
  if (report.comparison.before.empty()) {
    page.element("p", "There is no earlier run to compare with.").close();
    return;
  }
  page.open("p").text("Against ").foreign("span", report.comparison.before, "path");
  page.text(", " + counted(report.comparison.records.of_run(1), "record") + ".").close();
  std::size_t count = 0;
  for (const Row& row : report.comparison.groups.rows) {
    if (row.verdict != Verdict::higher && row.verdict != Verdict::lower) continue;
    if (count == 0) page.open("ul");
    if (++count > most_changes) continue;
    page.element("li", measure_words(report.comparison.records.measures()[row.measure]) + ": " +
                           share_of_words(row.here) + ", before " + share_of_words(row.others) + ": " +
                           difference_words(row) + ".");
  }
  if (count > most_changes) page.element("li", "and " + std::to_string(count - most_changes) + " more.");
  if (count > 0) page.close();
  if (count == 0) page.element("p", "Nothing beyond chance.");
  if (const std::string chance = chance_words(report.comparison.groups.judged); !chance.empty()) {
    page.element("p", chance, "note");
  }
  page.close();
}

void trust(Markup& page, const BoardReport& report) {
  page.open("section").element("h2", "How far to trust these figures");
  std::string words = "A program rated the records by checklist " + report.run.facts.checklist_id + " " +
                      report.run.facts.checklist_version + "; it reads what was written, not what was done. ";
  words += report.people_ratings == 0
               ? std::string("No person has rated any of these records.")
               : counted(report.people, "person", "people") + " gave " + counted(report.people_ratings, "rating") +
                     " of their own, which overrule the program's.";
  page.element("p", words).close();
}

}  // namespace

base::Status write_board(const BoardReport& report, const std::string& folder) {
  Markup page;
  page_head(page, "Report to the board", {&base_style, &timeliness_style, &comparison_style}, nullptr);
  page.open("body", "board").open("header").element("h1", "Quality of assessment records: report to the board");
  page.element("p", "Audited " + time_words(report.run.facts.finished) + ".").close().open("main");
  volumes(page, report);
  quality(page, report);
  weak_part(page, report);
  changes(page, report);
  if (!report.comparison.councils.empty()) {
    page.open("section").element("h2", "Similar councils");
    councils_table(page, report.comparison);
    page.close();
  }
  page.open("section").element("h2", "What needs decision").open("ol");
  for (const std::string& decision : decisions(report)) page.element("li", decision);
  page.close().close();
  trust(page, report);
  page.close().close().close();
  return base::write_file(std::filesystem::path(folder) / "board.html", page.drain());
}

}  // namespace reports
