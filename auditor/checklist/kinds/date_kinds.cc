// <timeliness>, <doubtful-date>, <missing>: the record's own dates and the fields it cannot do without.
#include "checklist/kinds/conditions.h"

namespace checklist::kinds {
namespace {

using facts::RecordDate;
using language::Day;
using language::no_day;

bool in_table(const std::vector<bool>& table, std::size_t id) { return id < table.size() && table[id]; }

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
    if (anchor != no_day && ((limit.since != no_day && anchor < limit.since) ||
                             (limit.until != no_day && anchor > limit.until))) {
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
      case Timing::in_time: return "within the limit";
      case Timing::late: return "later than the limit";
      case Timing::one_missing: return "one date is missing";
      case Timing::no_limit: return "no limit is known for this type of record";
      case Timing::missing: return "no dates";
    }
    return "";
  }
};

class DoubtfulDate : public Query {
 public:
  std::vector<lexicon::FieldId> starts, ends;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    auto add = [&](base::Span at, const char* why) {
      Candidate c;
      c.at = at;
      c.name = why;
      out.push_back(std::move(c));
    };
    const RecordDate* start = date_of(record, starts);
    const RecordDate* end = date_of(record, ends);
    if (start != nullptr && end != nullptr && end->day < start->day) add(end->at, "completion before the start");
    for (const language::Date& date : record.language.dates) {
      if (date.impossible) add(date.at, "there is no such day");
    }
    if (end == nullptr || (start != nullptr && end->day < start->day)) return out;
    for (const facts::Seen& seen : record.facts.seen) {
      if (seen.seen && seen.when != no_day && seen.when > end->day) add(seen.at, "a visit after completion");
    }
    return out;
  }
  Found find(const Record& record, const Scope& scope) const override {
    Found out = found_of(candidates(record, scope));
    if (out.holds) out.words["names"] = out.evidence.front().name;
    return out;
  }
  std::string describe() const override { return "a date that is impossible or does not fit the record"; }

 private:
  static const RecordDate* date_of(const Record& record, const std::vector<lexicon::FieldId>& fields) {
    for (lexicon::FieldId field : fields) {
      for (const RecordDate& date : record.facts.dates) {
        if (date.field == field && date.day != no_day) return &date;
      }
    }
    return nullptr;
  }
};

class Missing : public Query {
 public:
  std::vector<bool> fields;
  bool marked = false;  // labels with an asterisk too
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<bool> filled;
    for (const form::Unit& unit : record.form.units) note_filled(record, unit, filled);
    std::vector<Candidate> out;
    for (const form::Unit& unit : record.form.units) {
      if (unit.kind != form::UnitKind::field && unit.kind != form::UnitKind::question) {
        cells(record, unit, filled, out);
        continue;
      }
      bool wanted = in_table(fields, unit.field) && !in_table(filled, unit.field);
      bool starred = marked && unit.label.of(record.document.text).find('*') != std::string_view::npos;
      if (unit.blank && (wanted || starred)) add(record, unit.at, unit.label, out);
    }
    return out;
  }
  Found find(const Record& record, const Scope& scope) const override {
    Found out = found_of(candidates(record, scope));
    for (const Candidate& c : out.evidence) {
      std::string& names = out.words["names"];
      names += (names.empty() ? "" : ", ") + c.name;
    }
    return out;
  }
  std::string describe() const override { return written; }

 private:
  static void note_filled(const Record& record, const form::Unit& unit, std::vector<bool>& filled) {
    auto set = [&](lexicon::FieldId field) {
      if (filled.size() <= field) filled.resize(field + 1u, false);
      filled[field] = true;
    };
    if (!unit.blank && unit.field != 0) set(unit.field);
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      if (!form::is_blank_value(cell.at.of(record.document.text), record.lexicon)) set(cell.field);
    }
  }
  void cells(const Record& record, const form::Unit& unit, const std::vector<bool>& filled,
             std::vector<Candidate>& out) const {
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      if (!in_table(fields, cell.field) || in_table(filled, cell.field)) continue;
      if (!form::is_blank_value(cell.at.of(record.document.text), record.lexicon)) continue;
      add(record, unit.at, cell.heading, out);
    }
  }
  static void add(const Record& record, base::Span at, base::Span label, std::vector<Candidate>& out) {
    Candidate c;
    c.at = quotable(record, at);
    c.name = words_at(record, label);
    out.push_back(std::move(c));
  }
};

std::vector<lexicon::FieldId> ids_of(Attributes& a, std::string_view name, const Compiling& compiling) {
  std::vector<lexicon::FieldId> out;
  for (const std::string& word : a.words(name)) {
    lexicon::FieldId id = compiling.lexicon.find_field(word);
    if (id == 0) a.fail("there is no field '" + word + "'", "define it in a lexicon");
    out.push_back(id);
  }
  return out;
}

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

base::Result<QueryPointer> make_doubtful_date(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<DoubtfulDate>();
  query->starts = ids_of(a, "starts", compiling);
  query->ends = ids_of(a, "ends", compiling);
  if (base::Status status = a.finish(); !status) return status.error();
  return QueryPointer(query);
}

base::Result<QueryPointer> make_missing(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<Missing>();
  std::vector<std::string> names = a.words("fields");
  query->fields = fields_named(names, a, compiling);
  query->marked = a.yes_no("marked").value_or(false);
  query->written = "a blank field that the record cannot do without";
  if (base::Status status = a.finish(); !status) return status.error();
  return QueryPointer(query);
}

}  // namespace checklist::kinds
