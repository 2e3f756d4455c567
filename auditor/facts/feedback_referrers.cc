// Who made the referral, by the referral's field, by what stands behind its day, and by sentences that tell of it.
#include <algorithm>

#include "facts/contribution.h"
#include "facts/feedback.h"

namespace facts {
namespace {

using language::Role;

constexpr std::size_t referrer_reach = 80;  // bytes behind a referral's day in which who made it stands

bool may_refer(Role role) {
  return role == Role::professional || role == Role::agency || role == Role::relative || role == Role::referrer ||
         role == Role::other;
}

void note(const Gathering& record, const Outsiders& outsiders, base::Span at, Referrers& out) {
  Naming naming = outsiders.first_in(at);
  if (naming.who >= 0) out.people.push_back(naming.who);
  if (naming.agency != 0) out.agencies.push_back(naming.agency);
  for (const language::Mention& mention : record.mentions(at)) {
    const language::Entity* who = record.entity(mention.who);
    if (who == nullptr || mention.pronoun || !may_refer(who->role)) continue;
    out.people.push_back(mention.who);
    return;  // the first named is the one who did it
  }
}

// Words written large in a referrer's field: "Elm Lane Primary" is "Elm Lane" later on.
void note_words(const Gathering& record, base::Span at, Referrers& out) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(at);
  for (std::size_t i = first; i < last; ++i) {
    const lexicon::Token& token = scan.tokens[i];
    bool plain = token.capital && token.kind == lexicon::TokenKind::word && token.at.size() > 3;
    for (std::string_view other :
         {"word.function", "form.person-title", "word.month", "word.weekday", "agency", "role"}) {
      plain = plain && !record.has(token.at, other);
    }
    if (plain) out.names.emplace_back(record.text(token.at));
  }
}

// The name behind a title: "Mrs Ann Lund".
void note_titled(const Gathering& record, base::Span at, Referrers& out) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(at);
  for (std::size_t i = first; i + 1 < last; ++i) {
    if (!record.has(scan.tokens[i].at, "form.person-title")) continue;
    std::size_t name = i + 1;
    while (name + 1 < last && scan.tokens[name + 1].capital) ++name;
    if (scan.tokens[name].capital) out.names.emplace_back(record.text(scan.tokens[name].at));
  }
}

}  // namespace

Referrers referrers_of(const Gathering& record, const Outsiders& outsiders, Day since, const Facts& facts) {
  Referrers out;
  for (const form::Unit& unit : record.form.units) {
    bool dated_by = record.is_field(unit.field, {"referral-date", "contact-date"});
    if (!unit.blank && (dated_by || record.is_field(unit.field, {"referrer"}))) {
      base::Span value = unit.value.empty() ? unit.at : unit.value;
      note(record, outsiders, value, out);
      note_words(record, value, out);
    }
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      if (record.is_field(cell.field, {"referrer"})) note(record, outsiders, cell.at, out);
    }
  }
  // "Referral 4 May 2016 (Elm Lane Primary)", "Referred: 04/05/16, health visitor": who stands behind the day.
  for (const RecordDate& date : facts.dates) {
    if (!record.is_field(date.field, {"referral-date", "contact-date"}) || date.day == language::no_day) continue;
    const std::string_view rest = record.text({date.at.end, static_cast<std::uint32_t>(record.document.text.size())});
    const std::size_t open = rest.find_first_not_of(" ,-");
    if (open == std::string_view::npos ||
        (rest[open] != '(' && !rest.substr(open).starts_with("from ") && !rest.substr(open).starts_with("by ")))
      continue;
    const std::size_t close = std::min(rest.find_first_of(")|\n.", open), open + referrer_reach);
    const base::Span at = {date.at.end, date.at.end + static_cast<std::uint32_t>(std::min(close, rest.size()))};
    note(record, outsiders, at, out);
    note_words(record, at, out);
  }
  for (const Contribution& fact : facts.contributions) {
    if (fact.means != Means::referral || !fact.contributed) continue;
    if (fact.who >= 0) out.people.push_back(fact.who);
    if (fact.agency != 0) out.agencies.push_back(fact.agency);
    note_titled(record, fact.at, out);
  }
  for (const language::Sentence& sentence : record.language.sentences) {
    const form::Unit& unit = record.form.units[sentence.unit];
    // A chronology tells of others' referrals too, long ago.
    const language::Date* day = record.date(sentence.at);
    const bool recent = day != nullptr && day->has_year && since != language::no_day && day->day >= since;
    if (nearest_section(record, unit, {"previous", "history", "plan", "manager"})) continue;
    if (nearest_section(record, unit, {"chronology"}) && !recent) continue;
    base::Span verb = record.find(sentence.at, "feedback.referred");
    if (verb.empty()) continue;
    // Who did it stands before the verb, or behind "referral from".
    bool from = record.has(verb, "feedback.referral-from");
    base::Span who = from ? base::Span{verb.end, sentence.at.end} : base::Span{sentence.at.begin, verb.end};
    note(record, outsiders, who, out);
    note_titled(record, who, out);
    out.told_in.push_back(sentence.at.end);
    // "Mr Osei rang us about his own drinking."
    if (!record.has(sentence.at, "feedback.self-referred")) continue;
    EntityId parent = record.person(who, {Role::parent, Role::subject_child});
    if (parent >= 0) out.people.push_back(parent);
  }
  return out;
}

bool names_referrer(const Gathering& record, base::Span at, const Referrers& referrers, bool pronouns_too) {
  const std::vector<language::Mention> mentions = record.mentions(at);
  for (const language::Mention& mention : mentions) {
    if (mention.pronoun && !pronouns_too) continue;
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
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(at);
  for (std::size_t i = first; i < last; ++i) {
    if (!scan.tokens[i].capital) continue;
    // "Mrs Reed" is Tom Reed's mother, whoever else in the referral bears the name.
    const bool family = std::any_of(mentions.begin(), mentions.end(), [&](const language::Mention& mention) {
      const language::Entity* who = record.entity(mention.who);
      return who != nullptr && (who->role == Role::parent || who->role == Role::subject_child) &&
             mention.at.begin <= scan.tokens[i].at.begin && scan.tokens[i].at.end <= mention.at.end;
    });
    if (family) continue;
    std::string_view word = record.text(scan.tokens[i].at);
    if (std::find(referrers.names.begin(), referrers.names.end(), word) != referrers.names.end()) return true;
  }
  return false;
}

bool told_when(const Gathering& record, base::Span at) {
  Contribution probe;
  date_from(record, at, probe);
  return !probe.when_at.empty() || record.has(at, "feedback.today") || record.has(at, "feedback.day");
}

bool told_how(const Gathering& record, base::Span at) {
  for (std::string_view means :
       {"contribution.means.telephone", "contribution.means.email", "contribution.means.letter",
        "contribution.means.meeting", "contribution.means.visit", "feedback.how"}) {
    if (record.has(at, means)) return true;
  }
  return false;
}

}  // namespace facts
