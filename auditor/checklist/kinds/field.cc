// <field> and <tick>: what the form asks and what is filled in. Labels and columns decide, never prose.
#include "base/utf8.h"
#include "checklist/kinds/conditions.h"

namespace checklist::kinds {
namespace {

std::uint32_t words_in(const Record& record, base::Span at) {
  auto [first, last] = record.language.scan.range(at);
  std::uint32_t words = 0;
  for (std::size_t i = first; i < last; ++i) {
    words += record.language.scan.tokens[i].kind == lexicon::TokenKind::punctuation ? 0u : 1u;
  }
  return words;
}

bool label_has(const Record& record, base::Span label, const std::vector<bool>& asked) {
  for (const lexicon::Hit& hit : record.language.scan.within(label)) {
    if (in_table(asked, hit.concept_id)) return true;
  }
  return false;
}

class FieldQuery : public Query {
 public:
  std::vector<bool> fields;
  std::vector<std::string> asks;  // concepts in the label, as written
  std::vector<bool> asked;        // the same, by id
  std::optional<bool> blank, dated;
  Range length;  // words of the value
  WordsAsked words;
  SectionsAsked sections;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    for (std::size_t i = 0; i < record.form.units.size(); ++i) {
      const form::Unit& unit = record.form.units[i];
      if (unit.kind == form::UnitKind::row) {
        for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
          const form::Cell& cell = record.form.cells[c];
          if (!in_table(fields, cell.field)) continue;
          if (!asks.empty() && !label_has(record, cell.heading, asked)) continue;
          add(record, i, cell.at, cell.at, form::is_blank_value(cell.at.of(record.document.text), record.scans), out);
        }
      }
      bool is_asked = unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question ||
                      unit.kind == form::UnitKind::tick || unit.kind == form::UnitKind::row ||
                      (unit.kind == form::UnitKind::prose && unit.field != 0);
      if (is_asked && in_table(fields, unit.field) && (asks.empty() || label_has(record, unit.label, asked))) {
        base::Span value = unit.value.empty() ? base::Span{unit.label.end, unit.at.end} : unit.value;
        add(record, i, unit.at, value, unit.blank, out);
      }
    }
    return out;
  }
  std::string describe() const override { return written; }

 private:
  void add(const Record& record, std::size_t unit, base::Span at, base::Span value, bool is_blank,
           std::vector<Candidate>& out) const {
    Candidate c;
    c.at = quotable(record, at);
    if (at.empty()) return;
    if (blank && *blank != is_blank) {
      c.fail(Condition::shape);
      c.why = is_blank ? "left blank" : "";
    }
    words.check(record, value, c);
    if (!length.holds(words_in(record, value))) c.fail(Condition::content);
    if (dated && *dated != has_date(record, value)) {
      c.fail(Condition::shape);
      c.why = *dated ? "without a date" : "";
    }
    sections.check(record, static_cast<std::int32_t>(unit), c);
    if (c.passed() || c.is_near_miss()) out.push_back(c);
  }
};

// What asks for the boxes of a unit: its label or, where it has none, the heading right above it.
base::Span asking(const Record& record, std::size_t i) {
  const form::Unit& unit = record.form.units[i];
  const bool headed = unit.label.empty() && i > 0 && record.form.units[i - 1].kind == form::UnitKind::heading;
  return headed ? record.form.units[i - 1].at : unit.label;
}

class TickQuery : public Query {
 public:
  WordsAsked words;               // in the option's text
  std::vector<std::string> asks;  // concepts in what is asked, as written
  std::vector<bool> asked;        // the same, by id
  std::vector<bool> fields;
  bool fields_asked = false;
  bool ticked = true;
  SectionsAsked sections;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    for (std::size_t i = 0; i < record.form.units.size(); ++i) {
      const form::Unit& unit = record.form.units[i];
      if (fields_asked && !in_table(fields, unit.field)) continue;
      if (!asks.empty() && !label_has(record, asking(record, i), asked)) continue;
      for (std::uint32_t o = unit.option_begin; o < unit.option_end; ++o) {
        const form::Option& option = record.form.options[o];
        Candidate c;
        // Asked for by its label, a box says nothing without it.
        bool whole = option.text.empty() || fields_asked || !asks.empty();
        c.at = quotable(record, whole ? unit.at : option.at);
        words.check(record, option.text.empty() ? unit.at : option.text, c);
        sections.check(record, static_cast<std::int32_t>(i), c);
        if (option.ticked != ticked) {
          c.fail(Condition::shape);
          c.why = option.ticked ? "ticked" : "not ticked";
        }
        if (c.passed() || c.is_near_miss()) out.push_back(c);
      }
    }
    return out;
  }
  std::string describe() const override { return written; }
};

class MarkQuery : public Query {
 public:
  std::vector<bool> concepts;
  std::vector<lexicon::ConceptId> ids;  // of these
  bool help_too = false, questions_too = true;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    if (!record.holding.any_found(ids)) return out;
    for (const lexicon::Hit& hit : record.language.scan.hits) {
      if (!in_table(concepts, hit.concept_id)) continue;
      const std::int32_t i = record.form.unit_at(hit.at.begin);
      if (i >= 0 && passed_over(record, record.form.units[static_cast<std::size_t>(i)], hit.at)) continue;
      Candidate c;
      c.at = hit.at;
      out.push_back(c);
    }
    return out;
  }
  std::string describe() const override { return written; }

 private:
  // Words that are the form's own: its help, or what its questions and headings ask.
  bool passed_over(const Record& record, const form::Unit& unit, base::Span at) const {
    if (unit.kind == form::UnitKind::help) return !help_too;
    if (questions_too) return false;
    if (unit.kind == form::UnitKind::question) return unit.label.contains(at);
    return unit.kind == form::UnitKind::heading && unit.at.of(record.document.text).ends_with('?');
  }
};

}  // namespace

base::Result<QueryPointer> make_field(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<FieldQuery>();
  std::vector<std::string> names = a.words("fields");
  if (names.empty()) a.fail("<field> names no field", "give it fields=\"...\"");
  query->fields = fields_named(names, a, compiling);
  query->blank = a.yes_no("blank");
  if (!query->blank) query->blank = false;
  query->dated = a.yes_no("dated");
  query->asks = a.words("asks");
  query->asked = concepts_named(query->asks, a, compiling);
  query->length = a.range("length");
  query->words = WordsAsked::read(a, compiling);
  query->sections = SectionsAsked::read(a, compiling);
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = *query->blank ? "a blank field" : "a filled field";
  for (const std::string& name : names) query->written += " " + name;
  query->written += query->words.written + query->sections.written;
  for (const std::string& name : query->asks)
    query->written += (name == query->asks.front() ? " whose label holds " : " or ") + name;
  return QueryPointer(query);
}

base::Result<QueryPointer> make_tick(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<TickQuery>();
  std::vector<std::string> names = a.words("fields");
  query->fields_asked = !names.empty();
  query->fields = fields_named(names, a, compiling);
  query->ticked = a.yes_no("ticked").value_or(true);
  query->asks = a.words("asks");
  query->asked = concepts_named(query->asks, a, compiling);
  query->words = WordsAsked::read(a, compiling);
  query->sections = SectionsAsked::read(a, compiling);
  if (base::Status status = a.finish(); !status) return status.error();
  query->written =
      (query->ticked ? "a ticked box" : "an unticked box") + query->words.written + query->sections.written;
  for (const std::string& name : query->asks)
    query->written += (name == query->asks.front() ? " beside " : " or ") + name;
  return QueryPointer(query);
}

base::Result<QueryPointer> make_mark(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<MarkQuery>();
  std::vector<std::string> names = a.words("has");
  query->concepts = concepts_named(names, a, compiling);
  query->ids = ids_in(query->concepts);
  query->help_too = a.yes_no("help").value_or(false);
  query->questions_too = a.yes_no("questions").value_or(true);
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = "words of";
  for (const std::string& name : names) query->written += " " + name;
  return QueryPointer(query);
}

}  // namespace checklist::kinds
