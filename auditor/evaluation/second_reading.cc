#include "evaluation/second_reading.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/utf8.h"
#include "evaluation/answer.h"

namespace evaluation {
namespace {

using language::Statement;

constexpr std::size_t longest = 60;    // tokens: what is longer is pointed at by its sentences
constexpr std::size_t candidates = 3;  // quotes and further places shown of an item, together
constexpr double nothing_likely =
    -5.0;  // as good as none: what is less likely counts as this, so that more of it adds nothing
constexpr double least_quoted = -0.7;  // likeness from which a place is quoted although no rule took it
constexpr std::size_t most_quotes = 6;
constexpr double least_shown = -5.0;  // a place less likely than this is no lead
constexpr std::size_t grounds_shown = 5;
constexpr std::size_t least_read = 40;  // statements: of a note that has fewer, no rating is moved

int points(Rating rating) {
  return rating == Rating::met ? 2 : rating == Rating::partly ? 1 : 0;
}

double counted(float score) {
  return std::max(double{score}, nothing_likely);
}

Rating rating_of(int points) {
  return points >= 2 ? Rating::met : points == 1 ? Rating::partly : Rating::not_met;
}

// Why a moved rating is unsure, as people say ratings.
std::string unsure_of(int rules, const char* second_reading) {
  const char* words = rules >= 2 ? "met" : rules == 1 ? "partly met" : "not met";
  return std::string("the rules say ") + words + ", a second reading says " + second_reading;
}

template <typename T>
struct Ranked {
  double rank;
  T place;
};

template <typename T>
bool overlaps_one(const std::vector<Ranked<T>>& ranked, base::Span at) {
  return std::any_of(ranked.begin(), ranked.end(), [&](const Ranked<T>& r) { return r.place.at.overlaps(at); });
}

template <typename T>
std::vector<T> best_of(std::vector<Ranked<T>> ranked, std::size_t most) {
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked<T>& a, const Ranked<T>& b) { return a.rank > b.rank; });
  std::vector<T> out;
  for (Ranked<T>& one : ranked) {
    if (out.size() < most) out.push_back(std::move(one.place));
  }
  return out;
}

}  // namespace

// What is general, asked, or a word without a verb or a label counts for nothing, however likely it looks.
bool SecondReading::may_count(const Statement& s) const {
  const form::UnitKind kind = record_.form.units[s.unit].kind;
  bool said = s.frame != language::Frame::none || kind != form::UnitKind::prose;
  bool ours = s.source != language::Source::form && s.source != language::Source::policy;
  return kind != form::UnitKind::help && said && ours && !s.general && s.mood != language::Mood::asked;
}

SecondReading::SecondReading(const checklist::Record& record, const checklist::Likeness& model)
    : record_(record), model_(model) {
  if (model.empty()) return;
  std::unordered_set<std::string> seen;  // what stands twice counts once
  auto read = [&](const std::vector<Statement>& all) {
    for (const Statement& statement : all) {
      auto [first, last] = record.language.scan.range(statement.at);
      if (last - first > longest || first == last) continue;
      if (record.form.units[statement.unit].kind == form::UnitKind::help) continue;
      counts_.push_back(may_count(statement) &&
                        seen.insert(base::fold_case(base::on_one_line(statement.at.of(record.document.text)))).second);
      statements_.push_back(&statement);
      scores_.push_back(model.scores(record, statement));
    }
  };
  read(record.language.unit_statements);
  read(record.language.statements);
}

std::vector<std::size_t> SecondReading::best(std::size_t column, By by, Among among, std::size_t most) const {
  auto score = [&](std::size_t i) {
    return by == By::likeness ? scores_[i].likeness[column] : scores_[i].strength[column];
  };
  // A few of many: picked one after the other, the first of equals first.
  std::vector<std::size_t> out;
  while (out.size() < most) {
    std::size_t best = statements_.size();
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      if ((among != Among::all && !counts_[i]) || (best < statements_.size() && score(i) <= score(best))) continue;
      bool known = std::any_of(out.begin(), out.end(),
                               [&](std::size_t k) { return statements_[k]->at.overlaps(statements_[i]->at); });
      if (!known) best = i;
    }
    if (best == statements_.size()) break;
    out.push_back(best);
  }
  return out;
}

std::vector<Lead> SecondReading::leads(std::string_view item, std::size_t most) const {
  std::vector<Lead> out;
  int column = model_.column(item);
  if (column < 0) return out;
  auto at = static_cast<std::size_t>(column);
  for (std::size_t i : best(at, By::likeness, Among::all, most))
    out.push_back({statements_[i], scores_[i].likeness[at]});
  return out;
}

double SecondReading::expected(std::string_view item, Rating by_rules) const {
  const checklist::Weighing& w = model_.weighing();
  auto column = static_cast<std::size_t>(model_.column(item));
  const checklist::Weighing::Own& own = w.own[column];
  double sum = own.base + w.rule[static_cast<std::size_t>(points(by_rules))] +
               (by_rules == Rating::partly ? own.partly
                : by_rules == Rating::met  ? own.met
                                           : 0.0);
  std::vector<std::size_t> likely = best(column, By::likeness, Among::those_that_count, w.likeness.size());
  for (std::size_t i = 0; i < w.likeness.size(); ++i) {
    sum += (w.likeness[i] + (i == 0 ? own.first : 0.0)) *
           (i < likely.size() ? counted(scores_[likely[i]].likeness[column]) : nothing_likely);
  }
  std::vector<std::size_t> strong = best(column, By::strength, Among::those_that_count, w.strength.size());
  for (std::size_t i = 0; i < w.strength.size(); ++i) {
    sum += w.strength[i] * (i < strong.size() ? counted(scores_[strong[i]].strength[column]) : nothing_likely);
  }
  return sum;
}

Evidence SecondReading::quoted(const Statement& statement) const {
  base::Span at = statement.at;
  return {at, std::string(at.of(record_.document.text)), place_of(record_, at)};
}

void SecondReading::weigh(const checklist::Item& item, Answer& answer) const {
  int found = model_.column(item.id);
  if (found < 0 || answer.rating == Rating::not_applicable || statements_.empty()) return;
  auto column = static_cast<std::size_t>(found);
  std::vector<std::size_t> likely = best(column, By::likeness, Among::all, candidates);
  const std::vector<std::size_t> bearing = best(column, By::likeness, Among::those_that_count, 1);
  auto quoted_already = [&](const Statement& s) {
    return std::any_of(answer.evidence.begin(), answer.evidence.end(),
                       [&](const Evidence& e) { return e.at.overlaps(s.at); });
  };

  const int rated = points(answer.rating);
  const double gap = expected(item.id, answer.rating) - rated;
  const bool moves = statements_.size() >= least_read && model_.weighs(item.id) &&
                     (gap > model_.weighing().margin || -gap > model_.weighing().margin_down);
  const bool likely_enough = !bearing.empty() && scores_[bearing.front()].likeness[column] > model_.weighing().least;
  if (moves && gap > 0 && rated < 2 && likely_enough) {
    const Statement& first = *statements_[bearing.front()];
    Evidence lead = quoted(first);
    answer.reason = (rated == 0 ? "No rule takes it, but this is like what careful readers quote: \u201C"
                                : answer.reason + "; rated higher, being like what careful readers call met: \u201C") +
                    base::on_one_line(lead.quote) + "\u201D";
    if (!quoted_already(first)) answer.evidence.insert(answer.evidence.begin(), std::move(lead));
    answer.rating = rating_of(rated + 1);
    answer.unsure = unsure_of(rated, "more");
    answer.looked_in.clear();
  } else if (moves && gap < 0 && rated > 0) {
    answer.rating = rating_of(rated - 1);
    answer.unsure = unsure_of(rated, "less");
    if (answer.rating == Rating::not_met) {
      for (Evidence& evidence : answer.evidence) {
        if (answer.near_misses.size() >= item.nearest) break;
        answer.near_misses.push_back({evidence.at, std::move(evidence.quote), std::move(evidence.where),
                                      "a rule takes it, but it is unlike what careful readers quote"});
      }
      answer.evidence.clear();
      answer.reason = item.absent;
    } else {
      answer.reason += "; rated lower, being unlike what careful readers call met";
    }
  }

  gather_quotes(column, likely, answer);
}

// The quotes in the order of their rank, those that no rule took only where they are likely; then, in that order too,
// near misses and places worth a look.
void SecondReading::gather_quotes(std::size_t column, const std::vector<std::size_t>& likely, Answer& answer) const {
  const auto& [taken_by_rule, among_its_first, near_it] = model_.weighing().rank;
  std::vector<Ranked<Evidence>> quotes;
  for (std::size_t i = 0; i < answer.evidence.size(); ++i) {
    double rank = likeness_at(answer.evidence[i].at, column) + taken_by_rule + (i < 2 ? among_its_first : 0.0);
    quotes.push_back({rank, std::move(answer.evidence[i])});
  }
  std::vector<Ranked<NearMiss>> misses;
  for (NearMiss& miss : answer.near_misses) {
    double rank = likeness_at(miss.at, column) + near_it;
    misses.push_back({rank, std::move(miss)});
  }
  const std::size_t near = misses.size();
  for (std::size_t i : likely) {
    const double likeness = scores_[i].likeness[column];
    if (overlaps_one(quotes, statements_[i]->at) || overlaps_one(misses, statements_[i]->at) || likeness < least_shown)
      continue;
    Evidence lead = quoted(*statements_[i]);
    if (answer.rating != Rating::not_met && counts_[i] && likeness > least_quoted) {
      quotes.push_back({likeness, std::move(lead)});
    } else {
      misses.push_back({likeness, NearMiss{lead.at, std::move(lead.quote), std::move(lead.where),
                                           "worth a look: no rule takes it"}});
    }
  }
  answer.evidence = best_of(std::move(quotes), most_quotes);
  answer.near_misses =
      best_of(std::move(misses), std::max(near, candidates - std::min(candidates, answer.evidence.size())));
}

// Likeness of the likeliest statement that the quote holds or stands in.
double SecondReading::likeness_at(base::Span at, std::size_t column) const {
  double out = nothing_likely;
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    base::Span other = statements_[i]->at;
    if (other.contains(at) || at.contains(other)) out = std::max(out, double{scores_[i].likeness[column]});
  }
  return out;
}

std::vector<std::string> SecondReading::explain(const checklist::Item& item, Rating by_rules) const {
  std::vector<std::string> out;
  if (model_.column(item.id) < 0 || statements_.empty() || by_rules == Rating::not_applicable) return out;
  auto tenths = static_cast<int>(std::lround(std::clamp(expected(item.id, by_rules), 0.0, 2.0) * 10));
  out.push_back("a second reading expects " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
                " of 2 points" + (model_.weighs(item.id) ? "" : " (it moves no rating of this item)"));
  for (const Lead& lead : leads(item.id, candidates)) {
    std::string line = "likely: \u201C" + base::on_one_line(lead.statement->at.of(record_.document.text)) + "\u201D";
    std::string joined;
    for (const std::string& ground : model_.grounds(record_, *lead.statement, item.id, grounds_shown)) {
      joined += (joined.empty() ? " \u2014 " : ", ") + ground;
    }
    out.push_back(line + joined);
  }
  return out;
}

}  // namespace evaluation
