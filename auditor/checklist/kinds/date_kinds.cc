// <timeliness>: working days between the record's own dates against the limit for its type.
#include "checklist/kinds/conditions.h"

namespace checklist::kinds {
namespace {

using facts::RecordDate;
using language::Day;
using language::no_day;

// The record's date for the first of some fields that has a usable one.
const RecordDate* date_for(const Record& record, const std::vector<lexicon::FieldId>& fields) {
  for (lexicon::FieldId field : fields) {
    for (const RecordDate& date : record.facts.dates) {
      if (date.field == field && date.day != no_day && !date.impossible) return &date;
    }
  }
  return nullptr;
}

enum class Timing : std::uint8_t { in_time, late, one_missing, no_limit, missing };

struct Measured {
  Timing timing = Timing::missing;
  const RecordDate* from = nullptr;
  const RecordDate* to = nullptr;
  int days = 0;
  int limit = 0;
};

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

class TimelinessQuery : public Query {
 public:
  std::vector<TimeLimit> limits;
  std::uint32_t wanted = 0;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    Measured m = measured(record, limits);
    for (const RecordDate* date : {m.from, m.to}) {
      if (date == nullptr) continue;
      Candidate c;
      c.at = quotable(record, date->at);
      if ((wanted & (1u << static_cast<unsigned>(m.timing))) == 0) {
        c.fail(Condition::shape);
        c.why = why(m.timing);
      }
      out.push_back(std::move(c));
    }
    return out;
  }
  Found find(const Record& record, const Scope& scope) const override {
    Measured m = measured(record, limits);
    Found out = found_of(candidates(record, scope));
    out.holds = (wanted & (1u << static_cast<unsigned>(m.timing))) != 0;
    out.words["days"] = std::to_string(m.days);
    out.words["limit"] = std::to_string(m.limit);
    if (m.from != nullptr) out.words["from"] = language::in_words(m.from->day);
    if (m.to != nullptr) out.words["to"] = language::in_words(m.to->day);
    return out;
  }
  std::string describe() const override { return written; }

 private:
  static const char* why(Timing timing) {
    switch (timing) {
      case Timing::in_time:
        return "within the limit";
      case Timing::late:
        return "later than the limit";
      case Timing::one_missing:
        return "one date is missing";
      case Timing::no_limit:
        return "no limit is known for this type of record";
      case Timing::missing:
        return "no dates";
    }
    return "";
  }
};

}  // namespace

base::Result<QueryPointer> make_timeliness(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<TimelinessQuery>();
  auto bit = [](Timing value) { return 1u << static_cast<unsigned>(value); };
  query->limits = compiling.limits;
  query->wanted = a.choice("is",
                           {{"in-time", bit(Timing::in_time)},
                            {"late", bit(Timing::late)},
                            {"one-missing", bit(Timing::one_missing)},
                            {"no-limit", bit(Timing::no_limit)},
                            {"missing", bit(Timing::missing)}},
                           bit(Timing::in_time));
  query->written = "working days from start to completion: " + a.text("is", "in-time");
  if (base::Status status = a.finish(); !status) return status.error();
  return QueryPointer(query);
}

}  // namespace checklist::kinds
