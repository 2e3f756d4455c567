// Whose birth date is written where, and where two of one child differ.
#include <algorithm>
#include <charconv>

#include "checklist/kinds/contradiction.h"

namespace checklist::kinds {
namespace {

using language::Day;
using language::EntityId;
using language::nobody;

constexpr std::size_t cue_tokens = 6;  // "Marnie (born 14/02/2012)": cue so near before the date
constexpr std::size_t on_tokens = 12;  // "was born in a village near Kutum on 17/08/2002"
constexpr std::size_t label_tokens = 4;
constexpr std::size_t name_tokens = 8;  // and the name so near before the cue
constexpr Day most_apart = 12 * 365;    // further apart than this they are two people's
constexpr std::size_t units_back = 6;   // a birth date's field follows its child's name so closely

// "will be nine in January", "birthday is on 9 May": 0 years where no age is said.
struct Birthday {
  EntityId who = nobody;
  int years = 0;
  language::Date date;
  base::Span at;
};

struct Birth {
  EntityId who = nobody;
  Day day = language::no_day;
  base::Span at;
};

class Births {
 public:
  Births(const Record& record, const Opposites& words)
      : record_(record),
        words_(words),
        name_(record.lexicon.find_field("name")),
        birth_(record.lexicon.find_field("date-of-birth")),
        age_(record.lexicon.find_field("age")) {}

  std::vector<Birth> all() const {
    std::vector<Birth> out;
    for (const language::Date& date : record_.language.dates) {
      if (!date.has_day || !date.has_year || date.day == language::no_day) continue;
      Birth birth = of(date);
      if (birth.who != nobody && is_child(birth.who)) out.push_back(birth);
    }
    return out;
  }
  // The ages that rows give beside a name.
  std::vector<std::pair<Birth, int>> ages() const {
    std::vector<std::pair<Birth, int>> out;
    for (const form::Unit& unit : record_.form.units) {
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
        const form::Cell& cell = record_.form.cells[c];
        if (age_ == 0 || cell.field != age_) continue;
        add_age(named_in(unit.at, unit.at.end), cell.at, unit.at, out);
      }
      if (age_ != 0 && unit.field == age_ && unit.cell_begin == unit.cell_end &&
          record_.language.subjects.size() == 1) {
        add_age(record_.language.subjects.front(), unit.value, unit.at, out);
      }
    }
    for (const language::Sentence& sentence : record_.language.sentences) told_age(sentence, out);
    return out;
  }
  std::vector<Birthday> birthdays() const {
    std::vector<Birthday> out;
    for (const language::Sentence& sentence : record_.language.sentences) {
      if (sentence.statement_begin != sentence.statement_end) told_birthday(sentence, out);
    }
    return out;
  }

 private:
  bool is_child(EntityId who) const {
    language::Role role = record_.language.people[static_cast<std::size_t>(who)].role;
    return role == language::Role::subject_child || role == language::Role::sibling;
  }

  Birth of(const language::Date& date) const {
    std::int32_t index = record_.form.unit_at(date.at.begin);
    if (index < 0) return {};
    const form::Unit& unit = record_.form.units[static_cast<std::size_t>(index)];
    if (unit.kind == form::UnitKind::help) return {};
    Birth in_words = several_beside(date, unit) ? Birth() : in_text(date, unit);
    if (in_words.who != nobody || in_words.day != language::no_day) return in_words;
    // Asked last: a row or a field may be as long as the record.
    const auto taken_out = [&] { return holds(record_, unit.at, words_.except) || several_beside(date, unit); };
    const bool labelled = (birth_ != 0 && unit.field == birth_) || asks_birth(unit);
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record_.form.cells[c];
      if (!cell.at.contains(date.at)) continue;
      const bool of_row = birth_ != 0 && cell.field == birth_;
      if (!of_row && !labelled && !holds(record_, unit.label, words_.affirms)) continue;
      if (taken_out()) return {};
      return {of_row ? named_in(unit.at, date.at.begin) : in_column(unit, cell), date.day, unit.at};
    }
    if (!labelled || unit.cell_begin != unit.cell_end || taken_out()) return {};
    return {of_field(static_cast<std::size_t>(index)), date.day, unit.at};
  }

  // "DOB claimed"
  bool asks_birth(const form::Unit& unit) const {
    auto [first, last] = record_.language.scan.range(unit.label);
    return unit.kind == form::UnitKind::field && unit.cell_begin == unit.cell_end && last - first <= label_tokens &&
           holds(record_, unit.label, words_.affirms) && record_.language.dates_in(unit.value).size() == 1;
  }
  // "Marnie (born 14/02/2012)". A cue whose owner is not clear gives a day without anybody, so that nothing else is
  // tried.
  Birth in_text(const language::Date& date, const form::Unit& unit) const {
    const lexicon::Scan& scan = record_.language.scan;
    std::size_t token = scan.range(date.at).first;
    std::size_t first = scan.range(unit.at).first;
    const bool place_between = token > first && word(token - 1) == "on";
    std::size_t most = place_between ? on_tokens : cue_tokens;
    for (std::size_t back = 1; back <= most && token >= first + back; ++back) {
      std::size_t i = token - back;
      if (scan.tokens[i].kind == lexicon::TokenKind::number && back > 1) break;
      // "date of birth ........ 01/01/2003"
      if (word(i) == "." && i > first && word(i - 1) == ".") ++most;
      if (back > cue_tokens && place_between && (word(i) == "." || word(i) == ";")) break;
      for (const lexicon::Hit& hit : scan.starting_at(i)) {
        bool cue = hit.concept_id < words_.affirms.size() && words_.affirms[hit.concept_id];
        if (!cue || hit.last >= token || unit.label.contains(hit.at)) continue;
        if (holds(record_, {scan.tokens[i].at.begin, date.at.end}, words_.except)) return {nobody, date.day, unit.at};
        return {named_before(i, first), date.day, sentence_at(date.at, unit.at)};
      }
    }
    return {};
  }
  // "dob 30/01/2000 dob 12/12/2003" in one cell: a day for each of those whom the cell beside it names.
  bool several_beside(const language::Date& date, const form::Unit& unit) const {
    const auto another_in = [&](base::Span at) {
      for (const language::Date& other : record_.language.dates_from(at.begin)) {
        if (other.at.begin >= at.end) break;
        if (!(other.at == date.at) && at.contains(other.at) && other.has_day && other.has_year) return true;
      }
      return false;
    };
    // "D.O.B. 26.03.99; 08.12.01" of a record on two children
    const bool field = unit.kind == form::UnitKind::field && unit.cell_begin == unit.cell_end;
    if (field && record_.language.subjects.size() > 1 && unit.value.contains(date.at) &&
        mentions_in(record_, unit.value).empty())
      return another_in(unit.value);
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record_.form.cells[c];
      if (!cell.at.contains(date.at)) continue;
      return another_in(cell.at);
    }
    return false;
  }
  std::string word(std::size_t token) const { return word_of(record_, token); }
  EntityId named_before(std::size_t token, std::size_t first) const {
    const lexicon::Scan& scan = record_.language.scan;
    std::size_t from = token > first + name_tokens ? token - name_tokens : first;
    EntityId who = addressed(scan.tokens[token].at);
    for (const language::Mention& m : mentions_in(record_, {scan.tokens[from].at.begin, scan.tokens[token].at.begin})) {
      if (m.plural || (m.pronoun && record_.language.subjects.size() > 1)) return nobody;
      if (m.who != nobody) who = m.who;
    }
    return who;
  }
  // "You were born in Hull on ...": of the only child, unless somebody is named before.
  EntityId addressed(base::Span at) const {
    if (record_.language.subjects.size() != 1) return nobody;
    for (const language::Sentence& s : record_.language.sentences_over(at)) {
      if (s.statement_begin == s.statement_end) continue;
      const language::Statement& main = record_.language.statements[s.statement_begin];
      if (is_subject(record_, main.about_who)) return main.about_who;
    }
    return nobody;
  }
  base::Span sentence_at(base::Span at, base::Span otherwise) const {
    for (const language::Sentence& s : record_.language.sentences) {
      if (s.at.contains(at)) return s.at;
    }
    return otherwise;
  }

  // The one whom the row names first.
  EntityId named_in(base::Span row, std::uint32_t before) const {
    for (const language::Mention& m : mentions_in(record_, row)) {
      if (m.at.begin >= before) break;
      if (!m.pronoun && !m.plural) return m.who;
    }
    return nobody;
  }
  // Where each column is a child: who stands above in the same column.
  EntityId in_column(const form::Unit& unit, const form::Cell& cell) const {
    for (const form::Unit& other : record_.form.units) {
      if (other.table != unit.table || unit.table < 0 || other.row >= unit.row) continue;
      for (std::uint32_t c = other.cell_begin; c < other.cell_end; ++c) {
        if (record_.form.cells[c].column != cell.column) continue;
        EntityId who = named_in(record_.form.cells[c].at, record_.form.cells[c].at.end);
        if (is_subject(record_, who)) return who;
      }
    }
    return record_.language.subjects.size() == 1 ? record_.language.subjects.front() : nobody;
  }
  // A field of its own: of the child named in the field before it.
  EntityId of_field(std::size_t index) const {
    for (std::size_t back = 1; back <= units_back && back <= index; ++back) {
      const form::Unit& unit = record_.form.units[index - back];
      if (unit.kind == form::UnitKind::heading) break;
      if (unit.cell_begin != unit.cell_end || unit.value.empty()) continue;
      EntityId who = named_in(unit.value, unit.value.end);
      if (who != nobody && name_ != 0 && unit.field == name_) return who;
      if (is_subject(record_, who)) return who;
      if (who != nobody) return nobody;
    }
    return record_.language.subjects.size() == 1 ? record_.language.subjects.front() : nobody;
  }

  void add_age(EntityId who, base::Span at, base::Span whole, std::vector<std::pair<Birth, int>>& out) const {
    if (who == nobody || !is_child(who)) return;
    std::string_view text = at.of(record_.document.text);
    int years = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), years);
    std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (error != std::errc() || years > 19 || rest.find_first_of("0123456789/.") != std::string_view::npos) return;
    if (rest.find("month") != std::string_view::npos || rest.find("week") != std::string_view::npos) return;
    out.push_back({{who, language::no_day, whole}, years});
  }

  // "Tom, aged nine, ...", "Tom is nine.", "Tom (9)": of now, and of a child by name.
  void told_age(const language::Sentence& sentence, std::vector<std::pair<Birth, int>>& out) const {
    if (!is_account(record_, sentence)) return;
    if (record_.language.statements[sentence.statement_begin].time == language::Time::past) return;
    if (!record_.language.dates_in(sentence.at).empty()) return;
    // "Tom (6) presents as ...", where a passage is quoted: copied from another time, or somebody else's words.
    const std::string_view text = sentence.at.of(record_.document.text);
    if (text.starts_with('"') || text.starts_with("\u201c")) return;
    const lexicon::Scan& scan = record_.language.scan;
    auto [first, last] = scan.range(sentence.at);
    auto said = [&, past = last](std::size_t i) { return i < past ? word(i) : std::string(); };
    for (const language::Mention& m : mentions_in(record_, sentence.at)) {
      if (m.pronoun || m.plural || m.possessive || m.who == nobody || !is_subject(record_, m.who)) continue;
      std::size_t i = scan.range(m.at).second;
      bool cue = false;
      if (said(i) == "," && (said(i + 1) == "aged" || said(i + 1) == "age")) i += 2, cue = true;
      if (!cue && (said(i) == "aged" || said(i) == "is")) ++i, cue = true;
      if (!cue && said(i) == "(" && said(i + 2) == ")") ++i, cue = true;
      if (!cue && said(i) == "," && said(i + 1) == "who" && said(i + 2) == "is") i += 3, cue = true;
      // "Tom is a nine year old boy"
      if (cue && (said(i) == "a" || said(i) == "an") && said(i + 2) == "year") ++i;
      int years = cue ? number(said(i)) : 0;
      std::string after = said(i + 1);
      bool ends = after.empty() || after == "," || after == "." || after == ")" || after == "years" ||
                  after == "year" || after == "and" || after == ";";
      if (years >= 2 && years <= 19 && ends) out.push_back({{m.who, language::no_day, sentence.at}, years});
    }
  }
  // "Tom will be nine in January", "he turns 17 on 9 November": of the child whom the words before name.
  void told_birthday(const language::Sentence& sentence, std::vector<Birthday>& out) const {
    const language::Statement& main = record_.language.statements[sentence.statement_begin];
    if (main.general || main.told) return;
    const lexicon::Scan& scan = record_.language.scan;
    auto [first, last] = scan.range(sentence.at);
    for (const language::Mention& m : mentions_in(record_, sentence.at)) {
      if (m.plural || m.possessive || !is_subject(record_, m.who)) continue;
      std::size_t i = scan.range(m.at).second;
      if (i + 3 < last && (word(i) == "will" || word(i) == "'ll") && (word(i + 1) == "be" || word(i + 1) == "turn")) {
        i += 2;
      } else if (i + 2 < last && word(i) == "turns") {
        ++i;
      } else {
        continue;
      }
      int years = number(word(i++));
      if (years < 1 || years > 19) continue;
      if (i + 1 < last && word(i) == "years" && word(i + 1) == "old") i += 2;
      if (i + 1 >= last || (word(i) != "on" && word(i) != "in")) continue;
      for (const language::Date& date : record_.language.dates_in({scan.tokens[i + 1].at.begin, sentence.at.end})) {
        if (date.at.begin <= scan.tokens[i + 1].at.end && date.day != language::no_day)
          out.push_back({m.who, years, date, sentence.at});
        break;
      }
    }
  }
  static int number(const std::string& word) {
    static const std::vector<std::string> names = {
        "",    "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    int value = 0;
    auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error == std::errc() && end == word.data() + word.size()) return value;
    auto named = std::find(names.begin() + 1, names.end(), word);
    return named == names.end() ? 0 : static_cast<int>(named - names.begin());
  }

  const Record& record_;
  const Opposites& words_;
  lexicon::FieldId name_, birth_, age_;
};

int years_between(Day from, Day to) {
  language::YearMonthDay a = language::parts_of(from), b = language::parts_of(to);
  return b.year - a.year - ((b.month < a.month || (b.month == a.month && b.day < a.day)) ? 1 : 0);
}

// Whether it is the day, or the month, of birth, and the age that the child then reaches.
bool fits(Day birth, const Birthday& birthday, Day record_day) {
  language::YearMonthDay born = language::parts_of(birth), told = language::parts_of(birthday.date.day);
  if (told.month != born.month || (birthday.date.has_day && told.day != born.day)) return false;
  language::YearMonthDay now = language::parts_of(record_day);
  // A month later than the record is this year's, an earlier one next year's; the record's own may be either.
  int next = told.month >= now.month ? now.year : now.year + 1;
  int reached = (birthday.date.has_year ? told.year : next) - born.year;
  return reached == birthday.years || (told.month == now.month && reached + 1 == birthday.years);
}

}  // namespace

std::vector<Opposed> opposed_birth_dates(const Record& record, const Opposites& words) {
  Births births(record, words);
  std::vector<Birth> all = births.all();
  std::vector<Opposed> out;
  auto name = [&](EntityId who) { return record.language.people[static_cast<std::size_t>(who)].name; };
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      Day apart = all[i].day > all[j].day ? all[i].day - all[j].day : all[j].day - all[i].day;
      if (all[i].who != all[j].who || apart == 0 || apart > most_apart) continue;
      out.push_back({all[i].at, all[j].at, "two birth dates for " + name(all[i].who)});
    }
  }
  if (record.language.record_day == language::no_day) return out;
  for (const Birthday& birthday : births.birthdays()) {
    for (const Birth& birth : all) {
      if (birth.who == birthday.who && !fits(birth.day, birthday, record.language.record_day))
        out.push_back({birth.at, birthday.at, "birthday and birth date of " + name(birth.who)});
    }
  }
  for (const auto& [age, years] : births.ages()) {
    for (const Birth& birth : all) {
      if (birth.who != age.who || birth.day > record.language.record_day) continue;
      int real = years_between(birth.day, record.language.record_day);
      if (real - years > 1 || years - real > 1)
        out.push_back({birth.at, age.at, "age and birth date of " + name(age.who)});
    }
  }
  return out;
}

}  // namespace checklist::kinds
