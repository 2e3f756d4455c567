#include "evaluation/second_reading.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.h"
#include "evaluation/answer.h"

namespace evaluation {
namespace {

using language::Statement;

constexpr std::size_t candidates = 3;   // quotes and further places shown of an item, together
constexpr double least_to_rise = -0.5;  // likeness: no rating rises on less (tests/accuracy/weighing.py)
constexpr double unlike = -5.0;         // log odds of a place that no statement holds
constexpr double least_quoted =
    -1.5;  // likeness from which a place may be among the first quotes although no rule took it
constexpr std::size_t most_quotes = 6;
constexpr double least_shown = -5.0;  // a place less likely than this is no lead
constexpr std::size_t grounds_shown = 5;
constexpr std::size_t least_read = 40;  // statements: of a note that has fewer, no rating is moved

int points(Rating rating) {
  return rating == Rating::met ? 2 : rating == Rating::partly ? 1 : 0;
}

Rating rating_of(int points) {
  return points >= 2 ? Rating::met : points == 1 ? Rating::partly : Rating::not_met;
}

// A rating, as people say it.
const char* words_of(int points) {
  return points >= 2 ? "met" : points == 1 ? "partly met" : "not met";
}

std::vector<base::Span> spans_of(const auto& quotes) {
  std::vector<base::Span> out;
  for (const auto& quote : quotes) out.push_back(quote.at);
  return out;
}

// How many say something else: what is said twice is one.
std::size_t distinct(const std::vector<Evidence>& quotes) {
  std::set<std::string> out;
  for (const Evidence& quote : quotes) out.insert(base::fold_case(base::on_one_line(quote.quote)));
  return out.size();
}

template <typename T>
bool overlaps_one(const std::vector<T>& quotes, base::Span at) {
  return std::any_of(quotes.begin(), quotes.end(), [&](const T& quote) { return quote.at.overlaps(at); });
}

}  // namespace

std::vector<std::size_t> SecondReading::best(std::size_t column, By by, Among among, std::size_t most) const {
  const std::span<const float> scores = by == By::likeness ? scores_.likeness(column) : scores_.strength(column);
  // A few of many: picked one after the other, the first of equals first.
  std::vector<std::size_t> out;
  out.reserve(most);
  const auto known = [&](base::Span at) {
    return std::any_of(out.begin(), out.end(),
                       [&](std::size_t k) { return statements_[k].statement->at.overlaps(at); });
  };
  while (out.size() < most) {
    std::size_t best = statements_.size();
    float highest = 0;
    for (std::size_t k = 0; k < (among == Among::all ? statements_.size() : counting_.size()); ++k) {
      const std::size_t i = among == Among::all ? k : counting_[k];
      if ((best < statements_.size() && scores[i] <= highest) || known(statements_[i].statement->at)) continue;
      best = i;
      highest = scores[i];
    }
    if (best == statements_.size()) break;
    out.push_back(best);
  }
  return out;
}

std::vector<double> SecondReading::log_odds(std::size_t column, By by, std::size_t most) const {
  const std::span<const float> scores = by == By::likeness ? scores_.likeness(column) : scores_.strength(column);
  std::vector<double> out;
  out.reserve(most);
  for (std::size_t i : best(column, by, Among::those_that_count, most)) out.push_back(scores[i]);
  return out;
}

double SecondReading::expected(std::size_t column, const Answer& by_rules) const {
  return model_.weighing().expected(column,
                                    {static_cast<std::size_t>(points(by_rules.rating)), distinct(by_rules.evidence)},
                                    log_odds(column, By::likeness, checklist::Weighing::likeliest),
                                    log_odds(column, By::strength, checklist::Weighing::strongest));
}

Evidence SecondReading::quoted(base::Span at) const {
  return {at, std::string(at.of(record_.document.text)), place_of(record_, at)};
}

void SecondReading::weigh(const checklist::Item& item, Answer& answer) const {
  int found = model_.column(item.id);
  if (found < 0 || answer.rating == Rating::not_applicable || statements_.empty()) return;
  auto column = static_cast<std::size_t>(found);
  const Taken taken{spans_of(answer.evidence), spans_of(answer.near_misses), answer.rating};
  const int rated = points(answer.rating);
  if (statements_.size() >= least_read && model_.weighs(item.id)) {
    const checklist::Weighing& weighing = model_.weighing();
    const double expects = expected(column, answer);
    const int fits = weighing.points(expects);
    if (fits > rated) {
      const std::vector<std::size_t> bearing = best(column, By::likeness, Among::those_that_count, 1);
      const bool likely = !bearing.empty() && scores_.likeness(column)[bearing.front()] > least_to_rise;
      if (likely) raise(bearing.front(), fits, answer);
    } else if (fits < rated) {
      lower(item, fits, answer);
    }
    if (weighing.unsure(expects) && points(answer.rating) != rated) {
      answer.unsure = std::string("the rules say ") + words_of(rated) + ", a second reading says " +
                      (fits > rated ? "more" : "less");
    }
  }

  gather_quotes(column, taken, answer);
}

void SecondReading::raise(std::size_t likeliest, int points, Answer& answer) const {
  const Statement& first = *statements_[likeliest].statement;
  Evidence lead = quoted(first.at);
  const bool none = answer.rating == Rating::not_met;
  answer.reason = (none ? "No rule takes it, but this is like what careful readers quote"
                        : answer.reason + "; rated higher, being like what careful readers call met") +
                  std::string(none && points >= 2 ? " where they say met" : "") + ": \u201C" +
                  base::on_one_line(lead.quote) + "\u201D";
  if (!overlaps_one(answer.evidence, first.at)) answer.evidence.insert(answer.evidence.begin(), std::move(lead));
  answer.rating = rating_of(points);
  answer.looked_in.clear();
}

void SecondReading::lower(const checklist::Item& item, int points, Answer& answer) const {
  answer.rating = rating_of(points);
  if (answer.rating != Rating::not_met) {
    answer.reason += "; rated lower, being unlike what careful readers call met";
    return;
  }
  for (Evidence& evidence : answer.evidence) {
    if (answer.near_misses.size() >= item.nearest) break;
    answer.near_misses.push_back({evidence.at, std::move(evidence.quote), std::move(evidence.where),
                                  "a rule takes it, but it is unlike what careful readers quote"});
  }
  answer.evidence.clear();
  answer.reason = item.absent;
}

// Every statement, some neighbouring cells of every row, and what the rules took that is neither.
std::vector<Ranked> SecondReading::places(std::size_t column, const Taken& taken,
                                          std::vector<Quotable>& further) const {
  const std::span<const float> likeness = scores_.likeness(column), preference = scores_.preference(column);
  further.reserve(taken.quotes.size() + taken.near.size());  // they are pointed at
  std::vector<Ranked> out;
  out.reserve(places_.size() + further.capacity());
  for (std::size_t i = 0; i < places_.size(); ++i) {
    out.push_back({&places_[i], likeness[places_from_[i]], preference[places_from_[i]]});
  }
  for (const std::vector<base::Span>* those : {&taken.quotes, &taken.near}) {
    for (base::Span at : *those) {
      const auto is_there = [&](const Quotable& place) { return place.at == at; };
      if (where_.contains(number_of(at)) || std::any_of(further.begin(), further.end(), is_there)) continue;
      further.push_back(order_.place(at, Quotable::Sort::quote, false));
      out.push_back({&further.back(), highest_at(at, likeness), highest_at(at, preference)});
    }
  }
  return out;
}

// The quotes in their order, those that no rule took only where they are likely; then, in that order too, near misses
// and places worth a look. What the rules quote may be narrowed to a part of it, or stand in a longer quote.
void SecondReading::gather_quotes(std::size_t column, const Taken& taken, Answer& answer) const {
  const std::vector<Evidence> evidence = std::move(answer.evidence);
  const std::vector<NearMiss> misses = std::move(answer.near_misses);
  answer.evidence.clear();
  answer.near_misses.clear();
  std::vector<Quotable> further;
  const std::vector<Ranked> ordered = order_.best_first(places(column, taken, further), taken, column);
  for (const Ranked& one : ordered) {
    if (answer.evidence.size() == most_quotes) break;
    const bool likely = answer.rating != Rating::not_met && one.place->counts && one.near < 0 &&
                        one.likeness > least_quoted && answer.evidence.size() < candidates;
    if (overlaps_one(evidence, one.at()) || likely) answer.evidence.push_back(quoted(one.at()));
  }
  const std::size_t most = std::max(misses.size(), candidates - std::min(candidates, answer.evidence.size()));
  for (const Ranked& one : ordered) {
    if (answer.near_misses.size() == most) break;
    if (overlaps_one(answer.evidence, one.at())) continue;
    auto miss = std::find_if(misses.begin(), misses.end(), [&](const NearMiss& m) { return m.at.overlaps(one.at()); });
    if (miss == misses.end() && one.likeness < least_shown) continue;
    Evidence lead = quoted(one.at());
    answer.near_misses.push_back({lead.at, std::move(lead.quote), std::move(lead.where),
                                  miss == misses.end() ? "worth a look: no rule takes it" : miss->reason});
  }
}

double SecondReading::highest_at(base::Span at, std::span<const float> scores) const {
  double out = unlike;
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    base::Span other = statements_[i].statement->at;
    if (other.contains(at) || at.contains(other)) out = std::max(out, double{scores[i]});
  }
  return out;
}

std::vector<std::string> SecondReading::explain(const checklist::Item& item, const Answer& by_rules) const {
  std::vector<std::string> out;
  const int found = model_.column(item.id);
  if (found < 0 || statements_.empty() || by_rules.rating == Rating::not_applicable) return out;
  const auto column = static_cast<std::size_t>(found);
  auto tenths = static_cast<int>(std::lround(std::clamp(expected(column, by_rules), 0.0, 2.0) * 10));
  out.push_back("a second reading expects " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
                " of 2 points" + (model_.weighs(item.id) ? "" : " (it moves no rating of this item)"));
  for (std::size_t i : best(column, By::likeness, Among::all, candidates)) {
    const base::Span at = statements_[i].statement->at;
    std::string line = "likely: \u201C" + base::on_one_line(at.of(record_.document.text)) + "\u201D";
    std::string joined;
    for (const std::string& ground : model_.grounds(record_, statements_[i], words_, item.id, grounds_shown)) {
      joined += (joined.empty() ? " \u2014 " : ", ") + ground;
    }
    out.push_back(line + joined);
  }
  return out;
}

}  // namespace evaluation
