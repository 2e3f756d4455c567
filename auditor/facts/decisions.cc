// What a manager wrote: the name, the date and the words of each manager's part of the record, taken together.
#include <algorithm>
#include <map>

#include "facts/parts.h"

namespace facts {
namespace {

using language::Mood;
using language::Role;

bool is_manager_field(const Gathering& record, lexicon::FieldId field) {
  return record.is_field(field, {"manager", "authorised-by", "authorisation-date", "manager-comments", "manager-decision"});
}

bool reasons(const Gathering& record, const language::Sentence& sentence) {
  if (sentence.statement_begin == sentence.statement_end) return false;
  const language::Statement& main = record.language.statements[sentence.statement_begin];
  if (main.source == language::Source::form || main.source == language::Source::policy) return false;
  bool bare = record.has(sentence.at, "manager.signoff-bare") && main.content < 3;
  if (bare) return false;
  return main.mood == Mood::directed || main.mood == Mood::intended || record.has(sentence.at, "manager.reason") ||
         record.has(sentence.at, "threshold.reason") || main.back >= 0 || main.content >= 4;
}

// Adds one unit of a manager's part to the decision in hand.
void add_unit(const Gathering& record, const form::Unit& unit, Decision& decision) {
  if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) return;
  base::Span value = unit.value.empty() ? unit.at : unit.value;
  if (unit.blank && unit.cell_begin == unit.cell_end) return;
  if (const language::Date* date = record.date(unit.at); date != nullptr && decision.date.empty()) decision.date = date->at;
  if (decision.name.empty()) {
    EntityId who = record.person(unit.at, {Role::manager});
    bool named = record.is_field(unit.field, {"manager", "authorised-by", "name", "signed"}) ||
                 record.cell(unit, {"manager", "authorised-by", "name", "signed"}) != nullptr;
    if (who >= 0) {
      for (const language::Mention& mention : record.mentions(unit.at)) {
        if (mention.who == who) decision.name = mention.at;
      }
    } else if (named && !record.blank(value)) {
      decision.name = value;
    }
  }
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.at.begin < unit.at.begin) continue;
    if (sentence.at.begin >= unit.at.end) break;
    if (!reasons(record, sentence)) continue;
    if (!decision.reasoned) decision.words = sentence.at;
    decision.reasoned = true;
  }
  decision.at = base::join(decision.at, unit.at);
}

}  // namespace

void gather_decisions(const Gathering& record, Facts& facts) {
  std::map<std::int32_t, Decision> by_section;
  Decision loose;  // manager's fields that stand among the record's details
  for (const form::Unit& unit : record.form.units) {
    if (record.in_section(unit, {"manager"})) {
      add_unit(record, unit, by_section[unit.section]);
    } else if (is_manager_field(record, unit.field) && unit.kind != form::UnitKind::row) {
      add_unit(record, unit, loose);
    }
  }
  Decision whole;
  for (auto& [section, decision] : by_section) {
    if (decision.at.empty()) continue;
    if (whole.name.empty()) whole.name = decision.name;
    if (whole.date.empty()) whole.date = decision.date;
    if (!whole.reasoned && decision.reasoned) {
      whole.reasoned = true;
      whole.words = decision.words;
    }
    if (whole.at.empty()) whole.at = decision.at;
  }
  if (whole.name.empty()) whole.name = loose.name;
  if (whole.date.empty()) whole.date = loose.date;
  if (whole.at.empty()) whole.at = loose.at;
  if (!whole.reasoned && loose.reasoned) {
    whole.reasoned = true;
    whole.words = loose.words;
  }
  if (whole.at.empty() || (whole.name.empty() && whole.date.empty() && !whole.reasoned)) return;
  if (whole.reasoned) whole.at = whole.words;
  facts.decisions.push_back(whole);
}

}  // namespace facts
