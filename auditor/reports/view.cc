#include "reports/view.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Outcome;
using evaluation::Standing;

template <typename Tally>
std::size_t place_of(std::vector<Tally>& tallies, const std::string& id) {
  auto found = std::find_if(tallies.begin(), tallies.end(), [&](const Tally& t) { return t.id == id; });
  if (found == tallies.end()) {
    tallies.emplace_back();
    tallies.back().id = id;
    return tallies.size() - 1;
  }
  return static_cast<std::size_t>(found - tallies.begin());
}

Brief brief(const Outcome& outcome, std::size_t number) {
  Brief out;
  out.number = number;
  out.path = outcome.path;
  out.type = outcome.type;
  out.children = outcome.children;
  out.team = outcome.particulars.team;
  out.worker = outcome.particulars.worker;
  out.manager = outcome.particulars.manager;
  out.timeliness = outcome.timeliness;
  out.overall = outcome.overall;
  out.flags = outcome.flags.size();
  for (const auto& answer : outcome.items) {
    if (answer.rating == evaluation::Rating::not_met) ++out.not_met;
    if (!answer.unsure.empty()) ++out.unsure;
  }
  out.parts = parts_of(outcome);
  return out;
}

void count(Overview& all, const Outcome& outcome, std::size_t number) {
  ++all.audited;
  ++all.overall[static_cast<std::size_t>(outcome.overall.grade)];
  Brief out = brief(outcome, number);
  if (!out.parts.empty()) ++all.in_part;
  for (const auto& score : outcome.dimensions) {
    std::size_t at = place_of(all.dimensions, score.id);
    DimensionTally& tally = all.dimensions[at];
    if (tally.title.empty()) tally.title = score.title;
    tally.in_overall = score.in_overall;
    out.grades.resize(all.dimensions.size());
    out.scores.resize(all.dimensions.size());
    if (score.possible == 0) {
      ++tally.without;
      continue;
    }
    ++tally.grades[static_cast<std::size_t>(score.grade)];
    out.grades[at] = score.grade;
    out.scores[at] = static_cast<double>(score.points) / score.possible;
  }
  for (const auto& answer : outcome.items) {
    std::size_t at = place_of(all.items, answer.item);
    ++all.items[at].ratings[static_cast<std::size_t>(answer.rating)];
    out.items.resize(all.items.size());
    out.items[at] = {answer.rating, !answer.unsure.empty()};
    if (answer.unsure.empty() || !out.parts.empty()) continue;
    bool limits = std::any_of(outcome.dimensions.begin(), outcome.dimensions.end(),
                              [&](const auto& score) { return score.limited_by == answer.item; });
    all.unsure.push_back({number, outcome.path, at, answer.rating, limits, answer.unsure});
  }
  for (const auto& flag : outcome.flags) all.flags.push_back({number, outcome.path, flag});
  all.documents.push_back(std::move(out));
}

// The folder that all the paths have in common, '/' at its end.
std::string common_folder(const std::vector<Brief>& documents) {
  if (documents.empty()) return "";
  std::string_view common = documents.front().path;
  for (const Brief& document : documents) {
    auto [end, ignored] = std::mismatch(common.begin(), common.end(), document.path.begin(), document.path.end());
    common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
  }
  std::size_t slash = common.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(common.substr(0, slash + 1));
}

}  // namespace

base::Result<Overview> overview(const Run& run) {
  Overview all;
  for (const auto& [id, title] : run.facts.dimensions) {
    DimensionTally tally;
    tally.id = id;
    tally.title = title;
    all.dimensions.push_back(std::move(tally));
  }
  for (const auto& [id, dimension, question] : run.facts.items) all.items.push_back({id, dimension, question, {}});
  std::map<std::string, std::size_t> types, teams;
  std::size_t place = 0;
  base::Status status = run.each([&](const Outcome& outcome) -> base::Status {
    std::size_t number = run.number(++place);
    if (outcome.standing == Standing::audited) {
      count(all, outcome, number);
      ++types[outcome.type];
      const std::string& team = all.documents.back().team;
      if (!team.empty()) ++teams[team];
      return base::Done{};
    }
    ++(outcome.standing == Standing::refused ? all.refused : all.skipped);
    all.not_audited.push_back({outcome.path, outcome.standing, reason_of(outcome.error)});
    return base::Done{};
  });
  if (!status) return status.error();
  for (Brief& document : all.documents) {
    document.grades.resize(all.dimensions.size());
    document.scores.resize(all.dimensions.size());
    document.items.resize(all.items.size());
  }
  all.folder = common_folder(all.documents);
  all.teams.assign(teams.begin(), teams.end());
  all.types.assign(types.begin(), types.end());
  std::stable_sort(all.flags.begin(), all.flags.end(),
                   [](const FlagFound& a, const FlagFound& b) { return a.flag.id < b.flag.id; });
  std::stable_sort(all.unsure.begin(), all.unsure.end(), [](const UnsureRating& a, const UnsureRating& b) {
    return std::tuple(!a.limits, a.rating) < std::tuple(!b.limits, b.rating);
  });
  std::stable_sort(all.not_audited.begin(), all.not_audited.end(),
                   [](const NotAudited& a, const NotAudited& b) { return a.standing < b.standing; });
  return all;
}

std::vector<ItemTally> weakest(const Overview& overview, std::size_t at_most) {
  std::vector<ItemTally> out;
  for (const ItemTally& item : overview.items) {
    if (item.ratings[0] + item.ratings[1] > 0) out.push_back(item);
  }
  auto points = [](const ItemTally& item) { return item.ratings[1] + 2 * item.ratings[2]; };
  std::stable_sort(out.begin(), out.end(), [&](const ItemTally& a, const ItemTally& b) {
    std::size_t left = points(a) * b.applies();
    std::size_t right = points(b) * a.applies();
    return left != right ? left < right : a.ratings[0] > b.ratings[0];
  });
  if (out.size() > at_most) out.resize(at_most);
  return out;
}

std::vector<Brief> by_need(const Overview& overview) {
  std::vector<Brief> out = overview.documents;
  std::stable_sort(out.begin(), out.end(), [](const Brief& a, const Brief& b) {
    return std::tuple(a.overall.grade, a.overall.score, b.flags) <
           std::tuple(b.overall.grade, b.overall.score, a.flags);
  });
  return out;
}

}  // namespace reports
