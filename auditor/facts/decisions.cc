// What a manager wrote: the name, the date and the words of each manager's part of the record, taken together, whether
// the form sets that part apart or a line at the end begins with who the manager is.
#include <algorithm>
#include <map>

#include "facts/contribution.h"
#include "facts/decision.h"
#include "facts/parts.h"

namespace facts {
namespace {

using language::Mood;
using language::Role;

constexpr std::size_t head_words = 18;  // where a line says who wrote it, and when
constexpr std::size_t bare_words = 9;   // "Fox - authorised 17/05/2022 16:58" says nothing more
constexpr std::size_t telling_content = 3;
constexpr std::size_t telling_words = 8;
constexpr std::size_t short_words = 4;
constexpr std::size_t line_words = 8;         // "Paul Dale, 11/10/2024." and nothing more
constexpr std::size_t units_that_follow = 4;  // date and comment behind a manager's name

bool is_manager_field(const Gathering& record, lexicon::FieldId field) {
  return record.is_field(field,
                         {"manager", "authorised-by", "authorisation-date", "manager-comments", "manager-decision"});
}

bool reasons(const Gathering& record, const language::Sentence& sentence) {
  if (sentence.statement_begin == sentence.statement_end) return false;
  const language::Statement& main = record.language.statements[sentence.statement_begin];
  if (main.source == language::Source::form || main.source == language::Source::policy || main.general) return false;
  if (record.has(sentence.at, "manager.system") || record.has(sentence.at, "referrer.told")) return false;
  bool reason = record.has(sentence.at, "manager.reason") || record.has(sentence.at, "threshold.reason");
  bool bare = record.has(sentence.at, "manager.signoff-bare") && !reason &&
              (record.words(sentence.at) <= (main.content < 3 ? bare_words + 3 : bare_words));
  if (bare) return false;
  if (record.words(sentence.at) < short_words && !reason) return false;
  // "Ann Fox, Service Lead, 9 April" signs, and says nothing.
  bool signature = record.date(sentence.at) != nullptr && record.has(sentence.at, "manager.role");
  if (signature && record.words(sentence.at) <= bare_words && !reason) return false;
  // "M. Hallworth 26/05/2023"
  if (record.date(sentence.at) != nullptr && main.frame == language::Frame::none && !reason &&
      record.words(sentence.at) <= short_words + 2)
    return false;
  return main.mood == Mood::directed || main.mood == Mood::intended || reason || main.back >= 0 ||
         main.content >= telling_content || record.words(sentence.at) >= telling_words;
}

}  // namespace

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
    // "Helen Ward, team manager": right behind a first name it is a surname.
    const bool behind_first =
        token.capital && token.kind == lexicon::TokenKind::word && i >= role_until && !out.empty() &&
        record.has(scan.tokens[i - 1].at, "name.first") &&
        (i + 1 >= last || scan.tokens[i + 1].kind != lexicon::TokenKind::word || scan.tokens[i + 1].line_start);
    name = name || (behind_first && !record.has(token.at, "manager"));
    if (!name) {
      // One word at the front is a sentence's beginning rather than a name.
      std::string_view next = record.text(token.at);
      bool front = i == first + 1 && out.begin == at.begin && next != "(" && next != ",";
      if (!out.empty() && !front) return out;
      out = {};
      continue;
    }
    out = base::join(out, token.at);
  }
  return out;
}

namespace {

// "Paul Dale, 11/10/2024." at the front or the end of what a manager wrote.
base::Span name_at_an_end(const Gathering& record, base::Span at) {
  const language::Sentence* front = nullptr;
  const language::Sentence* back = nullptr;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.at.begin < at.begin || sentence.at.end > at.end) continue;
    if (front == nullptr) front = &sentence;
    back = &sentence;
  }
  for (const language::Sentence* end : {front, back}) {
    if (end == nullptr || record.words(end->at) > line_words) continue;
    base::Span name = name_in(record, end->at);
    if (!name.empty() && (record.date(end->at) != nullptr || record.has(end->at, "manager.role"))) return name;
  }
  return {};
}

}  // namespace

// What is said at length may begin with a word written large that is no name: "Visit weekly."
base::Span name_in_words(const Gathering& record, base::Span at) {
  const base::Span name = name_in(record, at);
  const lexicon::Scan& scan = record.language.scan;
  const std::size_t behind = scan.range(name).second;
  const bool goes_on = !name.empty() && behind < scan.range(at).second &&
                       scan.tokens[behind].kind == lexicon::TokenKind::word && !scan.tokens[behind].capital;
  return record.words(at) <= line_words || !goes_on ? name : name_at_an_end(record, at);
}

namespace {

// Every sentence tells what managers do rather than what this one did.
bool of_the_form(const Gathering& record, base::Span at) {
  bool any = false;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.at.begin < at.begin || sentence.at.end > at.end) continue;
    if (sentence.statement_begin == sentence.statement_end) return false;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    bool form = main.general || main.source == language::Source::policy || main.source == language::Source::form ||
                record.has(sentence.at, "manager.system");
    if (!form) return false;
    any = true;
  }
  return any;
}

// "[JH 24/4: ring her]", below a manager's heading: the worker's own note.
bool noted_by_worker(const Gathering& record, base::Span at) {
  constexpr std::uint32_t opening = 30;  // bytes
  for (const language::Mention& mention : record.mentions({at.begin, std::min(at.end, at.begin + opening)})) {
    const language::Entity* who = record.entity(mention.who);
    const std::string_view behind = record.text({mention.at.end, std::min(at.end, mention.at.end + opening)});
    if (who != nullptr && who->role == Role::worker && !mention.pronoun &&
        record.date({mention.at.end, mention.at.end + static_cast<std::uint32_t>(behind.size())}) != nullptr)
      return behind.find(':') != std::string_view::npos || behind.find(']') != std::string_view::npos;
  }
  return false;
}

// Adds one unit of a manager's part to the decision in hand.
void add_unit(const Gathering& record, const form::Unit& unit, Decision& decision) {
  if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) return;
  base::Span value = unit.value.empty() ? unit.at : unit.value;
  if (unit.blank && unit.cell_begin == unit.cell_end) return;
  if (record.has(unit.label, "feedback.copy-label")) return;
  if (record.has(unit.label, "manager.system") || record.has(unit.label, "feedback.label")) return;
  if (record.is_field(unit.field, {"referrer-informed", "referrer"})) return;
  if (unit.kind == form::UnitKind::prose && (of_the_form(record, unit.at) || noted_by_worker(record, unit.at))) return;
  if (Decision sign; decision.name.empty() && decision.date.empty() && unit.cell_begin == unit.cell_end &&
                     signed_at_end(record, value, sign)) {
    decision.name = sign.name;
    decision.date = sign.date;
  }
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
      if (decision.name.empty() && named && !record.blank(value)) decision.name = name_in_words(record, value);
    } else if (named && !record.blank(value)) {
      decision.name = value;
    }
  }
  bool signature = record.has(unit.at, "manager.signature") && record.words(unit.at) <= head_words;
  if (decision.name.empty() && unit.kind == form::UnitKind::prose && signature) {
    decision.name = name_in(record, unit.at);
  }
  if (decision.name.empty() && unit.kind == form::UnitKind::prose) decision.name = name_at_an_end(record, unit.at);
  add_words(record, unit.at, unit.at.begin, decision);
  decision.at = base::join(decision.at, unit.at);
}

void merge(Decision& whole, const Decision& part) {
  if (part.at.empty()) return;
  if (whole.name.empty()) whole.name = part.name;
  if (whole.date.empty()) whole.date = part.date;
  if (whole.words.empty()) whole.words = part.words;
  if (!whole.reasoned && part.reasoned) {
    whole.reasoned = true;
    whole.words = part.words;
  }
  if (whole.at.empty()) whole.at = part.at;
}

// A field for a manager's comment with a name and a date in it and no words yet: they come below.
bool only_signed(const Gathering& record, const form::Unit& unit) {
  if (!record.has(unit.label, "manager.comment-label") || record.has(unit.label, "manager.date-label")) return false;
  return record.date(unit.at) != nullptr && !unit.value.empty() && record.words(unit.value) <= line_words;
}

// Date and comment right behind a manager's name, where the form gives them no heading of the manager's.
void add_what_follows(const Gathering& record, std::size_t unit, Decision& decision) {
  const auto& units = record.form.units;
  bool comment = only_signed(record, units[unit]);
  for (std::size_t i = unit + 1; i < units.size() && i <= unit + units_that_follow; ++i) {
    if (units[i].kind == form::UnitKind::heading) {
      comment = record.has(units[i].at, "manager.comment-heading");
      if (!comment) return;
      continue;
    }
    bool belongs = record.is_field(units[i].field, {"date", "comments", "decision", "signed"}) ||
                   (decision.name.empty() && record.is_field(units[i].field, {"name"})) ||
                   (!units[i].label.empty() && record.has(units[i].label, "manager.comment-heading")) ||
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
      // "Manager's comments: ...", and below it "Name:" and "Date:".
      const bool alone =
          unit.kind == form::UnitKind::field && i + 1 < units.size() && !record.in_section(units[i + 1], {"manager"});
      if (alone && !unit.blank) add_what_follows(record, i, by_section[unit.section]);
    } else if (is_manager_field(record, unit.field) && unit.kind != form::UnitKind::row) {
      add_unit(record, unit, loose);
      if (!unit.blank) add_what_follows(record, i, loose);
    }
  }
  Decision whole;
  for (auto& [section, decision] : by_section) merge(whole, decision);
  merge(whole, loose);
  if (whole.name.empty() || whole.date.empty() || !whole.reasoned) {
    // A line that says all of it before those of which each says a part.
    std::vector<Decision> lines = decisions_of_lines(record);
    for (Decision& note : decisions_of_notes(record)) lines.push_back(std::move(note));
    std::stable_partition(lines.begin(), lines.end(), [](const Decision& line) {
      return !line.name.empty() && !line.date.empty() && line.reasoned;
    });
    for (const Decision& line : lines) merge(whole, line);
  }
  bool said = !whole.at.empty() && (record.has(whole.at, "manager.decision") || !whole.words.empty());
  if (whole.at.empty() || (whole.name.empty() && whole.date.empty() && !whole.reasoned && !said)) return;
  if (whole.reasoned) whole.at = whole.words;
  facts.decisions.push_back(whole);
}

}  // namespace facts
