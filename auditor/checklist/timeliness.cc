#include "checklist/timeliness.h"

namespace checklist {

using facts::RecordDate;
using language::Day;
using language::no_day;

namespace {

// The record's date for the first of some fields that has a usable one.
const RecordDate* date_for(const Record& record, const std::vector<lexicon::FieldId>& fields) {
  for (lexicon::FieldId field : fields) {
    for (const RecordDate& date : record.facts.dates) {
      if (date.field == field && date.day != no_day && !date.impossible) return &date;
    }
  }
  return nullptr;
}

}  // namespace

Measured measured(const Record& record, const std::vector<TimeLimit>& limits) {
  Measured out;
  bool typed = false;
  for (const TimeLimit& limit : limits) {
    if (limit.type != record.facts.type) continue;
    typed = true;
    const RecordDate* from = date_for(record, limit.from);
    const RecordDate* to = date_for(record, limit.to);
    Day anchor = from != nullptr ? from->day : to != nullptr ? to->day : no_day;
    if (anchor != no_day &&
        ((limit.since != no_day && anchor < limit.since) || (limit.until != no_day && anchor > limit.until))) {
      continue;
    }
    // Completion before the start counts as missing.
    if (from != nullptr && to != nullptr && to->day < from->day) to = nullptr;
    out.from = from;
    out.to = to;
    out.limit = limit.days;
    if (from == nullptr && to == nullptr) return out;
    if (from == nullptr || to == nullptr) {
      out.timing = Timing::one_missing;
      return out;
    }
    out.days = record.calendar.working_days(from->day, to->day);
    out.timing = out.days <= limit.days ? Timing::in_time : Timing::late;
    return out;
  }
  for (const RecordDate& date : record.facts.dates) {
    if (date.day == no_day || date.impossible) continue;
    if (out.from == nullptr || date.day < out.from->day) out.from = &date;
    if (out.to == nullptr || date.day > out.to->day) out.to = &date;
  }
  if (out.from != nullptr && !typed) out.timing = Timing::no_limit;
  return out;
}

}  // namespace checklist
