// Agencies and professionals outside the team, and what came of asking them: from tables of contributors, from ticks,
// and from sentences that an agency is the source of.
#include <algorithm>

#include "base/utf8.h"
#include "facts/parts.h"

namespace facts {
namespace {

using language::Role;
using language::Source;
using language::Statement;

constexpr std::uint8_t specific_content = 3;

Means means_of(const Gathering& record, base::Span at, base::Span* where) {
  static const std::pair<std::string_view, Means> names[] = {
      {"contribution.means.referral", Means::referral}, {"contribution.means.report", Means::report},
      {"contribution.means.letter", Means::letter},     {"contribution.means.email", Means::email},
      {"contribution.means.telephone", Means::telephone}, {"contribution.means.meeting", Means::meeting},
      {"contribution.means.visit", Means::visit},       {"contribution.means.check", Means::check}};
  for (const auto& [name, means] : names) {
    base::Span found = record.find(at, name);
    if (found.empty()) continue;
    *where = found;
    return means;
  }
  return Means::unknown;
}

// The agency that a stretch names: of a person of an agency mentioned, else by its words.
lexicon::ConceptId agency_in(const Gathering& record, base::Span at, EntityId* who) {
  *who = record.person(at, {Role::professional, Role::agency});
  const language::Entity* entity = record.entity(*who);
  if (entity != nullptr && entity->agency != 0) return entity->agency;
  return record.concept_of(at, "agency");
}

// The team itself, and those who help to talk rather than say anything of their own (interpreters).
bool inside_team(const Gathering& record, lexicon::ConceptId agency) {
  if (agency == 0) return false;
  return record.lexicon.attribute(agency, "team") == "yes" || record.lexicon.attribute(agency, "contributor") == "no";
}

std::string shown_name(const Gathering& record, lexicon::ConceptId agency, EntityId who, base::Span written) {
  if (agency != 0 && !record.lexicon.attribute(agency, "label").empty()) {
    return std::string(record.lexicon.attribute(agency, "label"));
  }
  if (const language::Entity* entity = record.entity(who)) return entity->name;
  return record.line(written);
}

// Reasons and consequences stand in the same sentence or the next.
bool explained(const Gathering& record, base::Span at, std::uint32_t following) {
  base::Span wider = {at.begin, std::max(at.end, following)};
  return record.has(wider, "contribution.gap-consequence") || record.has(wider, "contribution.gap-reason");
}

std::uint32_t next_sentence_end(const Gathering& record, base::Span at) {
  const auto& sentences = record.language.sentences;
  for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
    if (sentences[i].at.begin < at.begin || sentences[i].at.end < at.end) continue;
    return sentences[i + 1].unit == sentences[i].unit ? sentences[i + 1].at.end : sentences[i].at.end;
  }
  return at.end;
}

void add_says(const Gathering& record, base::Span at, Contribution& fact) {
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.at.begin < at.begin || sentence.at.end > at.end) continue;
    bool nothing = record.has(sentence.at, "contribution.none-known");
    std::uint8_t content = 0;
    for (std::uint32_t s = sentence.statement_begin; s < sentence.statement_end; ++s) {
      content = std::max(content, record.language.statements[s].content);
    }
    if (nothing) fact.no_concerns = true;
    if (content >= specific_content && !(nothing && content < specific_content + 3)) fact.says.push_back(sentence.at);
  }
}

void from_row(const Gathering& record, const form::Unit& unit, Facts& facts) {
  const form::Cell* agency_cell = record.cell(unit, {"agency", "professional", "agency-person", "agency-name"});
  const form::Cell* role_cell = record.cell(unit, {"role", "relationship"});
  const form::Cell* who_cell = record.cell(unit, {"who", "name"});
  bool section = record.in_section(unit, {"agencies"});
  const form::Cell* named = agency_cell != nullptr ? agency_cell : section ? (role_cell ? role_cell : who_cell) : nullptr;
  if (named == nullptr) return;
  EntityId who = language::nobody;
  lexicon::ConceptId agency = agency_in(record, named->at, &who);
  if (agency == 0) agency = agency_in(record, unit.at, &who);
  if (agency == 0 && who < 0 && (agency_cell == nullptr || record.blank(agency_cell->at))) return;
  if (inside_team(record, agency)) return;
  const language::Entity* entity = record.entity(who);
  if (entity != nullptr && entity->role != Role::professional && entity->role != Role::agency) return;

  Contribution fact;
  fact.who = who;
  fact.agency = agency;
  fact.name = shown_name(record, agency, who, named->at);
  fact.at = unit.at;
  fact.means = means_of(record, unit.at, &fact.means_at);
  const form::Cell* when = record.cell(unit, {"date", "when", "means-date", "means", "visit-date", "contact-date"});
  const form::Cell* said = record.cell(unit, {"information", "means-information", "comments", "event", "outcome", "views"});
  if (const language::Date* date = record.date(when != nullptr ? when->at : unit.at)) {
    fact.when = date->day;
    fact.when_at = date->at;
  }
  base::Span words = said != nullptr ? said->at : unit.at;
  bool answered = said != nullptr && !record.blank(said->at);
  fact.gap = record.has(unit.at, "contribution.gap") && !record.has(unit.at, "contribution.gap-filled");
  add_says(record, words, fact);
  fact.no_concerns = fact.no_concerns || record.has(words, "contribution.none-known");
  if (said == nullptr && fact.says.empty()) answered = false;
  // In a table of those who contributed, being there with a way or a date of contact is the contribution.
  bool contacted = fact.when != language::no_day || fact.means != Means::unknown;
  fact.contributed = !fact.gap && (answered || !fact.says.empty() || (section && contacted));
  if (fact.gap && !fact.says.empty() && fact.when != language::no_day) fact.contributed = fact.says.size() > 1;
  if (fact.gap) fact.gap_explained = explained(record, unit.at, unit.at.end);
  if (fact.gap && !fact.contributed) fact.says.clear();
  facts.contributions.push_back(std::move(fact));
}

void from_ticks(const Gathering& record, const form::Unit& unit, Facts& facts) {
  if (!record.in_section(unit, {"agencies"}) && !record.is_field(unit.field, {"agency", "professional"})) return;
  for (std::uint32_t o = unit.option_begin; o < unit.option_end; ++o) {
    const form::Option& option = record.form.options[o];
    EntityId who = language::nobody;
    lexicon::ConceptId agency = option.ticked ? agency_in(record, option.text, &who) : lexicon::ConceptId{0};
    if (agency == 0 || inside_team(record, agency)) continue;
    Contribution fact;
    fact.who = who;
    fact.agency = agency;
    fact.name = shown_name(record, agency, who, option.text);
    fact.at = unit.at;
    facts.contributions.push_back(std::move(fact));
  }
}

// What the sentence says of an agency, whoever writes it.
void from_sentence(const Gathering& record, const language::Sentence& sentence, Facts& facts) {
  if (sentence.statement_begin == sentence.statement_end) return;
  const Statement& main = record.language.statements[sentence.statement_begin];
  if (main.general || main.source == Source::policy || main.source == Source::form) return;
  const form::Unit& unit = record.form.units[sentence.unit];
  if (record.in_section(unit, {"plan", "contingency", "review", "previous"})) return;
  if (unit.kind == form::UnitKind::row && record.cell(unit, {"agency", "professional", "agency-person"}) != nullptr) return;
  EntityId who = language::nobody;
  lexicon::ConceptId agency = 0;
  const language::Entity* source = record.entity(main.source_who);
  if (main.source == Source::agency && source != nullptr) {
    who = main.source_who;
    agency = source->agency;
  }
  if (agency == 0) {
    EntityId named = language::nobody;
    agency = agency_in(record, sentence.at, &named);
    if (who < 0) who = named;
  }
  if (inside_team(record, agency) || (agency == 0 && who < 0)) return;
  bool gap = record.has(sentence.at, "contribution.gap");
  bool speaks = main.source == Source::agency;
  if (!gap && !speaks) return;
  if (main.mood == language::Mood::intended || main.mood == language::Mood::directed ||
      main.mood == language::Mood::conditional || main.mood == language::Mood::asked) {
    if (!gap) return;
  }
  Contribution fact;
  fact.who = who;
  fact.agency = agency;
  fact.name = shown_name(record, agency, who, sentence.at);
  fact.at = sentence.at;
  fact.means = means_of(record, sentence.at, &fact.means_at);
  fact.public_referrer = record.has(sentence.at, "public-referrer") && !speaks;
  bool denied = main.told ? main.told_polarity == language::Polarity::denied : false;
  fact.gap = gap && !speaks;
  if (fact.gap) {
    fact.gap_explained = explained(record, sentence.at, next_sentence_end(record, sentence.at));
  } else if (!denied) {
    fact.contributed = true;
    add_says(record, sentence.at, fact);
    if (const language::Date* date = record.date(sentence.at)) {
      // A date in the sentence is the contribution's where a way of contact stands beside it.
      if (fact.means != Means::unknown || record.has(sentence.at, "seen.verb") || speaks) {
        fact.when = date->day;
        fact.when_at = date->at;
      }
    }
  }
  facts.contributions.push_back(std::move(fact));
}

// The professional who referred: a contributor, dated by the referral.
void from_referrer(const Gathering& record, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (!record.is_field(unit.field, {"referrer"}) || unit.blank || unit.kind == form::UnitKind::row) continue;
    EntityId who = language::nobody;
    base::Span value = unit.value.empty() ? unit.at : unit.value;
    lexicon::ConceptId agency = agency_in(record, value, &who);
    if (agency == 0 || inside_team(record, agency)) continue;
    Contribution fact;
    fact.who = who;
    fact.agency = agency;
    fact.name = shown_name(record, agency, who, value);
    fact.at = unit.at;
    fact.means = Means::referral;
    fact.contributed = true;
    fact.public_referrer = record.has(value, "public-referrer");
    for (const RecordDate& date : facts.dates) {
      if (record.is_field(date.field, {"referral-date", "contact-date"})) fact.when = date.day;
    }
    facts.contributions.push_back(std::move(fact));
  }
}

}  // namespace

void gather_contributions(const Gathering& record, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) continue;
    if (unit.kind == form::UnitKind::row) from_row(record, unit, facts);
    from_ticks(record, unit, facts);
  }
  for (const language::Sentence& sentence : record.language.sentences) from_sentence(record, sentence, facts);
  from_referrer(record, facts);
}

}  // namespace facts
