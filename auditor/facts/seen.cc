// Subject children seen for the assessment: from fields and ticks ("Child seen alone: Yes"), from tables of visits and
// contacts, and from sentences.
#include <algorithm>

#include "facts/parts.h"

namespace facts {
namespace {

using language::Mood;
using language::Role;
using language::Statement;

Aloneness aloneness(const Gathering& record, base::Span at, base::Span* where) {
  base::Span alone = record.find(at, "seen.alone");
  base::Span why_not = record.find(at, "seen.why-not-alone");
  base::Span with = record.find(at, "seen.not-alone");
  if (!alone.empty() && (with.empty() || !with.contains(alone))) {
    *where = alone;
    return Aloneness::alone;
  }
  if (!why_not.empty()) {
    *where = why_not;
    return Aloneness::reason_why_not;
  }
  if (!with.empty()) {
    *where = with;
    return Aloneness::not_alone;
  }
  return Aloneness::unsaid;
}

// yes, no, or neither: by ticks where there are any, else by the first word.
enum class YesNo : std::uint8_t { neither, yes, no };

YesNo yes_no(const Gathering& record, const form::Unit& unit, base::Span value) {
  bool ticks = false;
  for (std::uint32_t o = unit.option_begin; o < unit.option_end; ++o) {
    const form::Option& option = record.form.options[o];
    if (!value.contains(option.at)) continue;
    ticks = true;
    if (!option.ticked) continue;
    if (option.text.empty() || record.has(option.text, "yes-value")) return YesNo::yes;
    if (record.has(option.text, "no-value")) return YesNo::no;
    return YesNo::yes;
  }
  if (ticks) return YesNo::neither;
  base::Span yes = record.find(value, "yes-value");
  base::Span no = record.find(value, "no-value");
  if (!yes.empty() && (no.empty() || yes.begin < no.begin)) return YesNo::yes;
  if (!no.empty() && record.words(value) > 0 && no.begin < value.begin + 12) return YesNo::no;
  return YesNo::neither;
}

// Subject children that a stretch names; empty where it names none.
std::vector<EntityId> children_in(const Gathering& record, base::Span at, bool& group) {
  std::vector<EntityId> out;
  group = false;
  for (const language::Mention& mention : record.mentions(at)) {
    if (!record.is_subject(mention.who)) continue;
    if (mention.plural) group = true;
    if (!mention.plural && std::find(out.begin(), out.end(), mention.who) == out.end()) out.push_back(mention.who);
  }
  return out;
}

void add(const Gathering& record, const std::vector<EntityId>& children, bool group, Seen fact, Facts& facts) {
  if (record.language.subjects.size() == 1) {
    fact.child = record.language.subjects.front();
    facts.seen.push_back(fact);
    return;
  }
  for (EntityId child : children) {
    fact.child = child;
    facts.seen.push_back(fact);
  }
  if (children.empty() && group) facts.seen.push_back(fact);
}

void date_it(const Gathering& record, base::Span at, Seen& fact) {
  if (const language::Date* date = record.date(at)) {
    fact.when = date->day;
    fact.dated = true;
  }
}

void from_fields(const Gathering& record, const form::Unit& unit, Facts& facts) {
  bool asks_alone = record.is_field(unit.field, {"seen-alone"});
  bool asks_seen = record.is_field(unit.field, {"seen", "child-seen", "seen-date", "child-seen-date"});
  if ((!asks_alone && !asks_seen) || unit.blank) return;
  base::Span value = unit.value.empty() ? base::Span{unit.label.end, unit.at.end} : unit.value;
  YesNo answer = yes_no(record, unit, unit.option_begin == unit.option_end ? value : unit.at);
  Seen fact;
  fact.at = unit.at;
  date_it(record, unit.at, fact);
  fact.alone = aloneness(record, value, &fact.alone_at);
  if (asks_alone && answer == YesNo::yes) fact.alone = Aloneness::alone;
  if (asks_alone && answer == YesNo::no && fact.alone == Aloneness::unsaid) fact.alone = Aloneness::not_alone;
  if (asks_seen && answer == YesNo::no && !fact.dated) fact.seen = false;
  if (asks_alone && answer == YesNo::neither && fact.alone == Aloneness::unsaid) return;
  bool group = false;
  std::vector<EntityId> children = children_in(record, unit.at, group);
  add(record, children, group || children.empty(), fact, facts);
}

// A row of a table of visits, contacts or people seen.
void from_row(const Gathering& record, const form::Unit& unit, Facts& facts) {
  const form::Cell* alone = record.cell(unit, {"seen-alone"});
  const form::Cell* seen = record.cell(unit, {"seen", "child-seen", "seen-date", "child-seen-date"});
  const form::Cell* day = record.cell(unit, {"visit-date", "date", "when", "means-date", "contact-date"});
  bool visits = record.in_section(unit, {"visits"});
  if (alone == nullptr && seen == nullptr && !(visits && day != nullptr)) return;
  bool group = false;
  std::vector<EntityId> children = children_in(record, unit.at, group);
  if (children.empty() && !group) return;
  if (seen == nullptr && alone == nullptr) {
    // Nobody ticks a box here: the words must say that the child was met.
    bool absent = record.has(unit.at, "seen.not-seen");
    bool met = record.has(unit.at, "seen.verb") || record.has(unit.at, "seen.alone") || visits;
    if (absent || !met) return;
  }
  Seen fact;
  fact.at = unit.at;
  date_it(record, unit.at, fact);
  fact.alone = aloneness(record, unit.at, &fact.alone_at);
  if (seen != nullptr) {
    YesNo answer = yes_no(record, unit, seen->at);
    if (answer == YesNo::no || (answer == YesNo::neither && record.blank(seen->at))) fact.seen = false;
  }
  if (alone != nullptr) {
    YesNo answer = yes_no(record, unit, alone->at);
    if (answer == YesNo::yes) fact.alone = Aloneness::alone;
    if (answer == YesNo::no && fact.alone == Aloneness::unsaid) fact.alone = Aloneness::not_alone;
  }
  add(record, children, group, fact, facts);
}

bool past_and_real(const Statement& s) {
  return (s.mood == Mood::asserted || s.mood == Mood::hedged) && !s.general && !s.process &&
         s.time != language::Time::future && s.standing == language::Standing::current &&
         s.source != language::Source::policy && s.source != language::Source::form;
}

// "I saw Maisie on her own at school on 20 June", "Kian and I walked round the field", "You came in by yourself".
void from_sentence(const Gathering& record, const language::Sentence& sentence, Facts& facts) {
  if (sentence.statement_begin == sentence.statement_end) return;
  const Statement& main = record.language.statements[sentence.statement_begin];
  const form::Unit& unit = record.form.units[sentence.unit];
  if (record.in_section(unit, {"plan", "contingency", "review", "previous", "chronology", "history"})) return;
  bool group = false;
  std::vector<EntityId> children = children_in(record, sentence.at, group);
  bool to_child = record.is_subject(main.addressee);
  if (to_child && children.empty()) children.push_back(main.addressee);
  if (children.empty() && !group && record.is_subject(main.about_who)) children.push_back(main.about_who);
  if (children.empty() && !group && main.group && main.about == language::About::child) group = true;
  if (children.empty() && !group) return;

  Seen fact;
  fact.at = sentence.at;
  bool verb = record.has(sentence.at, "seen.verb");
  bool not_seen = record.has(sentence.at, "seen.not-seen");
  bool told_worker = main.told && main.source == language::Source::child &&
                     (main.frame == language::Frame::say || main.frame == language::Frame::tell);
  fact.alone = aloneness(record, sentence.at, &fact.alone_at);
  date_it(record, sentence.at, fact);
  if (not_seen || (verb && main.polarity == language::Polarity::denied && !main.told)) {
    fact.seen = false;
    fact.dated = false;
    // "Not seen alone" says that the child was seen.
    if (fact.alone == Aloneness::alone) {
      fact.seen = true;
      fact.alone = Aloneness::not_alone;
    }
    return add(record, children, group, fact, facts);
  }
  if (!past_and_real(main)) return;
  bool worker = main.source == language::Source::worker || main.source == language::Source::child ||
                record.person(sentence.at, {Role::worker}) >= 0;
  bool place = record.has(sentence.at, "seen.place");
  bool shared = fact.alone == Aloneness::alone && (fact.dated || place || worker);
  bool why_not = fact.alone == Aloneness::reason_why_not;
  bool met = (verb && worker) || (told_worker && (fact.dated || place || shared)) || shared || why_not;
  if (!met) return;
  add(record, children, group, fact, facts);
}

// A seeing without a date on a visit that the record dates once for all is dated by it.
void date_by_visits(const Gathering& record, Facts& facts) {
  std::vector<Day> visits;
  for (const RecordDate& date : facts.dates) {
    if (record.is_field(date.field, {"visit-date"}) && date.day != language::no_day) visits.push_back(date.day);
  }
  for (const Seen& seen : facts.seen) {
    if (seen.dated && seen.when != language::no_day) visits.push_back(seen.when);
  }
  if (visits.empty()) return;
  for (Seen& seen : facts.seen) {
    if (seen.dated || !seen.seen || !record.has(seen.at, "seen.visit-reference")) continue;
    seen.dated = true;
  }
}

}  // namespace

void gather_seen(const Gathering& record, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) continue;
    if (unit.kind == form::UnitKind::row) {
      from_row(record, unit, facts);
    } else {
      from_fields(record, unit, facts);
    }
  }
  for (const language::Sentence& sentence : record.language.sentences) from_sentence(record, sentence, facts);
  date_by_visits(record, facts);
}

}  // namespace facts
