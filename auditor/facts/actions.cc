// What somebody is to do after the assessment: rows of plan tables, items of plan lists, sentences of plans, letters
// and managers' directions. Tables and prose come out alike.
#include <algorithm>
#include <set>
#include <string>

#include "base/utf8.h"
#include "facts/action.h"
#include "facts/parts.h"

namespace facts {
namespace {

// "Who: ..." and "By when: ..." on lines of their own, under the action that they belong to.
void complete(const Gathering& record, std::vector<Action>& actions) {
  for (std::size_t i = 0; i < record.form.units.size(); ++i) {
    const form::Unit& unit = record.form.units[i];
    bool labelled = unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question;
    if (!labelled || unit.blank || !record.is_field(unit.field, {"owner", "who", "due"})) continue;
    auto after = std::upper_bound(actions.begin(), actions.end(), unit.at.begin,
                                  [](std::uint32_t offset, const Action& a) { return offset < a.at.begin; });
    if (after == actions.begin()) continue;
    Action& action = *std::prev(after);
    const form::Unit& its = record.form.units[action.unit];
    if (its.section != unit.section || i - action.unit > 3 || its.kind == form::UnitKind::row) continue;
    base::Span value = unit.value.empty() ? unit.at : unit.value;
    if (record.is_field(unit.field, {"due"})) {
      action.due = value;
      action.bounded = !bounded_time(record, value).empty();
    } else {
      action.owner = value;
      action.owned = names_somebody(record, value);
    }
    action.at = base::join(action.at, unit.at);
    describe(record, action);
  }
}

// An action that stands twice, word for word, is one.
void drop_repeats(const Gathering& record, std::vector<Action>& actions) {
  std::set<std::string> seen;
  std::erase_if(actions,
                [&](const Action& action) { return !seen.insert(base::fold_case(record.line(action.at))).second; });
}

}  // namespace

void gather_actions(const Gathering& record, Facts& facts) {
  const std::vector<Action> lines = actions_of_dashes(record);
  std::vector<bool> dashed(record.form.units.size(), false);
  for (const Action& line : lines) dashed[line.unit] = true;
  for (const std::vector<Action>& read :
       {actions_of_rows(record), actions_of_fields(record, dashed), lines, actions_of_sentences(record, dashed)}) {
    facts.actions.insert(facts.actions.end(), read.begin(), read.end());
  }
  std::stable_sort(facts.actions.begin(), facts.actions.end(),
                   [](const Action& a, const Action& b) { return a.at.begin < b.at.begin; });
  complete(record, facts.actions);
  drop_repeats(record, facts.actions);
}

}  // namespace facts
