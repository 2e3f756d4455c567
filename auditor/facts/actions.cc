// What somebody is to do after the assessment: rows of plan tables, items of plan lists, sentences of plans, letters and
// managers' directions. Tables and prose come out alike.
#include <algorithm>

#include "facts/parts.h"

namespace facts {
namespace {

using language::Mood;
using language::Role;
using language::Statement;

// A name or a role in the stretch; "all", "professionals", "TBC" are nobody.
bool names_somebody(const Gathering& record, base::Span at) {
  if (record.blank(at)) return false;
  for (const language::Mention& mention : record.mentions(at)) {
    if (mention.who >= 0 || !mention.plural) return true;
  }
  if (record.concept_of(at, "role") != 0 || record.concept_of(at, "agency") != 0) return true;
  if (record.has(at, "owner.nobody")) return false;
  auto [first, last] = record.language.scan.range(at);
  for (std::size_t i = first; i < last; ++i) {
    if (record.language.scan.tokens[i].capital) return true;
  }
  return false;
}

bool bounded(const Gathering& record, base::Span at) {
  if (at.empty()) return false;
  if (record.date(at) != nullptr) return true;
  if (record.has(at, "due.bounded")) return true;
  return false;
}

void describe(const Gathering& record, Action& action) {
  action.content = record.content(action.what.empty() ? action.at : action.what);
  action.review = record.has(action.what, "action.review");
  action.tells_referrer = record.has(action.at, "referrer.to-be-told") || record.has(action.at, "referrer.told");
  bool vague = record.has(action.what, "action.vague");
  bool checkable = record.has(action.what, "action.verb");
  // A vague verb with enough beside it that could be checked is no vague action.
  action.vague = (vague && (!checkable || action.content < 4) && action.content < 6) || action.content < 2;
}

// A row that is one action, told by its columns; a lone column of actions may hold several in each cell.
bool is_action_row(const Gathering& record, const form::Unit& unit) {
  const form::Cell* what = record.cell(unit, {"action"});
  const form::Cell* owner = record.cell(unit, {"owner", "who"});
  const form::Cell* due = record.cell(unit, {"due", "date"});
  bool other = record.in_section(unit, {"agencies", "visits", "chronology", "household", "details", "history", "previous"});
  bool plan = record.in_section(unit, {"plan"});
  if (other && !plan && record.cell(unit, {"due"}) == nullptr) return false;
  if (what == nullptr) return plan && (owner != nullptr || due != nullptr || unit.cell_end - unit.cell_begin >= 2);
  return owner != nullptr || due != nullptr || record.cell(unit, {"outcome-wanted", "need"}) != nullptr ||
         unit.cell_end - unit.cell_begin <= 3;
}

void from_row(const Gathering& record, const form::Unit& unit, Facts& facts) {
  if (!is_action_row(record, unit)) return;
  const form::Cell* what = record.cell(unit, {"action"});
  const form::Cell* owner = record.cell(unit, {"owner", "who"});
  const form::Cell* due = record.cell(unit, {"due", "date", "review-date"});
  Action action;
  action.at = unit.at;
  action.unit = static_cast<std::uint32_t>(&unit - record.form.units.data());
  if (what != nullptr) {
    action.what = what->at;
  } else {
    // The longest cell that is neither owner nor time is what is to be done.
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      if (&cell == owner || &cell == due || record.is_field(cell.field, {"outcome-wanted", "contingency", "progress"})) continue;
      if (cell.at.size() > action.what.size()) action.what = cell.at;
    }
  }
  if (record.blank(action.what) || record.has(action.what, "placeholder")) return;
  if (owner != nullptr && !record.blank(owner->at)) action.owner = owner->at;
  if (due != nullptr && !record.blank(due->at)) action.due = due->at;
  action.owned = names_somebody(record, action.owner);
  action.bounded = due != nullptr ? bounded(record, action.due) : bounded(record, action.at);
  if (!action.bounded) action.bounded = bounded(record, action.what);
  describe(record, action);
  // Quote what, who and when; leave out columns that tell something else.
  base::Span end = base::join(base::join(action.what, action.owner), action.due);
  if (record.words(unit.at) > 40 && !end.empty()) action.at = end;
  facts.actions.push_back(action);
}

bool is_directed(const Statement& s) { return s.mood == Mood::intended || s.mood == Mood::directed; }

// Whether the stretch stands under a label or column that asks for actions.
bool asked_for_actions(const Gathering& record, const form::Unit& unit, base::Span at) {
  if (record.is_field(unit.field, {"action"})) return true;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = record.form.cells[c];
    if (cell.at.contains(at)) return record.is_field(cell.field, {"action"});
  }
  return false;
}

bool is_list_item(const Gathering& record, const form::Unit& unit) {
  return unit.block >= 0 &&
         record.document.blocks[static_cast<std::size_t>(unit.block)].kind == document::BlockKind::list_item;
}

// Whether a sentence of a plan reads as an action: somebody will do something, or an order.
bool reads_as_action(const Gathering& record, const form::Unit& unit, const language::Sentence& sentence,
                     const Statement& main) {
  if (main.general || main.process || main.mood == Mood::conditional || main.mood == Mood::asked) return false;
  if (main.source == language::Source::policy || main.source == language::Source::form) return false;
  if (main.source == language::Source::child) return false;
  bool verb = record.has(sentence.at, "action.verb") || record.has(sentence.at, "action.vague");
  bool outcome = record.has(sentence.at, "outcome.wanted") || record.has(sentence.at, "outcome.generic");
  if (outcome && !record.has(sentence.at, "action.verb")) return false;
  if (record.in_section(unit, {"contingency", "previous", "chronology", "history"})) return false;
  if (record.has(sentence.at, "placeholder")) return false;
  if (asked_for_actions(record, unit, sentence.at)) return main.time != language::Time::past || verb;
  if (record.in_section(unit, {"plan"})) {
    bool item = is_list_item(record, unit) && record.words(sentence.at) >= 2;
    bool past = main.time == language::Time::past && main.mood == Mood::asserted;
    return is_directed(main) || (verb && !past) || (item && !past);
  }
  if (record.in_section(unit, {"manager"})) return main.mood == Mood::directed || (main.mood == Mood::intended && verb);
  // Elsewhere only what is plainly a task: intended or directed, and a time.
  bool elsewhere = record.in_section(unit, {"outcome", "letter", "review"}) || record.form.section_kind(unit) == 0;
  if (elsewhere && is_list_item(record, unit) && is_directed(main)) return true;
  return elsewhere && is_directed(main) && verb && bounded(record, sentence.at);
}

void from_sentence(const Gathering& record, const language::Sentence& sentence, Facts& facts) {
  if (sentence.statement_begin == sentence.statement_end) return;
  const Statement& main = record.language.statements[sentence.statement_begin];
  const form::Unit& unit = record.form.units[sentence.unit];
  if (unit.kind == form::UnitKind::row && is_action_row(record, unit)) return;
  if (!reads_as_action(record, unit, sentence, main)) return;
  Action action;
  action.at = action.what = sentence.at;
  action.unit = sentence.unit;
  for (const language::Mention& mention : record.mentions(sentence.at)) {
    const language::Entity* who = record.entity(mention.who);
    if (mention.possessive || who == nullptr || who->role == Role::subject_child || who->role == Role::sibling) continue;
    action.owner = mention.at;
    break;
  }
  action.owned = !action.owner.empty() && !record.has(sentence.at, "owner.nobody");
  base::Span due = record.find(sentence.at, "due.bounded");
  if (const language::Date* date = record.date(sentence.at)) due = date->at;
  action.due = due;
  action.bounded = !due.empty();
  describe(record, action);
  facts.actions.push_back(action);
}

// "Action 2: Callan to have somebody to talk to in school": an answer too short to be read as sentences.
void from_field(const Gathering& record, const form::Unit& unit, Facts& facts) {
  if (!record.is_field(unit.field, {"action"}) || unit.blank || unit.value.empty()) return;
  for (const form::Passage& passage : record.form.passages) {
    if (unit.at.contains(passage.at)) return;
  }
  Action action;
  action.at = unit.at;
  action.what = unit.value;
  action.unit = static_cast<std::uint32_t>(&unit - record.form.units.data());
  action.owned = names_somebody(record, unit.value);
  action.bounded = bounded(record, unit.value);
  describe(record, action);
  facts.actions.push_back(action);
}

}  // namespace

void gather_actions(const Gathering& record, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::row) from_row(record, unit, facts);
    if (unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question) from_field(record, unit, facts);
  }
  for (const language::Sentence& sentence : record.language.sentences) from_sentence(record, sentence, facts);
  std::stable_sort(facts.actions.begin(), facts.actions.end(),
                   [](const Action& a, const Action& b) { return a.at.begin < b.at.begin; });
}

}  // namespace facts
