// The record's own dates: from labels and columns; where a label is missing, from sentences that say as much.
#include <algorithm>
#include <array>

#include "facts/contribution.h"
#include "facts/parts.h"

namespace facts {
namespace {

using language::no_day;

constexpr std::size_t label_words = 10;  // more than that is no label of a date
constexpr std::size_t value_words = 14;
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
  for (const language::Date& date : record.language.dates) {
    if (date.at.begin >= at.end) break;
    if (date.at.begin >= at.begin && date.at.end <= at.end && date.has_day && date.day != no_day) out.push_back(date);
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

// "The referral was received on 4 June 2018": what a concept of the family "record-date" says, with a date beside it.
void from_sentences(const Gathering& record, Facts& facts) {
  for (lexicon::ConceptId id : record.lexicon.family("record-date")) {
    lexicon::FieldId field = record.lexicon.find_field(record.lexicon.attribute(id, "field"));
    if (field == 0 || known(facts, field)) continue;
    for (const language::Sentence& sentence : record.language.sentences) {
      if (!record.language.scan.has(sentence.at, id)) continue;
      const form::Unit& unit = record.form.units[sentence.unit];
      if (nearest_section(record, unit, {"previous", "history", "chronology", "plan"})) continue;
      const language::Date* date = record.date(sentence.at);
      if (date == nullptr) continue;
      add_day(field, sentence.at, date->day, facts);
      break;
    }
  }
}

// "Date initial assessment completed" in a core assessment is another record's date.
void drop_other_records(const Gathering& record, Facts& facts) {
  lexicon::ConceptId own = record.lexicon.find_concept("type." + facts.type);
  if (own == 0) return;
  std::vector<bool> types = record.lexicon.family_table("type");
  std::erase_if(facts.dates, [&](const RecordDate& date) {
    if (!record.is_field(date.field, {"completion-date", "start-date"})) return false;
    bool other = false;
    for (const lexicon::Hit& hit : record.language.scan.within(date.at)) {
      if (hit.concept_id == own) return false;
      other = other || (types[hit.concept_id] && hit.last > hit.first);
    }
    return other;
  });
}

}  // namespace

void gather_dates(const Gathering& record, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) continue;
    base::Span value = unit.value.empty() ? base::Span{unit.label.end, unit.at.end} : unit.value;
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
        add(record, cell.field, cell.at, cell.at, record.blank(cell.at), facts);
      } else if (!record.blank(cell.at)) {
        from_label(record, unit, cell.heading, cell.at, facts);
      }
    }
  }
  drop_other_records(record, facts);
  from_referrer(record, facts);
  from_sentences(record, facts);
}

}  // namespace facts
