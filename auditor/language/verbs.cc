// Which words are verbs in their sentence, and whether they carry a clause.
#include <algorithm>

#include "language/endings.h"
#include "language/words.h"

namespace language {
bool Words::abbreviation(std::size_t token) const {
  const std::string_view text = text_of(token);
  return text.size() > 1 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Whether an auxiliary stands alone so far, its subject put behind it: "did Arman come", "should Mum be".
bool Words::pending_auxiliary(std::size_t token, std::size_t first) const {
  for (std::size_t j = token; j > first;) {
    --j;
    const Word& word = words_[j];
    if (word.tag == Tag::verb || word.tag == Tag::stop || word.tag == Tag::comma) return false;
    if (word.auxiliary()) {
      if (word.tag != Tag::modal && word.tag != Tag::auxiliary_do) return false;
      std::size_t k = j;
      while (k > first && (words_[k - 1].tag == Tag::adverb || words_[k - 1].tag == Tag::negation)) --k;
      return k == first || words_[k - 1].tag == Tag::comma || words_[k - 1].tag == Tag::stop ||
             words_[k - 1].tag == Tag::coordinator || words_[k - 1].tag == Tag::relative ||
             words_[k - 1].tag == Tag::subordinator || words_[k - 1].tag == Tag::quote ||
             is_any(k - 1, {"what", "only"});
    }
  }
  return false;
}

// Whether what stands before a verb agrees with its base form: I, we, you, they, plurals, names joined by "and",
// bodies.
bool Words::plural_subject(std::size_t token, std::size_t first) const {
  if (token == npos) return false;
  const Word& word = words_[token];
  if (word.tag == Tag::pronoun)
    return word.has(Class::first_person) || word.has(Class::we) || word.has(Class::you) || word.has(Class::they);
  if (word.tag == Tag::relative) return true;
  if (word.tag == Tag::determiner)
    return is_any(token,
                  {"both", "all", "some", "many", "most", "few", "these", "those", "two", "three", "four", "each"});
  const std::string_view text = text_of(token);
  if (word.tag == Tag::noun && text.size() > 3 && ends_with(text, "s") && !ends_with(text, "ss")) return true;
  if (is_any(token, {"children", "people", "men", "women", "police", "staff", "parents", "family", "team", "school",
                     "nursery", "college"}))
    return true;
  for (const lexicon::Hit& hit :
       scan_.hits_from.empty()
           ? std::span<const lexicon::Hit>{}
           : std::span(scan_.hits)
                 .subspan(scan_.hits_from[first], scan_.hits_from[token + 1] - scan_.hits_from[first])) {
    if (vocabulary_.is_agency(hit.concept_id) && hit.last == token) return true;
  }
  std::size_t j = token;
  while (j > first && (words_[j].tag == Tag::noun || words_[j].tag == Tag::name || words_[j].tag == Tag::determiner))
    --j;
  return words_[j].tag == Tag::coordinator && is(j, "and");
}

// Whether the noun phrase that ends at `token` is what an infinitive is done to ("to keep the gate shut").
bool Words::object_of_verb(std::size_t token, std::size_t first) const {
  std::size_t j = token;
  while (j > first && (words_[j].tag == Tag::noun || words_[j].tag == Tag::determiner || words_[j].tag == Tag::number ||
                       words_[j].tag == Tag::name))
    --j;
  return j < token && words_[j].tag == Tag::verb && !words_[j].has(Class::says) && !words_[j].has(Class::thinks) &&
         (!words_[j].finite || is_any(j, {"kept", "keeps", "left", "found"}));
}

// Whether the noun phrase that ends at `token` hangs on a preposition ("on the feelings dial").
bool Words::governed_phrase(std::size_t token, std::size_t first) const {
  std::size_t j = token;
  bool determined = false;
  while (j > first &&
         (words_[j].tag == Tag::noun || words_[j].tag == Tag::determiner || words_[j].tag == Tag::number)) {
    determined = determined || words_[j].tag == Tag::determiner;
    --j;
  }
  return words_[token].tag == Tag::noun && words_[j].tag == Tag::preposition &&
         (determined || j + 1 == token || j + 2 == token);
}

// A finite verb directly behind: what stands here is then a noun ("school reports were").
bool Words::verb_follows(std::size_t token, std::size_t last) const {
  std::size_t j = token + 1;
  while (j < last && (words_[j].tag == Tag::adverb || words_[j].tag == Tag::negation) && !is(j, "there")) ++j;
  if (j >= last) return false;
  if (words_[j].tag == Tag::modal ||
      ((words_[j].tag == Tag::be || words_[j].tag == Tag::have || words_[j].tag == Tag::auxiliary_do) &&
       words_[j].finite))
    return true;
  return words_[j].tag == Tag::verb &&
         (words_[j].form == Form::s || (words_[j].has(Class::past) && !words_[j].has(Class::participle)));
}

void Words::decide_verb(std::size_t i, std::size_t first, std::size_t last) {
  Word& word = words_[i];
  const std::size_t p = before(i, first);
  const Form form = word.form;
  const auto noun = [&] { word.tag = Tag::noun; };
  const auto verb = [&](bool finite) { word.finite = finite; };
  if (form == Form::ing) {
    // A participle or a gerund: never finite by itself. After "the" or "her" it is a noun.
    if (p != npos && words_[p].tag == Tag::determiner) return noun();
    // "Planning officer to be chased": before a noun that has its own verb it is part of the name.
    if (p == npos && i + 2 < last && words_[i + 1].tag == Tag::noun &&
        (words_[i + 2].tag == Tag::to || (words_[i + 2].auxiliary() && words_[i + 2].finite)))
      return noun();
    return verb(false);
  }
  const Tag behind = p == npos ? Tag::stop : words_[p].tag;
  switch (behind) {
    case Tag::stop:
    case Tag::bracket:
    case Tag::mark:
      if (form == Form::past || form == Form::participle) return verb(form == Form::past);
      if (verb_follows(i, last) || (i + 1 < last && (is_any(i + 1, {"of", "'s"}) || words_[i + 1].tag == Tag::stop)))
        return noun();
      if (i + 1 >= last || words_[i + 1].tag == Tag::mark) return noun();
      if (form == Form::s) {
        // "Says lockdown is dull", "Hates maths": a note that leaves its subject out, with a word that is no noun.
        if (is_any(i,
                   {"says", "tells", "thinks", "believes", "knows", "wants", "admits", "denies", "insists", "recalls",
                    "remembers", "reckons", "agrees", "hates", "loves", "enjoys", "prefers", "misses", "dreads"}))
          return verb(true);
        const Tag next = words_[i + 1].tag;
        return next == Tag::noun || next == Tag::verb ? noun() : verb(true);
      }
      return verb(true);  // an imperative
    case Tag::determiner: {
      const bool alone = is_any(p, {"all", "both", "each", "some", "many", "most", "this", "these", "those", "either",
                                    "neither", "few", "another"});
      if (alone && (form == Form::past || form == Form::s || plural_subject(p, first))) return verb(true);
      return noun();
    }
    case Tag::preposition:
      return noun();
    case Tag::to:
      return verb(false);
    case Tag::modal:
    case Tag::auxiliary_do:
      return form == Form::base || word.has(Class::same) ? verb(false) : noun();
    case Tag::have:
      return form == Form::past || form == Form::participle || word.has(Class::same) ? verb(false) : noun();
    case Tag::be:
      return form == Form::past || form == Form::participle || word.has(Class::same) ? verb(false) : noun();
    case Tag::pronoun: {
      const bool object = !words_[p].has(Class::subject_pronoun) && !words_[p].has(Class::it);
      const bool after_verb = p > first && words_[p - 1].verbal() && !words_[p - 1].auxiliary();
      // "You said you want": behind a verb of saying "you" opens the clause that is said.
      const bool opens = after_verb && words_[p].has(Class::you) &&
                         (words_[p - 1].has(Class::says) || words_[p - 1].has(Class::thinks)) &&
                         !is_any(p - 1, {"told", "tell", "tells"});
      if (object || (after_verb && !opens && (words_[p].has(Class::you) || words_[p].has(Class::it)))) {
        if (form == Form::s) return noun();
        if (form == Form::base && words_[before(p, first) == npos ? p : before(p, first)].has(Class::perceives))
          return verb(false);
        return form == Form::base ? noun() : verb(false);
      }
      if (pending_auxiliary(i, first) && form == Form::base) return verb(false);
      if (form == Form::base && !plural_subject(p, first)) return word.has(Class::same) ? verb(true) : verb(false);
      return form == Form::participle ? verb(false) : verb(true);
    }
    case Tag::relative:
      return form == Form::participle ? verb(false) : verb(true);
    case Tag::verb: {
      if (form == Form::past || form == Form::participle) return verb(false);
      if (form == Form::s) return noun();
      return words_[p].has(Class::perceives) || is_any(p, {"go", "come", "get", "help", "helped", "let"}) ? verb(false)
                                                                                                          : noun();
    }
    case Tag::coordinator:
    case Tag::comma: {
      // "came in and hit her": of a kind with a verb before.
      for (std::size_t j = i; j > first;) {
        --j;
        if (words_[j].tag == Tag::stop) break;
        if (!words_[j].verbal()) continue;
        if (form == Form::past) return verb(true);
        if (words_[j].form == form ||
            (form == Form::base && words_[j].form != Form::s && words_[j].form != Form::past)) {
          const bool nominal = i + 1 < last && words_[i + 1].tag == Tag::noun && form == Form::s;
          return nominal ? noun() : verb(form == Form::s || words_[j].finite);
        }
        if (word.has(Class::same) && words_[j].finite) return verb(true);
        if (form == Form::participle) return verb(false);
        if (form == Form::s && words_[j].finite && words_[j].form == Form::s) return verb(true);
      }
      if (form == Form::past) return verb(true);
      if (form == Form::participle) return verb(false);
      if (form == Form::s && !verb_follows(i, last) && behind == Tag::comma && i + 1 < last &&
          words_[i + 1].tag != Tag::comma && words_[i + 1].tag != Tag::coordinator)
        return verb(true);
      return noun();
    }
    case Tag::subordinator:
      if (form == Form::past || form == Form::participle) return verb(is(p, "that"));
      return noun();
    case Tag::number:
      if (form == Form::past) return verb(true);
      return noun();
    default:
      break;
  }
  // After a noun or a name.
  if (is(i, "bit") && !(i + 1 < last && (words_[i + 1].tag == Tag::pronoun || words_[i + 1].tag == Tag::determiner ||
                                         words_[i + 1].tag == Tag::name)))
    return noun();
  if (form == Form::participle) return verb(false);
  if (form == Form::past) return verb(true);
  if (pending_auxiliary(i, first) && form == Form::base) return verb(false);
  if (form == Form::s) {
    if (is_any(i, {"says", "tells", "thinks", "explains", "describes", "believes", "knows", "wants", "admits", "denies",
                   "insists", "recalls", "remembers", "reckons", "understands", "agrees", "confirms", "suggests"}))
      return verb(true);
    if (verb_follows(i, last) || (i + 1 < last && (is(i + 1, "'s") || (is(i + 1, "of") && words_[p].tag != Tag::name))))
      return noun();
    if (words_[p].tag == Tag::noun && i + 1 >= last) return noun();
    // "no diversity issues identified"
    if (words_[p].tag == Tag::noun && i + 1 < last && words_[i + 1].tag == Tag::verb &&
        (words_[i + 1].form == Form::past || words_[i + 1].form == Form::participle)) {
      for (std::size_t j = p + 1; j > first && j + 4 > p;) {
        --j;
        if (words_[j].has(Class::none_word) || is_any(j, {"any", "all", "the", "these", "several"})) return noun();
        if (words_[j].tag != Tag::noun) break;
      }
    }
    // "father's views", "support needs": nouns after nouns unless an object or a clause follows.
    if (words_[p].tag == Tag::noun && i + 1 < last &&
        (words_[i + 1].tag == Tag::stop || words_[i + 1].tag == Tag::coordinator || words_[i + 1].tag == Tag::comma))
      return noun();
    const std::string_view text = text_of(p);
    if (words_[p].tag == Tag::noun && ends_with(text, "s") && !ends_with(text, "ss") && !words_[p].has(Class::it))
      return noun();
    return verb(true);
  }
  // Base form.
  for (std::size_t j = p; j > first && j + 6 > p;) {
    --j;
    if (words_[j].verbal()) {
      if (words_[j].tag == Tag::verb && words_[j].has(Class::perceives)) return verb(false);
      break;
    }
  }
  if (governed_phrase(p, first) || verb_follows(i, last)) return noun();
  if (word.has(Class::same)) return verb(!object_of_verb(p, first));
  // "Harbour say": a body by its name alone.
  bool all_capital = true;
  for (std::size_t j = first; j <= p; ++j) all_capital = all_capital && scan_.tokens[j].capital;
  if (all_capital && (word.has(Class::says) || word.has(Class::thinks)) && !words_[p].has(Class::possessive))
    return verb(true);
  if (plural_subject(p, first) && !verb_follows(i, last) && i + 1 < last && words_[i + 1].tag != Tag::stop &&
      words_[i + 1].tag != Tag::comma)
    return verb(true);
  if (words_[p].tag == Tag::name && abbreviation(p)) return verb(true);  // "CAMHS offer ..."
  noun();
}

}  // namespace language
