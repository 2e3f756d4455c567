#include "evaluation/own_facts.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "checklist/query.h"

namespace evaluation {
namespace {

using form::UnitKind;
using language::Role;

constexpr std::uint32_t longest_quote = 300;  // bytes; enough for what a field or a sentence says

class Gatherer {
 public:
  explicit Gatherer(const checklist::Record& record) : record_(record) {}

  OwnFacts gathered() {
    dates();
    seeings();
    for (const facts::Characteristic& each : record_.facts.characteristics) characteristic(each);
    ids();
    days();
    topics();
    return std::move(out_);
  }

 private:
  std::string_view text(base::Span at) const { return at.of(record_.document.text); }

  std::string name_of(language::EntityId who) const {
    if (who == language::nobody || record_.language.subjects.size() < 2) return "";
    return record_.language.people[static_cast<std::size_t>(who)].name;
  }

  // Cut after a word where it is long.
  base::Span quoted(base::Span at) const {
    if (at.size() <= longest_quote) return at;
    std::uint32_t end = at.begin + longest_quote;
    while (end > at.begin && record_.document.text[end] != ' ' && record_.document.text[end] != '\n') --end;
    return end == at.begin ? base::Span{at.begin, at.begin} : base::Span{at.begin, end};
  }

  void add(const char* what, std::string value, std::string child, base::Span at) {
    base::Span quote = quoted(at);
    if (quote.empty()) return;
    out_.facts.push_back({what, std::move(value), std::move(child), quote, std::string(text(quote))});
  }

  static std::string written(language::Day day, bool has_year) {
    std::string iso = language::iso_of(day);
    return has_year ? iso : "-" + iso.substr(4);
  }

  // The day as the stretch writes it: a year that is only inferred is left out.
  std::string written_in(base::Span at, language::Day day) const {
    for (const language::Date& date : record_.language.dates_in(at)) {
      if (date.day == day && date.has_year) return written(day, true);
    }
    return written(day, false);
  }

  void dates() {
    constexpr std::string_view ending = "-date";
    for (const facts::RecordDate& date : record_.facts.dates) {
      std::string field(record_.lexicon.field_name(date.field));
      if (date.day == language::no_day || date.impossible || !field.ends_with(ending)) continue;
      field.resize(field.size() - ending.size());
      add(field.c_str(), written_in(date.at, date.day), "", date.at);
    }
  }

  // Whether a denial is of the worker's own knowledge and means the assessment as a whole, as fields do; not "was not
  // seen that time", nor what a neighbour did not see.
  bool whole_denial(base::Span at) const {
    for (const language::Sentence& sentence : record_.language.sentences_over(at)) {
      if (!sentence.at.contains(at) || sentence.statement_begin == sentence.statement_end) continue;
      const language::Statement& main = record_.language.statements[sentence.statement_begin];
      if (main.told || main.general || main.source != language::Source::worker) return false;
      return holds(at, "denies.seeing") && !holds(at, "denies.seeing.partly");
    }
    return true;
  }

  void seeings() {
    for (const facts::Seen& seen : record_.facts.seen) {
      if (!seen.seen && !whole_denial(seen.at)) continue;
      std::string when = seen.when == language::no_day ? "" : written_in(seen.at, seen.when);
      add(seen.seen ? "seen" : "not_seen", when, name_of(seen.child), seen.at);
    }
  }

  // Whether a stretch mentions somebody but the subject children: what it tells may be theirs.
  bool of_others(base::Span at) const {
    for (const language::Mention& mention : record_.language.mentions_from(at)) {
      if (!at.contains(mention.at) || mention.who == language::nobody) continue;
      if (record_.language.people[static_cast<std::size_t>(mention.who)].role != Role::subject_child) return true;
    }
    return false;
  }

  void characteristic(const facts::Characteristic& found) {
    std::string_view field = record_.lexicon.field_name(found.field);
    if (of_others(found.at)) return;
    if (field == "ethnicity") ethnicity(found);
    if (field == "disability") disability(found);
  }

  bool is_statement(base::Span at) const {
    const auto& statements = record_.language.statements;
    for (const language::Sentence& sentence : record_.language.sentences_over(at)) {
      for (std::uint32_t s = sentence.statement_begin; s < sentence.statement_end; ++s) {
        if (statements[s].at == at) return true;
      }
    }
    return false;
  }

  // From fields and tables alone, since prose may tell half of it, the codes of every group that is named, words within
  // longer ones left out ("white" of "white British").
  void ethnicity(const facts::Characteristic& found) {
    if (is_statement(found.at)) return;
    std::vector<bool> groups = record_.lexicon.family_table("ethnic-group");
    std::vector<lexicon::Hit> hits;
    for (const lexicon::Hit& hit : record_.language.scan.within(found.at)) {
      if (groups[hit.concept_id]) hits.push_back(hit);
    }
    std::set<std::string> codes;
    std::set<lexicon::ConceptId> named;
    for (const lexicon::Hit& hit : hits) {
      bool within = std::any_of(hits.begin(), hits.end(), [&](const lexicon::Hit& other) {
        return other.at.contains(hit.at) && other.at.size() > hit.at.size();
      });
      if (!within && named.insert(hit.concept_id).second) add_codes(hit.concept_id, codes);
    }
    // Two groups make a mixed one, and which of the mixed ones is left open.
    const lexicon::ConceptId mixed = record_.lexicon.find_concept("ethnic-group.mixed");
    if (named.size() > 1 && mixed != 0) add_codes(mixed, codes);
    std::string value;
    for (const std::string& code : codes) value += (value.empty() ? "" : " ") + code;
    if (!codes.empty()) add("ethnicity", value, name_of(found.child), found.at);
  }

  void add_codes(lexicon::ConceptId group, std::set<std::string>& codes) const {
    std::istringstream words{std::string(record_.lexicon.attribute(group, "codes"))};
    for (std::string code; words >> code;) codes.insert(code);
  }

  // From a field or column of that name alone: what prose says of a child's health is no yes or no.
  void disability(const facts::Characteristic& found) {
    std::int32_t index = record_.form.unit_at(found.at.begin);
    if (index < 0) return;
    const form::Unit& unit = record_.form.units[static_cast<std::size_t>(index)];
    base::Span label, value;
    if (unit.kind == UnitKind::field || unit.kind == UnitKind::question) {
      label = unit.label;
      value = unit.value;
    }
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record_.form.cells[c];
      if (cell.at != found.at) continue;
      label = cell.heading;
      value = cell.at;
    }
    std::string asked = base::fold_case(text(label));
    if (value.empty() || asked.find("disab") == std::string::npos || asked.find('/') != std::string::npos) return;
    const bool negated = holds(value, "cue.not") || holds(value, "cue.none");
    const bool denied = denies(value), has = holds(value, "identity.value.disability") && !negated;
    if (has != denied) add("disability", denied ? "no" : "yes", name_of(found.child), found.at);
  }

  bool holds(base::Span at, std::string_view name) const {
    const lexicon::ConceptId id = record_.lexicon.find_concept(name);
    return id != 0 && record_.language.scan.has(at, id);
  }
  // Nothing but a denial: "None", "No", "None known".
  bool denies(base::Span value) const {
    auto [first, last] = record_.language.scan.range(value);
    constexpr std::size_t few_words = 4;
    return last - first <= few_words && (holds(value, "denial-value") || holds(value, "no-value"));
  }

  void ids() {
    const lexicon::FieldId number = record_.lexicon.find_field("case-number");
    if (number == 0) return;
    for (const form::Unit& unit : record_.form.units) {
      bool answers = unit.kind == UnitKind::field || unit.kind == UnitKind::question;
      if (answers && unit.field == number && !unit.blank && !unit.value.empty()) id(unit.value);
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
        if (record_.form.cells[c].field == number) id(record_.form.cells[c].at);
      }
    }
  }
  void id(base::Span at) { add("id", base::on_one_line(text(at)), "", at); }

  void days() {
    for (const language::Date& date : record_.language.dates) {
      if (date.has_day && date.day != language::no_day) out_.days.push_back(written(date.day, date.has_year));
    }
    std::sort(out_.days.begin(), out_.days.end());
    out_.days.erase(std::unique(out_.days.begin(), out_.days.end()), out_.days.end());
  }

  // A box that nobody ticked, the label of a blank field and a heading over nothing are the form's words, not the
  // record's.
  bool filled_in(const form::Unit& unit, base::Span at, const std::vector<bool>& sections) const {
    switch (unit.kind) {
      case UnitKind::help:
        return false;
      case UnitKind::heading:
        return unit.section >= 0 && sections[static_cast<std::size_t>(unit.section)];
      case UnitKind::field:
      case UnitKind::question:
        return !unit.blank && (!unit.label.contains(at) || !denies(unit.value));
      case UnitKind::tick:
        return ticked(unit, at);
      case UnitKind::prose:
      case UnitKind::row:
        return true;
    }
    return true;
  }
  bool ticked(const form::Unit& unit, base::Span at) const {
    for (std::uint32_t o = unit.option_begin; o < unit.option_end; ++o) {
      const form::Option& option = record_.form.options[o];
      if (option.at.contains(at)) return option.ticked;
      if (option.ticked && unit.label.contains(at) && !denies(option.text)) return true;
    }
    return !unit.label.contains(at);
  }

  void topics() {
    out_.knows_topics = !record_.lexicon.family("factor").empty();
    std::vector<bool> family = record_.lexicon.family_table("factor");
    std::vector<bool> sections(record_.form.sections.size(), false);
    for (const form::Unit& unit : record_.form.units) {
      bool content = unit.kind != UnitKind::heading && unit.kind != UnitKind::help && !unit.blank;
      if (content && unit.section >= 0) sections[static_cast<std::size_t>(unit.section)] = true;
    }
    std::vector<bool> found(family.size(), false);
    for (const lexicon::Hit& hit : record_.language.scan.hits) {
      if (!family[hit.concept_id] || found[hit.concept_id]) continue;
      std::int32_t unit = record_.form.unit_at(hit.at.begin);
      if (unit < 0 || filled_in(record_.form.units[static_cast<std::size_t>(unit)], hit.at, sections))
        found[hit.concept_id] = true;
    }
    for (std::size_t id = 0; id < found.size(); ++id) {
      if (found[id]) out_.topics.emplace_back(record_.lexicon.concept_name(static_cast<lexicon::ConceptId>(id)));
    }
    std::sort(out_.topics.begin(), out_.topics.end());
  }

  const checklist::Record& record_;
  OwnFacts out_;
};

}  // namespace

OwnFacts own_facts(const checklist::Record& record) {
  return Gatherer(record).gathered();
}

std::string dump(const OwnFacts& own) {
  std::string out;
  for (const OwnFact& fact : own.facts) {
    out += fact.what + " | " + fact.value + " | " + fact.child + " | " + base::on_one_line(fact.quote) + "\n";
  }
  for (const std::string& day : own.days) out += "day " + day + "\n";
  for (const std::string& topic : own.topics) out += "topic " + topic + "\n";
  return out;
}

}  // namespace evaluation
