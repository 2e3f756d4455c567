// What the figures ask a board to decide. Each sentence follows from figures that stand on the same pages.
#include <algorithm>
#include <set>

#include "reports/board.h"
#include "reports/comparison_words.h"
#include "reports/timeliness_words.h"
#include "reports/words.h"

namespace reports {
namespace {

using comparison::Measure;
using comparison::MeasureKind;
using comparison::Row;
using comparison::Share;
using comparison::Verdict;

constexpr std::size_t most_of_a_kind = 3;
constexpr double half = 0.5;

void notices(const BoardReport& report, std::vector<std::string>& out) {
  std::set<std::size_t> records;
  for (const FlagFound& found : report.overview.flags) {
    if (found.flag.first) records.insert(found.number);
  }
  if (records.empty()) return;
  out.push_back("In " + counted(records.size(), "record") +
                " a child may be in danger with no action recorded: make sure today that somebody has looked.");
}

void inadequate(const BoardReport& report, std::vector<std::string>& out) {
  const std::size_t count = report.overview.overall[0];
  if (count == 0) return;
  out.push_back(share_of_words({count, report.overview.audited}) +
                ", of the records are inadequate over all: decide who looks at these children's cases again.");
}

// Whether a measure went, or lies, the wrong way.
bool worse(const Measure& measure, Verdict verdict) {
  return verdict == (measure.wanted() ? Verdict::lower : Verdict::higher);
}

void changes(const BoardReport& report, std::vector<std::string>& out) {
  if (report.comparison.before.empty()) return;
  std::size_t count = 0;
  for (const Row& row : report.comparison.groups.rows) {
    const Measure& measure = report.comparison.records.measures()[row.measure];
    if (!worse(measure, row.verdict) || ++count > most_of_a_kind) continue;
    out.push_back("Worse than before: " + measure_short(measure) + ", " + share_of_words(row.here) + ", before " +
                  share_of_words(row.others) + ". Decide what is to be done, and when it is looked at again.");
  }
}

void councils(const BoardReport& report, std::vector<std::string>& out) {
  const std::vector<Measure>& measures = report.comparison.records.measures();
  std::vector<std::size_t> told;
  for (const comparison::Figure& figure : report.comparison.councils) {
    const std::size_t number = comparison::measure_of(figure, measures);
    if (number == measures.size() || std::find(told.begin(), told.end(), number) != told.end()) continue;
    const Share own = own_share(report.comparison.records, figure);
    if (own.of < comparison::least_compared) continue;
    const statistics::Interval interval = own.interval();
    const bool wanted = measures[number].wanted();
    if (wanted ? interval.high >= figure.share : interval.low <= figure.share) continue;
    told.push_back(number);
    out.push_back(measure_short(measures[number]) + ": " + share_of_words(own) + (wanted ? ", below " : ", above ") +
                  figure.council + " with " + share_percent(figure.share) + ". Decide whom to ask how they do it.");
  }
}

void teams(const BoardReport& report, std::vector<std::string>& out) {
  std::size_t count = 0;
  for (const Row& row : report.teams.rows) {
    const Measure& measure = report.comparison.records.measures()[row.measure];
    const std::string& team = report.teams.groups[row.group].name;
    if (team.empty() || !worse(measure, row.verdict) || measure.kind == MeasureKind::item) continue;
    if (++count > most_of_a_kind) return;
    out.push_back("Team " + team + ", " + measure_short(measure) + ": " + share_of_words(row.here) + "; the others " +
                  share_of_words(row.others) + ". Decide what support the team needs.");
  }
}

// Items that are surely met in fewer than half of the records.
void weak_items(const BoardReport& report, std::vector<std::string>& out) {
  std::size_t count = 0;
  for (const ItemTally& item : weakest(report.overview, report.overview.items.size())) {
    const Share met{item.ratings[static_cast<std::size_t>(evaluation::Rating::met)], item.applies()};
    if (met.interval().high >= half) continue;
    if (++count > most_of_a_kind) return;
    out.push_back(item.id + " (" + item.question + ") is met in " + share_of_words(met) +
                  ". Decide what training, form or supervision would mend it.");
  }
}

void trust(const BoardReport& report, std::vector<std::string>& out) {
  const std::size_t unread = report.overview.refused + report.overview.in_part;
  if (unread > 0) {
    out.push_back(counted(unread, "record was", "records were") +
                  " not read, or only in part: have them audited by hand before anything is concluded.");
  }
  if (report.people_ratings == 0) {
    out.push_back(
        "No person has rated any of these records yet. Decide who rates a part of them again, so that it is "
        "known how far these figures can be relied on.");
  }
}

}  // namespace

std::vector<std::string> decisions(const BoardReport& report) {
  std::vector<std::string> out;
  notices(report, out);
  inadequate(report, out);
  changes(report, out);
  councils(report, out);
  teams(report, out);
  weak_items(report, out);
  trust(report, out);
  return out;
}

}  // namespace reports
