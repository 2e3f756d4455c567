// Managers' notes at the foot of a record that no form sets apart and no role introduces: a name or initials and a day
// mark them, "TREV 23/11 - not closing this yet. Allocate ...", "Agreed, visit weekly. K.A. 4/5/16".
#include <algorithm>

#include "facts/contribution.h"
#include "facts/decision.h"

namespace facts {
namespace {

using language::Role;

constexpr std::size_t note_units = 8;         // where a manager writes below a record
constexpr std::size_t note_mark_words = 6;    // name and day, a role or an hour
constexpr std::size_t note_mark_tokens = 14;  // the same with their marks
constexpr std::size_t initials_letters = 3;

bool may_hold_note(const Gathering& record, const form::Unit& unit) {
  if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading || unit.kind == form::UnitKind::row)
    return false;
  return !nearest_section(
      record, unit,
      {"agencies", "chronology", "previous", "history", "visits", "views", "parent-views", "consent", "referrer"});
}

// Whoever is known to be somebody else than a manager: the worker, the family, people of other agencies.
bool somebody_else(const Gathering& record, base::Span name) {
  for (const language::Mention& mention : record.mentions(name)) {
    const language::Entity* who = record.entity(mention.who);
    if (who != nullptr && who->role != Role::manager && who->role != Role::unknown) return true;
  }
  return false;
}

// Initials with full stops, "K.A.", "T.Ashby", are no words of a name to the roster.
base::Span initials_in(const Gathering& record, base::Span at) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(at);
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view written = record.text(scan.tokens[i].at);
    const bool letters = written.size() <= initials_letters &&
                         std::all_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!letters || record.has(scan.tokens[i].at, "agency") || record.has(scan.tokens[i].at, "manager.role")) continue;
    std::size_t end = i;
    while (end + 2 < last && record.text(scan.tokens[end + 1].at) == "." && scan.tokens[end + 2].capital) end += 2;
    if (written.size() > 1 || end > i) return {scan.tokens[i].at.begin, scan.tokens[end].at.end};
  }
  return {};
}

// "Trev" of "Trev 23/11": one word written large right before the day.
base::Span word_before_day(const Gathering& record, base::Span at, base::Span day) {
  const lexicon::Scan& scan = record.language.scan;
  const std::size_t behind = scan.range(day).first;
  if (day.empty() || behind == scan.range(at).first) return {};
  const lexicon::Token& token = scan.tokens[behind - 1];
  bool name = token.capital && token.kind == lexicon::TokenKind::word && token.at.size() > 1;
  for (std::string_view other : {"word.function", "word.determiner", "word.preposition", "word.month", "word.weekday",
                                 "manager", "agency", "role", "verb", "contribution.means"}) {
    name = name && !record.has(token.at, other);
  }
  return name ? token.at : base::Span();
}

bool marked(const Gathering& record, base::Span at, Decision& decision) {
  if (at.empty() || record.words(at) > note_mark_words) return false;
  decision.date = {};
  add_date(record, at, decision);
  decision.name = name_in(record, at);
  if (decision.name.empty()) decision.name = initials_in(record, at);
  if (decision.name.empty()) decision.name = word_before_day(record, at, decision.date);
  return !decision.name.empty() && !decision.date.empty() && !somebody_else(record, decision.name);
}

// "TREV 23/11 - ...", "4/5 KA: ...": the stretch before the mark that ends who and when; empty where none does.
base::Span head_of_note(const Gathering& record, base::Span at) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(at);
  for (std::size_t i = first; i < std::min(last, first + note_mark_tokens); ++i) {
    const std::string_view written = record.text(scan.tokens[i].at);
    const bool apart = i > first && scan.tokens[i].at.begin > scan.tokens[i - 1].at.end;
    const bool dash = apart && (written == "-" || written == "\xE2\x80\x93" || written == "\xE2\x80\x94");
    if (i > first && (dash || written == ":")) return {at.begin, scan.tokens[i].at.begin};
  }
  return {};
}

bool opens(const Gathering& record, const form::Unit& unit, Decision& decision) {
  const base::Span head = head_of_note(record, unit.at);
  if (!marked(record, head, decision)) return false;
  const base::Span words = {head.end, unit.at.end};
  if ((!record.has(words, "manager.verdict") && !record.has(words, "verdict.note")) ||
      record.has(words, "manager.system"))
    return false;
  decision.at = unit.at;
  add_words(record, unit.at, unit.at.begin, decision);
  return decision.reasoned;
}

bool ends(const Gathering& record, const form::Unit& unit, Decision& decision) {
  if (!signed_at_end(record, unit.at, decision) || !record.has(first_sentence(record, unit.at), "manager.opens"))
    return false;
  decision.at = unit.at;
  add_words(record, unit.at, unit.at.begin, decision);
  return decision.reasoned;
}

}  // namespace

bool signed_at_end(const Gathering& record, base::Span at, Decision& decision) {
  const language::Sentence* back = nullptr;
  std::size_t sentences = 0;
  for (const language::Sentence& sentence : record.language.sentences_over(at)) {
    if (!at.contains(sentence.at)) continue;
    ++sentences;
    back = &sentence;
  }
  return sentences > 1 && marked(record, {back->at.begin, at.end}, decision);
}

std::vector<Decision> decisions_of_notes(const Gathering& record) {
  std::vector<Decision> out;
  const auto& units = record.form.units;
  for (std::size_t i = units.size() > note_units ? units.size() - note_units : 0; i < units.size(); ++i) {
    Decision note;
    if (may_hold_note(record, units[i]) && (opens(record, units[i], note) || ends(record, units[i], note = {})))
      out.push_back(note);
  }
  return out;
}

}  // namespace facts
