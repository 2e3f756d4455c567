#include "timeliness/tally.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace timeliness {
namespace {

using language::Day;
using language::no_day;

// How many days on either side of a limit tell whether work piles up before it: a week for the long ones.
int span_for(int limit) {
  constexpr int long_limit = 30, short_limit = 7;
  return limit >= long_limit ? 5 : limit >= short_limit ? 2 : 0;
}

std::size_t between(const Days& days, int first, int last) {
  std::size_t out = 0;
  for (auto at = days.lower_bound(first); at != days.end() && at->first <= last; ++at) out += at->second;
  return out;
}

void count(Figures& figures, const Judgement& judged) {
  ++figures.by_standing[static_cast<std::size_t>(judged.standing)];
  if (judged.completed()) ++figures.days[judged.days];
}

void count(Counts& counts, const Judgement& judged) {
  if (!judged.completed()) return;
  ++(judged.clock == Clock::referral ? counts.judged_by_referral : counts.judged_by_start);
  if (judged.from_referral) {
    ++counts.from_referral;
    counts.within_from_referral += *judged.from_referral <= judged.limit ? 1u : 0u;
  }
  if (judged.from_start) {
    ++counts.from_start;
    counts.within_from_start += *judged.from_start <= judged.limit ? 1u : 0u;
  }
}

// What is counted of one kind before it is put in order.
struct Counting {
  KindTally tally;
  std::map<std::uint32_t, Figures> teams;  // by the team's number in Words
  std::map<int, Figures> months;           // by year * 12 + month
  std::map<int, Days> limits;

  void add(const Work& work, const Judgement& judged) {
    count(tally.all, judged);
    count(tally.counts, judged);
    count(teams[work.team], judged);
    if (!judged.completed()) return;
    language::YearMonthDay day = language::parts_of(work.completed);
    count(months[day.year * 12 + day.month - 1], judged);
    ++limits[judged.limit][judged.days];
  }

  KindTally done(const Words& words) {
    for (auto& [team, figures] : teams) tally.teams.push_back({words[team], std::move(figures)});
    std::sort(tally.teams.begin(), tally.teams.end(), [](const Group& a, const Group& b) { return a.name < b.name; });
    for (auto& [month, figures] : months) {
      std::string name = language::iso_of(language::day_of(month / 12, month % 12 + 1, 1)).substr(0, 7);
      tally.months.push_back({std::move(name), std::move(figures)});
    }
    for (auto& [limit, days] : limits) {
      Histogram histogram;
      histogram.limit = limit;
      histogram.span = span_for(limit);
      histogram.before = between(days, limit - histogram.span + 1, limit);
      histogram.after = between(days, limit + 1, limit + histogram.span);
      histogram.days = std::move(days);
      tally.histograms.push_back(std::move(histogram));
    }
    return std::move(tally);
  }
};

// Finds the place of a kind among those that are counted, by the work's own name of it.
class Kinds {
 public:
  Kinds(const Words& words, const Limits& limits) : words_(words), limits_(limits) {
    for (const Kind& kind : limits.kinds) {
      counting_.emplace_back();
      counting_.back().tally.type = kind.type;
      counting_.back().tally.title = kind.title;
      counting_.back().tally.limits = kind.limits;
      counting_.back().tally.ending = kind.ending;
    }
    places_.resize(words.size(), unknown);
  }

  std::size_t place(std::uint32_t type) {
    std::size_t& place = places_[type];
    if (place != unknown) return place;
    const Kind* kind = limits_.kind(words_[type]);
    place = kind == nullptr ? counting_.size() : static_cast<std::size_t>(kind - limits_.kinds.data());
    if (kind == nullptr) {
      counting_.emplace_back();
      counting_.back().tally.type = words_[type];
    }
    return place;
  }
  // Null where the limits know no such kind.
  const Kind* kind(std::size_t place) const { return place < limits_.kinds.size() ? &limits_.kinds[place] : nullptr; }
  Counting& counting(std::size_t place) { return counting_[place]; }
  std::vector<Counting>& all() { return counting_; }

 private:
  static constexpr std::size_t unknown = SIZE_MAX;

  const Words& words_;
  const Limits& limits_;
  std::vector<Counting> counting_;
  std::vector<std::size_t> places_;  // by number of the type's word
};

// Whether each file, by its number in Words, tells of decisions at all. One that doesn't can't tell which are open.
std::vector<bool> tells_decisions(const Gathered& gathered, Kinds& kinds) {
  std::vector<bool> out(gathered.words.size(), false);
  for (const Work& work : gathered.work) {
    const Kind* kind = kinds.kind(kinds.place(work.type));
    if (kind == nullptr || kind->ending != Ending::decided) continue;
    if (work.completed != no_day || work.audited) out[work.file] = true;
  }
  return out;
}

// Leaves out the kinds that there is no work of, puts those that the limits don't know in order, and mends the indices.
void settle(Kinds& kinds, const Words& words, Tally& out) {
  std::vector<Counting>& all = kinds.all();
  std::vector<std::size_t> order;
  std::size_t known = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    bool any = std::any_of(all[i].tally.all.by_standing.begin(), all[i].tally.all.by_standing.end(),
                           [](std::size_t n) { return n > 0; });
    if (any) order.push_back(i);
    if (any && kinds.kind(i) != nullptr) ++known;
  }
  std::sort(order.begin() + static_cast<std::ptrdiff_t>(known), order.end(),
            [&](std::size_t a, std::size_t b) { return all[a].tally.type < all[b].tally.type; });
  std::vector<std::size_t> moved(all.size(), 0);
  for (std::size_t i : order) {
    moved[i] = out.kinds.size();
    out.kinds.push_back(all[i].done(words));
  }
  for (Open& open : out.unfinished) open.kind = moved[open.kind];
  std::stable_sort(out.unfinished.begin(), out.unfinished.end(), [](const Open& a, const Open& b) {
    return a.judged.days - a.judged.limit > b.judged.days - b.judged.limit;
  });
}

}  // namespace

double Figures::share() const {
  return completed() == 0 ? 0 : static_cast<double>(of(Standing::in_time)) / static_cast<double>(completed());
}

statistics::Interval Figures::interval() const {
  return statistics::wilson(of(Standing::in_time), completed());
}

double Figures::median() const {
  const std::size_t all = completed();
  if (all == 0) return -1;
  auto nth = [this](std::size_t n) {
    auto at = days.begin();
    for (std::size_t passed = at->second; passed <= n; passed += at->second) ++at;
    return at->first;
  };
  return (nth((all - 1) / 2) + nth(all / 2)) / 2.0;
}

bool Histogram::piles_up() const {
  return before + after > 0 && statistics::wilson(before, before + after).low > 0.5;
}

Tally tally(const Gathered& gathered, const Limits& limits, Day at) {
  Tally out;
  out.at = at;
  Kinds kinds(gathered.words, limits);
  std::unordered_set<std::string_view> children;
  const std::vector<bool> decisions = tells_decisions(gathered, kinds);
  for (std::size_t i = 0; i < gathered.work.size(); ++i) {
    const Work& work = gathered.work[i];
    const std::size_t place = kinds.place(work.type);
    const Kind* kind = kinds.kind(place);
    Judgement judged = judge(work, kind, limits, at);
    for (Check check : checked(work, kind, limits, at)) {
      out.problems.push_back({i, check, kind == nullptr ? Ending::completed : kind->ending});
      ++out.by_check[static_cast<std::size_t>(check)];
    }
    if (kind != nullptr && kind->ending == Ending::decided && !decisions[work.file]) {
      ++out.undecided;
      continue;
    }
    if (judged.standing == Standing::later) {
      ++out.later;
      continue;
    }
    ++out.work;
    if (!work.child.empty()) children.insert(work.child);
    kinds.counting(place).add(work, judged);
    if (judged.unfinished()) out.unfinished.push_back({i, place, judged});
  }
  out.children = children.size();
  settle(kinds, gathered.words, out);
  return out;
}

}  // namespace timeliness
