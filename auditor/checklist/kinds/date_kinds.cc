// <timeliness>: working days between the record's own dates against the limit for its type.
#include "checklist/kinds/conditions.h"
#include "checklist/timeliness.h"

namespace checklist::kinds {
namespace {

class TimelinessQuery : public Query {
 public:
  const std::vector<TimeLimit>* limits = nullptr;  // the program's, which this query is part of
  std::uint32_t wanted = 0;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    Measured m = measured(record, *limits);
    for (const facts::RecordDate* date : {m.from, m.to}) {
      if (date == nullptr) continue;
      Candidate c;
      c.at = quotable(record, date->at);
      if ((wanted & (1u << static_cast<unsigned>(m.timing))) == 0) {
        c.fail(Condition::shape);
        c.why = why(m.timing);
      }
      out.push_back(c);
    }
    return out;
  }
  Found find(const Record& record, const Scope& scope) const override {
    Measured m = measured(record, *limits);
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
  query->limits = &compiling.limits;
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
