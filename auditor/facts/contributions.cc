// Agencies and professionals outside the team, and what came of asking them: from tables, labels and ticks here; from
// sentences in contribution_prose.cc.
#include <algorithm>

#include "facts/contribution.h"
#include "facts/parts.h"

namespace facts {
namespace {

using language::Role;

// "GP: Dr Osman, Dock Road" lists; "GP: seen twice since May for his chest" contributes.
bool tells(const Gathering& record, base::Span value) {
  if (record.has(value, "contribution.none-known") || record.has(value, "contribution.said")) return true;
  std::size_t plain = 0;
  auto [first, last] = record.language.scan.range(value);
  for (std::size_t i = first; i < last; ++i) {
    const lexicon::Token& token = record.language.scan.tokens[i];
    plain += token.kind == lexicon::TokenKind::word && !token.capital && !record.has(token.at, "word.function") &&
                     !record.has(token.at, "agency")
                 ? 1u
                 : 0u;
  }
  return plain >= 4;
}

// A value that answers nothing although it is no placeholder: "no", "n/a", "yes".
bool bare(const Gathering& record, base::Span value) {
  return record.blank(value) || (record.words(value) < 2 && record.content(value) < 2);
}

void date_from(const Gathering& record, base::Span at, Contribution& fact) {
  if (const language::Date* date = record.date(at)) {
    fact.when = date->day;
    fact.when_at = date->at;
  }
}

// The first sentence of a stretch; the stretch where it is not read as sentences.
base::Span first_sentence(const Gathering& record, base::Span at) {
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.at.begin >= at.begin && sentence.at.end <= at.end) return sentence.at;
    if (sentence.at.begin >= at.end) break;
  }
  return at;
}

// A gap where that is the first thing said, else information with something still to come.
void judge_answer(const Gathering& record, base::Span words, base::Span whole, bool answered, Contribution& fact) {
  base::Span opening = first_sentence(record, words);
  bool filled = record.has(whole, "contribution.gap-filled");
  add_says(record, words, fact);
  if (record.has(words, "contribution.gap") && !filled) mark_gap(record, whole, words, fact);
  bool begins_with_gap = fact.gap && record.has(opening, "contribution.gap");
  fact.contributed = answered && !begins_with_gap;
  if (begins_with_gap) fact.says.clear();
}

void from_row(const Gathering& record, const Outsiders& outsiders, const form::Unit& unit, Facts& facts) {
  const form::Cell* agency_cell = record.cell(unit, {"agency", "professional", "agency-person", "agency-name"});
  const form::Cell* role_cell = record.cell(unit, {"role", "relationship"});
  const form::Cell* who_cell = record.cell(unit, {"who", "name"});
  bool section = record.in_section(unit, {"agencies"});
  const form::Cell* said =
      record.cell(unit, {"information", "means-information", "comments", "event", "outcome", "views"});
  const form::Cell* named = agency_cell != nullptr ? agency_cell : section ? (role_cell ? role_cell : who_cell) : nullptr;
  if (named == nullptr && said != nullptr && unit.cell_end > unit.cell_begin) {
    // No column says "agency", but the row begins with one and goes on with information.
    const form::Cell& front = record.form.cells[unit.cell_begin];
    Naming naming = outsiders.first_in(front.at);
    auto [first, last] = record.language.scan.range(front.at);
    if (naming.agency != 0 && naming.first < first + 4 && last < first + 12 && &front != said) named = &front;
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
    const language::Entity* who = record.entity(record.person(named->at, {Role::parent, Role::subject_child,
                                                                          Role::sibling, Role::relative, Role::worker}));
    if (who != nullptr) return;
  }

  Contribution fact = contribution_of(record, outsiders, naming, unit.at);
  if (naming.agency == 0 && naming.who < 0) fact.name = record.line(named->at);
  for (const Contribution& other : facts.contributions) {
    // Two schools in one table are two, whatever their label.
    if (other.name == fact.name && record.text(named->at) != record.text(first_sentence(record, other.at))) {
      fact.name = record.line(named->at);
      break;
    }
  }
  const form::Cell* when = record.cell(unit, {"date", "when", "means-date", "means", "visit-date", "contact-date"});
  date_from(record, when != nullptr ? when->at : unit.at, fact);
  if (fact.when == language::no_day && said == nullptr) date_from(record, unit.at, fact);
  base::Span words = said != nullptr ? said->at : unit.at;
  // In a table of those who contributed, being there with a way or a date of contact is the contribution.
  bool contacted = fact.when != language::no_day || (when != nullptr && fact.means != Means::unknown);
  bool answered = said != nullptr ? !bare(record, said->at) : section && contacted;
  if (said != nullptr && record.blank(said->at) && section && contacted && !record.has(unit.at, "contribution.gap")) {
    answered = true;
  }
  judge_answer(record, words, unit.at, answered, fact);
  bool left_open = said != nullptr && bare(record, said->at) && !fact.contributed;
  if (!fact.gap && !fact.contributed && (left_open || record.has(unit.at, "contribution.gap"))) {
    mark_gap(record, unit.at, unit.at, fact);
  }
  facts.contributions.push_back(std::move(fact));
}

void from_ticks(const Gathering& record, const Outsiders& outsiders, const form::Unit& unit, Facts& facts) {
  if (!record.in_section(unit, {"agencies"}) && !record.is_field(unit.field, {"agency", "professional"})) return;
  for (std::uint32_t o = unit.option_begin; o < unit.option_end; ++o) {
    const form::Option& option = record.form.options[o];
    if (!option.ticked) continue;
    Naming naming = outsiders.first_in(option.text);
    if (naming.agency == 0) continue;
    facts.contributions.push_back(contribution_of(record, outsiders, naming, unit.at));
  }
}

// "GP: no concerns." and "School (Mrs Bell, 4 May): ..." where the form reads a label and its value.
void from_label(const Gathering& record, const Outsiders& outsiders, const form::Unit& unit, Facts& facts) {
  if (unit.blank || unit.label.empty() || unit.value.empty()) return;
  // "Housing, income, community:" asks about a matter; it names nobody who says anything.
  if (unit.field != 0 && !record.is_field(unit.field, {"agency", "agency-person", "professional"})) return;
  if (record.is_field(unit.field, {"referrer", "worker", "manager", "address", "referral-date", "contact-date"})) return;
  if (nearest_section(record, unit, {"plan", "contingency", "review", "previous", "chronology", "manager"})) return;
  Naming naming = outsiders.first_in(unit.label);
  auto [first, last] = record.language.scan.range(unit.label);
  if ((naming.agency == 0 && naming.who < 0) || naming.first > first + 1 || last > first + 16) return;
  Contribution fact = contribution_of(record, outsiders, naming, unit.at);
  date_from(record, unit.label, fact);
  bool gap = record.has(unit.value, "contribution.gap");
  if (!tells(record, unit.value) && !gap) {
    if (!record.in_section(unit, {"agencies"}) || !bare(record, unit.value)) {
      if (record.in_section(unit, {"agencies"})) facts.contributions.push_back(std::move(fact));  // listed
    }
    return;
  }
  if (fact.when == language::no_day && record.has(unit.value, "contribution.means")) {
    date_from(record, first_sentence(record, unit.value), fact);
  }
  judge_answer(record, unit.value, unit.at, true, fact);
  facts.contributions.push_back(std::move(fact));
}

}  // namespace

void contributions_of_rows(const Gathering& record, const Outsiders& outsiders, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::row) from_row(record, outsiders, unit, facts);
  }
}

void contributions_of_fields(const Gathering& record, const Outsiders& outsiders, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) continue;
    from_ticks(record, outsiders, unit, facts);
    if (unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question) {
      from_label(record, outsiders, unit, facts);
    }
  }
}

// The professional who referred: a contributor, dated by the referral.
void contributions_of_referrers(const Gathering& record, const Outsiders& outsiders, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.blank || unit.kind == form::UnitKind::row || unit.kind == form::UnitKind::help) continue;
    if (!record.is_field(unit.field, {"referrer", "referral-date", "contact-date"})) continue;
    base::Span value = unit.value.empty() ? unit.at : unit.value;
    Naming naming = outsiders.first_in(value);
    if (naming.agency == 0 && naming.who < 0) continue;
    Contribution fact = contribution_of(record, outsiders, naming, unit.at);
    fact.means = Means::referral;
    fact.contributed = true;
    fact.public_referrer = record.has(value, "public-referrer");
    date_from(record, value, fact);
    for (const RecordDate& date : facts.dates) {
      if (fact.when == language::no_day && record.is_field(date.field, {"referral-date", "contact-date"})) {
        fact.when = date.day;
      }
    }
    facts.contributions.push_back(std::move(fact));
    return;
  }
}

// "All six were asked and all six came back": what is listed in the agencies' section has contributed.
void settle_listed(const Gathering& record, Facts& facts) {
  bool all = false;
  for (const language::Sentence& sentence : record.language.sentences) {
    all = all || record.has(sentence.at, "contribution.all-replied");
  }
  if (!all) return;
  for (Contribution& fact : facts.contributions) {
    std::int32_t unit = record.form.unit_at(fact.at.begin);
    if (unit < 0 || fact.gap) continue;
    if (record.in_section(record.form.units[static_cast<std::size_t>(unit)], {"agencies"})) fact.contributed = true;
  }
}

void gather_contributions(const Gathering& record, Facts& facts) {
  Outsiders outsiders(record);
  contributions_of_rows(record, outsiders, facts);
  contributions_of_fields(record, outsiders, facts);
  contributions_of_prose(record, outsiders, facts);
  contributions_of_referrers(record, outsiders, facts);
  settle_listed(record, facts);
}

}  // namespace facts
