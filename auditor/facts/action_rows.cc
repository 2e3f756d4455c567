// Actions of tables and of labels with their answers.
#include <algorithm>
#include <array>

#include "facts/action.h"

namespace facts {
namespace {

std::uint32_t index_of(const Gathering& record, const form::Unit& unit) {
  return static_cast<std::uint32_t>(&unit - record.form.units.data());
}

// What is to be done where no column says so: the longest cell that is neither owner nor time nor outcome.
base::Span longest_other_cell(const Gathering& record, const form::Unit& unit, const form::Cell* owner,
                              const form::Cell* due) {
  base::Span what;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = record.form.cells[c];
    if (&cell == owner || &cell == due) continue;
    if (record.is_field(cell.field, {"outcome-wanted", "contingency", "progress", "need"})) continue;
    if (cell.at.size() > what.size()) what = cell.at;
  }
  return what;
}

// "Mr Shah", "Gwen Hallam through the carers": the cell that holds nothing but names, under whatever heading.
base::Span cell_of_names(const Gathering& record, const form::Unit& unit, base::Span what) {
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = record.form.cells[c];
    if (cell.at == what || record.blank(cell.at)) continue;
    if (record.is_field(cell.field, {"outcome-wanted", "contingency", "progress", "need", "action", "due", "date"}))
      continue;
    if (is_names(record, cell.at) && is_somebody(record, cell.at)) return cell.at;
  }
  return {};
}

Action from_row(const Gathering& record, const form::Unit& unit) {
  const form::Cell* what = record.cell(unit, {"action"});
  const form::Cell* owner = record.cell(unit, {"owner", "who"});
  const form::Cell* due = record.cell(unit, {"due", "date", "review-date"});
  Action action;
  action.at = unit.at;
  action.unit = index_of(record, unit);
  action.what = what != nullptr ? what->at : longest_other_cell(record, unit, owner, due);
  if (owner != nullptr && !record.blank(owner->at)) action.owner = owner->at;
  if (due != nullptr && !record.blank(due->at)) action.due = due->at;
  action.owned = names_somebody(record, action.owner);
  if (owner == nullptr) {
    action.owner = cell_of_names(record, unit, action.what);
    if (action.owner.empty()) action.owner = doer(record, action.what);
    action.owned = !action.owner.empty();
  }
  action.bounded = !bounded_time(record, due != nullptr ? action.due : action.at).empty();
  if (!action.bounded && !bounded_time(record, action.what).empty()) {
    action.bounded = true;
    action.due = bounded_time(record, action.what);
  }
  describe(record, action);
  // Quote what, who and when; leave out columns that tell something else.
  base::Span whole = base::join(base::join(action.what, action.owner), action.due);
  if (!whole.empty()) action.at = whole;
  return action;
}

bool has_passage(const Gathering& record, base::Span at) {
  for (const form::Passage& passage : record.form.passages) {
    if (at.contains(passage.at)) return true;
  }
  return false;
}

// Whether a row of the table is due on a day to come, or "ongoing": visits and contacts never are.
bool looks_ahead(const Gathering& record, std::int32_t table) {
  if (table < 0) return false;
  const auto [told, first_time] = record.ahead.emplace(table, false);
  if (first_time) {
    const std::vector<form::Unit>& units = record.form.units;
    told->second = std::any_of(units.begin(), units.end(), [&](const form::Unit& unit) {
      if (unit.kind != form::UnitKind::row || unit.table != table) return false;
      const form::Cell* due = record.cell(unit, {"due", "date"});
      return due != nullptr && (record.has(due->at, "due.unbounded") || is_to_come(record, due->at));
    });
  }
  return told->second;
}

// Whether every filled cell begins with a box.
bool is_row_of_boxes(const Gathering& record, const form::Unit& unit) {
  bool any = false;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const std::string_view text = record.text(record.form.cells[c].at);
    if (text.empty()) continue;
    constexpr std::array<std::string_view, 10> boxes = {"[ ]", "[]", "[x]", "[X]", "( )", "(X)", "☐", "☒", "☑", "□"};
    if (std::none_of(boxes.begin(), boxes.end(), [&](std::string_view box) { return text.starts_with(box); }))
      return false;
    any = true;
  }
  return any;
}

}  // namespace

// A lone column of actions may hold several in each cell: those are read as sentences.
bool is_action_row(const Gathering& record, const form::Unit& unit) {
  // "Told to | Mrs Lund, 4 May"
  base::Span label =
      unit.label.empty() && unit.cell_begin < unit.cell_end ? record.form.cells[unit.cell_begin].at : unit.label;
  if (!label.empty() && record.has(label, "feedback.label")) return false;
  // "[X] Child in need | [ ] Strategy discussion" above a plan's columns
  if (is_row_of_boxes(record, unit)) return false;
  const form::Cell* what = record.cell(unit, {"action"});
  const form::Cell* owner = record.cell(unit, {"owner", "who"});
  const form::Cell* due = record.cell(unit, {"due", "date"});
  bool plan = stands_in(record, unit, {"plan"});
  bool other =
      record.in_section(unit, {"agencies", "visits", "chronology", "household", "details", "history", "previous"});
  if (other && !plan && record.cell(unit, {"due"}) == nullptr) return false;
  // "What | Who | When" under a heading that tells nothing.
  if (what == nullptr && !plan && owner != nullptr && due != nullptr && looks_ahead(record, unit.table)) return true;
  if (what == nullptr) return plan && (owner != nullptr || due != nullptr || unit.cell_end - unit.cell_begin >= 2);
  return owner != nullptr || due != nullptr || record.cell(unit, {"outcome-wanted", "need"}) != nullptr ||
         unit.cell_end - unit.cell_begin <= 3;
}

std::vector<Action> actions_of_rows(const Gathering& record) {
  std::vector<Action> out;
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind != form::UnitKind::row || !is_action_row(record, unit)) continue;
    Action action = from_row(record, unit);
    bool nothing = record.blank(action.what) || record.has(action.what, "placeholder") ||
                   record.has(action.what, "plan.elsewhere");
    if (!nothing) out.push_back(action);
  }
  return out;
}

std::vector<Action> actions_of_fields(const Gathering& record, const std::vector<bool>& dashed) {
  std::vector<Action> out;
  for (const form::Unit& unit : record.form.units) {
    bool labelled = unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question;
    if (!labelled || unit.blank || unit.value.empty() || dashed[index_of(record, unit)]) continue;
    // "What: ..., Who: ..., By when: ..." in a plan.
    bool what = record.is_field(unit.field, {"information"}) && stands_in(record, unit, {"plan"});
    // "Chase police re: bail" is a task with a colon in it, and no label.
    const bool task = record.has(unit.label, "action.verb");
    // "Nan: fetches Ivy on Fridays" in a plan.
    bool who = stands_in(record, unit, {"plan"}) && unit.field == 0 && names_role(record, unit.label);
    if (!what && !who && !record.is_field(unit.field, {"action"})) continue;
    if (has_passage(record, unit.at) || record.has(unit.value, "plan.elsewhere")) continue;
    // "Services: youth club" among the details is what there is, not what is to be done.
    bool plan = stands_in(record, unit, {"plan", "outcome", "manager", "letter", "review"});
    if (!plan && !record.has(unit.value, "action.verb")) continue;
    Action action;
    action.at = unit.at;
    action.what = who && task ? unit.at : unit.value;
    action.unit = index_of(record, unit);
    give(record, who && !task ? unit.label : doer(record, action.what), unit.value, action);
    out.push_back(action);
  }
  return out;
}

}  // namespace facts
