#include "evaluation/second_reading.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "base/utf8.h"
#include "evaluation/answer.h"

namespace evaluation {
namespace {

using language::Statement;

constexpr std::size_t longest = 60;     // tokens: what is longer is pointed at by its sentences
constexpr std::size_t candidates = 3;   // quotes and further places shown of an item, together
constexpr double least_to_rise = -0.8;  // likeness: no rating rises on less (tests/accuracy/weighing.py)
constexpr double unlike = -5.0;         // the likeness of a place that no statement holds
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

std::uint64_t number_of(base::Span at) {
  return std::uint64_t{at.begin} << 32u | at.end;
}

// "Communication needs: 2. KEY DATES": a form pasted as running text, where the next heading's number stands in an
// answer's place.
bool answers_with_a_number(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return false;
  text.remove_prefix(colon + 1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > 2 || digits == text.size() || (text[digits] != '.' && text[digits] != ')')) return false;
  text.remove_prefix(digits + 1);
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

template <typename T>
bool overlaps_one(const std::vector<T>& quotes, base::Span at) {
  return std::any_of(quotes.begin(), quotes.end(), [&](const T& quote) { return quote.at.overlaps(at); });
}

}  // namespace

// What is general, asked, said of themselves by a brother or sister whom the record isn't about, or a word without a
// verb or a label counts for nothing, however likely it looks.
bool SecondReading::may_count(const Statement& s) const {
  const form::UnitKind kind = record_.form.units[s.unit].kind;
  bool said = s.frame != language::Frame::none || kind != form::UnitKind::prose;
  bool ours = s.source != language::Source::form && s.source != language::Source::policy;
  ours = ours && !(s.about == language::About::sibling && s.source == language::Source::child);
  return kind != form::UnitKind::help && said && ours && !s.general && s.mood != language::Mood::asked &&
         !answers_with_a_number(s.at.of(record_.document.text));
}

SecondReading::SecondReading(const checklist::Record& record, const checklist::Likeness& model,
                             const std::vector<Answer>& by_rules)
    : record_(record), model_(model), order_(record, model) {
  if (model.empty()) return;
  std::unordered_map<std::string, std::size_t> texts;
  std::vector<std::size_t> said;  // by statement: the number of its text
  std::vector<bool> counted;      // by that number: what stands twice counts once
  for (const std::vector<Statement>* all : {&record.language.unit_statements, &record.language.statements}) {
    for (const Statement& statement : *all) {
      auto [first, last] = record.language.scan.range(statement.at);
      if (last - first > longest || first == last) continue;
      if (record.form.units[statement.unit].kind == form::UnitKind::help) continue;
      std::string text = base::fold_case(base::on_one_line(statement.at.of(record.document.text)));
      said.push_back(texts.try_emplace(std::move(text), texts.size()).first->second);
      counted.resize(texts.size());
      counts_.push_back(may_count(statement) && !counted[said.back()]);
      if (counts_.back()) counted[said.back()] = true;
      statements_.push_back({&statement, nullptr, nullptr});
    }
  }
  set_beside(said);
  for (const Answer& answer : by_rules) set_quoted(answer);
  words_ = model.word_rows(record);
  scores_ = model.scores(record, statements_, words_);
  auto add = [&](base::Span at, Quotable::Sort sort, std::size_t statement) {
    places_.push_back(order_.place(at, sort, counts_[statement]));
    places_from_.push_back(statement);
    where_.insert(number_of(at));
  };
  for (std::uint32_t i = 0; i < statements_.size(); ++i) {
    every_.push_back(i);
    if (counts_[i]) counting_.push_back(i);
  }
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    const Statement& s = *statements_[i].statement;
    add(s.at, s.main ? Quotable::Sort::sentence : Quotable::Sort::clause, i);
    if (record.form.units[s.unit].kind == form::UnitKind::prose) continue;
    for (base::Span cells : neighbouring_cells(s.at, record.document.text)) add(cells, Quotable::Sort::cells, i);
  }
}

// Which statements stand nearest before and after each, of those that don't overlap it. What the record says a second
// time is beside nothing: repeating changes nothing about what stood there.
void SecondReading::set_beside(const std::vector<std::size_t>& said) {
  std::vector<std::size_t> order(statements_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto at = [&](std::size_t place) { return statements_[order[place]].statement->at; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const base::Span x = statements_[a].statement->at, y = statements_[b].statement->at;
    return x.begin != y.begin ? x.begin < y.begin : x.end < y.end;
  });
  std::vector<bool> copies, told(said.size());
  for (std::size_t statement : order) {
    copies.push_back(told[said[statement]]);
    told[said[statement]] = true;
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    checklist::Likeness::Place& place = statements_[order[i]];
    std::size_t before = i;
    while (before > 0 && (copies[before - 1] || at(before - 1).end > at(i).begin)) --before;
    if (before > 0) place.before = statements_[order[before - 1]].statement;
    std::size_t after = i + 1;
    while (after < order.size() && (copies[after] || at(after).begin < at(i).end)) ++after;
    if (after < order.size()) place.after = statements_[order[after]].statement;
  }
}

// What holds a place that the rules quote, or stands in one. What came near them is not told: of many such places the
// rules keep a few, and text added elsewhere would change which.
void SecondReading::set_quoted(const Answer& by_rules) {
  const int column = model_.column(by_rules.item);
  if (column < 0) return;
  for (checklist::Likeness::Place& place : statements_) {
    const base::Span at = place.statement->at;
    const auto shares = [&](const Evidence& quote) { return quote.at.contains(at) || at.contains(quote.at); };
    if (!std::any_of(by_rules.evidence.begin(), by_rules.evidence.end(), shares)) continue;
    place.quoted_for.push_back(static_cast<std::size_t>(column));
  }
}

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
    for (const std::uint32_t i : among == Among::all ? every_ : counting_) {
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

double SecondReading::expected(std::size_t column, Rating by_rules) const {
  return model_.weighing().expected(column, points(by_rules),
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
    const double expects = expected(column, answer.rating);
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
  const std::span<const float> likeness = scores_.likeness(column);
  further.reserve(taken.quotes.size() + taken.near.size());  // they are pointed at
  std::vector<Ranked> out;
  out.reserve(places_.size() + further.capacity());
  for (std::size_t i = 0; i < places_.size(); ++i) out.push_back({&places_[i], likeness[places_from_[i]]});
  for (const std::vector<base::Span>* those : {&taken.quotes, &taken.near}) {
    for (base::Span at : *those) {
      const auto is_there = [&](const Quotable& place) { return place.at == at; };
      if (where_.contains(number_of(at)) || std::any_of(further.begin(), further.end(), is_there)) continue;
      further.push_back(order_.place(at, Quotable::Sort::quote, false));
      out.push_back({&further.back(), likeness_at(at, column)});
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

// Likeness of the likeliest statement that the quote holds or stands in.
double SecondReading::likeness_at(base::Span at, std::size_t column) const {
  const std::span<const float> likeness = scores_.likeness(column);
  double out = unlike;
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    base::Span other = statements_[i].statement->at;
    if (other.contains(at) || at.contains(other)) out = std::max(out, double{likeness[i]});
  }
  return out;
}

std::vector<std::string> SecondReading::explain(const checklist::Item& item, Rating by_rules) const {
  std::vector<std::string> out;
  const int found = model_.column(item.id);
  if (found < 0 || statements_.empty() || by_rules == Rating::not_applicable) return out;
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
