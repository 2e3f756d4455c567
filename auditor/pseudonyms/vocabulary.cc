#include "pseudonyms/vocabulary.h"

#include <algorithm>
#include <array>

#include "pseudonyms/words.h"

namespace pseudonyms {
namespace {

void add(std::string_view list, std::unordered_set<std::string_view>& to) {
  constexpr std::string_view kBlanks = " \n\t\r";
  for (std::size_t at = list.find_first_not_of(kBlanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(list.find_first_of(kBlanks, at), list.size());
    to.insert(list.substr(at, end - at));
    at = list.find_first_not_of(kBlanks, end);
  }
}

}  // namespace

const Vocabulary& Vocabulary::get() {
  static const Vocabulary vocabulary;
  return vocabulary;
}

Vocabulary::Vocabulary() {
  add(words::forenames, forenames_);
  add(words::listed_forenames, forenames_);
  add(words::everyday, everyday_);
  add(words::surnames, surnames_);
  add(words::kept, kept_);
  for (std::string_view group : words::dictionary) add(group, dictionary_);
}

bool Vocabulary::ordinary(std::string_view word) const {
  if (dictionary_.contains(word) || word.size() < 2) return true;
  static constexpr std::array<std::string_view, 12> endings = {"s",  "'s",   "es",   "d",    "ed",   "ing",
                                                               "ly", "ness", "less", "like", "wise", "able"};
  for (std::string_view ending : endings) {
    if (word.size() >= ending.size() + 3 && word.ends_with(ending) &&
        dictionary_.contains(word.substr(0, word.size() - ending.size())))
      return !forename(word);
  }
  static constexpr std::array<std::string_view, 14> beginnings = {
      "un", "re", "non", "pre", "co", "mis", "over", "self", "under", "step", "inter", "multi", "anti", "post"};
  for (std::string_view beginning : beginnings) {
    if (word.size() >= beginning.size() + 3 && word.starts_with(beginning) &&
        dictionary_.contains(word.substr(beginning.size())))
      return !forename(word);
  }
  return false;
}

bool is_title(std::string_view word) {
  static constexpr std::array<std::string_view, 25> titles = {
      "mr", "mrs", "ms",  "miss", "mx",   "dr",  "prof", "professor", "rev",  "reverend", "pc",  "dc",    "ds",
      "di", "wpc", "sgt", "insp", "pcso", "dci", "cllr", "sir",       "lady", "ps",       "mme", "mister"};
  return among(word, titles);
}

bool is_kin(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kin = {
      "auntie", "aunty",   "aunt", "uncle", "nan",    "nana",    "nanna",  "nanny",  "gran",    "granny", "grandma",
      "nain",   "grandad", "taid", "baba",  "babcia", "grandpa", "cousin", "sister", "brother", "grampy", "granddad"};
  return among(word, kin);
}

bool is_particle(std::string_view word) {
  static constexpr std::array<std::string_view, 20> particles = {"de",  "van", "bin", "bint", "al",  "el",  "der",
                                                                 "la",  "du",  "von", "da",   "dos", "das", "di",
                                                                 "del", "ibn", "ul",  "ud",   "le",  "ter"};
  return among(word, particles);
}

bool is_month(std::string_view word) {
  static constexpr std::array<std::string_view, 8> months = {"april", "may", "june",   "august",
                                                             "jan",   "dec", "summer", "autumn"};
  return among(word, months);
}

bool follows_name(std::string_view word) {
  static constexpr std::array<std::string_view, 92> words = {
      "'s",        "is",      "was",       "has",     "had",     "said",    "says",      "told",     "tells",  "does",
      "did",       "doesn't", "can",       "could",   "will",    "would",   "attends",   "lives",    "likes",  "loves",
      "wants",     "feels",   "felt",      "went",    "goes",    "seems",   "appears",   "presents", "thinks", "knows",
      "knew",      "thought", "came",      "comes",   "gets",    "got",     "made",      "makes",    "took",   "takes",
      "gave",      "gives",   "spoke",     "speaks",  "reports", "stays",   "sleeps",    "slept",    "eats",   "ate",
      "plays",     "needs",   "uses",      "left",    "met",     "became",  "began",     "ran",      "sat",    "shook",
      "drew",      "held",    "kept",      "put",     "read",    "saw",     "sees",      "wrote",    "writes", "calls",
      "describes", "enjoys",  "struggles", "remains", "often",   "also",    "currently", "whose",    "and",    "who",
      "rang",      "rings",   "phoned",    "texted",  "brings",  "brought", "'ll",       "'d",       "agreed", "denied",
      "n't",       "never"};
  return among(word, words) || (word.size() > 4 && word.ends_with("ed"));
}

}  // namespace pseudonyms
