// The tally for a terminal.
#include <algorithm>

#include "reports/terminal.h"
#include "reports/timeliness_parts.h"
#include "reports/timeliness_words.h"
#include "reports/words.h"
#include "statistics/run_chart.h"

namespace reports {
namespace {

using timeliness::Figures;
using timeliness::KindTally;
using timeliness::Standing;

constexpr std::size_t longest_list = 20;  // the rest is in the tables
constexpr std::size_t bar_columns = 40;
constexpr std::size_t most_months = 24;
constexpr std::size_t most_name_columns = 44;
constexpr int most_bins = 18;

std::string right(const std::string& text, std::size_t columns) {
  return text.size() < columns ? std::string(columns - text.size(), ' ') + text : text;
}

std::string sentence(const std::string& words, const char* before = "  ") {
  return words.empty() ? "" : wrapped(before, words);
}

std::string heading(const char* first, bool unfinished) {
  return "    " + padded(first, 28) + " completed  in time   share   95% interval  median" +
         (unfinished ? "   open  overdue" : "") + "\n";
}

std::string row(const std::string& name, const Figures& figures, timeliness::Shown shown, bool unfinished) {
  std::string out = "    " + padded(printable(name), 28);
  if (!shown.completed) {
    out += right("left out", 10) + std::string(38, ' ');
  } else if (figures.completed() == 0) {
    out += right("0", 10) + std::string(38, ' ');
  } else {
    const statistics::Interval interval = figures.interval();
    out += right(std::to_string(figures.completed()), 10) + right(std::to_string(figures.of(Standing::in_time)), 9) +
           right(share_percent(figures.share()), 8) +
           right(share_percent(interval.low) + "-" + share_percent(interval.high), 15) +
           right(median_words(figures.median()), 6);
  }
  if (unfinished && shown.unfinished) {
    out +=
        right(std::to_string(figures.of(Standing::open)), 9) + right(std::to_string(figures.of(Standing::overdue)), 9);
  } else if (unfinished) {
    out += right("left out", 9);
  }
  return out + "\n";
}

std::string teams(const TimelinessReport& report, const KindTally& kind) {
  if (kind.teams.size() == 1 && kind.teams.front().name.empty()) return "";
  std::string out = heading("Team", true);
  const std::vector<timeliness::Shown> shown = timeliness::shown(kind.teams);
  for (std::size_t i = 0; i < kind.teams.size(); ++i) {
    const timeliness::Group& team = kind.teams[i];
    out += row(team.name.empty() ? "(none named)" : team.name, team.figures,
               report.small_numbers ? timeliness::Shown() : shown[i], true);
  }
  return out;
}

std::string months(const KindTally& kind) {
  if (kind.months.empty()) return "";
  std::string out = heading("Month of completion", false);
  const std::size_t left = kind.months.size() - std::min(kind.months.size(), most_months);
  if (left > 0) out += "    (" + counted(left, "earlier month") + " in timeliness.csv)\n";
  for (std::size_t i = left; i < kind.months.size(); ++i) {
    out += row(month_words(kind.months[i].name), kind.months[i].figures, {}, false);
  }
  if (kind.months.size() >= statistics::least_points) out += sentence(run_words(kind.months), "    ");
  return out;
}

std::string histogram(const timeliness::Histogram& days) {
  const std::vector<DayBin> bins = bins_of(days, width_of(days.limit, most_bins), 2 * days.limit);
  std::size_t most = 1;
  for (const DayBin& bin : bins) most = std::max(most, bin.count);
  std::string out = "    " + padded("Working days", 16) + " completed\n";
  for (const DayBin& bin : bins) {
    const std::size_t length = (bin.count * bar_columns + most - 1) / most;
    out += "    " + padded(bin_words(bin), 16) + right(std::to_string(bin.count), 10);
    if (length > 0) out += " " + std::string(length, '#');
    out += "\n";
    if (bin.last == days.limit) {
      out += "    --- limit: " + counted(static_cast<std::size_t>(days.limit), "working day") + " ---\n";
    }
  }
  return out + sentence(pile_words(days), "    ");
}

std::string kind_part(const TimelinessReport& report, const KindTally& kind) {
  std::string out = "\n" + printable(kind_words(kind)) + "\n";
  if (!report.measured) out += sentence(limit_words(kind));
  if (kind.all.completed() > 0) out += sentence(share_words(kind.all));
  out += sentence(rest_words(kind.all));
  if (!report.measured) out += sentence(counts_words(kind.counts));
  out += teams(report, kind) + months(kind);
  for (const timeliness::Histogram& days : kind.histograms) out += histogram(days);
  return out;
}

std::string which(const timeliness::Work& work) {
  return printable(!work.child.empty()      ? work.child
                   : !work.document.empty() ? work.document
                                            : "line " + std::to_string(work.line));
}

// Columns for the names of some work; of longer names the end is shown.
template <typename List>
std::size_t name_columns(const TimelinessReport& report, const List& list) {
  std::size_t out = 0, count = 0;
  for (const auto& one : list) {
    if (++count > longest_list) break;
    out = std::max(out, columns_of(which(report.gathered.work[one.work])));
  }
  return std::min(out, most_name_columns);
}

std::string name(const timeliness::Work& work, std::size_t columns) {
  std::string out = which(work);
  if (out.size() > columns && columns_of(out) == out.size()) out = "..." + out.substr(out.size() - columns + 3);
  return padded(out, columns) + "  ";
}

std::string more(std::size_t count, const char* table) {
  if (count <= longest_list) return "";
  return "  and " + std::to_string(count - longest_list) + " more: all are in " + table + " (--format csv --out DIR)\n";
}

std::string overdue_part(const TimelinessReport& report) {
  std::vector<timeliness::Open> overdue;
  std::size_t count = 0;
  for (const timeliness::Open& open : report.tally.unfinished) {
    if (open.judged.standing == Standing::overdue && ++count <= longest_list) overdue.push_back(open);
  }
  if (count == 0) return "";
  std::string out = "\nOverdue: " + std::to_string(count) + ", the longest over the limit first\n";
  const std::size_t columns = name_columns(report, overdue);
  for (const timeliness::Open& open : overdue) {
    const timeliness::Work& work = report.gathered.work[open.work];
    const std::string team = printable(report.gathered.words[work.team]);
    out += "  " + name(work, columns) + padded(kind_words(report.tally.kinds[open.kind]), 27) + " " +
           right(std::to_string(open.judged.days), 4) + " of " + right(std::to_string(open.judged.limit), 2) +
           " days, from " + day_or_nothing(open.judged.from) + (team.empty() ? "" : "  " + team) + "\n";
  }
  return out + more(count, "timeliness-work.csv");
}

std::string checks_part(const TimelinessReport& report) {
  const std::vector<timeliness::Problem>& problems = report.tally.problems;
  if (problems.empty()) return "";
  std::string out = "\nDays to look at: " + std::to_string(problems.size()) +
                    " (numbers are the census's rules; Q: a query, not always wrong)\n";
  for (std::size_t i = 0; i < timeliness::checks; ++i) {
    if (report.tally.by_check[i] == 0) continue;
    out += right(std::to_string(report.tally.by_check[i]), 8) + "  " +
           timeliness::words_for(static_cast<timeliness::Check>(i)) + "\n";
  }
  const std::size_t columns = name_columns(report, problems);
  for (std::size_t i = 0; i < std::min(problems.size(), longest_list); ++i) {
    const timeliness::Work& work = report.gathered.work[problems[i].work];
    out += "  " + name(work, columns) + padded(timeliness::rule_of(problems[i].check, problems[i].ending), 6) +
           timeliness::words_for(problems[i].check) +
           (work.line > 0 ? " (line " + std::to_string(work.line) + ")" : "") + "\n";
  }
  return out + more(problems.size(), "timeliness-checks.csv");
}

}  // namespace

std::string timeliness_text(const TimelinessReport& report) {
  std::string out = wrapped("", "Timeliness: " + printable(report.source)) + wrapped("", as_at_words(report)) +
                    wrapped("", counted_words(report)) + wrapped("", printable(method_words(report)));
  for (const KindTally& kind : report.tally.kinds) out += kind_part(report, kind);
  const bool by_team = std::any_of(report.tally.kinds.begin(), report.tally.kinds.end(),
                                   [](const KindTally& kind) { return kind.teams.size() > 1; });
  if (by_team && !report.small_numbers) out += "\n" + wrapped("", suppressed_words() + " --small-numbers shows them.");
  return out + overdue_part(report) + checks_part(report);
}

}  // namespace reports
