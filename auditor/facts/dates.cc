// The record's own dates: from labels and columns; where a label is missing, from sentences that say as much.
#include <array>

#include "facts/parts.h"

namespace facts {
namespace {

using language::no_day;

constexpr std::array<std::string_view, 10> date_fields = {
    "referral-date",   "contact-date",       "start-date",  "completion-date", "strategy-date",
    "conference-date", "authorisation-date", "review-date", "visit-date",      "decision-date"};

bool is_date_field(const Gathering& record, lexicon::FieldId field) {
  if (field == 0) return false;
  std::string_view name = record.lexicon.field_name(field);
  for (std::string_view wanted : date_fields) {
    if (name == wanted) return true;
  }
  return false;
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

// "The referral was received on 4 June 2018": what a concept of the family "record-date" says, with a date beside it.
void from_sentences(const Gathering& record, Facts& facts) {
  for (lexicon::ConceptId id : record.lexicon.family("record-date")) {
    std::string_view name = record.lexicon.attribute(id, "field");
    lexicon::FieldId field = record.lexicon.find_field(name);
    if (field == 0 || known(facts, field)) continue;
    for (const language::Sentence& sentence : record.language.sentences) {
      if (!record.language.scan.has(sentence.at, id)) continue;
      const language::Date* date = record.date(sentence.at);
      if (date == nullptr) continue;
      RecordDate fact;
      fact.field = field;
      fact.at = sentence.at;
      fact.day = date->day;
      facts.dates.push_back(fact);
      break;
    }
  }
}

}  // namespace

void gather_dates(const Gathering& record, Facts& facts) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) continue;
    if (is_date_field(record, unit.field)) {
      base::Span value = unit.value.empty() ? base::Span{unit.label.end, unit.at.end} : unit.value;
      add(record, unit.field, unit.at, value, unit.blank, facts);
    }
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      // A visits table has a date in every row: those are seeings, not the record's own dates.
      if (!is_date_field(record, cell.field) || record.is_field(cell.field, {"visit-date"})) continue;
      add(record, cell.field, cell.at, cell.at, record.blank(cell.at), facts);
    }
  }
  from_sentences(record, facts);
}

}  // namespace facts
