#include "reports/view.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Outcome;
using evaluation::Standing;

// Where the tally of that checklist's dimension or item stands; -1 where there is none.
template <typename Tally>
std::ptrdiff_t find(const std::vector<Tally>& tallies, const std::string& checklist, const std::string& own_id) {
  auto found = std::find_if(tallies.begin(), tallies.end(),
                            [&](const Tally& t) { return t.own_id == own_id && t.checklist == checklist; });
  return found == tallies.end() ? -1 : found - tallies.begin();
}

template <typename Tally>
std::size_t place_of(std::vector<Tally>& tallies, const std::string& checklist, const std::string& own_id) {
  if (std::ptrdiff_t at = find(tallies, checklist, own_id); at >= 0) return static_cast<std::size_t>(at);
  Tally tally;
  tally.id = tally.own_id = own_id;
  tally.checklist = checklist;
  tallies.push_back(std::move(tally));
  return tallies.size() - 1;
}

// A rating that a person has looked at is no longer one to look at first.
bool is_unsure(const evaluation::Answer& answer) {
  return !answer.unsure.empty() && answer.opinions.empty();
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
  out.first = static_cast<std::size_t>(
      std::count_if(outcome.flags.begin(), outcome.flags.end(), [](const auto& flag) { return flag.first; }));
  for (const auto& answer : outcome.items) {
    if (answer.rating == evaluation::Rating::not_met) ++out.not_met;
    if (is_unsure(answer)) ++out.unsure;
  }
  out.parts = parts_of(outcome);
  return out;
}

void keep_first(std::vector<UnsureRating>& unsure) {
  std::stable_sort(unsure.begin(), unsure.end(), [](const UnsureRating& a, const UnsureRating& b) {
    return std::tuple(!a.limits, a.rating) < std::tuple(!b.limits, b.rating);
  });
  if (unsure.size() > unsure_listed) unsure.erase(unsure.begin() + unsure_listed, unsure.end());
}

void count(Overview& all, const Outcome& outcome, const std::string& checklist, std::size_t number) {
  ++all.audited;
  ++all.overall[static_cast<std::size_t>(outcome.overall.grade)];
  Brief out = brief(outcome, number);
  auto by = std::find_if(all.checklists.begin(), all.checklists.end(),
                         [&](const ChecklistTally& each) { return each.id == checklist; });
  if (by == all.checklists.end()) by = all.checklists.insert(by, {checklist, checklist, "", ""});
  ++by->audited;
  out.checklist = static_cast<std::size_t>(by - all.checklists.begin());
  if (!out.parts.empty()) ++all.in_part;
  for (const auto& score : outcome.dimensions) {
    std::size_t at = place_of(all.dimensions, checklist, score.id);
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
  bool unscored = false;
  for (const auto& answer : outcome.items) {
    std::size_t at = place_of(all.items, checklist, answer.item);
    ++all.items[at].ratings[static_cast<std::size_t>(answer.rating)];
    out.items.resize(all.items.size());
    out.items[at] = {answer.rating, is_unsure(answer)};
    if (!answer.opinions.empty()) ++all.by_people;
    if (answer.auditor) {
      ++all.overruled;
      unscored = !outcome.auditors;
    }
    if (!is_unsure(answer) || !out.parts.empty()) continue;
    bool limits = std::any_of(outcome.dimensions.begin(), outcome.dimensions.end(),
                              [&](const auto& score) { return score.limited_by == answer.item; });
    ++all.unsure_ratings;
    all.unsure.push_back({number, outcome.path, at, answer.rating, limits, answer.unsure});
    if (all.unsure.size() >= 20 * unsure_listed) keep_first(all.unsure);  // of equals, those that came before stay
  }
  if (unscored) ++all.unscored;
  for (const auto& flag : outcome.flags) all.flags.push_back({number, outcome.path, flag});
  all.documents.push_back(std::move(out));
}

// The tallies of checklists that rated something, and to each place among `tallies` the place among those.
template <typename Tally>
std::vector<std::size_t> keep_used(std::vector<Tally>& tallies, const std::vector<ChecklistTally>& used) {
  std::vector<std::size_t> kept;
  std::vector<Tally> out;
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    bool rated = std::any_of(used.begin(), used.end(),
                             [&](const ChecklistTally& each) { return each.id == tallies[i].checklist; });
    if (!rated) continue;
    kept.push_back(i);
    out.push_back(std::move(tallies[i]));
  }
  tallies = std::move(out);
  return kept;
}

template <typename Value>
void take_places(std::vector<Value>& values, const std::vector<std::size_t>& places) {
  std::vector<Value> out;
  for (std::size_t place : places) out.push_back(place < values.size() ? values[place] : Value());
  values = std::move(out);
}

// Leaves out checklists that rated nothing, and where more than one did, says whose each dimension and item is.
void settle_checklists(Overview& all, const std::string& standard) {
  std::vector<std::size_t> place(all.checklists.size(), 0);
  std::vector<ChecklistTally> used;
  for (std::size_t i = 0; i < all.checklists.size(); ++i) {
    // Of a run in which nothing was audited, what it was to be rated by is shown.
    if (all.checklists[i].audited == 0 && (all.audited > 0 || i > 0)) continue;
    place[i] = used.size();
    used.push_back(all.checklists[i]);
  }
  all.checklists = std::move(used);
  const std::vector<std::size_t> dimensions = keep_used(all.dimensions, all.checklists);
  const std::vector<std::size_t> items = keep_used(all.items, all.checklists);
  for (Brief& document : all.documents) {
    document.checklist = place[document.checklist];
    take_places(document.grades, dimensions);
    take_places(document.scores, dimensions);
    take_places(document.items, items);
  }
  for (UnsureRating& unsure : all.unsure) {
    unsure.item = static_cast<std::size_t>(std::find(items.begin(), items.end(), unsure.item) - items.begin());
  }
  if (all.checklists.size() < 2) return;
  auto whose = [&](const std::string& checklist) { return checklist == standard ? "" : checklist + " "; };
  for (DimensionTally& each : all.dimensions) {
    if (each.checklist == standard) continue;
    each.id = each.checklist + " " + each.own_id;
    each.title = each.checklist + ": " + (each.title.empty() ? each.own_id : each.title);
  }
  for (ItemTally& each : all.items) {
    each.id = whose(each.checklist) + each.own_id;
    if (!each.dimension.empty()) each.dimension = whose(each.checklist) + each.dimension;
  }
}

// The folder that all the paths have in common, '/' at its end.
std::string common_folder(const std::deque<Brief>& documents) {
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
  for (const store::ChecklistFacts& checklist : run.facts.checklists()) {
    all.checklists.push_back({checklist.id, checklist.title, checklist.version, checklist.sha256});
    for (const auto& [id, title] : checklist.dimensions) {
      all.dimensions[place_of(all.dimensions, checklist.id, id)].title = title;
    }
    for (const auto& [id, dimension, question] : checklist.items) {
      ItemTally& item = all.items[place_of(all.items, checklist.id, id)];
      item.dimension = dimension;
      item.question = question;
    }
  }
  std::map<std::string, std::size_t> types, teams;
  std::size_t place = 0;
  base::Status status = run.each([&](const Outcome& outcome) -> base::Status {
    std::size_t number = run.number(++place);
    if (outcome.standing == Standing::audited) {
      count(all, outcome, checklist_of(outcome, run.facts), number);
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
  settle_checklists(all, run.facts.checklist_id);
  all.folder = common_folder(all.documents);
  all.teams.assign(teams.begin(), teams.end());
  all.types.assign(types.begin(), types.end());
  std::stable_sort(all.flags.begin(), all.flags.end(), [](const FlagFound& a, const FlagFound& b) {
    return std::tuple(!a.flag.first, std::string_view(a.flag.id)) <
           std::tuple(!b.flag.first, std::string_view(b.flag.id));
  });
  keep_first(all.unsure);
  std::stable_sort(all.not_audited.begin(), all.not_audited.end(),
                   [](const NotAudited& a, const NotAudited& b) { return a.standing < b.standing; });
  return all;
}

const std::string& checklist_of(const Outcome& outcome, const store::RunFacts& facts) {
  return outcome.checklist.empty() ? facts.checklist_id : outcome.checklist;
}

Asked asked_by(const store::RunFacts& facts, const Outcome& outcome, const std::string& wanted) {
  const std::string& rated_by = checklist_of(outcome, facts);
  const auto* items = rated_by == facts.checklist_id ? &facts.items : nullptr;
  for (const store::ChecklistFacts& other : facts.further) {
    if (items == nullptr && other.id == rated_by) items = &other.items;
  }
  if (items == nullptr) return {};
  for (const auto& [item, dimension, question] : *items) {
    if (item == wanted) return {dimension, question};
  }
  return {};
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

std::span<const FlagFound> shown_first(const Overview& overview) {
  auto end = std::find_if(overview.flags.begin(), overview.flags.end(),
                          [](const FlagFound& found) { return !found.flag.first; });
  return {overview.flags.begin(), end};
}

std::vector<const Brief*> by_need(const Overview& overview) {
  std::vector<const Brief*> out;
  for (const Brief& document : overview.documents) out.push_back(&document);
  std::stable_sort(out.begin(), out.end(), [](const Brief* a, const Brief* b) {
    return std::tuple(a->first == 0, a->overall.grade, a->overall.score, b->flags) <
           std::tuple(b->first == 0, b->overall.grade, b->overall.score, a->flags);
  });
  return out;
}

}  // namespace reports
