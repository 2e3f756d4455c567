// <missing>: fields that stand in the form without a value, and that the record cannot do without.
#include <algorithm>

#include "checklist/kinds/contradiction.h"

namespace checklist::kinds {
namespace {

constexpr std::size_t longest_asking = 14;
constexpr std::size_t date_label_tokens = 5;
constexpr std::uint32_t longest_label = 40;  // bytes: "Date of birth or expected date"
constexpr std::int32_t child_reach = 3;      // units from a birth date's field back to its child's
constexpr std::size_t line_reach = 7;        // tokens from a line's end back to the child whose birth date is asked

class Missing : public Query {
 public:
  std::vector<bool> fields;
  std::vector<bool> leftover;      // what is left over from the form is a fault of its own, and not a blank
  bool marked = false;             // labels with an asterisk too, or with words that say the same
  std::vector<bool> optional;      // whose box may be blank, whatever its label says: a manager's
  std::vector<bool> required;      // "(mandatory)"
  std::vector<bool> beside_birth;  // what a line of a form has beside a birth date: "Male"
  std::vector<bool> roles;         // "social worker": where a name should stand
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<bool> filled;
    for (const form::Unit& unit : record.form.units) note_filled(record, unit, filled);
    std::vector<Candidate> out;
    for (const form::Unit& unit : record.form.units) {
      if (unit.kind == form::UnitKind::field && worker_by_role(record, unit)) add(record, unit.at, unit.label, out);
      if (unit.kind == form::UnitKind::field && birth_left_open(record, unit)) add(record, unit.at, unit.at, out);
      if (unit.kind != form::UnitKind::field && unit.kind != form::UnitKind::question) {
        cells(record, unit, filled, out);
        if (label_alone(record, unit, filled) || birth_left_open(record, unit)) add(record, unit.at, unit.at, out);
        if (marked && label_as_help(record, unit, filled)) add(record, unit.at, unit.at, out);
        if (marked && starred_label(record, unit.at) && nothing_below(record, unit)) add(record, unit.at, unit.at, out);
        continue;
      }
      bool wanted = in_table(fields, unit.field) && !in_table(filled, unit.field) && !named_anyhow(record, unit.field);
      bool starred = marked && (unit.label.of(record.document.text).find('*') != std::string_view::npos ||
                                says_required(record, unit.label));
      wanted = wanted || (unit.blank && of_next_child(record, unit));
      if (birth_passed_over(record, unit) || (!unit.blank && birth_dotted(record, unit)))
        add(record, unit.at, unit.label, out);
      if (!unit.blank || (!starred && (!wanted || holds_leftover(record, unit.value)))) continue;
      add(record, unit.at, unit.label, out);
    }
    return out;
  }
  Found find(const Record& record, const Scope& scope) const override {
    Found out = found_of(candidates(record, scope));
    for (const Candidate& c : out.evidence) {
      std::string& names = out.words["names"];
      names.append(names.empty() ? "" : ", ").append(c.name);
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
      if (!form::is_blank_value(cell.at.of(record.document.text), record.scans)) set(cell.field);
    }
  }
  bool holds_leftover(const Record& record, base::Span at) const {
    for (const lexicon::Hit& hit : record.language.scan.within(at)) {
      if (in_table(leftover, hit.concept_id)) return true;
    }
    return false;
  }
  void cells(const Record& record, const form::Unit& unit, const std::vector<bool>& filled,
             std::vector<Candidate>& out) const {
    bool columns = unit.cell_begin < unit.cell_end;  // a row of nothing but marked labels heads columns
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      columns = columns && starred_label(record, record.form.cells[c].at);
    }
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      bool alone = c + 1 == unit.cell_end || starred_label(record, record.form.cells[c + 1].at);
      if (marked && alone && !columns && cell.heading.empty() && starred_label(record, cell.at))
        add(record, cell.at, cell.at, out);
      if (birth_label_alone(record, unit, c)) add(record, unit.at, cell.at, out);
      if (!in_table(fields, cell.field) || (in_table(filled, cell.field) && !of_another(record, unit, cell)) ||
          holds_leftover(record, cell.at))
        continue;
      if (!form::is_blank_value(cell.at.of(record.document.text), record.scans)) continue;
      add(record, unit.at, cell.heading, out);
    }
  }
  // The form asks for a name, and the record names its child all the same.
  static bool named_anyhow(const Record& record, lexicon::FieldId field) {
    if (record.lexicon.field_name(field) != "name") return false;
    for (language::EntityId child : record.language.subjects) {
      const language::Entity& who = record.language.people[static_cast<std::size_t>(child)];
      if (who.name != who.relation && !who.first.empty()) return true;
    }
    return false;
  }
  // A subject child's row in a table of children: another's birth date does not fill it.
  static bool of_another(const Record& record, const form::Unit& unit, const form::Cell& cell) {
    return record.lexicon.field_name(cell.field) == "date-of-birth" && names_child(record, unit.at);
  }
  static bool names_child(const Record& record, base::Span at) {
    const std::vector<language::Mention> mentions = mentions_in(record, at);
    return std::any_of(mentions.begin(), mentions.end(), [&](const language::Mention& mention) {
      return at.contains(mention.at) && !mention.pronoun && is_subject(record, mention.who);
    });
  }
  bool asks_birth(const Record& record, lexicon::FieldId field) const {
    return field != 0 && in_table(fields, field) && record.lexicon.field_name(field) == "date-of-birth";
  }
  // "Child 2: Max Cole", and below it "DOB:" without one: another child's birth date does not fill it.
  bool of_next_child(const Record& record, const form::Unit& unit) const {
    if (record.language.subjects.size() < 2 || !asks_birth(record, unit.field)) return false;
    std::int32_t index = record.form.unit_at(unit.at.begin);
    for (std::int32_t i = index - 1; i >= 0 && i + child_reach >= index; --i) {
      const form::Unit& before = record.form.units[static_cast<std::size_t>(i)];
      if (before.kind == form::UnitKind::heading || asks_birth(record, before.field)) return false;
      if (names_child(record, before.at)) return true;
    }
    return false;
  }
  // "Completed by: Social Worker"
  bool worker_by_role(const Record& record, const form::Unit& unit) const {
    if (unit.blank || unit.field == 0 || !in_table(fields, unit.field)) return false;
    if (record.lexicon.field_name(unit.field) != "worker") return false;
    for (const lexicon::Hit& hit : record.language.scan.within(unit.value)) {
      if (hit.at == unit.value && in_table(roles, hit.concept_id)) return true;
    }
    return false;
  }
  // "D.o.b: ......... about 5": a line to write on, and no date.
  bool birth_dotted(const Record& record, const form::Unit& unit) const {
    if (unit.kind != form::UnitKind::field || !asks_birth(record, unit.field)) return false;
    const std::string_view value = unit.value.of(record.document.text);
    return (value.starts_with("...") || value.starts_with("___")) && record.language.dates_in(unit.value).empty();
  }
  // "dob Male" below a child's name: where the date should be stands what follows it.
  bool birth_passed_over(const Record& record, const form::Unit& unit) const {
    if (unit.kind != form::UnitKind::field || unit.blank || !asks_birth(record, unit.field)) return false;
    auto [first, last] = record.language.scan.range(unit.value);
    if (last != first + 1 || !record.language.dates_in(unit.at).empty()) return false;
    const std::vector<lexicon::Hit>& hits = record.language.scan.hits;
    return std::any_of(hits.begin(), hits.end(), [&](const lexicon::Hit& hit) {
      return hit.at == unit.value && in_table(beside_birth, hit.concept_id);
    });
  }
  // "Date core assessment begun (must be entered):": what tells how to fill it in makes help of the label itself.
  bool label_as_help(const Record& record, const form::Unit& unit, const std::vector<bool>& filled) const {
    std::string_view text = unit.at.of(record.document.text);
    std::size_t bracket = text.find('(');
    if (unit.kind != form::UnitKind::help || !text.ends_with(':') || bracket == std::string_view::npos) return false;
    lexicon::FieldId field = record.scans.field_of(text.substr(0, bracket));
    return in_table(fields, field) && !in_table(filled, field) && starred_label(record, unit.at);
  }
  // "Child 2 | Max Cole | dob | Male": the label stands in a child's row, and no date in the cell behind it.
  bool birth_label_alone(const Record& record, const form::Unit& unit, std::uint32_t index) const {
    base::Span cell = record.form.cells[index].at;
    if (cell.size() > longest_label) return false;
    if (!asks_birth(record, record.scans.field_of(cell.of(record.document.text)))) return false;
    if (!names_child(record, {unit.at.begin, cell.begin})) return false;
    return record.language.dates_in({cell.begin, unit.at.end}).empty();
  }
  // Words that say so; a manager's box may be blank all the same.
  bool says_required(const Record& record, base::Span label) const {
    for (const lexicon::Hit& hit : record.language.scan.within(label)) {
      if (in_table(optional, hit.concept_id)) return false;
    }
    for (const lexicon::Hit& hit : record.language.scan.within(label)) {
      if (in_table(required, hit.concept_id)) return true;
    }
    return false;
  }
  // "Max Cole, DOB": a subject child's line that ends where the birth date should stand.
  bool birth_left_open(const Record& record, const form::Unit& unit) const {
    bool line = unit.kind == form::UnitKind::prose || unit.kind == form::UnitKind::field;
    if (!line || unit.cell_begin != unit.cell_end) return false;
    const lexicon::Scan& scan = record.language.scan;
    auto [first, last] = scan.range(unit.at);
    if (last < first + 2 || unit.at.of(record.document.text).back() == '.') return false;  // "... when Tom was born."
    std::size_t from = last > first + line_reach ? last - line_reach : first;
    base::Span tail = {scan.tokens[from].at.begin, unit.at.end};
    const bool child = names_child(record, tail);
    for (std::size_t tokens = 1; child && tokens <= 3 && first + tokens < last; ++tokens) {
      base::Span end = {scan.tokens[last - tokens].at.begin, unit.at.end};
      if (end.of(record.document.text).find_first_of("0123456789") != std::string_view::npos) continue;
      lexicon::FieldId field = record.scans.field_of(end.of(record.document.text));
      if (field != 0 && in_table(fields, field) && record.lexicon.field_name(field) == "date-of-birth") return true;
    }
    return false;
  }
  // "Date completed" on a line of its own, and no date in the next.
  bool label_alone(const Record& record, const form::Unit& unit, const std::vector<bool>& filled) const {
    if (unit.kind != form::UnitKind::prose || unit.cell_begin != unit.cell_end) return false;
    auto [first, last] = record.language.scan.range(unit.at);
    if (last - first > date_label_tokens || last == first) return false;
    // "B", "M. B.": below a letter these are who signed it.
    const auto& tokens = record.language.scan.tokens;
    if (std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                    tokens.begin() + static_cast<std::ptrdiff_t>(last), [](const auto& t) { return t.at.size() == 1; }))
      return false;
    lexicon::FieldId field = record.scans.field_of(unit.at.of(record.document.text));
    std::string_view name = field == 0 ? std::string_view() : record.lexicon.field_name(field);
    if (name.find("date") == std::string_view::npos || !in_table(fields, field) || in_table(filled, field))
      return false;
    for (const facts::RecordDate& date : record.facts.dates) {
      if (date.field == field && !date.blank) return false;
    }
    for (const language::Date& date : record.language.dates) {
      if (date.at.begin >= unit.at.end && date.at.begin < unit.at.end + 3) return false;
    }
    return true;
  }
  // A line of its own, and no answer in the lines below.
  static bool nothing_below(const Record& record, const form::Unit& unit) {
    if (unit.kind != form::UnitKind::prose || unit.cell_begin != unit.cell_end) return false;
    const std::vector<form::Unit>& units = record.form.units;
    for (auto next = units.begin() + (&unit - units.data()) + 1; next != units.end(); ++next) {
      if (next->at.begin < unit.at.end || next->kind == form::UnitKind::help) continue;
      return next->kind == form::UnitKind::heading || next->kind == form::UnitKind::field;
    }
    return true;
  }
  // "Lead professional (where there is one)*": a marked label, and nothing behind it.
  bool starred_label(const Record& record, base::Span at) const {
    std::string_view text = at.of(record.document.text);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == ':')) text.remove_suffix(1);
    bool said = text.ends_with(')') && says_required(record, at);
    if (text.size() < 4 || (text.back() != '*' && !said) || text.front() == '*') return false;
    auto [first, last] = record.language.scan.range(at);
    return last - first <= longest_asking && text.find(". ") == std::string_view::npos;
  }
  static void add(const Record& record, base::Span at, base::Span label, std::vector<Candidate>& out) {
    Candidate c;
    c.at = quotable(record, at);
    c.name = record.composed.keep(words_at(record, label));
    out.push_back(c);
  }
};

}  // namespace

base::Result<QueryPointer> make_missing(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<Missing>();
  query->fields = fields_named(a.words("fields"), a, compiling);
  query->leftover = concepts_named(a.words("leftover"), a, compiling);
  query->marked = a.yes_no("marked").value_or(false);
  query->required = concepts_named(a.words("required"), a, compiling);
  query->optional = concepts_named(a.words("optional"), a, compiling);
  query->beside_birth = concepts_named(a.words("beside-birth"), a, compiling);
  query->roles = concepts_named(a.words("roles"), a, compiling);
  query->written = "a blank field that the record cannot do without";
  if (base::Status status = a.finish(); !status) return status.error();
  return QueryPointer(query);
}

}  // namespace checklist::kinds
