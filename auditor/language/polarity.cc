#include "language/polarity.h"

#include <algorithm>

namespace language {
namespace {

// A negation that is none: "not only", "no longer", "nothing but".
bool is_pseudo(const Words& words, std::size_t token, std::size_t first, std::size_t last) {
  const lexicon::ConceptId id = words.vocabulary().cue(Cue::pseudo);
  const std::size_t from = token > first + 3 ? token - 3 : first;
  for (std::size_t i = from; i <= token; ++i) {
    for (const lexicon::Hit& hit : words.scan().starting_at(i)) {
      if (hit.concept_id == id && hit.first <= token && token <= hit.last && hit.last < last) return true;
    }
  }
  return false;
}

// "no. 4", "No 10": a number's sign.
bool is_number_sign(const Words& words, std::size_t token, std::size_t last) {
  std::size_t next = token + 1;
  if (next < last && words.is(next, ".")) ++next;
  return words.is(token, "no") && next < last && words[next].tag == Tag::number &&
         !(next + 1 < last && words[next + 1].tag == Tag::noun && next == token + 1 &&
           !words.scan().tokens[token].capital);
}

// A word quoted by itself ("no" as a sign that somebody makes) denies nothing.
bool is_cited(const Words& words, std::size_t token, std::size_t first, std::size_t last) {
  return token > first && token + 1 < last && words[token - 1].tag == Tag::quote && words[token + 1].tag == Tag::quote;
}

bool is_none(const Words& words, std::size_t token, std::size_t first, std::size_t last) {
  if (is_cited(words, token, first, last)) return false;
  if (is_number_sign(words, token, last) || is_pseudo(words, token, first, last)) return false;
  if (words[token].has(Class::none_word)) return true;
  if (words.is(token, "not") && token + 1 < last && words.is_any(token + 1, {"one", "a", "any"}) &&
      (token == first || words[token - 1].tag == Tag::comma || words[token - 1].tag == Tag::stop ||
       !words[token - 1].auxiliary()))
    return true;
  return words.is(token, "no") && token + 1 < last && words.is(token + 1, "one");
}

// Where the clause's own predicate ends: before a conjunction, a comma's addition, a clause of its own.
std::size_t predicate_end(const Words& words, const Reading& reading, const Group& clause) {
  std::size_t i = clause.at.last + 1;
  for (; i < reading.last; ++i) {
    const Tag tag = words[i].tag;
    if (tag == Tag::comma || tag == Tag::stop || tag == Tag::subordinator || tag == Tag::relative ||
        tag == Tag::bracket)
      break;
    if (tag == Tag::coordinator && i > clause.at.last + 1 && !words.is_any(i, {"or"})) break;
    if (words[i].verbal() && words[i].finite) break;
  }
  return i;
}

bool negative_subject(const Words& words, const Reading& reading, const Group& clause) {
  if (clause.subject.empty()) {
    // "No diversity issues identified" and "There is no ...": what stands before counts as the subject.
    for (std::size_t i = clause.begin; i < clause.at.first; ++i) {
      if (words[i].tag == Tag::preposition) return false;
      if (is_none(words, i, reading.first, reading.last)) return true;
    }
    return false;
  }
  const std::size_t start = clause.subject.first;
  if (start > reading.first && words.is(start - 1, "not") && words.is_any(start, {"one", "a", "any"})) return true;
  for (std::size_t i = clause.subject.first; i <= clause.subject.last && i < clause.subject.first + 2; ++i) {
    if (words[i].tag == Tag::preposition) return false;
    if (is_none(words, i, reading.first, reading.last)) return true;
  }
  return false;
}

bool negative_object(const Words& words, const Reading& reading, const Group& clause) {
  const std::size_t end = predicate_end(words, reading, clause);
  bool governed = false;
  for (std::size_t i = clause.at.last + 1; i < end; ++i) {
    if (words[i].tag == Tag::preposition) governed = !words.is_any(i, {"of", "to", "on", "about", "at"});
    if (words.is(i, "without")) continue;
    if (!governed && is_none(words, i, reading.first, reading.last)) return true;
  }
  return false;
}

// A verb or adjective that denies: "is unable to", "refused", "has yet to".
const lexicon::Hit* negating_word(const Words& words, const Reading& reading, const Group& clause) {
  const std::size_t end = std::min(predicate_end(words, reading, clause), clause.at.last + 5);
  const std::size_t from = clause.at.first > reading.first && words.is_any(clause.at.first, {"'d", "’d"})
                               ? clause.at.first - 1
                               : clause.at.first;  // "DNA'd"
  const lexicon::Hit* hit =
      words.find(Cue::negates, from, std::min(reading.last, std::max(end, clause.at.last + 1) + 2));
  if (hit == nullptr || hit->first >= std::max(end, clause.at.last + 1)) return nullptr;
  // A verb far behind the group denies something else.
  return hit->first <= clause.at.last + 3 ? hit : nullptr;
}

bool words_stop(const Words& words, std::size_t i) {
  return words.is_any(i, {"stop", "stopped", "stopping", "cease", "ceased", "quit"});
}

// A second negation among the tokens that is no bare noun ("no evidence of neglect" holds one negation only).
bool doubling(const Words& words, std::size_t first, std::size_t last) {
  const lexicon::ConceptId id = words.vocabulary().cue(Cue::doubles);
  for (std::size_t i = first; i < last; ++i) {
    // "hasn't stopped seeing him" goes on; "did not stop him" doesn't.
    if (i + 1 < last && words_stop(words, i) && words[i + 1].tag == Tag::verb && words[i + 1].form == Form::ing)
      return true;
    for (const lexicon::Hit& hit : words.scan().starting_at(i)) {
      if (hit.concept_id != id || hit.last >= last) continue;
      const bool noun = words[hit.first].frame != Frame::none && words[hit.first].tag == Tag::noun;
      if (!noun) return true;
    }
  }
  return false;
}

// "hasn't missed one", "never refuses", "not unhappy", "could not think of one day when he failed to".
bool undone(const Words& words, const Reading& reading, const Group& clause, std::size_t from) {
  const std::size_t end = predicate_end(words, reading, clause);
  if (doubling(words, std::min(from, end), end)) return true;
  // "isn't against her staying"
  std::size_t next = clause.at.last + 1;
  while (next < reading.last && (words[next].tag == Tag::negation || words[next].tag == Tag::adverb)) ++next;
  if (words[clause.verb].tag == Tag::be && next < reading.last && words.is_any(next, {"against", "opposed", "averse"}))
    return true;
  // "have not once called and found her without milk", "has never known her not to answer"
  for (std::size_t k = end; k < reading.last && words[k].tag != Tag::comma && words[k].tag != Tag::stop; ++k) {
    if (words.is(k, "without") && from < reading.last) return true;
  }
  for (const Group& other : reading.groups) {
    const bool own = other.negation != npos && other.negation != clause.negation && other.negation > clause.at.last + 1;
    if (other.infinitive && own && other.at.first > clause.at.last && other.at.first < end + 1 && from < reading.last)
      return true;
  }
  // The one noun may carry the second negation in its own clause.
  bool single = false;
  std::size_t i = clause.at.last + 1;
  for (; i < reading.last && i < clause.at.last + 8; ++i) {
    if (words.is_any(i, {"one", "single", "any", "a", "nothing", "nobody", "none"})) single = true;
    if (words.is_any(i, {"when", "that", "where", "who"}) && single) break;
    if (words[i].tag == Tag::comma || words[i].tag == Tag::stop) return false;
  }
  if (!single || i >= reading.last || i >= clause.at.last + 8) return false;
  std::size_t stop = i;
  while (stop < reading.last && words[stop].tag != Tag::comma && words[stop].tag != Tag::stop) ++stop;
  if (doubling(words, i, stop)) return true;
  for (std::size_t k = i; k < stop; ++k) {
    if (words[k].tag == Tag::negation) return true;
  }
  return false;
}

// "had seen no bruises till September", "did not come home until three": it happened then.
bool came_to_be(const Words& words, const Reading& reading, const Group& clause) {
  if (clause.tense != Tense::past) return false;
  for (std::size_t i = clause.at.last + 1; i < reading.last; ++i) {
    if (words[i].tag == Tag::comma || words[i].tag == Tag::stop) return false;
    if (words.is_any(i, {"till", "until"})) return true;
  }
  return false;
}

bool corrected(const Words& words, const Reading& reading, const Group& clause) {
  for (std::size_t i = clause.at.last + 1; i + 1 < reading.last; ++i) {
    if (!words.is(i, "but")) continue;
    std::size_t k = i + 1;
    while (k < reading.last && words[k].tag == Tag::adverb) ++k;
    if (k >= reading.last || !words[k].verbal()) return false;
    const bool not_again = k + 1 < reading.last && words[k + 1].tag == Tag::negation;
    const bool same = words.text_of(k) == words.text_of(clause.verb) ||
                      lexicon::folded_word(words.text_of(k)) == lexicon::folded_word(words.text_of(clause.verb));
    const bool did = words[k].auxiliary() &&
                     (k + 1 >= reading.last || words.is(k + 1, "so") || words[k + 1].tag != Tag::verb) &&
                     (words[k].tag == Tag::auxiliary_do || words[k].tag == Tag::modal);
    return !not_again && (same || did);
  }
  return false;
}

}  // namespace

Polarity clause_polarity(const Scene& scene, const Reading& reading, const Group& clause) {
  const Words& words = scene.words;
  const bool group_not = clause.negation != npos && !is_pseudo(words, clause.negation, reading.first, reading.last);
  const bool subject_none = negative_subject(words, reading, clause);
  const bool object_none = negative_object(words, reading, clause);
  const lexicon::Hit* negating = negating_word(words, reading, clause);
  const bool negative = group_not || subject_none || object_none;
  // "not seen at home but seen at school", "had not wanted to but did": what follows the "but" is the fact.
  if (negative && corrected(words, reading, clause)) return Polarity::affirmed;
  if (negative && came_to_be(words, reading, clause)) return Polarity::affirmed;
  if (negative) {
    const std::size_t from = group_not ? clause.negation + 1 : clause.at.first;
    if (undone(words, reading, clause, object_none ? reading.last : from)) return Polarity::affirmed;
    if (!object_none && negating != nullptr && negating->first > from) return Polarity::affirmed;
    return Polarity::denied;
  }
  if (negating != nullptr) return Polarity::denied;
  // "would rather not", "tries not to": the negation governs the infinitive that carries the sense.
  for (const Group& other : reading.groups) {
    if (other.infinitive && other.negation != npos && other.at.first == clause.at.last + 2) return Polarity::denied;
  }
  return Polarity::affirmed;
}

Polarity told_polarity(const Scene& scene, const Reading& reading) {
  const Group* reporter = reading.group(reading.reporter);
  if (reporter == nullptr) return Polarity::affirmed;
  if (reporter->negation != npos && !is_pseudo(scene.words, reporter->negation, reading.first, reading.last))
    return Polarity::denied;
  return negative_subject(scene.words, reading, *reporter) ? Polarity::denied : Polarity::affirmed;
}

Polarity fact_polarity(const Scene& scene, const Reading& reading) {
  if (reading.gesture) return reading.gesture_no ? Polarity::denied : Polarity::affirmed;
  const Group* fact = reading.group(reading.fact);
  if (fact == nullptr)
    return phrase_polarity(scene.words, reading.phrase != npos ? reading.phrase : reading.first, reading.last);
  bool denied = clause_polarity(scene, reading, *fact) == Polarity::denied;
  const Group* reporter = reading.group(reading.reporter);
  if (reporter != nullptr && reading.reporter != reading.fact) {
    const Word& verb = scene.words[reporter->verb];
    const bool not_told = told_polarity(scene, reading) == Polarity::denied;
    if (verb.has(Class::denies)) {
      denied = denied != !not_told;
    } else if (not_told && denied && reporter->finite) {
      denied = false;  // "would not say that he isn't"
    } else if (not_told && verb.has(Class::thinks) && !verb.has(Class::says) &&
               !scene.words.is_any(reporter->verb, {"know", "knows", "knew", "known", "understand", "realise"})) {
      denied = !denied;  // "doesn't think he is": the not belongs to what is thought
    }
  }
  if (reading.untrue) denied = !denied;
  return denied ? Polarity::denied : Polarity::affirmed;
}

Polarity phrase_polarity(const Words& words, std::size_t first, std::size_t last) {
  std::size_t i = first;
  while (i < last && (words[i].tag == Tag::stop || words[i].tag == Tag::mark || words[i].tag == Tag::bracket ||
                      words[i].tag == Tag::adverb))
    ++i;
  if (i >= last) return Polarity::affirmed;
  for (std::size_t k = i; k < last && k < i + 4; ++k) {
    if (words[k].tag == Tag::comma || words[k].tag == Tag::stop) break;
    if (words[k].tag == Tag::preposition && k > i) break;
    if ((words[k].tag == Tag::negation || is_none(words, k, first, last)) && !is_pseudo(words, k, first, last)) {
      return doubling(words, k + 1, std::min(last, k + 3)) ? Polarity::affirmed : Polarity::denied;
    }
  }
  const lexicon::Hit* hit = words.find(Cue::negates, first, last);
  return hit != nullptr && hit->first <= i + 2 ? Polarity::denied : Polarity::affirmed;
}

}  // namespace language
