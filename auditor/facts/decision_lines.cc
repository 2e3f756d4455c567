// Managers' decisions that the form sets nothing apart for: signed lines, rows, messages, and what the worker tells.
#include <algorithm>

#include "facts/contribution.h"
#include "facts/decision.h"
#include "facts/named.h"

namespace facts {
namespace {

using language::Mood;
using language::Role;

constexpr std::size_t head_words = 18;      // where a line says who wrote it, and when
constexpr std::size_t signature_words = 9;  // a line that only signs
constexpr std::uint32_t line_opening = 30;  // bytes
constexpr std::size_t label_bytes = 20;     // "Team manager:"
constexpr std::size_t words_before = 3;     // prose units in front of a signature that it signs
constexpr std::size_t signature_lines = 2;  // on either side of a manager's role: the name, the day

// Where a stretch names our manager: "the housing manager", "her manager at the shop" are none of ours.
base::Span our_manager(const Gathering& record, base::Span at) {
  const lexicon::Scan& scan = record.language.scan;
  lexicon::ConceptId role = record.lexicon.find_concept("manager.role");
  auto [first, last] = scan.range(at);
  for (const lexicon::Hit& hit : scan.within(at)) {
    if (hit.concept_id != role) continue;
    bool foreign = false;
    for (std::size_t i = hit.first > first + 3 ? hit.first - 3 : first; i <= hit.first; ++i) {
      for (const lexicon::Hit& other : scan.starting_at(i)) {
        foreign = foreign || (other.last >= hit.last && other.first < hit.first &&
                              record.lexicon.concept_name(other.concept_id).starts_with("agency."));
      }
    }
    if (hit.first > first) {
      std::string_view before = record.text(scan.tokens[hit.first - 1].at);
      for (std::string_view owner : {"'s", "’s", "his", "her", "their", "His", "Her", "Their"}) {
        foreign = foreign || before == owner;
      }
    }
    if (hit.last + 1 < last) foreign = foreign || record.text(scan.tokens[hit.last + 1].at) == "at";
    if (!foreign) return hit.at;
  }
  for (const language::Mention& mention : record.mentions(at)) {
    const language::Entity* who = record.entity(mention.who);
    bool opens = mention.at.begin < at.begin + line_opening;  // "Ann Fox, 4 May: ..."
    // Introduced as one elsewhere: "System: Case Manager" introduces nobody.
    opens = opens && who != nullptr && (who->first.begin < at.begin || who->first.begin >= at.end);
    if (who != nullptr && who->role == Role::manager && !mention.pronoun && opens) return mention.at;
  }
  return {};
}

const language::Statement* main_of(const Gathering& record, const language::Sentence& sentence) {
  if (sentence.statement_begin == sentence.statement_end) return nullptr;
  return &record.language.statements[sentence.statement_begin];
}

bool ahead(const Gathering& record, const language::Sentence& sentence) {
  const language::Statement* main = main_of(record, sentence);
  if (main == nullptr) return false;
  return main->mood == Mood::conditional || main->mood == Mood::asked || main->time == language::Time::future ||
         main->general || main->source == language::Source::policy;
}

// "Team manager, Ann Fox, 06/12/2016: Happy to close.", "Read by Ann Fox, hub manager, 10 March 2023.", and a paragraph
// whose first words are "Hub manager. Ann Fox, 10 March."
bool signs(const Gathering& record, const language::Sentence& sentence, Decision& decision) {
  const lexicon::Scan& scan = record.language.scan;
  const form::Unit& unit = record.form.units[sentence.unit];
  bool opens = sentence.at.begin == unit.at.begin || unit.value.begin == sentence.at.begin;
  auto [first, last] = scan.range(opens ? base::Span{sentence.at.begin, unit.at.end} : sentence.at);
  std::size_t end = std::min(last, first + head_words);
  if (first == end) return false;
  base::Span head = {sentence.at.begin, scan.tokens[end - 1].at.end};
  for (std::size_t i = first; i < end; ++i) {
    if (record.text(scan.tokens[i].at) == ":" && i > first + 2) {
      head.end = scan.tokens[i].at.end;
      break;
    }
  }
  bool role = !our_manager(record, head).empty();
  bool verb = record.has(head, "manager.signs");
  if (!role && !verb) return false;
  // "Consent: signed by Jo Marsh, 4 May, for the school": somebody else's signature.
  if (!role &&
      (nearest_section(record, unit, {"consent"}) || record.has(head, "consent") || record.has(unit.label, "consent")))
    return false;
  // "Legal gateway 4 May, me and Ann Fox (team manager)": an action that a manager has a part in.
  const bool action = nearest_section(record, unit, {"plan", "contingency", "review"});
  if (action && !verb && record.has(head, "pronoun.object")) return false;
  bool told = role && record.has(head, "manager.decided");
  bool colon = record.text({head.end - 1, head.end}) == ":";
  // "Read by ..." looks like an order, and is none.
  if (ahead(record, sentence) && !colon && !verb && !told) return false;
  Decision found;
  add_date(record, head, found);
  found.name = name_in(record, head);
  // "TM: ok CIN, visit weekly. PRJ 28/3": who it was stands at the end.
  const std::size_t mark = record.text(head).find(':');
  const auto label_end = static_cast<std::uint32_t>(head.begin + std::min<std::size_t>(mark, head.size()));
  if (mark < label_bytes && name_in(record, {head.begin, label_end}).empty()) {
    if (Decision sign; opens && signed_at_end(record, {sentence.at.begin, unit.at.end}, sign)) {
      found.name = sign.name;
      found.date = sign.date;
    }
  }
  if (found.date.empty() || found.name.empty()) return false;
  decision = found;
  decision.at = sentence.at;
  std::uint32_t from = head.end < sentence.at.end || told ? sentence.at.begin : sentence.at.end;
  add_words(record, unit.at, from, decision);
  return true;
}

// A line that signs without a date or a name: "Agreed by team manager.", "Countersigned: Ann Fox, team manager".
bool signs_partly(const Gathering& record, base::Span line, Decision& decision) {
  if (record.words(line) > signature_words || our_manager(record, line).empty()) return false;
  bool verb = record.has(line, "manager.signs") || record.has(line, "manager.signoff-bare");
  if (!verb || record.has(line, "manager.system") || record.has(line, "manager.ahead")) return false;
  decision.at = line;
  decision.words = line;
  decision.name = name_in(record, line);
  add_date(record, line, decision);
  return true;
}

// What stands before a signature is the manager's where it says what managers say.
bool adopt(const Gathering& record, base::Span before, base::Span name, Decision& decision) {
  if (before.empty() || name.empty() || !record.has(before, "manager.verdict")) return false;
  decision.name = name;
  decision.at = before;
  add_words(record, before, before.begin, decision);
  return true;
}

// "... legal to be told tonight. / Ann Fox, Assistant Team Manager": a line that signs what stands before it.
bool signs_before(const Gathering& record, std::size_t index, Decision& decision) {
  const auto& sentences = record.language.sentences;
  base::Span line = sentences[index].at;
  if (record.words(line) > signature_words || our_manager(record, line).empty()) return false;
  const language::Statement* main = main_of(record, sentences[index]);
  if (main != nullptr && main->frame != language::Frame::none) return false;
  std::size_t from = index;
  while (from > 0 && index - from < words_before &&
         record.form.units[sentences[from - 1].unit].section == record.form.units[sentences[index].unit].section &&
         record.form.units[sentences[from - 1].unit].kind == form::UnitKind::prose &&
         sentences[from - 1].unit + 1 >= sentences[index].unit) {
    --from;
  }
  if (from == index) return false;
  base::Span before = {record.form.units[sentences[from].unit].at.begin, sentences[index - 1].at.end};
  add_date(record, line, decision);
  add_date(record, before, decision);
  return adopt(record, before, name_in(record, line), decision);
}

// "Manager: agreed, as the rent is paid. A. Fox 4/5/16": a label within a paragraph, and the signature at its end.
bool says_behind_label(const Gathering& record, std::size_t index, Decision& decision) {
  constexpr std::size_t label_words = 4;
  const auto& sentences = record.language.sentences;
  const form::Unit& unit = record.form.units[sentences[index].unit];
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(sentences[index].at);
  std::size_t colon = first;
  while (colon < last && colon < first + label_words && record.text(scan.tokens[colon].at) != ":") ++colon;
  if (colon == first || colon >= last || record.text(scan.tokens[colon].at) != ":" || !scan.tokens[first].line_start)
    return false;
  const base::Span label = {sentences[index].at.begin, scan.tokens[colon].at.end};
  if (our_manager(record, label).empty() || record.words(label) == 0) return false;
  std::size_t end = index;
  while (end + 1 < sentences.size() && sentences[end + 1].unit == sentences[index].unit) ++end;
  if (end == index || record.words(sentences[end].at) > signature_words) return false;
  decision.name = name_in(record, sentences[end].at);
  add_date(record, sentences[end].at, decision);
  if (decision.name.empty() || decision.date.empty()) {
    const base::Span whole = {sentences[index].at.begin, unit.at.end};
    if (Decision sign; signed_at_end(record, whole, sign)) {  // initials
      decision.name = sign.name;
      decision.date = sign.date;
    }
  }
  if (decision.name.empty() || decision.date.empty()) return false;
  decision.at = sentences[index].at;
  add_words(record, unit.at, sentences[index].at.begin, decision);
  return true;
}

// A name, a role or a day that stands for itself: "Ann Fox", "Assistant Team Manager", "1 June 2010".
bool part_of_signature(const Gathering& record, const form::Unit& unit) {
  constexpr std::size_t part_words = 7;
  if (unit.kind == form::UnitKind::row || unit.kind == form::UnitKind::help || record.words(unit.at) > part_words)
    return false;
  return record.date(unit.at) != nullptr || !our_manager(record, unit.at).empty() ||
         (is_name(record, unit.at) && bears_name(record, unit.at));
}

// The same where name, role and day each have a line of their own, whatever the form makes of such lines.
bool signs_in_lines(const Gathering& record, std::size_t index, Decision& decision) {
  const auto& units = record.form.units;
  if (!part_of_signature(record, units[index]) || our_manager(record, units[index].at).empty()) return false;
  std::size_t first = index, end = index + 1;
  while (first > 0 && index - first < signature_lines && part_of_signature(record, units[first - 1])) --first;
  while (end < units.size() && end - index <= signature_lines && part_of_signature(record, units[end])) ++end;
  // What stands under a manager's heading is taken together anyway.
  if (first == index && record.in_section(units[index], {"manager"})) return false;
  if (end - first < 2 || first == 0 || units[first - 1].kind != form::UnitKind::prose) return false;
  base::Span name;
  for (std::size_t i = first; i < end && name.empty(); ++i) name = name_in(record, units[i].at);
  for (std::size_t i = first; i < end; ++i) add_date(record, units[i].at, decision);
  std::size_t from = first;
  while (from > 0 && first - from < words_before && units[from - 1].kind == form::UnitKind::prose) --from;
  return adopt(record, {units[from].at.begin, units[first - 1].at.end}, name, decision);
}

// A row of a table of signatures: role, name, date, comment.
bool signs_row(const Gathering& record, const form::Unit& unit, Decision& decision) {
  base::Span role;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = record.form.cells[c];
    if (record.words(cell.at) <= signature_words && role.empty()) {
      if (!our_manager(record, cell.at).empty()) role = cell.at;
    }
  }
  if (role.empty() || record.date(unit.at) == nullptr) return false;
  if (!record.in_section(unit, {"plan", "review", "agencies", "chronology", "history"})) {
    decision.at = unit.at;
    add_date(record, unit.at, decision);
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      if (decision.name.empty() && record.words(cell.at) <= signature_words) decision.name = name_in(record, cell.at);
      bool reason = record.has(cell.at, "manager.reason") && record.words(cell.at) > signature_words / 2;
      if (reason && !decision.reasoned) {
        decision.reasoned = true;
        decision.words = cell.at;
      }
    }
    add_words(record, unit.at, unit.at.begin, decision);
    return !decision.name.empty();
  }
  return false;
}

// A heading that says who signs: what stands under it is the manager's.
bool heads(const Gathering& record, std::size_t index, Decision& decision) {
  const auto& units = record.form.units;
  const form::Unit& unit = units[index];
  if (unit.kind != form::UnitKind::heading || our_manager(record, unit.at).empty()) return false;
  add_date(record, unit.at, decision);
  decision.name = name_in(record, unit.at);
  if (decision.date.empty() || decision.name.empty()) return false;
  decision.at = unit.at;
  for (std::size_t i = index + 1; i < units.size() && i <= index + words_before; ++i) {
    if (units[i].kind != form::UnitKind::prose) break;
    add_words(record, units[i].at, units[i].at.begin, decision);
  }
  return true;
}

// "From: Ann Fox (TM)", and the message below it.
bool writes(const Gathering& record, std::size_t index, Decision& decision) {
  const auto& units = record.form.units;
  const form::Unit& unit = units[index];
  if (unit.kind != form::UnitKind::field || unit.blank || our_manager(record, unit.value).empty()) return false;
  // "Author: Ann Fox, Senior Practitioner": who wrote the record decided nothing by that.
  if (!record.has(unit.label, "manager.from") || record.is_field(unit.field, {"worker"})) return false;
  decision.at = unit.at;
  decision.name = name_in(record, unit.value);
  for (std::size_t i = index + 1; i < units.size() && i <= index + words_before; ++i) {
    if (units[i].kind == form::UnitKind::heading) break;
    add_date(record, units[i].at, decision);
    if (units[i].kind == form::UnitKind::prose) add_words(record, units[i].at, units[i].at.begin, decision);
  }
  return !decision.name.empty();
}

}  // namespace

std::vector<Decision> decisions_of_lines(const Gathering& record) {
  std::vector<Decision> out;
  const auto& sentences = record.language.sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const form::Unit& unit = record.form.units[sentences[i].unit];
    if (nearest_section(record, unit, {"previous", "history", "chronology"})) continue;
    Decision line;
    bool prose = unit.kind == form::UnitKind::prose;
    if (prose && signs_before(record, i, line)) out.push_back(line);
    line = {};
    if (prose && says_behind_label(record, i, line)) out.push_back(line);
    line = {};
    if (signs(record, sentences[i], line) || (prose && signs_partly(record, sentences[i].at, line)))
      out.push_back(line);
  }
  for (std::size_t i = 0; i < record.form.units.size(); ++i) {
    const form::Unit& unit = record.form.units[i];
    Decision line;
    if (signs_in_lines(record, i, line)) out.push_back(line);
    line = {};
    if (unit.kind == form::UnitKind::row && signs_row(record, unit, line)) out.push_back(line);
    if (writes(record, i, line) || heads(record, i, line)) out.push_back(line);
    if (unit.kind != form::UnitKind::field || unit.blank || !out.empty()) continue;
    // "Signed: Ann Fox, team manager"
    const bool signed_by = record.is_field(unit.field, {"signed"}) && !our_manager(record, unit.value).empty();
    const lexicon::SectionId named = record.lexicon.section_of(record.text(unit.label));
    const bool headed = named != 0 && record.lexicon.section_name(named) == "manager" &&
                        record.has(unit.label, "manager.decision");  // "Management oversight"
    if (our_manager(record, unit.label).empty() && !record.has(unit.label, "manager.signs") && !signed_by && !headed)
      continue;
    line.at = unit.at;
    if (!signed_at_end(record, unit.value, line)) line.name = name_in_words(record, unit.value);
    if (line.name.empty()) line.name = name_in(record, unit.label);
    add_date(record, unit.at, line);
    add_words(record, unit.value, unit.value.begin, line);
    if (!line.name.empty()) out.push_back(line);
  }
  return out;
}

}  // namespace facts
