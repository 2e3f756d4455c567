// Seen or not, spoken with or not, known before or not, and whatever else one sentence denies and another tells.
#include <algorithm>

#include "checklist/kinds/contradiction.h"

namespace checklist::kinds {
namespace {

bool has_day(const Record& record, base::Span at) {
  for (const language::Date& date : record.language.dates_in(at)) {
    if (date.has_day) return true;
  }
  return false;
}

const language::Sentence* sentence_of(const Record& record, base::Span at) {
  for (const language::Sentence& s : record.language.sentences_over(at)) {
    if (s.at == at) return &s;
  }
  return nullptr;
}

bool same_child(const Record& record, const facts::Seen& a, const facts::Seen& b) {
  if (record.language.subjects.size() == 1) return true;
  return a.child != language::nobody && a.child == b.child;
}

// Whether a denial is of whom the other sentence tells. An answer of a form is the only child's.
bool of_one(const Record& record, base::Span denial, base::Span told, const Opposites& words) {
  if (words.same == Opposites::Same::no) return true;
  language::EntityId who = said_of(record, told, words.affirms);
  if (who == language::nobody || (words.same == Opposites::Same::child && !is_subject(record, who))) return false;
  if (sentence_of(record, denial) == nullptr) return record.language.subjects.size() == 1 && is_subject(record, who);
  return said_of(record, denial, words.denies) == who;
}

// What somebody is to do, told as fact: "her aunt, who lives next door, will collect him".
bool is_plan(const Record& record, const language::Sentence& sentence) {
  if (sentence.statement_begin == sentence.statement_end) return false;
  const language::Statement& main = record.language.statements[sentence.statement_begin];
  return !main.general && main.mood == language::Mood::intended && main.standing == language::Standing::current;
}

}  // namespace

std::vector<Opposed> opposed_seeing(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  auto told_by_other = [&](const facts::Seen& seen) {
    const language::Sentence* s = sentence_of(record, seen.at);
    return s != nullptr && (!is_account(record, *s) || record.language.statements[s->statement_begin].told ||
                            record.language.statements[s->statement_begin].source != language::Source::worker);
  };
  for (const facts::Seen& no : record.facts.seen) {
    const language::Sentence* sentence = sentence_of(record, no.at);
    bool denied_alone = no.seen && no.alone == facts::Aloneness::not_alone && sentence != nullptr;
    if ((no.seen && !denied_alone) || has_day(record, no.at) || told_by_other(no)) continue;
    // A field that says no is total; a sentence must say that it means the whole of the assessment.
    if (sentence != nullptr && (!holds(record, no.at, words.denies) || holds(record, no.at, words.except))) continue;
    for (const facts::Seen& yes : record.facts.seen) {
      if (!yes.seen || !same_child(record, no, yes) || yes.at.overlaps(no.at) || told_by_other(yes)) continue;
      const language::Sentence* told = sentence_of(record, yes.at);
      bool alone = yes.alone == facts::Aloneness::alone;
      bool met = told == nullptr ? alone || yes.dated : holds(record, yes.at, words.affirms) && (alone || yes.dated);
      if (!met || (denied_alone && !alone)) continue;
      out.push_back({no.at, yes.at, denied_alone ? "seen alone or not" : "seen or not"});
      break;
    }
  }
  return out;
}

std::vector<Opposed> opposed_meeting(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  // The first grown-up of the family in a stretch, as written: "Mr Doran".
  auto grown_up = [&](base::Span at) {
    for (const language::Mention& m : mentions_in(record, at)) {
      if (m.pronoun || m.plural || m.possessive || m.who == language::nobody) continue;
      language::Role role = role_of(record, m.who);
      std::string_view text = m.at.of(record.document.text);
      bool titled = text.starts_with("Mr ") || text.starts_with("Mrs ") || text.starts_with("Ms ");
      bool family = role == language::Role::parent || role == language::Role::relative;
      if (family || (titled && role == language::Role::subject_child)) return text;
    }
    return std::string_view();
  };
  for (base::Span denial : denials(record, words)) {
    std::string_view who = grown_up(denial);
    if (who.empty()) continue;
    for (const language::Sentence& sentence : record.language.sentences) {
      if (sentence.at.overlaps(denial) || sentence.statement_begin == sentence.statement_end) continue;
      const language::Statement& main = record.language.statements[sentence.statement_begin];
      if (main.general || main.told_polarity == language::Polarity::denied) continue;
      bool told = holds(record, sentence.at, words.affirms) && grown_up(sentence.at) == who;
      if (!told || main.mood != language::Mood::asserted || main.polarity == language::Polarity::denied) continue;
      out.push_back({denial, sentence.at, "spoken with or not"});
      break;
    }
  }
  return out;
}

std::vector<Opposed> opposed_statements(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  if (!record.holding.any_found(words.affirming)) return out;
  std::vector<base::Span> none = denials(record, words);
  if (none.empty()) return out;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (!holds(record, sentence.at, words.affirms)) continue;
    if (!is_account(record, sentence) && !(words.any_mood && is_plan(record, sentence))) continue;
    if (holds(record, sentence.at, words.except) || holds(record, sentence.at, words.denies)) continue;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    if ((main.polarity == language::Polarity::denied && !words.denied_too) || main.told) continue;
    if (words.own && main.source != language::Source::worker && main.source != language::Source::unknown) continue;
    if (words.about_child && (main.about != language::About::child || main.group)) continue;
    for (base::Span denial : none) {
      if (denial.overlaps(sentence.at) || !of_one(record, denial, sentence.at, words)) continue;
      out.push_back({denial, sentence.at, words.on});
      break;
    }
  }
  return out;
}

}  // namespace checklist::kinds
