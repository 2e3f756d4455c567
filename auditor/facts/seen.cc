// Subject children seen for the assessment: from fields and ticks ("Child seen alone: Yes"), from tables of visits and
// contacts, and (seen_told.cc) from sentences.
#include "facts/seen.h"

#include <algorithm>

#include "facts/parts.h"

namespace facts {

using language::Role;

constexpr std::uint32_t reason_reach = 12;  // bytes between a reason and the aloneness that it denies

Aloneness aloneness(const Gathering& record, base::Span at, bool seeing, base::Span* where) {
  auto found = [&](base::Span words, Aloneness as) {
    *where = words;
    return as;
  };
  base::Span with = record.find(at, "seen.not-alone");
  base::Span siblings = record.find(at, "seen.with-siblings");
  base::Span shared = record.find(at, "seen.alone");
  base::Span self = record.find(at, "seen.by-self");
  base::Span why_not = record.find(at, "seen.why-not-alone");
  if (!self.empty() && record.has(at, "seen.left-alone") && record.find(at, "seen.left-alone").overlaps(self))
    self = {};
  if (!siblings.empty() && self.empty()) return found(siblings, Aloneness::not_alone);
  // "Gemma stopped downstairs": somebody known by name, and elsewhere.
  base::Span elsewhere = record.find(at, "seen.elsewhere");
  // "Not of an age to be seen without her" is a reason, "seen without her" is not.
  if (seeing && !why_not.empty() && why_not.begin < shared.begin && shared.begin <= why_not.end + reason_reach)
    return found(why_not, Aloneness::reason_why_not);
  if (shared.empty() && !elsewhere.empty() &&
      record.person({at.begin, elsewhere.begin}, {Role::parent, Role::relative, Role::other}) >= 0)
    shared = elsewhere;
  if (!shared.empty() && !with.contains(shared)) return found(shared, Aloneness::alone);
  if (seeing && !self.empty() && !with.contains(self) && !with.overlaps(self)) return found(self, Aloneness::alone);
  if (seeing && !why_not.empty()) return found(why_not, Aloneness::reason_why_not);
  if (!with.empty()) return found(with, Aloneness::not_alone);
  return Aloneness::unsaid;
}

std::vector<EntityId> children_in(const Gathering& record, base::Span at, bool& group) {
  std::vector<EntityId> out;
  group = false;
  for (const language::Mention& mention : record.mentions(at)) {
    if (!record.is_subject(mention.who) || mention.possessive) continue;
    if (mention.plural) group = true;
    if (!mention.plural && std::find(out.begin(), out.end(), mention.who) == out.end()) out.push_back(mention.who);
  }
  return out;
}

void add_seen(const Gathering& record, const std::vector<EntityId>& children, bool group, Seen fact, Facts& facts) {
  if (record.language.subjects.size() == 1) {
    fact.child = record.language.subjects.front();
    facts.seen.push_back(fact);
    return;
  }
  for (EntityId child : children) {
    fact.child = child;
    facts.seen.push_back(fact);
  }
  // "I saw both children with Beata there because Zuzanna asked": both, whoever is named besides.
  if (group) {
    fact.child = language::nobody;
    facts.seen.push_back(fact);
  }
}

Day referred_on(const Gathering& record, const Facts& facts) {
  Day referred = language::no_day;
  for (const RecordDate& date : facts.dates) {
    if (record.is_field(date.field, {"referral-date"}) && !date.impossible) referred = date.day;
  }
  return referred;
}

void date_seen(const Gathering& record, base::Span at, Seen& fact) {
  if (const language::Date* date = record.date(at)) {
    fact.when = date->day;
    fact.dated = true;
    return;
  }
  // A day and a month say when, even where nothing tells the year.
  for (const language::Date& date : record.language.dates_in(at)) {
    if (date.has_day && !date.impossible) fact.dated = true;
  }
  // "On the 24th he took me to see the hens."
  if (record.has(at, "contribution.day")) fact.dated = true;
}

namespace {

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

void from_fields(const Gathering& record, const form::Unit& unit, Facts& facts) {
  bool asks_alone = record.is_field(unit.field, {"seen-alone"});
  bool asks_seen = record.is_field(unit.field, {"seen", "child-seen", "seen-date", "child-seen-date"}) ||
                   (record.is_field(unit.field, {"visit-date"}) && record.has(unit.label, "seen.bare"));
  base::Span value = unit.value.empty() ? base::Span{unit.label.end, unit.at.end} : unit.value;
  bool plural = false;  // "Callan: seen 8 September at home"
  asks_seen = asks_seen || (!children_in(record, unit.label, plural).empty() && record.words(unit.label) <= 3 &&
                            record.has({value.begin, std::min(value.end, value.begin + 8)}, "seen.bare"));
  if ((!asks_alone && !asks_seen) || unit.blank) return;
  if (record.has(value, "seen.intended")) return;
  YesNo answer = yes_no(record, unit, unit.option_begin == unit.option_end ? value : unit.at);
  Seen fact;
  fact.at = unit.at;
  date_seen(record, unit.at, fact);
  fact.alone = aloneness(record, value, true, &fact.alone_at);
  if (asks_alone && answer == YesNo::yes) fact.alone = Aloneness::alone;
  if (asks_alone && answer != YesNo::yes && fact.alone != Aloneness::reason_why_not) {
    // "No - 5 months old": in an answer to this question an age is a reason.
    base::Span young = record.find(value, "seen.young");
    if (!young.empty()) {
      fact.alone = Aloneness::reason_why_not;
      fact.alone_at = young;
    }
  }
  if (asks_alone && answer == YesNo::no && fact.alone == Aloneness::unsaid) fact.alone = Aloneness::not_alone;
  // "Seen alone (with interpreter): 8 September, at placement": its day for an answer.
  if (asks_alone && answer == YesNo::neither && fact.alone == Aloneness::unsaid && fact.dated &&
      !record.has(unit.label, "word.coordinator") && !record.has(value, "seen.not-seen"))
    fact.alone = Aloneness::alone;
  if (asks_seen && answer == YesNo::no && !fact.dated) fact.seen = false;
  if (asks_alone && answer == YesNo::neither && fact.alone == Aloneness::unsaid) return;
  if (!fact.dated && answer == YesNo::neither && record.has(value, "seen.not-seen")) fact.seen = false;
  bool group = false;
  std::vector<EntityId> children = children_in(record, unit.at, group);
  add_seen(record, children, children.empty(), fact, facts);
}

// Whether the words after a child's name say that the child was elsewhere: "Children out".
bool absent(const Gathering& record, const form::Unit& unit, EntityId child, bool group) {
  for (const language::Mention& mention : record.mentions(unit.at)) {
    bool same = group ? mention.plural : mention.who == child;
    if (!same || mention.possessive) continue;
    base::Span away = record.find({mention.at.end, unit.at.end}, "seen.absent");
    auto [first, last] = record.language.scan.range({mention.at.end, away.begin});
    if (!away.empty() && last - first <= 1) return true;
  }
  return false;
}

// Whether a table is one of visits: its section, or a column that asks who was seen.
bool of_visits(const Gathering& record, const form::Unit& unit) {
  if (record.in_section(unit, {"visits"})) return true;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    if (record.has(record.form.cells[c].heading, "seen.asked")) return true;
  }
  return false;
}

// A row of a table of visits, contacts or people seen.
void from_row(const Gathering& record, const form::Unit& unit, Facts& facts) {
  const form::Cell* alone = record.cell(unit, {"seen-alone"});
  const form::Cell* seen = record.cell(unit, {"seen", "child-seen", "seen-date", "child-seen-date"});
  const form::Cell* day = record.cell(unit, {"visit-date", "date", "when", "means-date", "contact-date"});
  bool asks = alone != nullptr || seen != nullptr;
  if (!asks && !(day != nullptr && of_visits(record, unit))) return;
  auto first_option = record.form.options.begin() + unit.option_begin;
  auto last_option = record.form.options.begin() + unit.option_end;
  if (asks && first_option != last_option && record.date(unit.at) == nullptr &&
      std::none_of(first_option, last_option, [](const form::Option& option) { return option.ticked; })) {
    return;  // boxes, none of them ticked, and no date
  }
  bool group = false;
  std::vector<EntityId> children = children_in(record, unit.at, group);
  // "Dates child seen | 12/09/2008 | the library": the table says whom it is about.
  if (children.empty() && !group && asks && record.language.subjects.size() == 1 && record.date(unit.at) != nullptr &&
      !record.has(unit.at, "word.parent") &&
      record.person(unit.at, {Role::parent, Role::relative, Role::sibling, Role::other}) < 0)
    children = record.language.subjects;
  if (children.empty() && !group) return;
  bool plural_label = false;
  if (std::vector<EntityId> named = children_in(record, unit.label, plural_label); named.size() == 1) children = named;
  if (!asks) {
    if (record.has(unit.at, "seen.not-seen") || record.has(unit.at, "seen.intended")) return;
    std::erase_if(children, [&](EntityId child) { return absent(record, unit, child, false); });
    group = group && !absent(record, unit, language::nobody, true);
    if (children.empty() && !group) return;
  }
  Seen fact;
  fact.at = unit.at;
  for (const form::Cell* cell : {seen, alone, day}) {
    if (cell != nullptr && !fact.dated) date_seen(record, cell->at, fact);
  }
  if (!fact.dated) date_seen(record, unit.at, fact);
  fact.alone = aloneness(record, unit.at, true, &fact.alone_at);
  // "Mateusz and M. Oyelaran only": a list of who was there that closes with "only" leaves the family out.
  const form::Cell* present = record.cell(unit, {"who"});
  if (present != nullptr && fact.alone == Aloneness::unsaid && record.has(present->at, "seen.only") &&
      record.person(present->at, {Role::parent, Role::relative, Role::sibling}) < 0) {
    fact.alone = Aloneness::alone;
    fact.alone_at = present->at;
  }
  if (seen != nullptr) {
    YesNo answer = yes_no(record, unit, seen->at);
    if (answer == YesNo::no || (answer == YesNo::neither && record.blank(seen->at))) fact.seen = false;
  }
  if (alone != nullptr) {
    YesNo answer = yes_no(record, unit, alone->at);
    if (answer == YesNo::yes) fact.alone = Aloneness::alone;
    if (answer == YesNo::no && fact.alone != Aloneness::reason_why_not) fact.alone = Aloneness::not_alone;
    if (answer == YesNo::neither && record.blank(alone->at)) fact.alone = Aloneness::unsaid;
  }
  if (children.size() < 2) return add_seen(record, children, group && children.empty(), fact, facts);
  // Of several children each may have a sentence: "Ugne on her own. Lukas is shy, so with his mother."
  for (EntityId child : children) {
    Seen own = fact;
    for (const language::Sentence& sentence : record.language.sentences_over(unit.at)) {
      bool plural = false;
      if (!unit.at.contains(sentence.at) || sentence.at.size() == unit.at.size()) continue;
      if (children_in(record, sentence.at, plural) != std::vector<EntityId>{child}) continue;
      base::Span words;
      Aloneness said = aloneness(record, sentence.at, true, &words);
      if (said == Aloneness::unsaid) continue;
      own.alone = said;
      own.alone_at = words;
    }
    add_seen(record, {child}, false, own, facts);
  }
}

// A seeing without a date on a visit that the record dates once for all is dated by it.
void date_by_visits(const Gathering& record, Facts& facts) {
  bool visits = false;
  for (const RecordDate& date : facts.dates) {
    visits = visits || (record.is_field(date.field, {"visit-date"}) && date.day != language::no_day);
  }
  for (const Seen& seen : facts.seen) visits = visits || (seen.dated && seen.when != language::no_day);
  if (!visits) return;
  for (Seen& seen : facts.seen) {
    if (seen.seen && record.has(seen.at, "seen.visit-reference")) seen.dated = true;
  }
}

// What was seen long before the referral (a core assessment may name its own, later one) was not seen for this
// assessment.
void drop_earlier(const Gathering& record, Facts& facts) {
  const Day referred = referred_on(record, facts);
  if (referred == language::no_day) return;
  std::erase_if(facts.seen,
                [&](const Seen& seen) { return seen.when != language::no_day && seen.when < referred - 60; });
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
  gather_seen_told(record, facts);
  read_around(record, facts);
  date_by_visits(record, facts);
  drop_earlier(record, facts);
}

}  // namespace facts
