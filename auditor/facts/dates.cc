// The record's own dates: from labels and columns; where a label is missing, from sentences that say as much.
#include <algorithm>
#include <array>

#include "facts/contribution.h"
#include "facts/parts.h"
#include "form/text.h"

namespace facts {
namespace {

using language::no_day;

constexpr std::size_t label_words = 10;  // more than that is no label of a date
constexpr std::size_t value_words = 14;
constexpr std::size_t words_before_date = 8;  // the label, "at", a day of the week
constexpr std::size_t head_units = 25;
constexpr std::size_t period_words = 20;
constexpr std::size_t longest_salutation = 8;  // words
constexpr std::size_t longest_date = 5;        // words of a line that is a date
constexpr std::size_t foot_units = 6;
constexpr std::array<std::string_view, 10> date_fields = {
    "referral-date",   "contact-date",       "start-date",  "completion-date", "strategy-date",
    "conference-date", "authorisation-date", "review-date", "visit-date",      "decision-date"};

bool is_date_field(const Gathering& record, lexicon::FieldId field) {
  if (field == 0) return false;
  std::string_view name = record.lexicon.field_name(field);
  return std::find(date_fields.begin(), date_fields.end(), name) != date_fields.end();
}

// Days written in a stretch, in order.
std::vector<language::Date> days_in(const Gathering& record, base::Span at) {
  std::vector<language::Date> out;
  const std::vector<language::Date>& dates = record.language.dates;
  auto d = std::lower_bound(dates.begin(), dates.end(), at.begin,
                            [](const language::Date& each, std::uint32_t offset) { return each.at.begin < offset; });
  for (; d != dates.end() && d->at.begin < at.end; ++d) {
    const language::Date& date = *d;
    if (date.at.end > at.end || !date.has_day || date.day == no_day) continue;
    // "Written for Kay Marsh (born 14 February 2012)"
    constexpr std::uint32_t beside = 8;  // bytes: "(born on"
    base::Span before{date.at.begin > at.begin + beside ? date.at.begin - beside : at.begin, date.at.begin};
    if (!record.has(before, "label.birth")) out.push_back(date);
  }
  return out;
}

void add_day(lexicon::FieldId field, base::Span at, language::Day day, Facts& facts) {
  RecordDate fact;
  fact.field = field;
  fact.at = at;
  fact.day = day;
  facts.dates.push_back(fact);
}

void add(const Gathering& record, lexicon::FieldId field, base::Span at, base::Span value, bool blank, Facts& facts) {
  RecordDate fact;
  fact.field = field;
  fact.at = at;
  fact.blank = blank;
  if (const language::Date* date = record.date(value, true)) {
    fact.day = date->impossible ? no_day : date->day;
    fact.impossible = date->impossible;
    fact.blank = false;
  } else if (!blank) {
    return;  // a label with words and no date tells no date: "Referrer: see above"
  }
  facts.dates.push_back(fact);
}

bool known(const Facts& facts, lexicon::FieldId field) {
  for (const RecordDate& date : facts.dates) {
    if (date.field == field && date.day != no_day) return true;
  }
  return false;
}

// "Ended 21.10.2011", "Map made 13/11 to 19/01/2018": labels that the form's fields do not name, of the family
// "date-label"; its attribute "to" is the field of a second date, where there is one.
void from_label(const Gathering& record, const form::Unit& unit, base::Span label, base::Span value, Facts& facts) {
  if (label.empty() || record.words(label) > label_words || record.words(value) > value_words) return;
  std::vector<language::Date> days = days_in(record, value);
  if (days.empty()) return;
  for (lexicon::ConceptId id : record.lexicon.family("date-label")) {
    if (!record.language.scan.has(label, id)) continue;
    lexicon::FieldId field = record.lexicon.find_field(record.lexicon.attribute(id, "field"));
    lexicon::FieldId to = record.lexicon.find_field(record.lexicon.attribute(id, "to"));
    if (to != 0 && days.size() < 2) continue;
    if (field != 0) add_day(field, unit.at, days.front().day, facts);
    if (to != 0) add_day(to, unit.at, days.back().day, facts);
    return;
  }
}

// "6. Date and time of strategy discussion" set as a heading, its day in the line below.
void from_heading(const Gathering& record, std::size_t index, Facts& facts) {
  const form::Unit& unit = record.form.units[index];
  if (unit.section < 0 || unit.kind != form::UnitKind::prose || record.words(unit.at) > value_words) return;
  const base::Span heading = record.form.sections[static_cast<std::size_t>(unit.section)].heading;
  const bool first = index == 0 || record.form.units[index - 1].section != unit.section ||
                     record.form.units[index - 1].kind == form::UnitKind::heading;
  if (!first || heading.empty() || record.words(heading) > label_words || heading.end > unit.at.begin) return;
  const lexicon::FieldId field = record.lexicon.field_of(record.text(heading));
  if (is_date_field(record, field)) {
    add(record, field, unit.at, unit.at, false, facts);
  } else {
    from_label(record, unit, heading, unit.at, facts);
  }
}

// "Referred by: Mr Dunnett, 07/03/2022": the referral's date stands with who made it.
void from_referrer(const Gathering& record, Facts& facts) {
  lexicon::FieldId referral = record.lexicon.find_field("referral-date");
  if (referral == 0 || known(facts, referral)) return;
  for (const form::Unit& unit : record.form.units) {
    if (!record.is_field(unit.field, {"referrer"}) || unit.blank) continue;
    std::vector<language::Date> days = days_in(record, unit.value.empty() ? unit.at : unit.value);
    if (!days.empty()) return add_day(referral, unit.at, days.front().day, facts);
  }
}

// "Assessment begun / finished: 15.1.08 / 22.1.08", "Written by / finished: N. S., 26 May": a label of several parts,
// with as many dates as there are parts that name one.
bool from_parts(const Gathering& record, const form::Unit& unit, base::Span value, Facts& facts) {
  std::string_view label = record.text(unit.label);
  if (label.find('/') == std::string_view::npos || record.words(unit.label) > label_words) return false;
  std::vector<lexicon::FieldId> fields;
  for (std::size_t from = 0; from <= label.size();) {
    std::size_t cut = std::min(label.find('/', from), label.size());
    lexicon::FieldId field = record.lexicon.field_of(label.substr(from, cut - from));
    if (is_date_field(record, field)) fields.push_back(field);
    from = cut + 1;
  }
  std::vector<language::Date> days = days_in(record, value);
  if (fields.empty() || days.size() != fields.size()) return false;
  for (std::size_t i = 0; i < days.size(); ++i) add_day(fields[i], unit.at, days[i].day, facts);
  return true;
}

// A letter's own date stands in a line by itself near its head, before "Dear ...".
void from_letterhead(const Gathering& record, Facts& facts) {
  lexicon::FieldId completion = record.lexicon.find_field("completion-date");
  if (completion == 0 || known(facts, completion)) return;
  const language::Date* date = nullptr;
  base::Span at;
  const auto& units = record.form.units;
  for (std::size_t i = 0; i < units.size() && i < head_units; ++i) {
    if (record.has(units[i].at, "record.letter-opening") && record.words(units[i].at) <= longest_salutation) {
      if (date != nullptr) add_day(completion, at, date->day, facts);
      return;
    }
    // "Sent: 14 July 2015 14:31"
    if (units[i].kind == form::UnitKind::field && record.has(units[i].label, "record.sent-label") && date == nullptr) {
      date = record.date(units[i].value);
      at = units[i].at;
    }
    if (units[i].kind != form::UnitKind::prose) continue;
    for (base::Span line : form::lines_of(units[i].at, record.document.text)) {
      const language::Date* found = record.words(line) <= longest_date ? record.date(line) : nullptr;
      if (found == nullptr || found->at.size() * 3 < line.size() * 2) continue;
      date = found;
      at = line;
    }
  }
}

// Whether a stretch speaks of another kind of record: "Initial assessment ended ..." in a core assessment.
bool of_other_record(const Gathering& record, base::Span at, const std::string& type) {
  lexicon::ConceptId own = record.lexicon.find_concept("type." + type);
  if (own == 0) return false;
  std::vector<bool> types = record.lexicon.family_table("type");
  bool other = false;
  for (const lexicon::Hit& hit : record.language.scan.within(at)) {
    if (hit.concept_id == own) return false;
    other = other || (types[hit.concept_id] && hit.last > hit.first);
  }
  return other;
}

// The label of a date at the head of a fragment, of the family "date-label", with the date close behind it.
lexicon::FieldId labels_date(const Gathering& record, base::Span at, const language::Date*& date) {
  const language::Date* found = record.date(at);
  if (found == nullptr || record.words({at.begin, found->at.begin}) > words_before_date) return 0;
  if (days_in(record, {at.begin, found->at.end}).empty()) return 0;  // a birth date
  // Scanned by itself: the fragment may follow another one in its line.
  lexicon::Scan scan = record.lexicon.scan(record.text({at.begin, found->at.begin}));
  for (lexicon::ConceptId id : record.lexicon.family("date-label")) {
    if (!record.lexicon.attribute(id, "to").empty()) continue;
    for (const lexicon::Hit& hit : scan.hits) {
      if (hit.concept_id != id || hit.first > 0) continue;
      date = found;
      return record.lexicon.find_field(record.lexicon.attribute(id, "field"));
    }
  }
  return 0;
}

// Sentences, cut again at the marks that part the entries of a line.
std::vector<base::Span> fragments_of(const Gathering& record, base::Span whole) {
  std::vector<base::Span> out;
  for (base::Span sentence : form::sentences_of(whole, record.document.text)) {
    std::uint32_t from = sentence.begin;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      std::string_view rest = record.text({i, sentence.end});
      bool cut = false;
      for (std::string_view mark : {" \xC2\xB7 ", " | ", "; ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
        if (rest.substr(0, mark.size()) != mark) continue;
        out.push_back({from, i});
        from = i + static_cast<std::uint32_t>(mark.size());
        cut = true;
        break;
      }
      if (cut) i = from - 1;
    }
    if (from < sentence.end) out.push_back({from, sentence.end});
  }
  return out;
}

// "Written by D. P., family practitioner, 9 January to 10 March 2023".
void from_period(const Gathering& record, base::Span at, Facts& facts) {
  lexicon::FieldId start = record.lexicon.find_field("start-date");
  lexicon::FieldId completion = record.lexicon.find_field("completion-date");
  std::vector<language::Date> days = days_in(record, at);
  if (days.size() != 2 || known(facts, start) || known(facts, completion) || record.words(at) > period_words) return;
  std::string_view between = record.text({days[0].at.end, days[1].at.begin});
  if (between != " to " && between != " - " && between != " \xE2\x80\x93 " && between != " until ") return;
  if (!record.has(at, "record.written-by") || days[1].day < days[0].day) return;
  add_day(start, at, days[0].day, facts);
  add_day(completion, at, days[1].day, facts);
}

// "Core started 24.01.2012. Core completed 09.03.2012.": fragments at the head or the foot of a record, where nothing
// is told of what happened.
void from_fragments(const Gathering& record, Facts& facts) {
  const auto& units = record.form.units;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const form::Unit& unit = units[i];
    if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::row) continue;
    bool edge = i < head_units || i + foot_units >= units.size();
    if (!edge && !record.in_section(unit, {"details", "visits", "manager", "outcome", "reason"})) continue;
    if (nearest_section(record, unit, {"previous", "history", "chronology", "plan", "agencies", "review"})) continue;
    for (base::Span at : fragments_of(record, unit.at)) {
      if (i < head_units) from_period(record, at, facts);
      // Two in one line: "Begun 7 February 2011 Ended 25 March 2011".
      for (int most = 4; most > 0; --most) {
        const language::Date* date = nullptr;
        lexicon::FieldId field = labels_date(record, at, date);
        if (field == 0) break;
        base::Span own{at.begin, date->at.end};
        if (!known(facts, field) && !of_other_record(record, own, facts.type)) add_day(field, own, date->day, facts);
        at.begin = date->at.end;
        while (at.begin < at.end &&
               std::string_view(" ,;.\n\t-").find(record.document.text[at.begin]) != std::string_view::npos)
          ++at.begin;
        if (at.empty()) break;
      }
    }
  }
}

// "The referral was received on 4 June 2018": what a concept of the family "record-date" says, with a date beside it.
void from_sentences(const Gathering& record, Facts& facts) {
  for (lexicon::ConceptId id : record.lexicon.family("record-date")) {
    lexicon::FieldId field = record.lexicon.find_field(record.lexicon.attribute(id, "field"));
    if (field == 0 || known(facts, field)) continue;
    for (const language::Sentence& sentence : record.language.sentences) {
      if (!record.language.scan.has(sentence.at, id)) continue;
      const form::Unit& unit = record.form.units[sentence.unit];
      if (nearest_section(record, unit, {"previous", "history", "chronology", "plan"})) continue;
      // "It was begun on 7 February and I finished it on 25 March": the date behind the words goes with them.
      const language::Date* date = nullptr;
      for (const lexicon::Hit& hit : record.language.scan.within(sentence.at)) {
        if (hit.concept_id == id && date == nullptr) date = record.date({hit.at.end, sentence.at.end});
      }
      if (date == nullptr) date = record.date(sentence.at);
      if (date == nullptr) continue;
      add_day(field, sentence.at, date->day, facts);
      break;
    }
  }
}

// "Date initial assessment completed" in a core assessment is another record's date.
void drop_other_records(const Gathering& record, Facts& facts) {
  std::erase_if(facts.dates, [&](const RecordDate& date) {
    return record.is_field(date.field, {"completion-date", "start-date"}) &&
           of_other_record(record, date.at, facts.type);
  });
}

}  // namespace

void gather_dates(const Gathering& record, Facts& facts) {
  for (std::size_t u = 0; u < record.form.units.size(); ++u) {
    const form::Unit& unit = record.form.units[u];
    if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) continue;
    from_heading(record, u, facts);
    base::Span value = unit.value.empty() ? base::Span{unit.label.end, unit.at.end} : unit.value;
    if (unit.kind == form::UnitKind::field && !unit.blank && from_parts(record, unit, value, facts)) {
      continue;
    }
    if (is_date_field(record, unit.field)) {
      add(record, unit.field, unit.at, value, unit.blank, facts);
    } else if (unit.kind == form::UnitKind::field && !unit.blank) {
      from_label(record, unit, unit.label, value, facts);
    }
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      // A visits table has a date in every row: those are seeings, not the record's own dates.
      if (is_date_field(record, cell.field)) {
        if (record.is_field(cell.field, {"visit-date"})) continue;
        // A plan's column "Start" tells when an action is to begin.
        if (record.is_field(cell.field, {"start-date", "completion-date"}) &&
            nearest_section(record, unit, {"plan", "contingency", "review"})) {
          continue;
        }
        add(record, cell.field, cell.at, cell.at, record.blank(cell.at), facts);
      } else if (!record.blank(cell.at)) {
        from_label(record, unit, cell.heading, cell.at, facts);
      }
    }
  }
  from_fragments(record, facts);
  drop_other_records(record, facts);
  from_referrer(record, facts);
  from_sentences(record, facts);
  from_letterhead(record, facts);
}

}  // namespace facts
