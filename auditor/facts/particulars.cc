// Who made the record: team, worker and manager, from the form's own fields, else from what signs it.
#include <algorithm>
#include <cctype>

#include "facts/contribution.h"
#include "facts/named.h"
#include "facts/parts.h"

namespace facts {
namespace {

using language::Role;

constexpr std::size_t team_words = 8;
constexpr std::size_t head_units = 40;  // a table among them is the record's own; further down it is of others

// "Beth Nuttall, Referral & Assessment Team 2": a team behind a name.
base::Span team_in_value(const Gathering& record, base::Span value) {
  for (base::Span part : parts_of(record, value)) {
    bool team = record.has(part, "maker.team") && !record.has(part, "manager.role") &&
                !record.has(part, "maker.post") && !is_name(record, part);
    if (team && record.words(part) <= team_words) return part;
  }
  return {};
}

// Whether fields here are of somebody else's record, or of what is to come.
bool of_others(const Gathering& record, const form::Unit& unit) {
  return nearest_section(record, unit, {"previous", "history", "chronology", "plan", "agencies", "review"});
}

// One value of a field that names somebody of the record's own.
void take(const Gathering& record, lexicon::FieldId field, base::Span label, base::Span value, Particulars& to,
          base::Span& second) {
  if (value.empty() || record.blank(value)) return;
  if (record.is_field(field, {"team"})) {
    // "HV team: on list, Selbeck Health Centre" is another agency's.
    bool others = record.has(value, "agency") && !record.has(value, "maker.team");
    if (record.has(label, "agency") || others) return;
    base::Span first_line{value.begin, value.begin + static_cast<std::uint32_t>(std::min<std::size_t>(
                                                         record.text(value).find_first_of("\t\n"), value.size()))};
    if (to.team.empty() && record.words(first_line) <= team_words) to.team = first_line;
    return;
  }
  base::Span name = name_in_value(record, value);
  if (name.empty()) return;
  if (record.is_field(field, {"manager", "authorised-by"})) {
    if (to.manager.empty()) to.manager = name;
  } else if (record.has(label, "maker.took-referral")) {
    if (second.empty()) second = name;
  } else if (to.worker.empty()) {
    to.worker = name;
  }
}

// The first of some roles who bears a name and is introduced by it.
base::Span introduced(const Gathering& record, Role role) {
  for (const language::Entity& who : record.language.people) {
    if (who.role == role && record.words(who.first) > 1 && is_name(record, who.first) &&
        bears_name(record, who.first)) {
      return who.first;
    }
  }
  return {};
}

// "B. Ashdown Date" without the label of what follows.
base::Span without_label(const Gathering& record, base::Span name) {
  std::string_view text = record.text(name);
  std::size_t blank = text.rfind(' ');
  if (blank == std::string_view::npos || record.lexicon.field_of(text.substr(blank + 1)) == 0) return name;
  return {name.begin, name.begin + static_cast<std::uint32_t>(blank)};
}

// The name of who decided, which may be cut short at an initial, on either side: "C. Varley 22/06/20".
base::Span decider(const Gathering& record, base::Span name) {
  if (name.empty()) return {};
  std::string_view text(record.document.text);
  if (name.begin >= 3 && text.substr(name.begin - 2, 2) == ". " &&
      std::isupper(static_cast<unsigned char>(text[name.begin - 3])) != 0) {
    name.begin -= 3;
  }
  auto line_end = static_cast<std::uint32_t>(std::min(text.find('\n', name.begin), text.size()));
  for (base::Span at : {name, base::Span{name.begin, line_end}}) {
    base::Span found = without_label(record, name_in_value(record, at));
    if (!found.empty() && found.begin == name.begin && bears_name(record, found)) return found;
  }
  return {};
}

// The letterhead: "Aldermoor Children's Services, Family Assessment Team". The whole service is no team of it.
base::Span team_at_head(const Gathering& record) {
  constexpr std::size_t letterhead = 6;  // units
  const auto& units = record.form.units;
  for (std::size_t i = 0; i < units.size() && i < letterhead; ++i) {
    const form::Unit& unit = units[i];
    bool line = unit.kind == form::UnitKind::heading || unit.kind == form::UnitKind::prose;
    if (!line || record.words(unit.at) > 3 * team_words) continue;
    for (base::Span part : parts_of(record, unit.at)) {
      bool brief = record.words(part) >= 2 && record.words(part) <= team_words;
      if (brief && record.has(part, "maker.letterhead") &&
          (record.has(part, "maker.team") || !record.has(part, "maker.whole-service")))
        return part;
    }
  }
  return {};
}

}  // namespace

void gather_particulars(const Gathering& record, Facts& facts) {
  Particulars& out = facts.particulars;
  base::Span took_referral;
  base::Span behind_name;  // a team
  const auto& units = record.form.units;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const form::Unit& unit = units[i];
    if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading || of_others(record, unit)) continue;
    bool own = record.is_field(unit.field, {"team", "worker", "manager", "authorised-by"});
    if (own && unit.kind != form::UnitKind::row) {
      take(record, unit.field, unit.label, unit.value, out, took_referral);
      if (behind_name.empty() && !unit.blank) behind_name = team_in_value(record, unit.value);
    }
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end && i < head_units; ++c) {
      const form::Cell& cell = record.form.cells[c];
      if (!record.is_field(cell.field, {"team", "worker", "manager", "authorised-by"})) continue;
      take(record, cell.field, cell.heading, cell.at, out, took_referral);
    }
  }
  if (out.worker.empty()) out.worker = took_referral;
  if (out.worker.empty()) out.worker = introduced(record, Role::worker);
  if (out.team.empty()) out.team = behind_name;
  if (out.team.empty()) out.team = team_at_head(record);
  for (const Decision& decision : facts.decisions) {
    if (out.manager.empty()) out.manager = decider(record, decision.name);
  }
  if (out.manager.empty()) out.manager = introduced(record, Role::manager);
  // A consultant social worker who writes is taken for a manager by her title.
  bool same = !out.manager.empty() && record.text(out.worker).ends_with(record.text(out.manager));
  if (same) out.manager = {};
}

}  // namespace facts
