// Agencies and professionals outside the team, and what came of asking them: from tables, labels and ticks here; from
// sentences in contribution_prose.cc.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "facts/contribution.h"
#include "facts/parts.h"
#include "form/text.h"

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
  // "Awaited" answers nothing, and names a gap.
  bool awaited = record.has(unit.value, "contribution.gap");
  if ((unit.blank && !awaited) || unit.label.empty() || unit.value.empty()) return;
  if (record.is_field(unit.field, {"referrer", "worker", "manager", "address", "referral-date", "contact-date"}))
    return;
  if (nearest_section(record, unit, {"plan", "contingency", "review", "previous", "chronology", "manager"})) return;
  // "Apologies: school nurse, housing": they were asked, and did not come.
  if (record.has(unit.label, "absent.label")) {
    for (const Naming& absent : outsiders.in(unit.value)) {
      facts.contributions.push_back(contribution_of(record, outsiders, absent, unit.at));
      mark_gap(record, unit.value, unit.value, facts.contributions.back());
    }
    return;
  }
  // "Network: Elm Primary (Mr Shah), Dr Lowe": a list, and nothing of what they said.
  if (record.has(unit.label, "contribution.network-label")) {
    for (base::Span line : form::lines_of(unit.value, record.document.text)) {
      const bool gap = record.has(line, "contribution.gap");
      for (const Naming& listed : outsiders.in(line)) {
        facts.contributions.push_back(contribution_of(record, outsiders, listed, gap ? line : unit.at));
        // "School - not contacted"
        if (gap) mark_gap(record, line, line, facts.contributions.back());
      }
    }
    return;
  }
  Naming naming = outsiders.first_in(unit.label);
  auto [first, last] = record.language.scan.range(unit.label);
  if ((naming.agency == 0 && naming.who < 0) || naming.first > behind_day(record, unit.label) + 2 || last > first + 16)
    return;
  // "Nev measured: ...", where Nev is from the fire service
  const bool met = naming.agency != 0 && naming.who < 0;
  if (!met && !record.has(unit.label, "agency") && !record.has(unit.label, "form.person-title")) return;
  // "Housing, income, community:" asks about a matter; it names nobody who says anything.
  std::size_t others = 0;
  for (std::size_t i = naming.last + 1; i < last; ++i) {
    const lexicon::Token& token = record.language.scan.tokens[i];
    bool plain = token.kind == lexicon::TokenKind::word && !token.capital;
    for (std::string_view expected :
         {"word.function", "contribution.means", "word.month", "agency", "word.preposition"}) {
      plain = plain && !record.has(token.at, expected);
    }
    others += plain ? 1u : 0u;
  }
  if (others > 1) return;
  Contribution fact = contribution_of(record, outsiders, naming, unit.at);
  date_from(record, unit.label, fact);
  if (!tells(record, unit.value) && !awaited) {
    if (!record.in_section(unit, {"agencies"}) || !bare(record, unit.value)) {
      facts.contributions.push_back(std::move(fact));  // listed
    }
    return;
  }
  if (fact.when_at.empty() && record.has(unit.value, "contribution.means")) {
    date_from(record, first_sentence(record, unit.value), fact);
  }
  judge_answer(record, unit.value, unit.at, true, fact);
  facts.contributions.push_back(std::move(fact));
}

}  // namespace

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
    if (record.person(value, {Role::parent, Role::relative, Role::sibling, Role::subject_child}) >= 0) continue;
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

// "Everybody who was asked has answered": what is listed has contributed.
void settle_listed(const Gathering& record, Facts& facts) {
  bool all = false;
  for (const language::Sentence& sentence : record.language.sentences) {
    all = all || record.has(sentence.at, "contribution.all-replied");
  }
  for (Contribution& fact : facts.contributions) {
    if (all && !fact.gap) fact.contributed = true;
  }
}

// "What the hospital told us" later on is what the ward sister told us before.
void settle_names(const Gathering& record, Facts& facts) {
  // Of each agency's people, of those who contributed and of the others, the last and the last but one.
  std::map<std::pair<lexicon::ConceptId, bool>, std::array<const Contribution*, 2>> people;
  for (const Contribution& fact : facts.contributions) {
    if (fact.agency == 0 || fact.who < 0) continue;
    auto& [last, before] = people[{fact.agency, fact.contributed}];
    before = std::exchange(last, &fact);
  }
  for (Contribution& fact : facts.contributions) {
    if (fact.agency == 0 || record.lexicon.attribute(fact.agency, "label") != fact.name) continue;
    const auto found = people.find({fact.agency, fact.contributed});
    if (found == people.end()) continue;
    const auto& [last, before] = found->second;
    const Contribution* other = last == &fact ? before : last;
    if (other != nullptr) fact.name = other->name;
  }
}

void gather_contributions(const Gathering& record, const Outsiders& outsiders, Facts& facts) {
  contributions_of_rows(record, outsiders, facts);
  contributions_of_fields(record, outsiders, facts);
  contributions_of_prose(record, outsiders, facts);
  contributions_of_referrers(record, outsiders, facts);
  settle_listed(record, facts);
  settle_names(record, facts);
}

}  // namespace facts
