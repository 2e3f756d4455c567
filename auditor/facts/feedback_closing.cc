// A record's last lines and its manager's notes, which say in a few words who was told.
#include <algorithm>

#include "facts/contribution.h"
#include "facts/feedback.h"

namespace facts {
namespace {

using language::Mood;
using language::Role;

constexpr std::size_t end_units = 3;       // the last of these, where a plan's heading stands for nothing
constexpr std::size_t tail_units = 8;      // filled-in units that are the record's end
constexpr std::size_t subject_words = 12;  // of who was told, with role and place: "Ann Lund, nurse at the ward,"
constexpr std::size_t object_tokens = 7;   // behind "told", within which who was told begins
constexpr std::size_t short_line = 12;     // words of a line that says nothing but this
constexpr std::size_t ordered_line = 8;    // the same of "Tell the school."
constexpr std::size_t plan_row_cells = 3;  // a row of so many cells is an action
constexpr std::size_t label_tokens = 6;    // of "Feedback:", within a paragraph
constexpr std::size_t most_words = 60;     // a longer sentence tells of other things

bool is_family(Role role) {
  return role == Role::parent || role == Role::subject_child || role == Role::sibling || role == Role::relative;
}

}  // namespace

Closing::Closing(const Gathering& record, const Outsiders& outsiders, const Referrers& referrers)
    : record_(record), outsiders_(outsiders), referrers_(referrers), tail_(record.form.units.size()), end_(tail_) {
  for (std::size_t filled = 0; tail_ > 0 && filled < tail_units;) {
    const form::Unit& unit = record.form.units[--tail_];
    filled += unit.kind != form::UnitKind::help && !unit.blank;
    if (filled <= end_units) end_ = tail_;
  }
}

bool Closing::stands_there(const language::Sentence& sentence) const {
  const form::Unit& unit = record_.form.units[sentence.unit];
  if (unit.kind == form::UnitKind::help || nearest_section(record_, unit, {"previous", "chronology", "history"}))
    return false;
  if (unit.cell_end - unit.cell_begin >= plan_row_cells) return false;
  return sentence.unit >= tail_ || nearest_section(record_, unit, {"manager", "referrer", "outcome", "sharing"}) ||
         record_.is_field(unit.field, {"manager", "decision", "outcome"});
}

bool Closing::family(base::Span at) const {
  const std::vector<language::Mention> mentions = record_.mentions(at);
  return std::any_of(mentions.begin(), mentions.end(), [&](const language::Mention& mention) {
    const language::Entity* who = record_.entity(mention.who);
    return who != nullptr && is_family(who->role) && !mention.possessive;
  });
}

Closing::Whom Closing::whom(base::Span at) const {
  if (at.empty()) return Whom::nobody;
  if (record_.has(at, "feedback.referrer") || names_referrer(record_, at, referrers_, false)) return Whom::referrer;
  const std::vector<Naming> named = outsiders_.in(at);
  for (const Naming& naming : named) {
    if (naming.agency != 0 &&
        std::find(referrers_.agencies.begin(), referrers_.agencies.end(), naming.agency) != referrers_.agencies.end())
      return Whom::referrer;
  }
  if (!named.empty()) return Whom::outsider;
  // "Mrs Lund", whom nothing else introduces, and none of the family's.
  const base::Span title = record_.find(at, "form.person-title");
  const bool titled = !title.empty() && !family(at);
  return titled || record_.has(at, "feedback.chair") ? Whom::outsider : Whom::nobody;
}

// "Ann Lund", "LADO": a name or a body that nothing else introduces, told in a line of its own.
bool Closing::named_there(base::Span at) const {
  const lexicon::Scan& scan = record_.language.scan;
  if (family(at) || record_.person(at, {Role::worker, Role::manager}) >= 0) return false;
  auto [first, last] = scan.range(at);
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view word = record_.text(scan.tokens[i].at);
    const bool letters =
        word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (letters && i == first && !record_.has(scan.tokens[i].at, "feedback.team")) return true;
    if (i + 1 < last && scan.tokens[i].capital && scan.tokens[i + 1].capital && i <= first + 1 &&
        record_.has(scan.tokens[i].at, "first-name"))
      return true;
  }
  return false;
}

std::size_t Closing::clause_begin(std::size_t first, std::size_t token, bool at_commas) const {
  const lexicon::Scan& scan = record_.language.scan;
  for (std::size_t i = token; i > first; --i) {
    const std::string_view mark = record_.text(scan.tokens[i - 1].at);
    if (mark == ";" || mark == ":" || mark == "." || scan.tokens[i].line_start) return i;
    // "I note that the school was told"
    if (mark == "that" && i >= first + 2 && record_.has(scan.tokens[i - 2].at, "feedback.i-note")) return i;
    if (at_commas && (mark == "," || mark == "-" || mark == "and" || mark == "+" || mark == "&")) return i;
  }
  return first;
}

// Of two the referrer, and what is done.
Closing::Told Closing::better(Told one, Told other) {
  if (one.whom != other.whom) return one.whom > other.whom ? one : other;
  return one.ahead ? other : one;
}

// "HV told us", "Mrs Lund told mum", "the vet advised a muzzle": what somebody else said.
bool Closing::theirs(const lexicon::Hit& told, base::Span subject, std::size_t last) const {
  const lexicon::Scan& scan = record_.language.scan;
  const std::size_t behind = told.last + 1;
  // "Mrs Lund was told by Tom"
  for (std::size_t i = behind; i + 1 < last; ++i) {
    const std::string_view mark = record_.text(scan.tokens[i].at);
    if (mark == "." || mark == ";") break;
    if (mark == "by" && family(scan.tokens[i + 1].at)) return true;
  }
  if (behind >= last || !record_.has(scan.tokens[told.last].at, "feedback.told-bare")) return false;
  if (record_.has(scan.tokens[behind].at, "feedback.told-object")) return true;
  const base::Span next = {scan.tokens[behind].at.begin, scan.tokens[std::min(behind + 1, last - 1)].at.end};
  return family(next) ||
         (record_.has(scan.tokens[behind].at, "feedback.told-what") && !record_.has(subject, "feedback.was"));
}

// "Miss Quaye rung 4/6", "The school has been told", "HV aware", "the ward had a copy".
Closing::Told Closing::told_before(base::Span sentence, base::Span label) const {
  const lexicon::ConceptId told = record_.lexicon.find_concept("feedback.was-let-know");
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence);
  Told best;
  for (std::size_t i = first; i < last; ++i) {
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (hit.concept_id != told || hit.last >= last) continue;
      std::size_t begin = clause_begin(first, i, false);
      // "School: told 4/6"
      if (begin == i && i > first + 1 && record_.text(scan.tokens[i - 1].at) == ":")
        begin = clause_begin(first, i - 1, false);
      if (begin >= i && (i > first || label.empty())) continue;
      const base::Span subject =
          i == first ? label : base::Span{scan.tokens[begin].at.begin, scan.tokens[i - 1].at.end};
      const base::Span opening = scan.tokens[scan.range(subject).first].at;
      if (record_.words(subject) > subject_words || record_.has(opening, "feedback.we") ||
          record_.has(subject, "feedback.other-doing") || theirs(hit, subject, last))
        continue;
      Told here = {whom(subject), record_.has(subject, "feedback.to-come")};
      if (here.whom == Whom::nobody && named_there(subject)) here.whom = Whom::outsider;
      best = better(best, here);
    }
  }
  return best;
}

// "Told Mr Dunne", "I let the nursery know", "copy to the surgery".
Closing::Told Closing::told_behind(base::Span sentence, std::string_view verbs) const {
  const lexicon::ConceptId told = record_.lexicon.find_concept(verbs);
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence);
  Told best;
  for (std::size_t i = first; i < last; ++i) {
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (hit.concept_id != told || hit.last + 1 >= last) continue;
      const std::size_t begin = clause_begin(first, i, true);
      if (begin < i) {
        const base::Span subject = {scan.tokens[begin].at.begin, scan.tokens[i - 1].at.end};
        const bool somebody =
            record_.has(subject, "name.first") && record_.person(subject, {Role::worker, Role::manager}) < 0;
        const bool ours = !somebody && (record_.has(scan.tokens[begin].at, "feedback.we") ||
                                        record_.words(subject) <= 2 || record_.has(subject, "feedback.asked-to"));
        if (!ours || record_.has(subject, "feedback.they") || family(subject) || whom(subject) != Whom::nobody)
          continue;
      }
      std::size_t end = hit.last + 1;
      while (end < last && end <= hit.last + object_tokens) {
        const std::string_view mark = record_.text(scan.tokens[end].at);
        if (mark == ";" || mark == "." || mark == ":" || mark == "(") break;
        if (record_.has(scan.tokens[end].at, "feedback.beside")) break;
        ++end;
      }
      if (end <= hit.last + 1) continue;
      // "I told her that that was the tea": of what, is said.
      const base::Span object = {scan.tokens[hit.last + 1].at.begin, scan.tokens[end - 1].at.end};
      if (record_.words(object) == 1 && record_.has(object, "feedback.pronoun") &&
          !record_.has(sentence, "feedback.outcome"))
        continue;
      const Whom whoever = whom(object);
      best = better(best, {whoever, record_.has({scan.tokens[begin].at.begin, hit.at.end}, "feedback.to-come")});
    }
  }
  return best;
}

// "Feedback: Ms Hill by telephone, 3 June", with whom and when, or how.
bool Closing::read_label(base::Span label, base::Span answer, Feedback& fact) const {
  constexpr std::size_t answer_words = 30;
  if (label.empty() || answer.empty()) return false;
  const bool told = record_.has(label, "feedback.told-label");
  if (!told && !record_.has(label, "feedback.back-label")) return false;
  const base::Span value = first_sentence(record_, answer);
  if (record_.words(value) > answer_words || record_.has(value, "feedback.other-doing") ||
      record_.has(value, "feedback.to-come"))
    return false;
  const Whom who = whom(value);
  fact.at = {label.begin, answer.end};
  fact.told = true;
  fact.dated = told_when(record_, value);
  fact.how = told_how(record_, value) || record_.has(value, "feedback.there");
  return told ? who == Whom::referrer : who != Whom::nobody && fact.dated && fact.how;
}

// A message pasted at the end: "To: head@elm", "Sent: 4 June 2016", and the outcome in its subject or below.
bool Closing::read_message(std::size_t index, Feedback& fact) const {
  constexpr std::size_t header_lines = 4;
  const std::vector<form::Unit>& units = record_.form.units;
  const form::Unit& to = units[index];
  if (index < tail_ || to.label.empty() || to.value.empty() || record_.words(to.label) != 1 ||
      !record_.has(to.label, "feedback.mail-to") || (family(to.value) && whom(to.value) != Whom::referrer))
    return false;
  const bool address = record_.text(to.value).find('@') != std::string_view::npos;
  if (!address && whom(to.value) == Whom::nobody) return false;
  const std::size_t first = index < header_lines ? 0 : index - header_lines;
  const std::size_t last = std::min(units.size(), index + header_lines + 1);
  const base::Span around = {units[first].at.begin, units[last - 1].at.end};
  if (!record_.has(around, "feedback.outcome") || !told_when(record_, around)) return false;
  fact.at = to.at;
  fact.told = fact.dated = fact.how = true;
  return true;
}

bool Closing::read(const language::Sentence& sentence, Feedback& fact) const {
  if (sentence.statement_begin == sentence.statement_end || !stands_there(sentence)) return false;
  const form::Unit& unit = record_.form.units[sentence.unit];
  const language::Statement& main = record_.language.statements[sentence.statement_begin];
  const base::Span at = sentence.at;
  const std::size_t words = record_.words(at);
  if (words > most_words || main.general || main.source == language::Source::policy || main.mood == Mood::conditional ||
      record_.has(at, "feedback.on-condition"))
    return false;
  fact.at = at;
  const bool asked = record_.text(at).find('?') != std::string_view::npos && record_.has(at, "feedback.asked-if");
  if ((asked || record_.has(at, "feedback.asks-whether")) && whom(at) != Whom::nobody) return true;
  if (main.mood == Mood::asked) return false;
  // "Feedback: Ms Hill, phone, 3 June" within a paragraph
  const lexicon::Scan& scan = record_.language.scan;
  const std::size_t first = scan.range(at).first;
  const std::size_t behind = std::min(scan.range(at).second, first + label_tokens);
  for (std::size_t i = first + 1; i + 1 < behind; ++i) {
    if (record_.text(scan.tokens[i].at) != ":") continue;
    if (read_label({at.begin, scan.tokens[i].at.begin}, {scan.tokens[i + 1].at.begin, at.end}, fact)) return true;
    break;
  }
  fact.at = at;
  // "No referrer: mum rang us herself and has her copy", "The caller wanted no reply"
  if (record_.has(at, "feedback.no-referrer") ||
      (record_.has(at, "feedback.wanted-none") && (record_.has(at, "public-referrer") || whom(at) == Whom::referrer))) {
    fact.why_not = true;
    return true;
  }
  if (record_.has(at, "feedback.not-told") || record_.has(at, "feedback.denied")) return false;
  const bool outcome = record_.has(at, "feedback.outcome");
  const bool said = outcome || record_.has(at, "feedback.paper");
  Told told = better(told_before(at, unit.label), told_behind(at, "feedback.lets-know"));
  const Told spoke = told_behind(at, "feedback.speaks-to");
  const bool result = record_.has(at, "feedback.result");
  const bool spoken_of = spoke.whom == Whom::referrer
                             ? said || record_.has(at, "feedback.back-again") || record_.has(at, "feedback.to-say")
                             : spoke.whom != Whom::nobody && result;
  if (spoken_of) told = better(told, spoke);
  if (told.whom == Whom::nobody) return false;
  fact.dated = told_when(record_, at);
  fact.how = told_how(record_, at) || record_.has(at, "feedback.there");
  // "Letter to the ward to be sent", "Let the nursery know": to do, where no day stands beside it.
  const bool ordered = told.ahead || record_.has(at, "feedback.when-done") || record_.has(at, "feedback.paper-to-go") ||
                       (!fact.dated && record_.has(at, "feedback.bid"));
  const bool of_else = record_.has(at, "feedback.of-else");
  if (told.whom == Whom::referrer && !said && of_else &&
      (record_.has(at, "feedback.knows") || (ordered && !record_.has(at, "feedback.told-that"))))
    return false;
  // Of whoever did not refer: that, and nothing else; or the outcome by its name.
  if (told.whom != Whom::referrer && !result) {
    const bool last = sentence.unit >= tail_ && !nearest_section(record_, unit, {"plan", "agencies", "visits"});
    const bool note = nearest_section(record_, unit, {"manager", "referrer", "sharing"}) || sentence.unit >= end_;
    if ((!last && !note) || of_else || words > (ordered ? ordered_line : short_line)) return false;
  }
  // "The school knows that he moves on 4 June": the day is not when they were told.
  if (record_.has(at, "feedback.knows") && of_else && !outcome) fact.dated = false;
  fact.told = !ordered && !record_.has(at, "feedback.unsure");
  return true;
}

}  // namespace facts
