// The comparison for a terminal: what differs first, then every measure.
#include "reports/comparison_words.h"
#include "reports/terminal.h"
#include "reports/timeliness_words.h"
#include "reports/words.h"

namespace reports {
namespace {

using comparison::Row;
using comparison::Verdict;

std::string side(const ComparisonReport& report, const Row& row) {
  if (!report.before.empty()) return "";
  return printable(group_words(report.groups.groups[row.group].name, report.by)) + ": ";
}

std::string row_line(const ComparisonReport& report, const Row& row, const char* before) {
  return wrapped(before, side(report, row) + share_of_words(row.here) + "; " +
                             (report.before.empty() ? "others " : "before ") + share_of_words(row.others) + ": " +
                             difference_words(row) + ".");
}

std::string differences(const ComparisonReport& report) {
  std::string out;
  for (const Row& row : report.groups.rows) {
    if (row.verdict != Verdict::higher && row.verdict != Verdict::lower) continue;
    out += wrapped("  ", measure_words(report.records.measures()[row.measure])) + row_line(report, row, "    ");
  }
  return "\nDifferences beyond chance\n" + (out.empty() ? std::string("  none\n") : out) +
         (report.groups.judged > 0 ? wrapped("  ", chance_words(report.groups.judged)) : "");
}

std::string everything(const ComparisonReport& report) {
  std::string out = "\nEvery measure\n";
  std::size_t measure = report.records.measures().size();
  for (const Row& row : report.groups.rows) {
    if (row.here.of == 0 && row.others.of == 0) continue;
    if (row.measure != measure) out += wrapped("  ", measure_words(report.records.measures()[row.measure]));
    measure = row.measure;
    out += row_line(report, row, "    ");
  }
  return out;
}

// Over all and in time only: all of them are in the tables and on the page.
std::string trends(const ComparisonReport& report) {
  std::string out;
  for (const comparison::Trend& trend : report.trends) {
    const comparison::Measure& measure = report.records.measures()[trend.measure];
    if (measure.kind == comparison::MeasureKind::item || measure.kind == comparison::MeasureKind::flag) continue;
    out += wrapped("  ", measure_words(measure) + ": " + trend_words(trend, report.period) + ".");
  }
  if (report.undated > 0) {
    out += wrapped("  ", "Of " + counted(report.undated, "record") + " the day of completion is not known.");
  }
  return out.empty() ? "" : std::string("\nBy ") + by_words(report.period) + " of completion\n" + out;
}

std::string councils(const ComparisonReport& report) {
  std::string out;
  for (const comparison::Figure& figure : report.councils) {
    const comparison::Share own = own_share(report.records, figure);
    const std::size_t measure = comparison::measure_of(figure, report.records.measures());
    const bool known = measure < report.records.measures().size();
    out += wrapped("  ", (known ? measure_words(report.records.measures()[measure]) : printable(figure.measure)) +
                             ": " + printable(figure.council) + " " + share_percent(figure.share) +
                             (figure.period.empty() ? "" : " in " + printable(figure.period)) +
                             (figure.of > 0 ? " of " + counted(figure.of, "record") : "") + "; here " +
                             (known && own.of > 0 ? share_sure_words(own) : std::string("not measured")) + ".");
  }
  return out.empty() ? "" : "\nBeside similar councils\n" + out;
}

}  // namespace

std::string comparison_text(const ComparisonReport& report) {
  std::string out = wrapped("", "Comparison: " + printable(report.source) +
                                    (report.before.empty() ? std::string(", by ") + by_words(report.by)
                                                           : ", against " + printable(report.before)));
  out +=
      wrapped("", counted(report.records.of_run(0), "record") +
                      (report.before.empty() ? "" : "; before, " + counted(report.records.of_run(1), "record")) + ".");
  if (!report.sampled.empty()) out += wrapped("", printable(report.sampled));
  out += differences(report) + everything(report);
  if (const std::string left = left_out_words(report); !left.empty()) {
    out += "\n" + wrapped("", left + " --small-numbers shows them.");
  }
  return out + trends(report) + councils(report);
}

}  // namespace reports
