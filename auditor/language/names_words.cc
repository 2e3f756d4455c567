#include "language/names_words.h"

#include <algorithm>
#include <array>

namespace language {
namespace {

consteval std::array<std::string_view, 129> sorted(std::array<std::string_view, 129> words) {
  std::sort(words.begin(), words.end());
  return words;
}

// Words that are capitalised in records and name nobody.
constexpr std::array<std::string_view, 129> kNoNames =
    sorted({"monday",     "tuesday",    "wednesday", "thursday", "friday",    "saturday", "sunday",    "january",
            "february",   "march",      "april",     "may",      "june",      "july",     "august",    "september",
            "october",    "november",   "december",  "jan",      "feb",       "mar",      "apr",       "jun",
            "jul",        "aug",        "sep",       "sept",     "oct",       "nov",      "dec",       "british",
            "english",    "white",      "black",     "asian",    "polish",    "muslim",   "christian", "sikh",
            "hindu",      "jewish",     "catholic",  "year",     "reception", "flat",     "road",      "street",
            "house",      "lane",       "avenue",    "close",    "drive",     "court",    "terrace",   "crescent",
            "council",    "borough",    "county",    "city",     "team",      "service",  "services",  "children",
            "assessment", "ics",        "nhs",       "nfa",      "pr",        "dob",      "yes",       "n",
            "tbc",        "nk",         "male",      "female",   "christmas", "easter",   "locality",  "duty",
            "referral",   "unknown",    "none",      "not",      "details",   "married",  "both",      "lives",
            "named",      "deceased",   "section",   "level",    "form",      "dear",     "hello",     "hi",
            "re",         "child",      "unit",      "centre",   "single",    "core",     "initial",   "north",
            "south",      "east",       "west",      "families", "family",    "ub",       "unborn",    "born",
            "aged",       "due",        "birth",     "date",     "to",        "from",     "for",       "mondays",
            "tuesdays",   "wednesdays", "thursdays", "fridays",  "saturdays", "sundays",  "subject",   "subjects",
            "pre"});

}  // namespace

bool in_capitals(std::string_view text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.end(),
                                         [](char c) { return (c >= 'A' && c <= 'Z') || c == '\'' || (c & 0x80) != 0; });
}

NameWords::NameWords(const Words& words, std::size_t first, std::size_t last, NamePlace place)
    : words_(words), tokens_(words.scan().tokens), first_(first), last_(last), place_(place) {}

std::string NameWords::folded(std::size_t i) const {
  return lexicon::folded_word(words_.text_of(i));
}

bool NameWords::adjacent(std::size_t i) const {
  return i < last_ && !tokens_[i].line_start;
}

bool NameWords::month_as_name(std::size_t i) const {
  if (place_ != NamePlace::cell) return false;
  // "Jan Nowak", "LIN, Jun Hao": short for a month, before a word that no term knows.
  const bool brief = words_.is_any(i, {"jan", "jun"}) && adjacent(i + 1) && tokens_[i + 1].word == 0;
  if (!brief && !words_.is_any(i, {"april", "may", "june", "august", "christian", "easter"})) return false;
  if (i > first_ && tokens_[i - 1].kind == lexicon::TokenKind::number) return false;
  if (!adjacent(i + 1) || tokens_[i + 1].kind != lexicon::TokenKind::word || !tokens_[i + 1].capital) return false;
  return !words_.is_any(i + 1, {"april", "may", "june", "august", "christian", "easter"}) && name_word(i + 1);
}

bool NameWords::common_surname(std::size_t i) const {
  if (place_ != NamePlace::cell || i == first_ || tokens_[i].line_start) return false;
  if (words_.is(i - 1, ")") && i >= first_ + 4 && words_.is(i - 3, "(") && known_first(i - 4))
    return words_.is_any(i, {"ward", "church", "bishop", "constable", "marshall", "nurse", "page"});
  if (!known_first(i - 1)) return false;
  if (words_.is_any(i, {"ward", "church", "bishop", "constable", "marshall", "page"}))
    return tokens_[i - 1].capital && (i < first_ + 2 || tokens_[i - 2].kind != lexicon::TokenKind::number);
  if (!tokens_[i - 1].capital || (i - 1 > first_ && tokens_[i - 2].kind == lexicon::TokenKind::number)) return false;
  return words_.is_any(i, {"lane", "street", "court", "house", "close", "white", "black", "english", "march", "may",
                           "day", "west", "north", "drive", "christmas", "field"});
}

bool NameWords::known_first(std::size_t i) const {
  const lexicon::ConceptId known = words_.vocabulary().lexicon().find_concept("name.first");
  return known != 0 && words_.scan().has(tokens_[i].at, known);
}

bool NameWords::grammar(std::size_t i) const {
  constexpr std::uint64_t kWords =
      bit(Class::determiner) | bit(Class::possessive) | bit(Class::preposition) | bit(Class::coordinator) |
      bit(Class::subordinator) | bit(Class::relative) | bit(Class::be) | bit(Class::have) | bit(Class::auxiliary_do) |
      bit(Class::first_person) | bit(Class::we) | bit(Class::you) | bit(Class::he) | bit(Class::she) |
      bit(Class::they) | bit(Class::it) | bit(Class::not_word) | bit(Class::none_word);
  return i < words_.size() && (words_[i].bits & kWords) != 0;
}

bool NameWords::verb_as_name(std::size_t i) const {
  if (place_ != NamePlace::prose || i == first_ || tokens_[i].line_start || words_[i].has(Class::modal)) return false;
  if (is_title(folded(i)) || words_[i].frame == Frame::none) return false;
  if (!words_.is_any(i - 1, {"(", ",", "-", "–", "with", "from", "to", "by", "and", "called", "named", "nurse"}))
    return false;
  return adjacent(i + 1) && tokens_[i + 1].capital && tokens_[i + 1].kind == lexicon::TokenKind::word &&
         tokens_[i + 1].word == 0 && words_.text_of(i + 1).size() > 3;
}

bool NameWords::month_of_date(std::size_t i) const {
  std::size_t before = i;
  if (before > first_ && words_.is_any(before - 1, {"-", "/", "."})) --before;
  return before > first_ && tokens_[before - 1].kind == lexicon::TokenKind::number &&
         words_.is_any(i, {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep"});
}

bool NameWords::other_meaning(std::size_t i) const {
  const Word& word = words_[i];
  const std::string text = folded(i);
  if (std::binary_search(kNoNames.begin(), kNoNames.end(), std::string_view(text)))
    return !month_as_name(i) && !common_surname(i);
  if (common_surname(i)) return false;
  if (grammar(i) || month_of_date(i)) return true;
  // "Wants Sam to live with him", "Works nights": a verb that opens a note, where a name was expected.
  const bool verb_form = text.size() > 3 && (text.ends_with("s") || text.ends_with("ed") || text.ends_with("ing"));
  if (((word.frame != Frame::none && verb_form) || (word.has(Class::past) && !known_first(i))) &&
      (i == first_ || words_.scan().tokens[i].line_start || words_.is(i - 1, ".")))
    return true;
  // "Started 07/06/2010": what was done on a day.
  if (word.has(Class::past) && text.ends_with("ed") && !known_first(i) && adjacent(i + 1) &&
      tokens_[i + 1].kind == lexicon::TokenKind::number)
    return true;
  if (verb_as_name(i)) return false;
  if (place_ == NamePlace::prose && (word.frame != Frame::none || word.has(Class::adverb) || word.has(Class::modal) ||
                                     word.has(Class::stock) || word.has(Class::function)))
    return true;
  if (spells_out(i)) return false;
  // Role words and bodies ("Mum", "School", "CAMHS"), and what forms print beside a name ("Yr", "Sex").
  for (const lexicon::Hit& hit : words_.scan().starting_at(i)) {
    if (hit.concept_id == words_.vocabulary().cue(Cue::beside_name)) return true;
    if (hit.first != hit.last) continue;
    // "Boys Kit Marsh and Lee Marsh"
    if (text.ends_with("s") && hit.concept_id == words_.vocabulary().lexicon().find_concept("listing.group"))
      return true;
    if (words_.vocabulary().role(hit.concept_id) != nullptr) return !role_as_name(i);
    if (words_.vocabulary().is_agency(hit.concept_id) && !brief_name(i) && !brief_surname(i)) return !role_as_name(i);
  }
  return false;
}

bool NameWords::brief_name(std::size_t i) const {
  const std::string_view text = words_.text_of(i);
  return place_ == NamePlace::cell && text.size() == 3 && !in_capitals(text) && adjacent(i + 1) &&
         (tokens_[i + 1].kind == lexicon::TokenKind::number || words_.is(i + 1, "("));
}

bool NameWords::role_as_name(std::size_t i) const {
  const lexicon::ConceptId office = words_.vocabulary().lexicon().find_concept("name.of-office");
  if (place_ != NamePlace::cell || office == 0 || !words_.scan().has(tokens_[i].at, office)) return false;
  const bool alone = i == first_ && i + 1 == last_;
  if (alone || !adjacent(i + 1)) return alone;
  const std::size_t next = i + (words_.is(i + 1, ",") ? 2u : 1u);
  if (next < last_ && tokens_[next].kind == lexicon::TokenKind::number) return true;
  return words_.is(i + 1, "(") || name_word(i + 1);
}

bool NameWords::brief_surname(std::size_t i) const {
  const std::string_view text = words_.text_of(i);
  // "MARSH, Kofi Junior", "Lee Junior"
  if (place_ == NamePlace::cell && words_.is(i, "junior") && i > first_ && !tokens_[i].line_start)
    return known_first(i - 1) || (i >= first_ + 3 && words_.is(i - 2, ",") && in_capitals(words_.text_of(i - 3)));
  if (place_ != NamePlace::cell || text.size() != 3 || in_capitals(text) || i == first_ || tokens_[i].line_start)
    return false;
  if (words_.is(i - 1, ")")) return i >= first_ + 4 && words_.is(i - 3, "(") && name_word(i - 4);
  return tokens_[i - 1].capital && words_.text_of(i - 1).size() > 1 && name_word(i - 1);
}

bool NameWords::spells_out(std::size_t i) const {
  if (place_ != NamePlace::cell || i < first_ + 2 || !words_.is(i - 1, "(") || !tokens_[i - 2].capital) return false;
  const std::string_view letters = words_.text_of(i - 2);
  return letters.size() >= 2 && letters.size() <= 3 && letters.front() == words_.text_of(i).front() &&
         adjacent(i + 1) && tokens_[i + 1].capital && letters[1] == words_.text_of(i + 1).front();
}

bool NameWords::name_word(std::size_t i) const {
  if (i >= last_ || tokens_[i].kind != lexicon::TokenKind::word || !tokens_[i].capital) return false;
  const std::string_view text = words_.text_of(i);
  if (text.size() == 1 && text != "I") return true;  // an initial
  if (text.size() <= 4 && place_ == NamePlace::prose && in_capitals(text) && !loud_surname(i))
    return false;  // an abbreviation
  if (text.size() <= 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
    return false;
  return !other_meaning(i);
}

bool NameWords::ends_name(std::size_t j) const {
  const auto hits = words_.scan().starting_at(j);
  return std::any_of(hits.begin(), hits.end(), [&](const lexicon::Hit& hit) {
    const auto cue = [&](Cue which) { return words_.vocabulary().cue(which) == hit.concept_id; };
    return cue(Cue::label_birth) || cue(Cue::label_alias) || cue(Cue::beside_name);
  });
}

bool NameWords::loud_surname(std::size_t j) const {
  return j > first_ && words_.text_of(j).size() >= 3 && (tokens_[j].word == 0 || known_first(j)) &&
         !tokens_[j].line_start && tokens_[j - 1].kind == lexicon::TokenKind::word && tokens_[j - 1].capital &&
         !in_capitals(words_.text_of(j - 1)) && (tokens_[j - 1].word == 0 || known_first(j - 1));
}

}  // namespace language
