// Ethnicity, religion, first language and disability of the subject children, where they have a real value.
#include <algorithm>
#include <array>

#include "facts/parts.h"

namespace facts {
namespace {

struct Trait {
  std::string_view field;
  std::string_view asked_concept;  // words of a label that asks for it among others
  std::string_view value_concept;  // words that are such a value, for prose and for cells that nothing labels
  std::string_view bare_concept;   // the same in a line that runs values on
};
constexpr std::array<Trait, 4> traits = {
    {{"ethnicity", "identity.asked.ethnicity", "identity.value.ethnicity", "identity.bare.ethnicity"},
     {"religion", "identity.asked.religion", "identity.value.religion", "identity.bare.religion"},
     {"first-language", "identity.asked.language", "identity.value.language", "identity.bare.language"},
     {"disability", "identity.asked.disability", "identity.value.disability", "identity.bare.disability"}}};

constexpr std::size_t short_value = 6;   // words of a cell that can be no more than a value
constexpr std::size_t longest_run = 30;  // words of a line that only lists values
constexpr std::size_t first_units = 14;  // of the record, among which such a line stands

void add(const Gathering& record, const Trait& trait, EntityId child, base::Span at, Facts& facts) {
  lexicon::FieldId field = record.lexicon.find_field(trait.field);
  if (field != 0) facts.characteristics.push_back({field, child, at});
}

// Traits that a label asks for, in its order: "Language / faith / disability" asks for three.
std::vector<const Trait*> asked_in(const Gathering& record, base::Span label) {
  std::vector<std::pair<std::uint32_t, const Trait*>> found;
  for (const Trait& trait : traits) {
    base::Span words = record.find(label, trait.asked_concept);
    if (!words.empty()) found.emplace_back(words.begin, &trait);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Trait*> out;
  for (const auto& [at, trait] : found) out.push_back(trait);
  return out;
}

// A value's parts between slashes, commas and semicolons.
std::vector<base::Span> parts_of(const Gathering& record, base::Span value) {
  std::vector<base::Span> out;
  std::uint32_t begin = value.begin;
  for (std::uint32_t i = value.begin; i <= value.end; ++i) {
    char mark = i < value.end ? record.document.text[i] : ';';
    if (mark != '/' && mark != ',' && mark != ';') continue;
    std::uint32_t first = begin, last = i;
    while (first < last && record.document.text[first] == ' ') ++first;
    while (last > first && record.document.text[last - 1] == ' ') --last;
    out.push_back({first, last});
    begin = i + 1;
  }
  return out;
}

// "White British / White Irish / Asian / Other", "Yes / No": alternatives that nobody has chosen from.
bool undeleted(const Gathering& record, base::Span value) {
  std::string_view text = record.text(value);
  const auto figure = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  std::size_t bars = 0;
  for (std::size_t i = 1; i < text.size(); ++i) bars += text[i] == '/' && !figure(i - 1) && !figure(i + 1) ? 1u : 0u;
  if (bars >= 3) return true;
  if (bars != 1) return false;
  std::vector<base::Span> parts = parts_of(record, value);
  return parts.size() == 2 && record.has(parts[0], "yes-value") && record.has(parts[1], "no-value") &&
         record.words(parts[0]) == 1 && record.words(parts[1]) == 1;
}

// Whose characteristics a statement tells: the subject child's, or those of the family it is born into.
bool of_child(const Gathering& record, const language::Statement& s, bool unborn, const Trait& trait) {
  using language::About;
  if (s.about == About::child || s.group) return true;
  if (s.about != About::parent) return false;
  return unborn || (trait.field != "disability" && record.has(s.at, "identity.of-family"));
}

bool has_value(const Gathering& record, base::Span at, const Trait& trait) {
  base::Span value = record.find(at, trait.value_concept);
  if (value.empty()) return false;
  // A school or a hall may be named after a faith.
  base::Span place = record.find(at, "identity.value-place");
  return place.empty() || !place.overlaps(value);
}

// A label with its value, or a column heading with its cell.
void from_value(const Gathering& record, base::Span label, lexicon::FieldId field, base::Span value, base::Span at,
                EntityId child, Facts& facts) {
  if (value.empty()) return;
  std::vector<const Trait*> asked = asked_in(record, label);
  if (asked.size() >= 2) {
    std::vector<base::Span> parts = parts_of(record, value);
    bool by_place = parts.size() == asked.size();
    for (std::size_t i = 0; i < asked.size(); ++i) {
      bool there = by_place ? !record.blank(parts[i]) : has_value(record, value, *asked[i]);
      if (there) add(record, *asked[i], child, by_place ? parts[i] : at, facts);
    }
    return;
  }
  const auto of_trait = [&](const Trait& trait) {
    bool named = field == 0 && asked.size() == 1 && asked.front() == &trait && record.words(label) <= short_value;
    return named || record.is_field(field, {trait.field});
  };
  if (std::none_of(traits.begin(), traits.end(), of_trait)) return;
  // A code may stand before its words: "99 NOT KNOWN".
  base::Span words = value;
  while (!words.empty() && (record.text(words).front() == ' ' ||
                            (record.text(words).front() >= '0' && record.text(words).front() <= '9')))
    ++words.begin;
  if (record.blank(value) || (!words.empty() && record.blank(words)) || undeleted(record, value)) return;
  for (const Trait& trait : traits) {
    if (of_trait(trait)) add(record, trait, child, at, facts);
  }
}

void from_unit(const Gathering& record, const form::Unit& unit, Facts& facts) {
  using language::Role;
  bool row = unit.kind == form::UnitKind::row;
  EntityId child = row ? record.person(unit.at, {Role::subject_child}) : language::nobody;
  if (row && child < 0 && record.person(unit.at, {Role::parent, Role::relative, Role::sibling}) >= 0) return;
  if (unit.cell_begin == unit.cell_end) {
    base::Span value = unit.value.empty() ? base::Span{unit.label.end, unit.at.end} : unit.value;
    bool ticked = false, options = unit.option_begin != unit.option_end;
    for (std::uint32_t o = unit.option_begin; o < unit.option_end; ++o)
      ticked = ticked || record.form.options[o].ticked;
    if (!unit.blank && (!options || ticked)) from_value(record, unit.label, unit.field, value, unit.at, child, facts);
    return;
  }
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = record.form.cells[c];
    if (cell.at == unit.label && !asked_in(record, unit.label).empty()) continue;  // the row's own label is no value
    base::Span label = cell.heading.empty() || asked_in(record, cell.heading).empty() ? unit.label : cell.heading;
    from_value(record, label, cell.field != 0 ? cell.field : unit.field, cell.at, cell.at, child, facts);
    // Where no heading was found above a child's row, short values can still be told by themselves.
    bool bare = cell.field == 0 && unit.field == 0 && cell.heading.empty() && child >= 0;
    if (!bare || record.words(cell.at) > short_value) continue;
    for (const Trait& trait : traits) {
      if (has_value(record, cell.at, trait)) add(record, trait, child, cell.at, facts);
    }
  }
}

// "White Brit / RC / Eng / ADHD": a line whose parts are values of three traits at the least, asked for by no label.
void from_run(const Gathering& record, base::Span line, Facts& facts) {
  using language::Role;
  if (record.words(line) > longest_run || record.person(line, {Role::parent, Role::relative, Role::sibling}) >= 0)
    return;
  std::vector<std::pair<const Trait*, base::Span>> found;
  for (base::Span part : parts_of(record, line)) {
    if (part.empty() || record.words(part) > short_value) continue;
    for (const Trait& trait : traits) {
      if (record.has(part, trait.bare_concept)) found.emplace_back(&trait, part);
    }
  }
  std::array<bool, traits.size()> told{};
  for (const auto& [trait, part] : found) told[static_cast<std::size_t>(trait - traits.data())] = true;
  if (std::count(told.begin(), told.end(), true) < 3) return;
  for (const auto& [trait, part] : found) add(record, *trait, language::nobody, part, facts);
}

}  // namespace

void gather_characteristics(const Gathering& record, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::heading || unit.kind == form::UnitKind::help) continue;
    from_unit(record, unit, facts);
  }
  for (std::size_t u = 0; u < std::min(first_units, record.form.units.size()); ++u)
    from_run(record, record.form.units[u].at, facts);
  const bool unborn = record.has({0, static_cast<std::uint32_t>(record.document.text.size())}, "unborn.subject");
  for (const language::Statement& s : record.language.statements) {
    bool real = s.mood == language::Mood::asserted || (unborn && s.mood == language::Mood::intended);
    bool told = s.main && !s.general && !s.process && real && s.standing == language::Standing::current;
    if (!told || record.in_section(record.form.units[s.unit], {"previous", "plan"}) || undeleted(record, s.at))
      continue;
    for (const Trait& trait : traits) {
      if (of_child(record, s, unborn, trait) && has_value(record, s.at, trait))
        add(record, trait, s.about_who, s.at, facts);
    }
  }
}

}  // namespace facts
