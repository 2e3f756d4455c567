// <doubtful-date>: dates that cannot be, or that do not fit the record they stand in.
#include <algorithm>

#include "checklist/kinds/conditions.h"

namespace checklist::kinds {
namespace {

using facts::RecordDate;
using language::Day;
using language::no_day;

// The words of a date's label that tell which of several assessments it is of: "core", "initial".
std::vector<std::string> label_words(const Record& record, base::Span at) {
  std::vector<std::string> out;
  auto [first, last] = record.language.scan.range(at);
  for (std::size_t i = first; i < last; ++i) {
    const lexicon::Token& token = record.language.scan.tokens[i];
    if (token.kind == lexicon::TokenKind::number) break;
    if (token.kind == lexicon::TokenKind::word) out.push_back(lexicon::folded_word(token.at.of(record.document.text)));
  }
  return out;
}

// Where each label has a word of `kinds` that the other lacks ("core" against "initial") they are of two assessments.
bool of_one_assessment(const Record& record, const RecordDate& a, const RecordDate& b) {
  static constexpr std::string_view kinds[] = {"initial", "core", "single", "strategy", "conference"};
  std::vector<std::string> one = label_words(record, a.at), two = label_words(record, b.at);
  auto lacks = [](const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) == words.end();
  };
  bool one_alone = false, two_alone = false;
  for (std::string_view kind : kinds) {
    one_alone = one_alone || (!lacks(one, kind) && lacks(two, kind));
    two_alone = two_alone || (!lacks(two, kind) && lacks(one, kind));
  }
  return !one_alone || !two_alone;
}

constexpr std::size_t date_reach = 3;     // words between what happened and its date
constexpr std::int32_t beside_units = 3;  // a start's date and its end's stand so close in a form
constexpr Day soon = 60;                  // days after the end: a later one is more likely of another year

class DoubtfulDate : public Query {
 public:
  std::vector<bool> starts, ends, births;
  std::vector<bool> else_ends;                  // where no date of the first kind tells when the record ended
  std::vector<bool> visit, happened;            // words beside which a day is that of a visit, or of what happened
  SectionsAsked visits;                         // where tables tell what was done on which day
  SectionsAsked elsewhere;                      // sections where a later date is no wonder
  std::vector<bool> ahead;                      // words that make a date one to come
  std::vector<lexicon::FieldId> later_columns;  // columns of dates to come

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    const RecordDate* end = last_end(record);
    const RecordDate* reversed = end == nullptr ? nullptr : start_after(record, *end);
    if (reversed != nullptr) {
      add(record, end->at, "completion before the start", out);
    } else if (const RecordDate* early = end_before_start(record)) {
      add(record, early->at, "completion before the start", out);
    }
    for (const language::Date& date : record.language.dates) {
      std::int32_t unit = record.form.unit_at(date.at.begin);
      bool help = unit >= 0 && record.form.units[static_cast<std::size_t>(unit)].kind == form::UnitKind::help;
      if (date.impossible && !help) add(record, date.at, "there is no such day", out);
    }
    later_births(record, end == nullptr ? record.language.record_day : end->day, out);
    if (end == nullptr || reversed != nullptr) return out;
    visits_after(record, end->day, out);
    visits_told_after(record, end->day, out);
    beside_words(record, end->day, out);
    happened_after(record, end->day, out);
    return out;
  }
  Found find(const Record& record, const Scope& scope) const override {
    Found out = found_of(candidates(record, scope));
    if (out.holds) out.words["names"] = std::string(out.evidence.front().name);
    return out;
  }
  std::string describe() const override { return "a date that is impossible or does not fit the record"; }

 private:
  static void add(const Record& record, base::Span at, const char* why, std::vector<Candidate>& out) {
    Candidate c;
    c.at = quotable(record, at);
    c.name = why;
    out.push_back(c);
  }

  // What the record says of itself: in a field or column, or in a sentence that tells a fact and not a rule.
  static bool own(const Record& record, const RecordDate& date) {
    if (date.day == no_day || date.impossible) return false;
    for (const language::Statement& s : record.language.statements) {
      if (s.at.begin > date.at.begin) break;
      if (!s.main || !s.at.contains(date.at)) continue;
      return !s.general && s.mood == language::Mood::asserted && s.source != language::Source::policy &&
             s.source != language::Source::form;
    }
    return true;
  }
  const RecordDate* last_end(const Record& record) const {
    const RecordDate* out = nullptr;
    for (const RecordDate& date : record.facts.dates) {
      if (in_table(ends, date.field) && own(record, date) && (out == nullptr || date.day > out->day)) out = &date;
    }
    if (out != nullptr) return out;
    for (const RecordDate& date : record.facts.dates) {
      if (in_table(else_ends, date.field) && own(record, date) && (out == nullptr || date.day > out->day)) out = &date;
    }
    return out;
  }
  const RecordDate* start_after(const Record& record, const RecordDate& end) const {
    for (const RecordDate& date : record.facts.dates) {
      if (!in_table(starts, date.field) || !own(record, date) || date.day <= end.day) continue;
      if (of_one_assessment(record, date, end)) return &date;
    }
    return nullptr;
  }

  // An end that stands beside a later start, where the record has another end still: a manager's signature.
  const RecordDate* end_before_start(const Record& record) const {
    for (const RecordDate& start : record.facts.dates) {
      if (record.lexicon.field_name(start.field) != "start-date" || !own(record, start)) continue;
      for (const RecordDate& end : record.facts.dates) {
        std::int32_t apart = record.form.unit_at(end.at.begin) - record.form.unit_at(start.at.begin);
        bool beside = apart <= beside_units && apart >= -beside_units;
        if (!in_table(ends, end.field) || !own(record, end) || end.day >= start.day || !beside) continue;
        if (of_one_assessment(record, start, end)) return &end;
      }
    }
    return nullptr;
  }

  // The first of the dates that tell when the record began, or no_day.
  Day begun(const Record& record) const {
    Day out = no_day;
    for (const RecordDate& date : record.facts.dates) {
      if (in_table(starts, date.field) && own(record, date) && (out == no_day || date.day < out)) out = date.day;
    }
    return out;
  }
  // The day of a visit. One without a year was taken for the last before the record's end; where that is before its
  // start, the year's that follows is meant.
  Day visit_day(const Record& record, const language::Date& date, Day end) const {
    Day start = begun(record);
    if (date.has_year || start == no_day || date.day >= start) return date.day;
    language::YearMonthDay told = language::parts_of(date.day);
    Day later = language::day_of(told.year + 1, told.month, told.day);
    return later > end && later - end <= soon ? later : date.day;
  }

  bool stands(const Record& record, const SectionsAsked& sections, std::int32_t unit) const {
    Candidate c;
    sections.check(record, unit, c);
    return c.passed();
  }
  bool to_come(const Record& record, base::Span at) const {
    for (const lexicon::Hit& hit : record.language.scan.within(at)) {
      if (in_table(ahead, hit.concept_id)) return true;
    }
    return false;
  }
  static const language::Date* first_date(const Record& record, base::Span at) {
    for (const language::Date& date : record.language.dates_in(at)) {
      if (date.has_day && date.day != no_day) return &date;
    }
    return nullptr;
  }

  // Rows and lines that begin with their day, where the record lists what was done.
  void visits_after(const Record& record, Day end, std::vector<Candidate>& out) const {
    for (std::size_t u = 0; u < record.form.units.size(); ++u) {
      const form::Unit& unit = record.form.units[u];
      if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) continue;
      if (!stands(record, visits, static_cast<std::int32_t>(u))) continue;
      base::Span cell = unit.at;
      if (unit.cell_begin < unit.cell_end) {
        const form::Cell& first = record.form.cells[unit.cell_begin];
        if (std::find(later_columns.begin(), later_columns.end(), first.field) != later_columns.end()) continue;
        cell = first.at;
      } else if (unit.kind == form::UnitKind::row) {
        continue;
      }
      const language::Date* date = first_date(record, cell);
      if (date == nullptr || date->at.begin > cell.begin + 12 || date->day <= end || to_come(record, unit.at)) continue;
      add(record, unit.at, "a visit after completion", out);
    }
  }

  // "Kay at home: 18 February 2025. Both parents, Family Hub, 19 May 2025.": where visits are told without verbs.
  void visits_told_after(const Record& record, Day end, std::vector<Candidate>& out) const {
    auto check = [&](base::Span at) {
      auto dates = record.language.dates_in(at);
      bool later = std::any_of(dates.begin(), dates.end(), [&](const language::Date& date) {
        return date.has_day && date.has_year && date.day != no_day && date.day > end;
      });
      if (!later || to_come(record, at)) return;
      bool listed = std::any_of(out.begin(), out.end(), [&](const Candidate& c) { return c.at.overlaps(at); });
      if (!listed) add(record, at, "a visit after completion", out);
    };
    for (std::size_t u = 0; u < record.form.units.size(); ++u) {
      const form::Unit& unit = record.form.units[u];
      bool later_field = std::find(later_columns.begin(), later_columns.end(), unit.field) != later_columns.end();
      bool field = unit.kind == form::UnitKind::field && unit.cell_begin == unit.cell_end && !later_field;
      if (field && stands(record, visits, static_cast<std::int32_t>(u))) check(unit.at);
    }
    for (const language::Sentence& sentence : record.language.sentences) {
      if (sentence.statement_begin == sentence.statement_end) continue;
      const language::Statement& main = record.language.statements[sentence.statement_begin];
      bool fact = main.mood == language::Mood::asserted && main.time != language::Time::future && !main.general;
      if (!fact || !stands(record, visits, static_cast<std::int32_t>(sentence.unit))) continue;
      check(sentence.at);
    }
  }

  // "Family seen: 17.02.09 (mother), 24.04.09 (home)": each date of such a field is a visit's.
  bool lists_visits(const Record& record, std::int32_t index, base::Span date) const {
    const form::Unit& unit = record.form.units[static_cast<std::size_t>(index)];
    bool row = unit.kind == form::UnitKind::row && !unit.label.empty() && date.begin > unit.label.end;
    bool field = unit.kind == form::UnitKind::field && unit.value.contains(date);
    if ((!field && !row) || to_come(record, unit.at)) return false;
    for (const lexicon::Hit& hit : record.language.scan.within(unit.label)) {
      if (in_table(visit, hit.concept_id)) return true;
    }
    return false;
  }

  // "Further home visit 19.03.2012 to go through it", "Date of incident 19/07/2019": without a verb that tells when.
  void beside_words(const Record& record, Day end, std::vector<Candidate>& out) const {
    const lexicon::Scan& scan = record.language.scan;
    for (const language::Date& date : record.language.dates) {
      if (!date.has_day || date.day == no_day) continue;
      std::int32_t unit = record.form.unit_at(date.at.begin);
      if (unit < 0 || !stands(record, elsewhere, unit)) continue;
      bool later =
          date.has_year ? date.day > end : lists_visits(record, unit, date.at) && visit_day(record, date, end) > end;
      if (!later) continue;
      base::Span whole = record.form.units[static_cast<std::size_t>(unit)].at;
      for (const language::Sentence& sentence : record.language.sentences_over(date.at)) {
        if (sentence.at.contains(date.at)) whole = sentence.at;
      }
      auto [first, last] = scan.range(date.at);
      auto [begin, limit] = scan.range(whole);
      std::size_t from = first > begin + date_reach ? first - date_reach : begin;
      std::size_t to = std::min(limit, last + 2);
      bool visited = false, occurred = false;
      for (std::size_t i = from; i < to; ++i) {
        for (const lexicon::Hit& hit : scan.starting_at(i)) {
          if (hit.last >= to || (i < first && hit.last + date_reach <= first)) continue;
          visited = visited || in_table(visit, hit.concept_id);
          occurred = occurred || in_table(happened, hit.concept_id);
        }
      }
      visited = visited || lists_visits(record, unit, date.at);
      if ((!visited && !occurred) || to_come(record, whole)) continue;
      bool listed = std::any_of(out.begin(), out.end(), [&](const Candidate& c) { return c.at.overlaps(whole); });
      if (!listed) add(record, whole, visited ? "a visit after completion" : "it happened after the record", out);
    }
  }

  // Sentences that tell as past what bears a later day, its year written out.
  void happened_after(const Record& record, Day end, std::vector<Candidate>& out) const {
    for (const language::Sentence& sentence : record.language.sentences) {
      if (sentence.statement_begin == sentence.statement_end) continue;
      const language::Statement& main = record.language.statements[sentence.statement_begin];
      if (main.time != language::Time::past || main.mood != language::Mood::asserted || main.general) continue;
      const language::Date* date = first_date(record, sentence.at);
      if (date == nullptr || !date->has_year || date->day <= end || to_come(record, sentence.at)) continue;
      if (!stands(record, elsewhere, static_cast<std::int32_t>(sentence.unit))) continue;
      // A clause that looks ahead ("was told that the hearing is on ...") has the date to itself.
      bool planned = false;
      for (std::uint32_t i = sentence.statement_begin; i < sentence.statement_end; ++i) {
        const language::Statement& s = record.language.statements[i];
        planned = planned ||
                  (s.at.contains(date->at) && (s.time == language::Time::future || s.mood == language::Mood::intended ||
                                               s.mood == language::Mood::directed));
      }
      bool listed = std::any_of(out.begin(), out.end(), [&](const Candidate& c) { return c.at.overlaps(sentence.at); });
      if (!planned && !listed) add(record, sentence.at, "a day after completion, told as past", out);
    }
  }

  // A child who is spoken of as born has no birthday after the record was made.
  void later_births(const Record& record, Day end, std::vector<Candidate>& out) const {
    if (end == no_day) return;
    auto check = [&](lexicon::FieldId field, base::Span at, base::Span whole) {
      if (!in_table(births, field)) return;
      const language::Date* date = first_date(record, at);
      if (date == nullptr || !date->has_year || date->day <= end || to_come(record, whole)) return;
      add(record, whole, "born after the record was made", out);
    };
    for (const form::Unit& unit : record.form.units) {
      if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) continue;
      if (unit.cell_begin == unit.cell_end) check(unit.field, unit.value, unit.at);
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
        check(record.form.cells[c].field, record.form.cells[c].at, unit.at);
      }
    }
  }
};

}  // namespace

base::Result<QueryPointer> make_doubtful_date(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<DoubtfulDate>();
  query->starts = fields_named(a.words("starts"), a, compiling);
  query->ends = fields_named(a.words("ends"), a, compiling);
  query->births = fields_named(a.words("births"), a, compiling);
  query->else_ends = fields_named(a.words("else-ends"), a, compiling);
  query->visit = concepts_named(a.words("visit"), a, compiling);
  query->happened = concepts_named(a.words("happened"), a, compiling);
  query->ahead = concepts_named(a.words("ahead"), a, compiling);
  for (const std::string& name : a.words("later-columns")) {
    lexicon::FieldId id = compiling.lexicon.find_field(name);
    if (id == 0) a.fail("there is no field '" + name + "'", "define it in a lexicon");
    query->later_columns.push_back(id);
  }
  SectionsAsked asked = SectionsAsked::read(a, compiling);
  query->visits.in = asked.in;
  query->visits.out = asked.out;
  query->elsewhere.out = asked.out;
  if (base::Status status = a.finish(); !status) return status.error();
  return QueryPointer(query);
}

}  // namespace checklist::kinds
