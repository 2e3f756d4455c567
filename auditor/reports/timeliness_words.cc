#include "reports/timeliness_words.h"

#include <algorithm>
#include <cstdio>

#include "language/calendar.h"
#include "reports/words.h"

namespace reports {
namespace {

using timeliness::Clock;
using timeliness::Counts;
using timeliness::Figures;
using timeliness::Histogram;
using timeliness::KindTally;
using timeliness::Limit;
using timeliness::Standing;

std::string clocks_words(const Limit& limit) {
  std::string out;
  for (Clock clock : limit.from) {
    out += out.empty() ? std::string("from ") + timeliness::words_for(clock)
                       : std::string(" (where that is not known, from ") + timeliness::words_for(clock) + ")";
  }
  return out;
}

std::string range_words(const Limit& limit) {
  std::string out;
  if (limit.since != language::no_day) out += " since " + language::in_words(limit.since);
  if (limit.until != language::no_day) out += " until " + language::in_words(limit.until);
  return out;
}

std::string of_words(std::size_t within, std::size_t all) {
  if (all == 0) return "not known";
  return std::to_string(within) + " of " + std::to_string(all) + " (" +
         share_percent(static_cast<double>(within) / static_cast<double>(all)) + ")";
}

}  // namespace

std::string as_at_words(const TimelinessReport& report) {
  return "As at " + language::in_words(report.tally.at) +
         (report.day_given ? ", the day asked for." : ", the latest day in the data.");
}

std::string counted_words(const TimelinessReport& report) {
  const timeliness::Tally& tally = report.tally;
  std::string out =
      counted(tally.work, report.measured ? "record" : "piece of work", report.measured ? "" : "pieces of work");
  if (tally.children > 0) out += " on " + counted(tally.children, "child", "children");
  if (tally.later > 0) out += "; " + std::to_string(tally.later) + " more begin after that day and are not counted";
  out += ".";
  if (tally.undecided > 0) {
    out += " " + counted(tally.undecided, "referral") + (tally.undecided == 1 ? " is" : " are") +
           " checked, and not counted: no day of decision is told of any.";
  }
  return out;
}

std::string method_words(const TimelinessReport& report) {
  std::string out = "Working days in England: no Saturdays, Sundays and bank holidays. ";
  if (report.measured) return out + "Days and limits are those that the audit found in each record and its checklist.";
  out += report.limits.first_day == 0 ? "The day that the count begins with is day 0."
                                      : "The day that the count begins with is day 1.";
  out += " Limits: " + report.limits.file;
  if (!report.limits.council.empty()) out += ", those of " + report.limits.council + " first";
  return out + ".";
}

std::string kind_words(const KindTally& kind) {
  return kind.title.empty() ? type_words(kind.type) : kind.title;
}

std::string limit_words(const KindTally& kind) {
  std::string out;
  const Limit* last = nullptr;
  for (const Limit& limit : kind.limits) {
    out += out.empty() ? "Limit: " : "; ";
    out += counted(static_cast<std::size_t>(limit.days), "working day");
    if (last == nullptr || last->from != limit.from) out += " " + clocks_words(limit);
    out += range_words(limit);
    last = &limit;
  }
  return out.empty() ? "" : out + ".";
}

std::string share_words(const Figures& figures) {
  if (figures.completed() == 0) return "None was completed.";
  const statistics::Interval interval = figures.interval();
  return "In time: " + std::to_string(figures.of(Standing::in_time)) + " of " + std::to_string(figures.completed()) +
         " completed, " + share_percent(figures.share()) + " (95% interval " + share_percent(interval.low) + " to " +
         share_percent(interval.high) + "); half took " + median_words(figures.median()) + " working days or fewer.";
}

std::string rest_words(const Figures& figures) {
  std::string out;
  if (figures.unfinished() > 0) {
    out = "Not completed: " + std::to_string(figures.unfinished()) + ", of which " +
          std::to_string(figures.of(Standing::overdue)) + " overdue.";
  }
  auto add = [&](Standing standing, const char* words) {
    if (figures.of(standing) > 0)
      out += (out.empty() ? "" : " ") + std::string(words) + std::to_string(figures.of(standing)) + ".";
  };
  add(Standing::closed_unfinished, "The case closed without completion: ");
  add(Standing::not_needed, "No conference needed: ");
  add(Standing::undated, "A day that decides is missing, or contradicts another: ");
  add(Standing::no_limit, "No limit is known: ");
  return out;
}

std::string counts_words(const Counts& counts) {
  if (counts.judged_by_referral + counts.judged_by_start == 0) return "";
  std::string out =
      "Within the limit from the referral: " + of_words(counts.within_from_referral, counts.from_referral) +
      "; from the start: " + of_words(counts.within_from_start, counts.from_start) + ". Judged by the ";
  if (counts.judged_by_start == 0) return out + "referral.";
  if (counts.judged_by_referral == 0) return out + "start.";
  return out + "referral in " + std::to_string(counts.judged_by_referral) + ", by the start in " +
         std::to_string(counts.judged_by_start) + ".";
}

std::string pile_words(const Histogram& histogram) {
  if (histogram.span == 0 || histogram.before + histogram.after == 0) return "";
  const int limit = histogram.limit, span = histogram.span;
  std::string out = "Completed on days " + std::to_string(limit - span + 1) + " to " + std::to_string(limit) + ": " +
                    std::to_string(histogram.before) + "; on days " + std::to_string(limit + 1) + " to " +
                    std::to_string(limit + span) + ": " + std::to_string(histogram.after) + ".";
  if (histogram.piles_up()) {
    out += " More than chance piles up before the limit: see whether work is finished then, or only signed off.";
  }
  return out;
}

std::string suppressed_words() {
  return "Figures of a team with fewer than " + std::to_string(timeliness::least_shown) +
         " are left out, and where that is one team, the next smallest too.";
}

std::string share_percent(double share) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f%%", 100 * share);
  return buffer;
}

std::string median_words(double median) {
  if (median < 0) return "";
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%g", median);
  return buffer;
}

std::string month_words(const std::string& month) {
  const language::Day first = language::iso_day(month + "-01");
  const std::string words = first == language::no_day ? month : language::in_words(first);
  return words.starts_with("1 ") ? words.substr(2) : words;
}

std::string day_or_nothing(language::Day day) {
  return day == language::no_day ? "" : language::iso_of(day);
}

std::vector<DayBin> bins_of(const Histogram& histogram, int width, int longest) {
  std::vector<DayBin> out;
  const int most = histogram.days.empty() ? 0 : histogram.days.rbegin()->first;
  const int end = std::max(std::min(most, longest), histogram.limit + 1);
  for (int first = 0; first <= end; first = out.back().last + 1) {
    out.push_back({first, first == 0 && width > 1 ? width : first + width - 1, false, 0});
  }
  for (const auto& [days, count] : histogram.days) {
    const int bin = width == 1 ? days : std::max(days - 1, 0) / width;
    out[std::min(static_cast<std::size_t>(bin), out.size() - 1)].count += count;
  }
  out.back().open = most > out.back().last;
  return out;
}

int width_of(int limit, int most) {
  for (int width = 1; width < limit; ++width) {
    if (limit % width == 0 && 2 * limit / width <= most) return width;
  }
  return std::max(limit, 1);
}

std::string bin_words(const DayBin& bin) {
  if (bin.open) return std::to_string(bin.first) + " or more";
  return bin.first == bin.last ? std::to_string(bin.first)
                               : std::to_string(bin.first) + " to " + std::to_string(bin.last);
}

}  // namespace reports
