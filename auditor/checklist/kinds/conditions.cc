#include "checklist/kinds/conditions.h"

#include <algorithm>
#include <bit>
#include <span>

#include "base/utf8.h"
#include "language/calendar.h"

namespace checklist::kinds {
namespace {

constexpr std::size_t quoted_words = 75;
constexpr language::Day four_months = 120;

language::Day day_of_record(const Record& record) {
  if (record.language.record_day != language::no_day) return record.language.record_day;
  language::Day latest = language::no_day;
  for (const language::Date& date : record.language.dates) {
    if (date.has_day && date.day != language::no_day && (latest == language::no_day || date.day > latest))
      latest = date.day;
  }
  return latest;
}

// The dates that begin at a place or behind it.
std::span<const language::Date> dates_from(const Record& record, std::uint32_t place) {
  const std::vector<language::Date>& dates = record.language.dates;
  auto first =
      std::lower_bound(dates.begin(), dates.end(), place,
                       [](const language::Date& date, std::uint32_t offset) { return date.at.begin < offset; });
  return {first, dates.end()};
}

// The year that four figures tell; 0 where they tell none.
int year_told(std::string_view figures) {
  if (figures.size() != 4 || !(figures.starts_with("19") || figures.starts_with("20"))) return 0;
  int year = 0;
  for (char figure : figures) {
    if (figure < '0' || figure > '9') return 0;
    year = year * 10 + (figure - '0');
  }
  return year;
}

}  // namespace

std::vector<lexicon::ConceptId> concept_ids(const std::vector<std::string>& names, Attributes& attributes,
                                            const Compiling& compiling) {
  std::vector<lexicon::ConceptId> out;
  for (const std::string& name : names) {
    // A name stands for its concept where there is one, else for the family of that name.
    lexicon::ConceptId exact = compiling.lexicon.find_concept(name);
    std::vector<lexicon::ConceptId> ids =
        exact != 0 ? std::vector<lexicon::ConceptId>{exact} : compiling.lexicon.family(name);
    if (ids.empty()) {
      std::vector<std::string> known;
      for (std::size_t id = 1; id <= compiling.lexicon.concept_count(); ++id) {
        known.emplace_back(compiling.lexicon.concept_name(static_cast<lexicon::ConceptId>(id)));
      }
      std::string near = suggestion(name, known);
      attributes.fail("there is no concept '" + name + "'", near.empty() ? "define it in a lexicon" : near);
    }
    out.insert(out.end(), ids.begin(), ids.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<bool> concepts_named(const std::vector<std::string>& names, Attributes& attributes,
                                 const Compiling& compiling) {
  std::vector<bool> table(compiling.lexicon.concept_count() + 1, false);
  for (lexicon::ConceptId id : concept_ids(names, attributes, compiling)) table[id] = true;
  return table;
}

std::vector<lexicon::ConceptId> ids_in(const std::vector<bool>& table) {
  std::vector<lexicon::ConceptId> out;
  for (std::size_t id = 0; id < table.size(); ++id) {
    if (table[id]) out.push_back(static_cast<lexicon::ConceptId>(id));
  }
  return out;
}

std::vector<bool> fields_named(const std::vector<std::string>& names, Attributes& attributes,
                               const Compiling& compiling) {
  std::vector<bool> table;
  for (const std::string& name : names) {
    lexicon::FieldId id = compiling.lexicon.find_field(name);
    if (id == 0) attributes.fail("there is no field '" + name + "'", "define it in a lexicon");
    if (table.size() <= id) table.resize(id + 1u, false);
    table[id] = true;
  }
  return table;
}

WordsAsked WordsAsked::read(Attributes& attributes, const Compiling& compiling) {
  WordsAsked asked;
  asked.asked.resize(compiling.lexicon.concept_count() + 1);
  auto mark = [&](const std::vector<std::string>& names, std::uint8_t bit) {
    for (const lexicon::ConceptId member : concept_ids(names, attributes, compiling)) {
      asked.asked[member] |= bit;
      if (bit == lacked) asked.lacking.add(member);
      if (bit == lacked) continue;
      asked.members.push_back(member);
      asked.concepts[static_cast<std::size_t>(std::countr_zero(bit))].add(member);
    }
  };
  std::uint8_t group = 1;
  for (std::string_view name : {"has", "with", "also"}) {
    std::vector<std::string> names = attributes.words(name);
    if (names.empty()) continue;
    mark(names, group);
    asked.groups |= group;
    group = static_cast<std::uint8_t>(group << 1u);
    asked.written += asked.written.empty() ? " holding " : " with ";
    for (std::size_t i = 0; i < names.size(); ++i) asked.written += (i == 0 ? "" : " or ") + names[i];
  }
  std::vector<std::string> lacks = attributes.words("lacks");
  if (!lacks.empty()) {
    mark(lacks, lacked);
    asked.lacks = true;
    asked.written += " without";
    for (const std::string& name : lacks) asked.written += " " + name;
  }
  return asked;
}

bool WordsAsked::may_hold(const language::Statement& s) const {
  for (std::size_t group = 0; groups >> group != 0; ++group) {
    if (!concepts[group].may_meet(s.concepts)) return false;
  }
  return true;
}

std::vector<std::uint32_t> WordsAsked::sentences(const Record& record) const {
  std::vector<std::uint8_t> held(record.language.sentences.size());  // by sentence: the groups of which it holds one
  for (lexicon::ConceptId id : members) {
    const auto bits = static_cast<std::uint8_t>(asked[id] & groups);
    for (std::uint32_t sentence : record.holding.of(id)) held[sentence] |= bits;
  }
  std::vector<std::uint32_t> out;
  for (std::uint32_t s = 0; s < held.size(); ++s) {
    if (held[s] == groups) out.push_back(s);
  }
  return out;
}

// Each concept found in a stretch is looked at once.
class WordsAsked::Looked {
 public:
  explicit Looked(const WordsAsked& words) : words_(words) {}
  void at(lexicon::ConceptId id) {
    const std::uint8_t bits = words_.asked[id];
    if (bits == 0) return;
    found_ |= bits;
    told_ += std::popcount(static_cast<unsigned>(bits & words_.groups));
  }
  void into(Candidate& candidate) const {
    candidate.strength += told_;
    if ((found_ & lacked) != 0) candidate.fail(Condition::lacks);
    if ((found_ & words_.groups) != words_.groups) candidate.fail(Condition::concept_found);
  }

 private:
  const WordsAsked& words_;
  std::uint8_t found_ = 0;
  int told_ = 0;
};

void WordsAsked::check(const Record& record, base::Span at, Candidate& candidate) const {
  if (empty()) return;
  Looked looked(*this);
  for (const lexicon::Hit& hit : record.language.scan.within(at)) looked.at(hit.concept_id);
  looked.into(candidate);
}

void WordsAsked::check(std::span<const lexicon::ConceptId> held, Candidate& candidate) const {
  if (empty()) return;
  Looked looked(*this);
  // Most are not asked for: four are passed over at once.
  std::size_t i = 0;
  for (; i + 4 <= held.size(); i += 4) {
    if ((asked[held[i]] | asked[held[i + 1]] | asked[held[i + 2]] | asked[held[i + 3]]) == 0) continue;
    for (const lexicon::ConceptId id : held.subspan(i, 4)) looked.at(id);
  }
  for (const lexicon::ConceptId id : held.subspan(i)) looked.at(id);
  looked.into(candidate);
}

SectionsAsked SectionsAsked::read(Attributes& attributes, const Compiling& compiling) {
  SectionsAsked asked;
  auto table_of = [&](std::string_view name, bool* unknown) {
    std::vector<bool> table;
    for (const std::string& word : attributes.words(name)) {
      asked.written += (asked.written.empty() ? std::string(name == "sections" ? " in " : " not in ") : " ") + word;
      if (word == "?" && unknown != nullptr) {
        *unknown = true;
        if (table.empty()) table.resize(1, false);
        continue;
      }
      lexicon::SectionId id = compiling.lexicon.find_section(word);
      if (id == 0) attributes.fail("there is no section '" + word + "'", "define it in a lexicon");
      if (table.size() <= id) table.resize(id + 1u, false);
      table[id] = true;
    }
    return table;
  };
  asked.in = table_of("sections", &asked.unknown_too);
  asked.out = table_of("not-sections", nullptr);
  return asked;
}

void SectionsAsked::check(const Record& record, std::int32_t unit, Candidate& candidate) const {
  if (in.empty() && out.empty()) return;
  bool inside = false, outside = false, known = false;
  std::int32_t section = unit < 0 ? -1 : record.form.units[static_cast<std::size_t>(unit)].section;
  while (section >= 0) {
    const form::Section& s = record.form.sections[static_cast<std::size_t>(section)];
    known = known || s.own != 0;
    inside = inside || in_table(in, s.own) || in_table(in, s.kind);
    outside = outside || in_table(out, s.own) || in_table(out, s.kind);
    section = s.parent;
  }
  if (!known && unknown_too) inside = true;
  if ((!in.empty() && !inside) || outside) candidate.fail(Condition::section);
}

base::Span quotable(const Record& record, base::Span at) {
  auto [first, last] = record.language.scan.range(at);
  if (last - first <= quoted_words) return at;
  std::size_t words = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (record.language.scan.tokens[i].kind == lexicon::TokenKind::punctuation) continue;
    if (++words > quoted_words) return {at.begin, record.language.scan.tokens[i - 1].at.end};
  }
  return at;
}

bool has_date(const Record& record, base::Span at) {
  for (const language::Date& date : dates_from(record, at.begin)) {
    if (date.at.begin >= at.end) break;
    if (at.contains(date.at) && date.has_day && !date.impossible) return true;  // "3 May" of an unknown year too
  }
  return false;
}

bool has_earlier_time(const Record& record, base::Span at) {
  const language::Day today = day_of_record(record);
  for (const language::Date& date : dates_from(record, at.begin)) {
    if (date.at.begin >= at.end) break;
    if (!at.contains(date.at) || !date.has_year || date.day == language::no_day || today == language::no_day) continue;
    if (today - date.day >= four_months) return true;
  }
  const int this_year = today == language::no_day ? 0 : language::parts_of(today).year;
  const auto [first, last] = record.language.scan.range(at);
  for (std::size_t i = first; i < last; ++i) {
    const int year = year_told(record.language.scan.tokens[i].at.of(record.document.text));
    if (year != 0 && (this_year == 0 || year < this_year)) return true;
  }
  return false;
}

std::string words_at(const Record& record, base::Span at) {
  return base::on_one_line(at.of(record.document.text));
}

}  // namespace checklist::kinds
