#include "facts/contribution_speech.h"

#include <algorithm>
#include <span>

#include "facts/contribution.h"

namespace facts {

using language::Mood;
using language::Source;
using language::Statement;

namespace {

constexpr std::size_t head_words = 20;      // from a sentence's beginning to the colon behind who says it
constexpr std::size_t title_reach = 5;      // words before a titled name: "The deputy, Mr Dyson"
constexpr std::size_t possessed_reach = 5;  // from "'s" to the paper or person that is theirs
constexpr std::size_t contact_reach = 12;   // "Referred on 13/03/2019 by the ward"
constexpr std::size_t place_reach = 5;      // words of a clause that opens with where it was told
constexpr std::size_t list_reach = 14;      // between two of a list
constexpr std::size_t list_words = 3;       // plain words that may stand between them
constexpr std::size_t head_plain = 2;       // and between who says it and the colon
constexpr std::size_t subject_reach = 6;    // from an object back over its verb to who does it
constexpr std::size_t says_reach = 30;      // from a naming to its second verb
constexpr std::size_t verb_reach = 12;      // from a naming to what it did, past what stands in brackets or commas

}  // namespace

bool Speech::at_token(std::size_t token, lexicon::Name name) const {
  lexicon::ConceptId exact = record_.lexicon.find_concept(name);
  for (const lexicon::Hit& hit : record_.language.scan.starting_at(token)) {
    if (exact != 0 ? hit.concept_id == exact : record_.lexicon.concept_name(hit.concept_id).starts_with(name.text()))
      return true;
  }
  return false;
}

// "Nurse Lund on 4 May: every appointment ...": nothing but who, when and how before the colon.
bool Speech::headed(const language::Sentence& sentence, const Naming& naming, std::size_t* colon) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  std::size_t front = behind_day(record_, sentence.at);
  for (std::size_t i = first; i < naming.first; ++i) {  // "T/c to nursery office 4 May: ..."
    if (at_token(i, "contribution.means")) front = i + 2;
  }
  if (naming.first > front + 2) return false;
  std::size_t plain = 0;  // "Housing, income and heating:" asks about a matter; it names nobody
  for (std::size_t i = naming.last + 1; i < last && i < first + head_words; ++i) {
    const lexicon::Token& token = record_.language.scan.tokens[i];
    bool expected = token.capital || token.kind != lexicon::TokenKind::word;
    for (std::string_view kind : {"word.function", "contribution.means", "contribution.told-by", "word.month", "agency",
                                  "word.preposition", "role"}) {
      expected = expected || record_.has(token.at, kind);
    }
    if (!expected && ++plain > head_plain) return false;
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
  // "The head said": a name for the school that has the verb in it.
  for (std::size_t i = naming.first + 1; i <= naming.last; ++i) {
    if (at_token(i, "contribution.said") && !at_token(i, "contribution.person-of")) {
      *verb = i;
      return true;
    }
  }
  if (says_behind(sentence, naming, verb)) return true;
  std::size_t depth = 0;
  bool possessed = false;  // "the nurse's report", "the council's adviser"
  bool relative = false;   // "Jan, who is his worker at the hub, told me ..."
  for (std::size_t i = naming.last + 1; i < last && i < naming.last + 1 + verb_reach; ++i) {
    if (word(i) == "(") ++depth;
    if (word(i) == ")" && depth > 0) --depth;
    if (word(i) == "'s" || word(i) == "’s") {
      bool theirs = false;  // "the nurse's weight chart", "the nursery's deputy"
      for (std::size_t k = i + 1; k < last && k < i + 1 + possessed_reach; ++k) {
        theirs = theirs || at_token(k, "contribution.paper") || at_token(k, "contribution.person-of");
      }
      if (i == naming.last + 1 && !theirs) return false;
      possessed = possessed || i == naming.last + 1;
      continue;
    }
    bool passive = i > first && at_token(i - 1, "contribution.passive");
    if (i > first + 1 && word(i - 1) == "not" && at_token(i - 2, "contribution.perfect")) return false;
    if (possessed && (at_token(i, "contribution.paper") || at_token(i, "contribution.person-of"))) {
      possessed = false;
      continue;
    }
    // "School report (4 May)", "police log of 4 May": papers, and no verbs.
    bool noun = i == naming.last + 1 && at_token(i, "contribution.paper") &&
                (i + 1 == last || word(i + 1) == "(" || word(i + 1) == "," || word(i + 1) == ";" ||
                 word(i + 1) == "of" || word(i + 1) == "dated" || word(i + 1) == "from");
    if (noun) return false;
    if (at_token(i, "contribution.told-by") && !passive) {
      // "As the school may say": nobody has said it. "Told her": us they told nothing.
      bool maybe = at_token(i - 1, "word.modal") && !record_.language.scan.tokens[i - 1].capital;
      if (maybe || at_token(i, "contribution.told-family")) return false;
      if (at_token(i, "contribution.contact-verb") && denied(i)) return false;
      *verb = i;
      return true;
    }
    if (word(i) == "who" || word(i) == "which" || word(i) == "whom") relative = true;
    // Another subject has come in between.
    if (i <= naming.last + 1) continue;
    if (depth > 0 && !at_token(i, "contribution.pronoun")) continue;
    if (word(i) == "I" || word(i) == "we" || word(i) == ";") return false;
    bool beside = word(i - 1) == "," && ((i + 1 < last && word(i + 1) == ",") || (i + 2 < last && word(i + 2) == ","));
    if (!relative && !beside && somebody_else(i, naming)) return false;
  }
  return false;
}

// "HV (Pat Dunn) has not seen her since the move, says she was walking early": a second verb of the same subject,
// behind a comma or "but", after what they have not done.
bool Speech::says_behind(const language::Sentence& sentence, const Naming& naming, std::size_t* verb) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  if (naming.first > first + 2 && !opens_clause(naming.first)) return false;
  std::size_t i = naming.last + 1;
  while (i < last && word(i) != "not" && word(i) != "n't") {
    const bool between = record_.language.scan.tokens[i].kind == lexicon::TokenKind::punctuation ||
                         record_.language.scan.tokens[i].capital || at_token(i, "contribution.perfect") ||
                         at_token(i, "contribution.passive") || at_token(i, "verb.do");
    if (!between) return false;
    ++i;
  }
  for (++i; i < last && i < naming.last + says_reach; ++i) {
    const std::string_view before = word(i - 1);
    if ((before == "," || before == "but" || before == ";") && at_token(i, "contribution.said") &&
        at_token(i, "contribution.told-by")) {
      *verb = i;
      return true;
    }
  }
  return false;
}

// Behind a colon or a full stop within the sentence: "Ivy: HV has not ...".
bool Speech::opens_clause(std::size_t token) const {
  return token > 0 && (word(token - 1) == ":" || word(token - 1) == "-" || word(token - 1) == ".");
}

// "Did not ring back", "has never yet called".
bool Speech::denied(std::size_t verb) const {
  constexpr std::size_t adverbs = 2;
  for (std::size_t i = verb; i > 0 && verb - i <= adverbs; --i) {
    if (at_token(i - 1, "cue.not")) return true;
    if (!at_token(i - 1, "word.adverb")) return false;
  }
  return false;
}

bool Speech::done_to(const language::Sentence& sentence, const Naming& naming) const {
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence.at);
  for (std::size_t i = naming.first, steps = 0; i > first && steps < subject_reach; ++steps) {
    --i;
    if (scan.tokens[i].kind == lexicon::TokenKind::punctuation) return false;
    // "Mum's care coordinator"
    const bool genitive = word(i) == "'s" || word(i) == "’s";
    if (steps == 0 && genitive && i > first && !at_token(i - 1, "pronoun.subject")) continue;
    for (std::string_view helper : {"verb.do", "verb.have", "verb.be", "cue.not"}) {
      if (at_token(i, helper)) return true;
    }
    if (steps == 0 && record_.has(scan.tokens[i].at, "word.possessive")) continue;
    if (steps < 2 && word(i) == "of" && i > first + 1) return true;
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

// "She rang the surgery herself": what the family does is no contact of ours.
bool Speech::rung_by_family(std::size_t first, std::size_t verb) const {
  if (!at_token(verb, "contribution.contact-verb") || !family_at(first) || word(first) == "I") return false;
  for (std::size_t i = first; i < verb; ++i) {
    if (word(i) == "I" || word(i) == "we" || word(i) == "We") return false;
  }
  return true;
}

// "I spoke with the nursery on 3 May", "a letter from the clinic", "Mrs Gadd was phoned", "the school by email".
bool Speech::spoken_with(const language::Sentence& sentence, const Naming& naming, std::size_t* at) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  std::size_t from = naming.first > first + contact_reach ? naming.first - contact_reach : first;
  for (std::size_t i = from; i < naming.first; ++i) {
    for (const lexicon::Hit& hit : record_.language.scan.starting_at(i)) {
      if (record_.lexicon.concept_name(hit.concept_id) != "contribution.spoken-with") continue;
      if (hit.last + 3 < naming.first || hit.last >= naming.first) continue;
      if (rung_by_family(first, i)) continue;
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

bool Speech::told_there(const language::Sentence& sentence, const Naming& naming, std::size_t* at) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  bool opens = naming.first > first && naming.first < first + place_reach &&
               (at_token(naming.first - 1, "word.preposition") ||
                (naming.first > first + 1 && at_token(naming.first - 2, "word.preposition")));
  if (!opens) return false;
  for (std::size_t i = naming.last + 1; i < last && i < naming.last + place_reach; ++i) {
    bool they = word(i) == "they" || word(i) == "staff";
    bool we = word(i) == "I" || word(i) == "we" || word(i) == "comes" || word(i) == "came";
    if (!they && !we) continue;
    for (std::size_t k = we ? i : i + 1; k < last && k < i + place_reach; ++k) {
      if (at_token(k, they ? lexicon::Name("contribution.told-by") : lexicon::Name("contribution.learned"))) {
        *at = k;
        return true;
      }
    }
  }
  return false;
}

bool Speech::noted(const language::Sentence& sentence, const Naming& naming) const {
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence.at);
  bool means = false;
  std::size_t plain = 0;
  for (std::size_t i = naming.last + 1; i < last && i < naming.last + 1 + list_reach; ++i) {
    const std::uint32_t place = scan.tokens[i].at.begin;
    const std::span<const language::Date> dates = record_.language.dates_from(place);
    if (!dates.empty() && dates.front().at.begin == place && dates.front().has_day) return means;
    if (at_token(i, "pronoun.subject") || at_token(i, "word.modal") || at_token(i, "word.relative")) return false;
    // "GP, Dock Road Practice, letter received."
    if (means && (word(i) == "received" || word(i) == "returned" || word(i) == "attached")) return true;
    if (at_token(i, "contribution.means")) {
      means = true;
    } else if (scan.tokens[i].kind == lexicon::TokenKind::word && !record_.has(scan.tokens[i].at, "word.function")) {
      if (!scan.tokens[i].capital && ++plain > list_words) return false;
    }
  }
  return false;
}

bool Speech::in_list(const Naming& other, const Naming& naming) const {
  if (naming.first <= other.last || naming.first - other.last > list_reach) return false;
  std::size_t plain = 0;
  bool joined = false;
  for (std::size_t i = other.last + 1; i < naming.first; ++i) {
    const lexicon::Token& token = record_.language.scan.tokens[i];
    if (token.kind == lexicon::TokenKind::punctuation || word(i) == "and") joined = true;
    if (at_token(i, "pronoun.subject") || at_token(i, "cue.not")) return false;
    if (family_at(i) && !at_token(i, "pronoun.object")) return false;
    bool plain_word = token.kind == lexicon::TokenKind::word && !token.capital;
    for (std::string_view kind :
         {"word.function", "word.preposition", "word.determiner", "agency", "contribution.means"}) {
      plain_word = plain_word && !record_.has(token.at, kind);
    }
    plain += plain_word ? 1u : 0u;
  }
  return joined && plain <= list_words;
}

bool Speech::begins_clause(const language::Sentence& sentence, const Naming& naming) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  std::size_t i = naming.first;
  while (i > first && (at_token(i - 1, "word.determiner") || at_token(i - 1, "word.possessive"))) --i;
  if (i == first) return true;
  const lexicon::Token& before = record_.language.scan.tokens[i - 1];
  return before.kind == lexicon::TokenKind::punctuation || at_token(i - 1, "word.coordinator") ||
         word(i - 1) == "while";
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
  // "According to Ms Lund, the school are happy".
  if (base::Span by = record_.find(sentence.at, "cue.according"); !by.empty()) {
    std::uint32_t begin = record_.language.scan.tokens[naming.first].at.begin;
    bool other = false;  // somebody else stands between
    for (const Naming& before : outsiders_.in({by.end, std::max(by.end, begin)})) other = other || before.agency != 0;
    base::Span between = {by.end, std::max(by.end, begin)};
    bool somebody = record_.has(between, "form.person-title");
    for (const language::Mention& mention : record_.mentions(between)) {
      const language::Entity* who = record_.entity(mention.who);
      somebody = somebody || (who != nullptr && who->role != language::Role::agency);
    }
    if (by.end < begin && somebody && !other) return true;
  }
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
    if (mention.who == main.source_who && !mention.possessive) return true;  // "Mum's care coordinator told me"
  }
  return false;
}

// "Ruth, who runs the club, wrote to me": a name at the front that nothing explains, and that told us.
Naming Speech::stranger(const language::Sentence& sentence) const {
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence.at);
  Naming out;
  // "The deputy, Mr Dyson, told me": the name stands a little way in.
  for (std::size_t i = first + 1; i + 1 < last && i < first + title_reach && word(first) == "The"; ++i) {
    if (record_.has(scan.tokens[i].at, "form.person-title") && scan.tokens[i + 1].capital) first = i;
  }
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
  // One name alone may be anybody's: "Ruth, who runs the club", "Joy from the helpline" are told apart.
  bool title = record_.has(scan.tokens[first].at, "form.person-title");
  std::string_view behind = end + 1 < last ? word(end + 1) : std::string_view();
  if (!title && behind != "," && behind != "(" && behind != "from" && behind != "at" && behind != "of") return out;
  // "Ms Gadd describes a boy who ...", where others than the family are asked.
  const form::Unit& unit = record_.form.units[sentence.unit];
  bool role = end + 2 < last && word(end + 1) == "," && at_token(end + 2, "word.relative");
  bool titled = record_.has(scan.tokens[first].at, "form.person-title") && end > first &&
                (role || record_.in_section(unit, {"agencies", "education", "health"}));
  for (std::size_t i = end + 1; i < last && i < end + 1 + verb_reach; ++i) {
    bool says = titled && i < end + (role ? verb_reach : 3) && at_token(i, "contribution.said") &&
                !record_.has(sentence.at, "public-referrer");
    if (!says && !at_token(i, "contribution.told-us")) {
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
