#include "language/words.h"

#include <algorithm>

#include "language/endings.h"

namespace language {
namespace {

Tag tag_of_mark(std::string_view mark) {
  if (mark == ",") return Tag::comma;
  if (mark == "\"" || mark == "“" || mark == "”" || mark == "'" || mark == "‘" || mark == "’") return Tag::quote;
  if (mark == "(" || mark == ")" || mark == "[" || mark == "]") return Tag::bracket;
  if (mark == ";" || mark == ":" || mark == "." || mark == "?" || mark == "!" || mark == "-" || mark == "–" ||
      mark == "—" || mark == "…" || mark == "|") {
    return Tag::stop;
  }
  return Tag::mark;
}

}  // namespace

Words::Words(std::string_view text, const lexicon::Scan& scan, const Vocabulary& vocabulary)
    : text_(text), scan_(scan), vocabulary_(vocabulary), words_(scan.tokens.size()) {
  keys_.reserve(scan.tokens.size());
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) keys_.push_back(Asked::key_of(text_of(i)));
  for (const lexicon::Hit& hit : scan.hits) {
    if (hit.first != hit.last) continue;
    Word& word = words_[hit.first];
    word.bits |= vocabulary.bits(hit.concept_id);
    const Frame frame = vocabulary.frame(hit.concept_id);
    if (frame != Frame::none && (word.frame == Frame::none || word.frame == Frame::act)) word.frame = frame;
  }
  // Verbs of several words ("mean to", "put it") give their frame to their first word.
  for (const lexicon::Hit& hit : scan.hits) {
    if (hit.first == hit.last) continue;
    Word& word = words_[hit.first];
    constexpr std::uint64_t kReports = bit(Class::says) | bit(Class::thinks) | bit(Class::denies) | bit(Class::asks);
    word.bits |= vocabulary.bits(hit.concept_id) & kReports;
    // "is not convinced that": the participle behind the verb "be" reports too.
    for (std::uint32_t i = hit.first + 1; i <= hit.last && word.has(Class::be); ++i) {
      if (!words_[i].has(Class::not_word)) words_[i].bits |= vocabulary.bits(hit.concept_id) & kReports;
    }
    const Frame frame = vocabulary.frame(hit.concept_id);
    if (frame != Frame::none && !word.has(Class::modal)) word.frame = frame;
  }
}

const lexicon::Hit* Words::begins(lexicon::ConceptId id, std::size_t token) const {
  const std::span<const lexicon::Hit> hits = scan_.starting_at(token);
  const auto found =
      std::find_if(hits.begin(), hits.end(), [&](const lexicon::Hit& hit) { return hit.concept_id == id; });
  return id == 0 || found == hits.end() ? nullptr : &*found;
}

const lexicon::Hit* Words::find(Cue cue, std::size_t first, std::size_t last) const {
  const lexicon::ConceptId id = vocabulary_.cue(cue);
  if (id == 0 || scan_.hits_from.empty()) return nullptr;
  for (std::size_t i = scan_.hits_from[first]; i < scan_.hits_from[last]; ++i) {
    const lexicon::Hit& hit = scan_.hits[i];
    if (hit.concept_id != id || hit.last >= last) continue;
    // The month of May is no "may".
    if (hit.first == hit.last && words_[hit.first].tag == Tag::name) continue;
    return &hit;
  }
  return nullptr;
}

bool Words::has(Cue cue, std::size_t first, std::size_t last) const {
  return find(cue, first, last) != nullptr;
}

Form Words::form_of(std::size_t token) const {
  const Word& word = words_[token];
  const std::string_view text = text_of(token);
  if (word.has(Class::participle)) return Form::participle;
  if (word.has(Class::past)) return Form::past;
  if (text.size() > 4 && ends_with(text, "ing") &&
      !is_any(token, {"bring", "swing", "cling", "fling", "string", "sting"}))
    return Form::ing;
  if (text.size() > 3 && ends_with(text, "ed") &&
      !is_any(token, {"need", "feed", "speed", "embed", "exceed", "proceed", "succeed"}))
    return Form::past;
  if (text.size() > 2 && ends_with(text, "s") && !ends_with(text, "ss")) return Form::s;
  return Form::base;
}

bool Words::may_be_verb(std::size_t token) const {
  const Word& word = words_[token];
  if (word.frame != Frame::none || word.has(Class::past) || word.has(Class::participle)) return true;
  const std::string_view text = text_of(token);
  if (scan_.tokens[token].capital && !scan_.tokens[token].line_start && word.frame == Frame::none) return false;
  return text.size() > 4 && ends_with(text, "ed") && form_of(token) == Form::past;
}

std::size_t Words::before(std::size_t token, std::size_t first) const {
  while (token > first) {
    --token;
    const Tag tag = words_[token].tag;
    if (tag != Tag::adverb && tag != Tag::negation && tag != Tag::quote) return token;
  }
  return npos;
}

// First reading, by the word itself and its right neighbour. Verbs wait: Tag::verb here means "may be one".
void Words::classify(std::size_t i, std::size_t first, std::size_t last, bool is_name) {
  Word& word = words_[i];
  const lexicon::Token& token = scan_.tokens[i];
  word.finite = false;
  if (token.kind == lexicon::TokenKind::punctuation) {
    word.tag = tag_of_mark(text_of(i));
    // "R + M": the mark is an "and".
    if (word.tag == Tag::mark && word.has(Class::coordinator) && i > first && i + 1 < last &&
        scan_.tokens[i - 1].kind == lexicon::TokenKind::word && scan_.tokens[i + 1].kind == lexicon::TokenKind::word)
      word.tag = Tag::coordinator;
    return;
  }
  if (token.kind == lexicon::TokenKind::number) {
    word.tag = Tag::number;
    return;
  }
  word.form = form_of(i);
  const bool has_next = i + 1 < last;
  const std::uint64_t next = has_next ? words_[i + 1].bits : 0;
  const bool next_is_word = has_next && scan_.tokens[i + 1].kind == lexicon::TokenKind::word;
  const auto next_is = [&](Class c) { return (next & bit(c)) != 0; };
  // What can't stand inside a noun phrase that a determiner opens.
  const bool next_closes = !next_is_word || next_is(Class::preposition) || next_is(Class::coordinator) ||
                           next_is(Class::subordinator) || next_is(Class::modal) || next_is(Class::be) ||
                           next_is(Class::have) || next_is(Class::auxiliary_do) || next_is(Class::not_word) ||
                           next_is(Class::relative) ||
                           (has_next && is_any(i + 1, {"to", "that", "the", "a", "an", "'s"})) ||
                           (next_is(Class::adverb) && !next_is(Class::determiner)) || next_is(Class::subject_pronoun) ||
                           next_is(Class::possessive);

  if (is_name && token.capital) {
    word.tag = Tag::name;
  } else if (is(i, "to")) {
    const std::size_t after = has_next && words_[i + 1].has(Class::adverb) && i + 2 < last ? i + 2 : i + 1;
    const bool infinitive = after < last && !scan_.tokens[after].capital && form_of(after) == Form::base &&
                            (may_be_verb(after) || words_[after].has(Class::be) || words_[after].has(Class::have) ||
                             words_[after].has(Class::auxiliary_do)) &&
                            !words_[after].has(Class::determiner);
    word.tag = infinitive ? Tag::to : Tag::preposition;
  } else if (is(i, "'s") || is(i, "’s")) {
    const bool after_pronoun =
        i > first &&
        (words_[i - 1].has(Class::subject_pronoun) || words_[i - 1].has(Class::it) ||
         is_any(i - 1, {"that", "there", "who", "what", "here", "where", "how", "when", "nobody", "everyone"}));
    // "Sam's spelling got worse": a verb directly behind makes a noun of the gerund.
    const bool verb_behind =
        i + 2 < last &&
        (words_[i + 2].has(Class::be) || words_[i + 2].has(Class::have) || words_[i + 2].has(Class::modal) ||
         (words_[i + 2].has(Class::past) && !words_[i + 2].has(Class::participle)));
    const bool predicate =
        next_is_word && (next_is(Class::not_word) ||
                         is_any(i + 1, {"a", "the", "an", "been", "got", "so", "very", "always", "just", "not", "too",
                                        "really", "to"}) ||
                         (may_be_verb(i + 1) && form_of(i + 1) == Form::ing && !verb_behind) || next_is(Class::have));
    word.tag = after_pronoun || predicate
                   ? (next_is(Class::participle) || is(i + 1, "got") || is(i + 1, "had") ? Tag::have : Tag::be)
                   : Tag::determiner;
    word.finite = word.tag != Tag::determiner;
    word.form = Form::s;
  } else if ((is(i, "'d") || is(i, "’d")) && i > first && abbreviation(i - 1)) {
    word.tag = Tag::verb;  // "DNA'd"
    word.form = Form::past;
    word.frame = Frame::act;
    word.bits |= bit(Class::past);
  } else if (is(i, "'d") || is(i, "’d")) {
    const bool perfect =
        next_is_word &&
        (words_[i + 1].has(Class::participle) || words_[i + 1].has(Class::past) || form_of(i + 1) == Form::past) &&
        !words_[i + 1].has(Class::same);
    word.tag = perfect ? Tag::have : Tag::modal;
    word.form = Form::past;
    word.finite = true;
  } else if (word.has(Class::not_word) && !word.has(Class::modal) &&
             (!is(i, "neither") || (has_next && may_be_verb(i + 1)))) {
    word.tag = Tag::negation;
  } else if (is(i, "that")) {
    const bool before_verb =
        next_is_word && (next_is(Class::be) || next_is(Class::modal) || next_is(Class::have) ||
                         next_is(Class::auxiliary_do) || is(i + 1, "'s") ||
                         (may_be_verb(i + 1) && (form_of(i + 1) == Form::s || form_of(i + 1) == Form::past) &&
                          !next_is(Class::determiner)));
    const bool opens = i == first || words_[i - 1].tag == Tag::stop || words_[i - 1].tag == Tag::comma ||
                       words_[i - 1].tag == Tag::coordinator || words_[i - 1].tag == Tag::preposition;
    if (before_verb) {
      word.tag = opens ? Tag::noun : Tag::relative;
    } else if (opens && words_[i].tag != Tag::comma && (i == first || words_[i - 1].tag == Tag::preposition)) {
      word.tag = Tag::determiner;
    } else if (i > first && is(i - 1, ";") && next_is_word && !scan_.tokens[i + 1].capital && !may_be_verb(i + 1) &&
               !next_is(Class::subject_pronoun) && !next_is(Class::determiner) && !next_is(Class::possessive)) {
      word.tag = Tag::determiner;  // "; that school shut in July"
    } else {
      word.tag = !next_is_word ? Tag::noun : Tag::subordinator;
    }
  } else if (word.has(Class::modal)) {
    word.tag =
        token.capital && i != first && !token.line_start ? Tag::name : Tag::modal;  // "Will", and the month of May
    word.finite = word.tag == Tag::modal;
  } else if (word.has(Class::be)) {
    word.tag = Tag::be;
    word.finite = !is_any(i, {"be", "been", "being"});
  } else if (word.has(Class::have)) {
    word.tag = Tag::have;
    word.finite = !is(i, "having");
  } else if (word.has(Class::auxiliary_do)) {
    word.tag = Tag::auxiliary_do;
    word.finite = !is_any(i, {"done", "doing"});
  } else if (is(i, "her")) {
    const bool bare_verb = i > first && words_[i - 1].has(Class::perceives) && next_is_word &&
                           words_[i + 1].frame != Frame::none && form_of(i + 1) == Form::base;
    word.tag = next_closes || bare_verb ? Tag::pronoun : Tag::determiner;
  } else if (word.has(Class::possessive)) {
    word.tag = Tag::determiner;
  } else if (word.has(Class::subject_pronoun) || word.has(Class::object_pronoun) || word.has(Class::he) ||
             word.has(Class::she) || word.has(Class::they) || word.has(Class::first_person) || word.has(Class::we) ||
             word.has(Class::you) || word.has(Class::it)) {
    word.tag = Tag::pronoun;
  } else if (word.has(Class::relative)) {
    word.tag = Tag::relative;
  } else if (token.capital && i != first && !token.line_start && word.frame == Frame::none) {
    word.tag = Tag::name;
  } else if (word.has(Class::coordinator)) {
    word.tag = Tag::coordinator;
  } else if (is(i, "once") && i > first &&
             (words_[i - 1].tag == Tag::negation || words_[i - 1].auxiliary() ||
              (has_next && may_be_verb(i + 1) &&
               (words_[i - 1].tag == Tag::noun || words_[i - 1].tag == Tag::name ||
                words_[i - 1].tag == Tag::pronoun)))) {
    word.tag = Tag::adverb;
  } else if (is_any(i, {"both", "all", "each"}) && i > first &&
             (words_[i - 1].tag == Tag::pronoun || words_[i - 1].tag == Tag::noun || words_[i - 1].tag == Tag::name) &&
             has_next && (may_be_verb(i + 1) || next_is(Class::be) || next_is(Class::have) || next_is(Class::modal))) {
    word.tag = Tag::adverb;  // "you both told me"
  } else if (word.has(Class::subordinator) && !(word.has(Class::adverb) && next_closes && !is_any(i, {"when", "if"}))) {
    // "as", "after", "before", "since", "until" before a bare noun phrase are prepositions; a clause has a verb.
    const bool both = is_any(i, {"as", "after", "before", "since", "until", "till", "once", "so"});
    bool clause = !both;
    // "before birth", "after school": a time of day or of life, and no clause.
    if (both && i + 1 < last &&
        is_any(i + 1, {"birth", "school", "bed", "bedtime", "breakfast", "lunch", "tea", "contact", "christmas",
                       "easter", "work", "court", "then", "dark", "midnight", "conference"})) {
      word.tag = Tag::preposition;
      return;
    }
    for (std::size_t j = i + 1; both && j < last && j < i + 8; ++j) {
      const Word& other = words_[j];
      if (scan_.tokens[j].kind == lexicon::TokenKind::punctuation) break;
      if (j > i + 1 && (other.has(Class::modal) || other.has(Class::be) || other.has(Class::have) ||
                        (other.frame != Frame::none && form_of(j) != Form::base) || other.has(Class::past)))
        clause = true;
      if (j > i + 1 && (other.has(Class::subordinator) || other.has(Class::relative) || is(j, "that"))) break;
    }
    word.tag = clause ? Tag::subordinator : is(i, "so") || is(i, "once") ? Tag::adverb : Tag::preposition;
  } else if (word.has(Class::preposition) && !(is(i, "like") && i > first &&
                                               (words_[i - 1].tag == Tag::pronoun || words_[i - 1].tag == Tag::modal ||
                                                words_[i - 1].tag == Tag::auxiliary_do ||
                                                words_[i - 1].tag == Tag::negation || words_[i - 1].tag == Tag::to))) {
    word.tag = word.frame != Frame::none && word.form == Form::ing &&
                       !is_any(i, {"following", "regarding", "concerning", "during"})
                   ? Tag::verb
                   : Tag::preposition;
  } else if (is_any(i, {"last", "first", "next"}) && i > first && has_next && words_[i + 1].has(Class::past) &&
             !words_[i + 1].has(Class::participle) && !words_[i + 1].has(Class::same) &&
             (words_[i - 1].tag == Tag::name || words_[i - 1].tag == Tag::noun || words_[i - 1].tag == Tag::pronoun)) {
    word.tag = Tag::adverb;  // "Mike last saw her"
  } else if (is(i, "what") && has_next && i > first && next_is_word &&
             (next_is(Class::subject_pronoun) || next_is(Class::you) || scan_.tokens[i + 1].capital)) {
    word.tag = Tag::relative;  // "what Sam drew"
  } else if (is(i, "miss") && token.capital && has_next && scan_.tokens[i + 1].capital && next_is_word) {
    word.tag = Tag::noun;  // "Miss Okoro"
  } else if (word.has(Class::determiner)) {
    word.tag = Tag::determiner;
  } else if ((word.has(Class::adverb) || (ends_with(text_of(i), "ly") && text_of(i).size() > 4)) &&
             !is_any(i, {"reply", "apply", "supply", "rely", "family", "only's", "comply"})) {
    word.tag = Tag::adverb;
  } else if (may_be_verb(i)) {
    word.tag = Tag::verb;
  } else {
    word.tag = token.capital && i != first ? Tag::name : Tag::noun;
  }
}

void Words::tag(std::size_t first, std::size_t last, const std::vector<bool>& is_name,
                const std::vector<bool>& is_person) {
  for (std::size_t i = first; i < last; ++i) {
    classify(i, first, last, is_name[i]);
    if (is_person[i] && words_[i].tag == Tag::verb) words_[i].tag = Tag::noun;
  }
  for (std::size_t i = first; i < last; ++i) {
    Word& word = words_[i];
    if (word.tag == Tag::verb) {
      decide_verb(i, first, last);
    } else if ((word.tag == Tag::have || word.tag == Tag::auxiliary_do || word.tag == Tag::be) && word.finite) {
      const std::size_t p = before(i, first);
      if (p != npos && (words_[p].tag == Tag::to || words_[p].tag == Tag::modal)) word.finite = false;
    } else if (word.tag == Tag::be && is(i, "be")) {
      const std::size_t p = before(i, first);
      if (p == npos) word.finite = true;
      // "asked that his dad not be told": a subjunctive.
      if (p != npos && (words_[p].tag == Tag::noun || words_[p].tag == Tag::name || words_[p].tag == Tag::pronoun)) {
        std::size_t j = p;
        while (j > first && !words_[j].verbal() && !is(j, "that")) --j;
        if (is(j, "that") && words_[j].tag == Tag::subordinator) word.finite = true;
      }
    }
  }
}

}  // namespace language
