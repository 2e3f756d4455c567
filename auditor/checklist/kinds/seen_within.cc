// <seen-within>: working days from a day of the record's own to the first day on which a subject child was seen.
#include <algorithm>

#include "checklist/kinds/conditions.h"
#include "checklist/timeliness.h"

namespace checklist::kinds {
namespace {

enum class Told : std::uint8_t { in_time, late, untold };

class SeenWithinQuery : public Query {
 public:
  std::vector<lexicon::FieldId> from;  // the first of them that has a day counts
  int limit = 0;                       // working days; the first day is day 0
  std::uint32_t wanted = 0;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    const Counted counted = count(record);
    std::vector<Candidate> out;
    for (base::Span at : {counted.seen_at, counted.from_at}) {
      if (at.empty()) continue;
      Candidate c;
      c.at = quotable(record, at);
      if (!holds(counted)) {
        c.fail(Condition::shape);
        c.why = counted.told == Told::late     ? "later than the limit"
                : counted.told == Told::untold ? "no day to count from"
                                               : "within the limit";
      }
      out.push_back(c);
    }
    return out;
  }
  Found find(const Record& record, const Scope& scope) const override {
    const Counted counted = count(record);
    Found out = found_of(candidates(record, scope));
    out.holds = holds(counted);
    out.words["days"] = std::to_string(counted.days);
    out.words["limit"] = std::to_string(limit);
    if (counted.from_day != language::no_day) out.words["from"] = language::in_words(counted.from_day);
    return out;
  }
  std::string describe() const override { return written; }

 private:
  struct Counted {
    Told told = Told::untold;
    bool seen = false;  // on a day that is told
    base::Span seen_at, from_at;
    language::Day from_day = language::no_day;
    int days = 0;
  };

  bool holds(const Counted& counted) const {
    return counted.seen && (wanted & (1u << static_cast<unsigned>(counted.told))) != 0;
  }

  Counted count(const Record& record) const {
    Counted out;
    for (lexicon::FieldId field : from) {
      auto date =
          std::find_if(record.facts.dates.begin(), record.facts.dates.end(), [&](const facts::RecordDate& each) {
            return each.field == field && each.day != language::no_day && !each.impossible;
          });
      if (date == record.facts.dates.end()) continue;
      out.from_day = date->day;
      out.from_at = date->at;
      break;
    }
    language::Day first = language::no_day;
    for (const facts::Seen& each : record.facts.seen) {
      // A seeing before the day to count from is of other work.
      if (!each.seen || each.when == language::no_day || (out.from_day != language::no_day && each.when < out.from_day))
        continue;
      if (first != language::no_day && first <= each.when) continue;
      first = each.when;
      out.seen_at = each.at;
    }
    out.seen = first != language::no_day;
    if (!out.seen || out.from_day == language::no_day) return out;
    out.days = record.calendar.working_days(out.from_day, first);
    out.told = out.days <= limit ? Told::in_time : Told::late;
    return out;
  }
};

}  // namespace

base::Result<QueryPointer> make_seen_within(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<SeenWithinQuery>();
  auto bit = [](Told value) { return 1u << static_cast<unsigned>(value); };
  for (const std::string& name : a.words("from")) {
    lexicon::FieldId field = compiling.lexicon.find_field(name);
    if (field == 0) a.fail("there is no field '" + name + "'", "name one of the lexicons' fields");
    query->from.push_back(field);
  }
  query->limit = static_cast<int>(a.range("days").least);
  query->wanted =
      a.choice("is", {{"in-time", bit(Told::in_time)}, {"late", bit(Told::late)}, {"untold", bit(Told::untold)}},
               bit(Told::in_time));
  query->written =
      "the child first seen within " + std::to_string(query->limit) + " working days: " + a.text("is", "in-time");
  if (base::Status status = a.finish(); !status) return status.error();
  return QueryPointer(query);
}

}  // namespace checklist::kinds
