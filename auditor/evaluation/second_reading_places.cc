// Which statements a second reading reads, which of them count, and what each stands beside.
#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/utf8.h"
#include "evaluation/second_reading.h"

namespace evaluation {
namespace {

using language::Statement;

constexpr std::size_t longest = 60;  // tokens: what is longer is pointed at by its sentences

std::string_view behind_colon(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  return colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
}

}  // namespace

std::uint64_t SecondReading::number_of(base::Span at) {
  return std::uint64_t{at.begin} << 32u | at.end;
}

// What is general, asked, said of themselves by a brother or sister whom the record isn't about, or a word without a
// verb or a label counts for nothing, however likely it looks.
bool SecondReading::may_count(const Statement& s) const {
  const form::UnitKind kind = record_.form.units[s.unit].kind;
  bool said = s.frame != language::Frame::none || kind != form::UnitKind::prose;
  bool ours = s.source != language::Source::form && s.source != language::Source::policy;
  ours = ours && !(s.about == language::About::sibling && s.source == language::Source::child);
  return kind != form::UnitKind::help && said && ours && !s.general && s.mood != language::Mood::asked &&
         !form::is_next_heading(behind_colon(s.at.of(record_.document.text)));
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

}  // namespace evaluation
