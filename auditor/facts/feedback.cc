// Whether whoever referred was told the outcome: by the word "referrer", or by who that is in this record.
#include <algorithm>

#include "facts/parts.h"

namespace facts {
namespace {

using language::Mood;
using language::Role;
using language::Statement;

// Who made the referral: people, and kinds of agency where only the body is named.
struct Referrers {
  std::vector<EntityId> people;
  std::vector<lexicon::ConceptId> agencies;

  bool empty() const { return people.empty() && agencies.empty(); }
};

void note(const Gathering& record, base::Span at, Referrers& out) {
  for (const language::Mention& mention : record.mentions(at)) {
    const language::Entity* who = record.entity(mention.who);
    if (who == nullptr || mention.pronoun) continue;
    bool may_refer = who->role == Role::professional || who->role == Role::agency || who->role == Role::relative ||
                     who->role == Role::parent || who->role == Role::referrer || who->role == Role::other;
    if (may_refer) out.people.push_back(mention.who);
    if (may_refer && who->agency != 0) out.agencies.push_back(who->agency);
    if (may_refer) return;  // the first named is the one who did it
  }
  if (lexicon::ConceptId agency = record.concept_of(at, "agency"); agency != 0) out.agencies.push_back(agency);
}

Referrers referrers_of(const Gathering& record) {
  Referrers out;
  for (const form::Unit& unit : record.form.units) {
    if (!unit.blank && record.is_field(unit.field, {"referrer"})) note(record, unit.value.empty() ? unit.at : unit.value, out);
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      if (record.is_field(record.form.cells[c].field, {"referrer"})) note(record, record.form.cells[c].at, out);
    }
    // "14/03/2011, 9.25am, Mrs Deb Ashworth, Hawthorn Lane Primary" beside the referral's date.
    if (!unit.blank && record.is_field(unit.field, {"referral-date", "contact-date"})) note(record, unit.value, out);
  }
  for (const language::Sentence& sentence : record.language.sentences) {
    const form::Unit& unit = record.form.units[sentence.unit];
    bool reason = record.in_section(unit, {"reason"}) || record.form.section_kind(unit) == 0 ||
                  record.in_section(unit, {"letter"});
    if (reason && record.has(sentence.at, "feedback.referred")) note(record, sentence.at, out);
  }
  return out;
}

bool names(const Gathering& record, base::Span at, const Referrers& referrers) {
  for (const language::Mention& mention : record.mentions(at)) {
    if (std::find(referrers.people.begin(), referrers.people.end(), mention.who) != referrers.people.end()) return true;
    const language::Entity* who = record.entity(mention.who);
    if (who != nullptr && who->agency != 0 && who->role == Role::agency &&
        std::find(referrers.agencies.begin(), referrers.agencies.end(), who->agency) != referrers.agencies.end()) {
      return true;
    }
  }
  for (lexicon::ConceptId agency : referrers.agencies) {
    if (record.language.scan.has(at, agency)) return true;
  }
  return false;
}

void from_field(const Gathering& record, const form::Unit& unit, base::Span value, Facts& facts) {
  if (record.blank(value) || record.has(value, "no-value")) return;
  Feedback fact;
  fact.at = unit.at;
  fact.dated = record.date(value) != nullptr;
  fact.how = record.has(value, "contribution.means");
  fact.told = fact.dated || record.has(value, "yes-value") || record.has(value, "referrer.told");
  if (record.has(value, "referrer.to-be-told") && !fact.dated) fact.told = false;
  facts.feedback.push_back(fact);
}

}  // namespace

void gather_feedback(const Gathering& record, Facts& facts) {
  Referrers referrers = referrers_of(record);
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::help) continue;
    if (record.is_field(unit.field, {"referrer-informed"})) {
      from_field(record, unit, unit.value.empty() ? base::Span{unit.label.end, unit.at.end} : unit.value, facts);
    }
  }
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.statement_begin == sentence.statement_end) continue;
    const Statement& main = record.language.statements[sentence.statement_begin];
    const form::Unit& unit = record.form.units[sentence.unit];
    if (main.general || main.source == language::Source::policy || main.mood == Mood::conditional) continue;
    if (record.in_section(unit, {"previous", "chronology", "reason", "history", "contingency"})) continue;
    bool word = record.has(sentence.at, "feedback.referrer") || record.in_section(unit, {"referrer"});
    bool person = names(record, sentence.at, referrers);
    bool outcome = record.has(sentence.at, "feedback.outcome");
    bool ordered = record.has(sentence.at, "referrer.to-be-told");
    bool verb = record.has(sentence.at, "feedback.verb") || ordered;
    if (!verb || (!word && !(person && (outcome || ordered)))) continue;
    Feedback fact;
    fact.at = sentence.at;
    bool ahead = main.mood == Mood::intended || main.mood == Mood::directed || main.time == language::Time::future ||
                 (ordered && !record.has(sentence.at, "referrer.told"));
    bool denied = main.polarity == language::Polarity::denied && !main.told;
    fact.told = !ahead && !denied;
    fact.dated = record.date(sentence.at) != nullptr;
    fact.how = record.has(sentence.at, "contribution.means");
    fact.why_not = !fact.told && denied && record.has(sentence.at, "referrer.why-not");
    if (denied && !fact.why_not && !ahead) continue;
    // What an agency or a parent told others is no word of ours to the referrer.
    if (fact.told && main.source == language::Source::agency) continue;
    facts.feedback.push_back(fact);
  }
}

}  // namespace facts
