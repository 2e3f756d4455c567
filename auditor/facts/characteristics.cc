// Ethnicity, religion, first language and disability of the subject children, where they have a real value.
#include <array>

#include "facts/parts.h"

namespace facts {
namespace {

struct Trait {
  std::string_view field;
  std::string_view value_concept;  // words that are such a value, for prose and for fields that ask for several at once
};
constexpr std::array<Trait, 4> traits = {{{"ethnicity", "identity.value.ethnicity"},
                                          {"religion", "identity.value.religion"},
                                          {"first-language", "identity.value.language"},
                                          {"disability", "identity.value.disability"}}};

// "ethnicity-religion-language-disability" asks for all of its parts.
bool asks_for(std::string_view name, std::string_view trait) {
  if (name == trait) return true;
  std::string_view part = trait == "first-language" ? std::string_view("language") : trait;
  return name.find('-') != std::string_view::npos && name.find(part) != std::string_view::npos &&
         name != "first-language";
}

void add(const Gathering& record, std::string_view trait, EntityId child, base::Span at, Facts& facts) {
  lexicon::FieldId field = record.lexicon.find_field(trait);
  if (field != 0) facts.characteristics.push_back({field, child, at});
}

void from_value(const Gathering& record, lexicon::FieldId field, base::Span value, base::Span at, EntityId child,
                Facts& facts) {
  if (field == 0 || record.blank(value)) return;
  std::string_view name = record.lexicon.field_name(field);
  for (const Trait& trait : traits) {
    if (!asks_for(name, trait.field)) continue;
    // Of a field that asks for several, only those count whose value is there to be seen.
    if (name != trait.field && !record.has(value, trait.value_concept)) continue;
    add(record, trait.field, child, at, facts);
  }
}

}  // namespace

void gather_characteristics(const Gathering& record, Facts& facts) {
  using language::Role;
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::heading || unit.kind == form::UnitKind::help) continue;
    EntityId child = unit.kind == form::UnitKind::row ? record.person(unit.at, {Role::subject_child}) : language::nobody;
    bool others = unit.kind == form::UnitKind::row && child < 0 &&
                  record.person(unit.at, {Role::parent, Role::relative, Role::sibling}) >= 0;
    if (others) continue;
    if (unit.cell_begin == unit.cell_end) {
      base::Span value = unit.value.empty() ? base::Span{unit.label.end, unit.at.end} : unit.value;
      bool ticked = false, options = unit.option_begin != unit.option_end;
      for (std::uint32_t o = unit.option_begin; o < unit.option_end; ++o) ticked = ticked || record.form.options[o].ticked;
      if (!unit.blank && (!options || ticked)) from_value(record, unit.field, value, unit.at, child, facts);
    }
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      from_value(record, cell.field != 0 ? cell.field : unit.field, cell.at, unit.at, child, facts);
    }
  }
  for (const language::Statement& s : record.language.statements) {
    using language::About;
    bool told = s.main && !s.general && !s.process && s.mood == language::Mood::asserted &&
                (s.about == About::child || s.about == About::parent || s.group);
    if (!told) continue;
    for (const Trait& trait : traits) {
      if (record.has(s.at, trait.value_concept)) add(record, trait.field, s.about_who, s.at, facts);
    }
  }
}

}  // namespace facts
