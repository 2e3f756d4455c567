// What a manager wrote: the name, the date and the words of each manager's part of the record, taken together, whether
// the form sets that part apart or a line at the end begins with who the manager is.
#include <algorithm>
#include <map>

#include "facts/contribution.h"
#include "facts/parts.h"

namespace facts {
namespace {

using language::Mood;
using language::Role;

constexpr std::size_t head_words = 18;  // where a line says who wrote it, and when
constexpr std::size_t bare_words = 9;   // "Fox - authorised 17/05/2022 16:58" says nothing more
constexpr std::size_t telling_content = 4;
constexpr std::size_t units_that_follow = 4;  // date and comment behind a manager's name

bool is_manager_field(const Gathering& record, lexicon::FieldId field) {
  return record.is_field(field,
                         {"manager", "authorised-by", "authorisation-date", "manager-comments", "manager-decision"});
}

bool reasons(const Gathering& record, const language::Sentence& sentence) {
  if (sentence.statement_begin == sentence.statement_end) return false;
  const language::Statement& main = record.language.statements[sentence.statement_begin];
  if (main.source == language::Source::form || main.source == language::Source::policy || main.general) return false;
  if (record.has(sentence.at, "manager.system")) return false;
  bool reason = record.has(sentence.at, "manager.reason") || record.has(sentence.at, "threshold.reason");
  bool bare = record.has(sentence.at, "manager.signoff-bare") && !reason &&
              (main.content < 3 || record.words(sentence.at) <= bare_words);
  if (bare) return false;
  return main.mood == Mood::directed || main.mood == Mood::intended || reason || main.back >= 0 ||
         main.content >= telling_content;
}

void add_words(const Gathering& record, base::Span at, std::uint32_t from, Decision& decision) {
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.at.begin < from || sentence.at.begin < at.begin) continue;
    if (sentence.at.begin >= at.end) break;
    if (!reasons(record, sentence)) continue;
    if (!decision.reasoned) decision.words = sentence.at;
    decision.reasoned = true;
  }
}

void add_date(const Gathering& record, base::Span at, Decision& decision) {
  if (!decision.date.empty()) return;
  Contribution probe;
  date_from(record, at, probe);
  decision.date = probe.when_at;
}

// A name in a stretch: words written large that are no month, no role and no common word.
base::Span name_in(const Gathering& record, base::Span at) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(at);
  base::Span out;
  std::size_t role_until = first;  // "Team Manager" is a role, word by word
  for (std::size_t i = first; i < last; ++i) {
    const lexicon::Token& token = scan.tokens[i];
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (record.lexicon.concept_name(hit.concept_id) == "manager.role")
        role_until = std::max<std::size_t>(role_until, hit.last + 1);
    }
    bool name = token.capital && token.kind == lexicon::TokenKind::word && i >= role_until;
    for (std::string_view other :
         {"word.function", "word.determiner", "word.month", "word.weekday", "manager", "agency", "role"}) {
      name = name && !record.has(token.at, other);
    }
    for (const language::Mention& mention : record.mentions(token.at)) {
      const language::Entity* who = record.entity(mention.who);
      name = name && !(who != nullptr && (who->role == Role::subject_child || who->role == Role::parent ||
                                          who->role == Role::worker || who->role == Role::sibling));
    }
    if (!name) {
      // One word at the front is a sentence's beginning rather than a name.
      bool front = i == first + 1 && out.begin == at.begin;
      if (!out.empty() && !front) return out;
      out = {};
      continue;
    }
    out = base::join(out, token.at);
  }
  return out;
}

// Adds one unit of a manager's part to the decision in hand.
void add_unit(const Gathering& record, const form::Unit& unit, Decision& decision) {
  if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) return;
  base::Span value = unit.value.empty() ? unit.at : unit.value;
  if (unit.blank && unit.cell_begin == unit.cell_end) return;
  add_date(record, unit.at, decision);
  if (decision.name.empty()) {
    EntityId who = record.person(unit.at, {Role::manager});
    bool named = record.is_field(unit.field, {"manager", "authorised-by", "name", "signed"}) ||
                 record.cell(unit, {"manager", "authorised-by", "name", "signed"}) != nullptr;
    if (who >= 0) {
      for (const language::Mention& mention : record.mentions(unit.at)) {
        // "The manager" is no name.
        if (mention.who == who && !mention.pronoun && !name_in(record, mention.at).empty()) decision.name = mention.at;
      }
      if (decision.name.empty() && named && !record.blank(value)) decision.name = name_in(record, value);
    } else if (named && !record.blank(value)) {
      decision.name = value;
    }
  }
  bool signature = record.has(unit.at, "manager.signature") && record.words(unit.at) <= head_words;
  if (decision.name.empty() && unit.kind == form::UnitKind::prose && signature) {
    decision.name = name_in(record, unit.at);
  }
  add_words(record, unit.at, unit.at.begin, decision);
  decision.at = base::join(decision.at, unit.at);
}

// "Team manager, Ann Fox, 06/12/2016: Happy to close." and "Read by Ann Fox, hub manager, 10 March 2023."
bool signs(const Gathering& record, const language::Sentence& sentence, Decision& decision) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(sentence.at);
  std::size_t end = std::min(last, first + head_words);
  if (first == end) return false;
  base::Span head = {sentence.at.begin, scan.tokens[end - 1].at.end};
  for (std::size_t i = first; i < end; ++i) {
    std::string_view word = record.text(scan.tokens[i].at);
    if (word == ":" && i > first + 2) {
      head.end = scan.tokens[i].at.end;
      break;
    }
  }
  bool role = record.has(head, "manager.role");
  bool verb = record.has(head, "manager.signs");
  if (!role && !verb) return false;
  if (sentence.statement_begin != sentence.statement_end) {
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    // "Read by ..." looks like an order, and is none.
    bool ahead =
        main.mood == Mood::conditional || main.mood == Mood::asked || (main.time == language::Time::future && !verb);
    if (ahead && record.text({head.end - 1, head.end}) != ":") return false;
  }
  Contribution probe;
  date_from(record, head, probe);
  base::Span name = name_in(record, head);
  if (probe.when_at.empty() || name.empty()) return false;
  decision.name = name;
  decision.date = probe.when_at;
  decision.at = sentence.at;
  const form::Unit& unit = record.form.units[sentence.unit];
  add_words(record, unit.at, head.end < sentence.at.end ? sentence.at.begin : sentence.at.end, decision);
  return true;
}

void merge(Decision& whole, const Decision& part) {
  if (part.at.empty()) return;
  if (whole.name.empty()) whole.name = part.name;
  if (whole.date.empty()) whole.date = part.date;
  if (!whole.reasoned && part.reasoned) {
    whole.reasoned = true;
    whole.words = part.words;
  }
  if (whole.at.empty()) whole.at = part.at;
}

// Date and comment right behind a manager's name, where the form gives them no heading of the manager's.
void add_what_follows(const Gathering& record, std::size_t unit, Decision& decision) {
  const auto& units = record.form.units;
  bool comment = false;
  for (std::size_t i = unit + 1; i < units.size() && i <= unit + units_that_follow; ++i) {
    if (units[i].kind == form::UnitKind::heading) {
      comment = record.has(units[i].at, "manager.comment-heading");
      if (!comment) return;
      continue;
    }
    bool belongs = record.is_field(units[i].field, {"date", "comments", "decision", "signed"}) ||
                   (comment && units[i].kind == form::UnitKind::prose) || is_manager_field(record, units[i].field);
    if (!belongs) return;
    add_unit(record, units[i], decision);
  }
}

}  // namespace

void gather_decisions(const Gathering& record, Facts& facts) {
  std::map<std::int32_t, Decision> by_section;
  Decision loose;  // manager's fields that stand among the record's details
  const auto& units = record.form.units;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const form::Unit& unit = units[i];
    if (record.in_section(unit, {"manager"})) {
      add_unit(record, unit, by_section[unit.section]);
    } else if (is_manager_field(record, unit.field) && unit.kind != form::UnitKind::row) {
      add_unit(record, unit, loose);
      if (!unit.blank) add_what_follows(record, i, loose);
    }
  }
  Decision whole;
  for (auto& [section, decision] : by_section) merge(whole, decision);
  merge(whole, loose);
  if (whole.name.empty() || whole.date.empty() || !whole.reasoned) {
    for (const language::Sentence& sentence : record.language.sentences) {
      const form::Unit& unit = record.form.units[sentence.unit];
      if (nearest_section(record, unit, {"previous", "history", "chronology"})) continue;
      Decision signed_line;
      if (signs(record, sentence, signed_line)) merge(whole, signed_line);
    }
    for (const form::Unit& unit : record.form.units) {
      bool line = unit.kind == form::UnitKind::field && !unit.blank && record.has(unit.label, "manager.role");
      if (!line || !whole.at.empty()) continue;
      Decision labelled;
      labelled.at = unit.at;
      labelled.name = name_in(record, unit.value);
      add_date(record, unit.at, labelled);
      add_words(record, unit.value, unit.value.begin, labelled);
      if (!labelled.name.empty()) merge(whole, labelled);
    }
  }
  if (whole.at.empty() || (whole.name.empty() && whole.date.empty() && !whole.reasoned)) return;
  if (whole.reasoned) whole.at = whole.words;
  facts.decisions.push_back(whole);
}

}  // namespace facts
