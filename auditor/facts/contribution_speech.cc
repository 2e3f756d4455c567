#include "facts/contribution_speech.h"

#include <algorithm>

namespace facts {

using language::Mood;
using language::Source;
using language::Statement;

namespace {

constexpr std::size_t head_words = 20;    // from a sentence's beginning to the colon behind who says it
constexpr std::size_t subject_reach = 6;  // from an object back over its verb to who does it
constexpr std::size_t verb_reach = 12;    // from a naming to what it did, past what stands in brackets or commas

}  // namespace

bool Speech::at_token(std::size_t token, std::string_view name) const {
  lexicon::ConceptId exact = record_.lexicon.find_concept(name);
  for (const lexicon::Hit& hit : record_.language.scan.starting_at(token)) {
    if (exact != 0 ? hit.concept_id == exact : record_.lexicon.concept_name(hit.concept_id).starts_with(name))
      return true;
  }
  return false;
}

// "Nurse Lund on 4 May: every appointment ...": nothing but who, when and how before the colon.
bool Speech::headed(const language::Sentence& sentence, const Naming& naming, std::size_t* colon) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  if (naming.first > first + 2) return false;
  for (std::size_t i = naming.last + 1; i < last && i < first + head_words; ++i) {
    if (word(i) == ":" || ((word(i) == "-" || word(i) == "–" || word(i) == "—") && i < first + head_words / 2)) {
      *colon = i;
      return i + 1 < last;
    }
    if (word(i) == ";" || word(i) == "?") return false;
  }
  return false;
}

// "The dentist, Mr Bell, emailed to say ...": the naming is the subject of a verb of telling.
bool Speech::speaks(const language::Sentence& sentence, const Naming& naming, std::size_t* verb) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  if (naming.first > first && at_token(naming.first - 1, "contribution.object-marker")) return false;
  if (naming.first > first + 1 && at_token(naming.first - 2, "contribution.object-marker")) return false;
  if (done_to(sentence, naming)) return false;
  std::size_t depth = 0;
  bool relative = false;  // "Jan, who is his worker at the hub, told me ..."
  for (std::size_t i = naming.last + 1; i < last && i < naming.last + 1 + verb_reach; ++i) {
    if (word(i) == "(") ++depth;
    if (word(i) == ")" && depth > 0) --depth;
    if (word(i) == "'s" || word(i) == "’s") {
      if (i == naming.last + 1 && !(i + 1 < last && at_token(i + 1, "contribution.paper"))) return false;
      continue;
    }
    bool passive = i > first && at_token(i - 1, "contribution.passive");
    if (i > first + 1 && word(i - 1) == "not" && at_token(i - 2, "contribution.perfect")) return false;
    if (at_token(i, "contribution.told-by") && !passive) {
      *verb = i;
      return true;
    }
    if (word(i) == "who" || word(i) == "which" || word(i) == "whom") relative = true;
    // Another subject has come in between.
    if (i <= naming.last + 1) continue;
    if (depth > 0 && !at_token(i, "contribution.pronoun")) continue;
    if (word(i) == "I" || word(i) == "we" || word(i) == ";") return false;
    if (!relative && somebody_else(i, naming)) return false;
  }
  return false;
}

bool Speech::done_to(const language::Sentence& sentence, const Naming& naming) const {
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence.at);
  for (std::size_t i = naming.first, steps = 0; i > first && steps < subject_reach; ++steps) {
    --i;
    if (scan.tokens[i].kind == lexicon::TokenKind::punctuation) return false;
    for (std::string_view helper : {"verb.do", "verb.have", "verb.be", "cue.not"}) {
      if (at_token(i, helper)) return true;
    }
    if (steps == 0 && record_.has(scan.tokens[i].at, "word.possessive")) continue;
    if (at_token(i, "pronoun.subject") || (family_at(i) && !scan.tokens[i].capital)) return true;
    for (std::string_view edge :
         {"word.coordinator", "word.subordinator", "word.relative", "contribution.object-marker"}) {
      if (at_token(i, edge)) return false;
    }
  }
  return false;
}

bool Speech::somebody_else(std::size_t token, const Naming& naming) const {
  base::Span at = record_.language.scan.tokens[token].at;
  for (const language::Mention& mention : record_.mentions(at)) {
    if (mention.at.begin == at.begin && !mention.possessive && mention.who != naming.who) return true;
  }
  return false;
}

bool Speech::family_at(std::size_t token) const {
  base::Span at = record_.language.scan.tokens[token].at;
  for (const language::Mention& mention : record_.mentions(at)) {
    const language::Entity* who = record_.entity(mention.who);
    if (mention.at.begin != at.begin || mention.possessive || who == nullptr) continue;
    if (who->role == language::Role::parent || who->role == language::Role::subject_child ||
        who->role == language::Role::sibling || who->role == language::Role::relative) {
      return true;
    }
  }
  return false;
}

// "I spoke with the nursery on 3 May", "a letter from the clinic", "Mrs Gadd was phoned", "the school by email".
bool Speech::spoken_with(const language::Sentence& sentence, const Naming& naming, std::size_t* at) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  std::size_t from = naming.first > first + 5 ? naming.first - 5 : first;
  for (std::size_t i = from; i < naming.first; ++i) {
    for (const lexicon::Hit& hit : record_.language.scan.starting_at(i)) {
      if (record_.lexicon.concept_name(hit.concept_id) != "contribution.spoken-with") continue;
      if (hit.last + 3 < naming.first || hit.last >= naming.first) continue;
      if (naming.first > first && at_token(naming.first - 1, "contribution.place-marker")) continue;
      if (naming.first > first + 1 && at_token(naming.first - 2, "contribution.place-marker")) continue;
      *at = i;
      return true;
    }
  }
  bool object =
      naming.first > first && (at_token(naming.first - 1, "contribution.object-marker") ||
                               (naming.first > first + 1 && at_token(naming.first - 2, "contribution.object-marker")));
  for (std::size_t i = naming.last + 1; i < last && i < naming.last + 9 && !object; ++i) {
    if (i > naming.last + 1 && somebody_else(i, naming)) break;
    if (!at_token(i, "contribution.was-asked")) continue;
    *at = i;
    return true;
  }
  return false;
}

bool Speech::only_planned(const language::Sentence& sentence, std::size_t token) const {
  std::uint32_t offset = record_.language.scan.tokens[token].at.begin;
  const Statement* innermost = nullptr;
  for (std::uint32_t s = sentence.statement_begin; s < sentence.statement_end; ++s) {
    const Statement& statement = record_.language.statements[s];
    if (statement.at.begin > offset || statement.at.end <= offset) continue;
    if (innermost == nullptr || statement.at.size() <= innermost->at.size()) innermost = &statement;
  }
  if (innermost == nullptr) innermost = &main_of(sentence);
  return innermost->mood == Mood::intended || innermost->mood == Mood::directed ||
         innermost->mood == Mood::conditional || innermost->mood == Mood::asked ||
         innermost->time == language::Time::future;
}

// "Mum says the school never rang her": her account, and no contribution.
bool Speech::reported_by_family(const language::Sentence& sentence, const Naming& naming) const {
  const Statement& main = main_of(sentence);
  // "Mr Reed said that the nursery is pleased": somebody else's telling stands before the naming.
  auto [first, last] = record_.language.scan.range(sentence.at);
  bool ours = first < last && (word(first) == "I" || word(first) == "We");
  for (std::size_t i = first; i < naming.first && i < first + verb_reach && !ours; ++i) {
    if (word(i) == ":" || word(i) == ";") break;
    if (!at_token(i, "contribution.reported-by") || (i > first && at_token(i - 1, "contribution.passive"))) continue;
    bool outsider = false;
    for (const Naming& other : outsiders_.in(sentence.at)) outsider = outsider || other.first < i;
    if (!outsider && i > first) return true;
  }
  if (main.source != Source::parent && main.source != Source::child && main.source != Source::relative) return false;
  std::uint32_t begin = record_.language.scan.tokens[naming.first].at.begin;
  for (const language::Mention& mention : record_.mentions(sentence.at)) {
    if (mention.at.begin >= begin) return false;
    if (mention.who == main.source_who) return true;
  }
  return false;
}

// "Ruth, who runs the club, wrote to me": a name at the front that nothing explains, and that told us.
Naming Speech::stranger(const language::Sentence& sentence) const {
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence.at);
  Naming out;
  if (first == last || !scan.tokens[first].capital || family_at(first)) return out;
  for (std::string_view common : {"word.function", "word.weekday", "word.month", "word.preposition", "word.adverb"}) {
    bool title = record_.has(scan.tokens[first].at, "form.person-title");
    if (!title && record_.has(scan.tokens[first].at, common)) return out;
  }
  for (const language::Mention& mention : record_.mentions(scan.tokens[first].at)) {
    const language::Entity* who = record_.entity(mention.who);
    if (who != nullptr && (who->role == language::Role::worker || who->role == language::Role::manager ||
                           who->role == language::Role::referrer)) {
      return out;
    }
  }
  std::size_t end = first;
  while (end + 1 < last && scan.tokens[end + 1].capital) ++end;
  for (std::size_t i = end + 1; i < last && i < end + 1 + verb_reach; ++i) {
    if (!at_token(i, "contribution.told-us")) {
      if (family_at(i) && i < end + 3) return out;
      continue;
    }
    out.first = first;
    out.last = end;
    out.name = {scan.tokens[first].at.begin, scan.tokens[end].at.end};
    return out;
  }
  return out;
}

}  // namespace facts
