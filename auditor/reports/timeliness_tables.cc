// The tally as CSV tables and as JSON.
#include <cstdio>
#include <filesystem>

#include "base/csv.h"
#include "base/json.h"
#include "reports/output_file.h"
#include "reports/timeliness_parts.h"
#include "reports/timeliness_words.h"

namespace reports {
namespace {

using timeliness::Figures;
using timeliness::KindTally;
using timeliness::Standing;
using Row = std::vector<std::string>;

std::string number(std::size_t value) {
  return std::to_string(value);
}

std::string decimal(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.6f", value);
  return buffer;
}

// One table, written row by row.
class Table {
 public:
  static base::Result<Table> create(const std::string& folder, const char* name, const Row& head) {
    base::Result<OutputFile> file = OutputFile::create(std::filesystem::path(folder) / name);
    if (!file) return file.error();
    Table out(std::move(file).value());
    out.add(head, base::byte_order_mark);
    return out;
  }
  void add(const Row& row, std::string_view before = {}) {
    if (written_) written_ = file_.write(std::string(before) + base::csv_row(row));
  }
  base::Status finish() { return written_ ? file_.finish() : written_; }

 private:
  explicit Table(OutputFile file) : file_(std::move(file)), written_(base::Done{}) {}
  OutputFile file_;
  base::Status written_;
};

Row group_row(const KindTally& kind, const char* by, const std::string& name, const Figures& figures,
              timeliness::Shown shown) {
  Row out = {kind.type, kind_words(kind), by, name};
  if (!shown.completed) {
    out.insert(out.end(), {"fewer than 5", "", "", "", "", "", ""});
  } else {
    const statistics::Interval interval = figures.interval();
    const bool any = figures.completed() > 0;
    out.insert(out.end(),
               {number(figures.completed()), number(figures.of(Standing::in_time)), number(figures.of(Standing::late)),
                any ? decimal(figures.share()) : "", any ? decimal(interval.low) : "",
                any ? decimal(interval.high) : "", median_words(figures.median())});
  }
  if (std::string_view(by) == "month") {
    out.insert(out.end(), {"", ""});
  } else if (shown.unfinished) {
    out.insert(out.end(), {number(figures.of(Standing::open)), number(figures.of(Standing::overdue))});
  } else {
    out.insert(out.end(), {"fewer than 5", ""});
  }
  return out;
}

base::Status groups(const TimelinessReport& report, const std::string& folder) {
  base::Result<Table> table = Table::create(folder, "timeliness.csv",
                                            {"type",
                                             "title",
                                             "by",
                                             "name",
                                             "completed",
                                             "in_time",
                                             "late",
                                             "share",
                                             "low",
                                             "high",
                                             "median_days",
                                             "open",
                                             "overdue",
                                             "closed_unfinished",
                                             "not_needed",
                                             "undated",
                                             "no_limit",
                                             "known_from_referral",
                                             "within_from_referral",
                                             "known_from_start",
                                             "within_from_start",
                                             "judged_by_referral",
                                             "judged_by_start",
                                             "as_at"});
  if (!table) return table.error();
  const std::string at = day_or_nothing(report.tally.at);
  for (const KindTally& kind : report.tally.kinds) {
    Row all = group_row(kind, "all", "", kind.all, {});
    for (Standing standing :
         {Standing::closed_unfinished, Standing::not_needed, Standing::undated, Standing::no_limit}) {
      all.push_back(number(kind.all.of(standing)));
    }
    const timeliness::Counts& counts = kind.counts;
    for (std::size_t count : {counts.from_referral, counts.within_from_referral, counts.from_start,
                              counts.within_from_start, counts.judged_by_referral, counts.judged_by_start}) {
      all.push_back(number(count));
    }
    all.push_back(at);
    table.value().add(all);
    auto add = [&](Row row) {
      row.resize(all.size() - 1);
      row.push_back(at);
      table.value().add(row);
    };
    const std::vector<timeliness::Shown> shown = timeliness::shown(kind.teams);
    for (std::size_t i = 0; i < kind.teams.size(); ++i) {
      add(group_row(kind, "team", kind.teams[i].name, kind.teams[i].figures,
                    report.small_numbers ? timeliness::Shown() : shown[i]));
    }
    for (const timeliness::Group& month : kind.months) add(group_row(kind, "month", month.name, month.figures, {}));
  }
  return table.value().finish();
}

base::Status days(const TimelinessReport& report, const std::string& folder) {
  base::Result<Table> table =
      Table::create(folder, "timeliness-days.csv", {"type", "limit", "working_days", "completed"});
  if (!table) return table.error();
  for (const KindTally& kind : report.tally.kinds) {
    for (const timeliness::Histogram& histogram : kind.histograms) {
      for (const auto& [taken, count] : histogram.days) {
        table.value().add({kind.type, std::to_string(histogram.limit), std::to_string(taken), number(count)});
      }
    }
  }
  return table.value().finish();
}

// What tells which piece of work a row is about.
Row identity(const TimelinessReport& report, const timeliness::Work& work) {
  const timeliness::Words& words = report.gathered.words;
  return {work.child,
          work.document,
          words[work.type],
          words[work.team],
          words[work.worker],
          words[work.manager],
          day_or_nothing(work.referral),
          day_or_nothing(work.start),
          day_or_nothing(work.completed),
          day_or_nothing(work.closed),
          words[work.file],
          work.line == 0 ? "" : std::to_string(work.line)};
}

Row with_identity(Row head) {
  head.insert(head.end(), {"child", "document", "type", "team", "worker", "manager", "referral", "start", "completed",
                           "closed", "file", "line"});
  return head;
}

Row joined(Row first, const Row& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

base::Status work_list(const TimelinessReport& report, const std::string& folder) {
  base::Result<Table> table =
      Table::create(folder, "timeliness-work.csv",
                    with_identity({"standing", "working_days", "limit", "over", "counted_from", "last_day_in_time"}));
  if (!table) return table.error();
  for (const timeliness::Open& open : report.tally.unfinished) {
    const timeliness::Judgement& judged = open.judged;
    table.value().add(joined(
        {timeliness::name_of(judged.standing), std::to_string(judged.days), std::to_string(judged.limit),
         std::to_string(judged.days - judged.limit), judged.clock == timeliness::Clock::referral ? "referral" : "start",
         day_or_nothing(report.limits.last_in_time(judged.from, judged.limit))},
        identity(report, report.gathered.work[open.work])));
  }
  return table.value().finish();
}

base::Status check_list(const TimelinessReport& report, const std::string& folder) {
  base::Result<Table> table =
      Table::create(folder, "timeliness-checks.csv", with_identity({"check", "census_rule", "meaning"}));
  if (!table) return table.error();
  for (const timeliness::Problem& problem : report.tally.problems) {
    table.value().add(joined({timeliness::name_of(problem.check), timeliness::rule_of(problem.check, problem.ending),
                              timeliness::words_for(problem.check)},
                             identity(report, report.gathered.work[problem.work])));
  }
  return table.value().finish();
}

}  // namespace

base::Status write_timeliness_tables(const TimelinessReport& report, const std::string& folder) {
  for (auto write : {groups, days, work_list, check_list}) {
    if (base::Status written = write(report, folder); !written) return written;
  }
  return base::Done{};
}

}  // namespace reports
