// Contributions in tables: one row for each agency, whatever its columns are called.

#include "facts/contribution.h"

namespace facts {
namespace {

using language::Role;

constexpr std::size_t head_words = 4;   // enough of a row to know it by
constexpr std::size_t means_reach = 6;  // words from a way of contact to its date
constexpr std::uint32_t wide_row = 7;   // cells: more than this is a whole record in one row

const form::Cell* information_cell(const Gathering& record, const form::Unit& unit) {
  return record.cell(unit, {"information", "means-information", "comments", "event", "outcome", "views"});
}

const form::Cell* date_cell(const Gathering& record, const form::Unit& unit) {
  return record.cell(unit, {"date", "when", "means-date", "means", "visit-date", "contact-date"});
}

// A date that stands with a way of contact, or first: "At the meeting on 14/03/2011 ..."; others are what is told.
void date_with_means(const Gathering& record, base::Span at, Contribution& fact) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(at);
  for (const language::Date& date : record.language.dates_from(at.begin)) {
    if (date.at.begin >= at.end || !fact.when_at.empty()) break;
    if (!date.has_day || date.impossible) continue;
    auto [from, to] = scan.range(date.at);
    std::size_t near = from > first + means_reach ? from - means_reach : first;
    bool opens = from < first + 2;
    if (!opens && (from == near || !record.has({scan.tokens[near].at.begin, date.at.begin}, "contribution.means")))
      continue;
    fact.when = date.day;
    fact.when_at = date.at;
  }
}

// A row of a table that nothing heads, told by what its cells hold: "Moira Dunn, MS nurse | Phone 05/10/21 | Two
// relapses this year, and the second has left the right leg weaker".
struct Columns {
  const form::Cell* who = nullptr;
  const form::Cell* when = nullptr;
  const form::Cell* said = nullptr;
};

Columns by_content(const Gathering& record, const Outsiders& outsiders, const form::Unit& unit, bool section) {
  constexpr std::uint32_t fewest = 3, most = 4;  // cells
  constexpr std::size_t longest_name = 9, longest_means = 12;
  Columns out;
  const std::uint32_t cells = unit.cell_end - unit.cell_begin;
  if (cells < fewest || cells > most) return out;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = record.form.cells[c];
    if (cell.field != 0 || !cell.heading.empty()) return {};
    if (c == unit.cell_begin) {
      if (record.blank(cell.at) || record.words(cell.at) > longest_name) return {};
      out.who = &cell;
      continue;
    }
    const bool means = record.has(cell.at, "contribution.means") || record.date(cell.at) != nullptr;
    if (out.when == nullptr && means && record.words(cell.at) <= longest_means) {
      out.when = &cell;
    } else if (out.said == nullptr || cell.at.size() > out.said->at.size()) {
      out.said = &cell;
    }
  }
  const Naming naming = outsiders.first_in(out.who->at);
  const bool outsider = naming.agency != 0 || naming.who >= 0;
  if (out.said == nullptr || out.when == nullptr || (!outsider && !section)) return {};
  return out;
}

// The cell that names whom a row is about, where its column says so or, without such a column, where the row begins
// with an agency and goes on with information or a way of contact.
const form::Cell* named_cell(const Gathering& record, const Outsiders& outsiders, const form::Unit& unit) {
  if (const form::Cell* cell = record.cell(unit, {"agency", "professional", "agency-person", "agency-name"}))
    return cell;
  if (record.in_section(unit, {"agencies"})) {
    if (const form::Cell* cell = record.cell(unit, {"role", "relationship"})) return cell;
    if (const form::Cell* cell = record.cell(unit, {"who", "name"})) return cell;
  }
  if (record.cell(unit, {"relationship", "date-of-birth", "age"}) != nullptr) return nullptr;
  const form::Cell* said = information_cell(record, unit);
  const form::Cell* when = date_cell(record, unit);
  bool contact = when != nullptr && record.has(when->at, "contribution.means");
  if ((said == nullptr && !contact) || unit.cell_end == unit.cell_begin) return nullptr;
  // A log's note of what somebody outside said: "25/01 | Speech therapist, phone | Two carers are not trained".
  const form::Cell* who = record.cell(unit, {"who"});
  if (who != nullptr && when != nullptr && said != nullptr && who != said) {
    Naming naming = outsiders.first_in(who->at);
    if (naming.agency != 0 && naming.first == record.language.scan.range(who->at).first) return who;
  }
  const form::Cell& front = record.form.cells[unit.cell_begin];
  Naming naming = outsiders.first_in(front.at);
  auto [first, last] = record.language.scan.range(front.at);
  bool about_it = naming.agency != 0 && naming.first < first + 4 && last < first + 12 && &front != said;
  return about_it && !record.has(front.at, "role.mother") ? &front : nullptr;
}

// What of a row makes it a contribution: who, when and how; with the beginning of what was said where that is little.
base::Span telling_part(const Gathering& record, const form::Unit& unit, const form::Cell* said, base::Span when) {
  if (said == nullptr || said->at.begin <= unit.at.begin) return unit.at;
  base::Span head = {unit.at.begin, said->at.begin};
  if (said->at.end < unit.at.end && record.words({said->at.end, unit.at.end}) > 0) return unit.at;
  base::Span opening = first_sentence(record, said->at);
  bool enough = record.words(head) >= head_words && (when.empty() || when.end <= head.end);
  while (head.end > head.begin && record.text(head).find_last_not_of(" \t\n") + 1 < head.size()) --head.end;
  return enough ? head : base::Span{unit.at.begin, opening.end};
}

// A row that the form printed and nobody touched, in a table that nobody touched, names no gap.
bool touched(const Gathering& record, const form::Unit& unit, const form::Cell* named) {
  for (const form::Unit& other : record.form.units) {
    if (other.kind != form::UnitKind::row || other.table != unit.table || unit.table < 0) continue;
    for (std::uint32_t c = other.cell_begin; c < other.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      if (cell.field != named->field && !cell.at.empty() && !record.blank(cell.at)) return true;
    }
  }
  return unit.table < 0 || record.words(unit.at) > record.words(named->at);
}

// Whether a place stands in the table of a row.
bool beside(const Gathering& record, const form::Unit& row, base::Span at) {
  const std::int32_t unit = record.form.unit_at(at.begin);
  if (unit < 0) return false;
  const form::Unit& there = record.form.units[static_cast<std::size_t>(unit)];
  return there.kind == form::UnitKind::row && there.table == row.table;
}

void from_row(const Gathering& record, const Outsiders& outsiders, const form::Unit& unit, Facts& facts) {
  if (unit.cell_end - unit.cell_begin > wide_row) return;  // one row for everything: its cells are read as prose
  const form::Cell* agency_cell = record.cell(unit, {"agency", "professional", "agency-person", "agency-name"});
  const form::Cell* role_cell = record.cell(unit, {"role", "relationship"});
  const form::Cell* who_cell = record.cell(unit, {"who", "name"});
  bool section = record.in_section(unit, {"agencies"});
  const form::Cell* named = named_cell(record, outsiders, unit);
  const form::Cell* said = information_cell(record, unit);
  const Columns plain = named == nullptr ? by_content(record, outsiders, unit, section) : Columns{};
  if (plain.who != nullptr) {
    named = agency_cell = plain.who;
    said = plain.said;
  }
  if (named == nullptr || record.blank(named->at)) return;
  if (nearest_section(record, unit, {"plan", "contingency", "review", "previous", "chronology"})) return;
  Naming naming = outsiders.first_in(named->at);
  if (naming.agency == 0 && naming.who < 0) {
    base::Span beside = who_cell != nullptr ? who_cell->at : role_cell != nullptr ? role_cell->at : named->at;
    naming = outsiders.first_in(beside);
  }
  // A service that no term knows is one all the same where the column says that agencies stand here.
  if (naming.agency == 0 && naming.who < 0) {
    if (agency_cell == nullptr || outsiders.inside_team(record.concept_of(named->at, "agency"))) return;
    const language::Entity* who = record.entity(
        record.person(named->at, {Role::parent, Role::subject_child, Role::sibling, Role::relative, Role::worker}));
    if (who != nullptr) return;
  }

  Contribution fact = contribution_of(record, outsiders, naming, unit.at);
  if (naming.agency == 0 && naming.who < 0) fact.name = record.line(named->at);
  for (const Contribution& other : facts.contributions) {
    // Two schools in one table are two, whatever their label; a log may tell of one school twice.
    if (named == who_cell && !section) break;
    if (other.name == fact.name && beside(record, unit, other.at) &&
        record.text(named->at) != record.text(first_sentence(record, other.at))) {
      fact.name = record.line(named->at);
      break;
    }
  }
  const form::Cell* when = plain.when != nullptr ? plain.when : date_cell(record, unit);
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = record.form.cells[c];
    if (fact.when_at.empty() && &cell != said) date_from(record, cell.at, fact);
  }
  if (said != nullptr) date_with_means(record, said->at, fact);
  base::Span words = said != nullptr ? said->at : unit.at;
  // In a table of those who contributed, being there with a way or a date of contact is the contribution.
  bool contacted = !fact.when_at.empty() || (when != nullptr && fact.means != Means::unknown);
  bool by_contact = when != nullptr && fact.means != Means::unknown;
  bool answered = said != nullptr ? !bare(record, said->at) : (section && contacted) || by_contact;
  // "Contacted: 4 May", and nothing in the reply's column.
  bool only_asked = when != nullptr && record.has(when->heading, "contribution.asked-column");
  if (said != nullptr && record.blank(said->at) && section && contacted && !only_asked &&
      !record.has(unit.at, "contribution.gap")) {
    answered = true;
  }
  judge_answer(record, words, unit.at, answered, fact);
  // "Letter went unanswered" in what a nurse tells is no gap in what she told us.
  if (plain.who != nullptr && fact.contributed && fact.says.size() > 0) fact.gap = fact.gap_explained = false;
  bool left_open = said != nullptr && bare(record, said->at) && !fact.contributed && touched(record, unit, named);
  if (!fact.gap && !fact.contributed && (left_open || record.has(unit.at, "contribution.gap"))) {
    mark_gap(record, unit.at, unit.at, fact);
  }
  if (!fact.gap && !fact.contributed && !touched(record, unit, named)) return;
  if (!fact.gap && !fact.no_concerns) fact.at = telling_part(record, unit, said, fact.when_at);
  facts.contributions.push_back(std::move(fact));
}

}  // namespace

void contributions_of_rows(const Gathering& record, const Outsiders& outsiders, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::row) from_row(record, outsiders, unit, facts);
  }
}

}  // namespace facts
