// Places that a family goes to or lives at, by the words that such names end in.
#include <algorithm>
#include <array>
#include <cassert>

#include "base/utf8.h"
#include "lexicon/pattern.h"
#include "pseudonyms/marks.h"
#include "pseudonyms/vocabulary.h"
#include "pseudonyms/writing.h"

namespace pseudonyms {
namespace {

struct Ending {
  std::string_view word;
  What what;
};

constexpr std::array<Ending, 34> kEndings = {
    {{"school", What::school},     {"academy", What::school},       {"primary", What::school},
     {"infants", What::school},    {"infant", What::school},        {"junior", What::school},
     {"juniors", What::school},    {"high", What::school},          {"secondary", What::school},
     {"grammar", What::school},    {"college", What::school},       {"comprehensive", What::school},
     {"nursery", What::nursery},   {"preschool", What::nursery},    {"pre-school", What::nursery},
     {"playgroup", What::nursery}, {"kindergarten", What::nursery}, {"surgery", What::surgery},
     {"practice", What::surgery},  {"medical", What::surgery},      {"clinic", What::surgery},
     {"hospital", What::hospital}, {"infirmary", What::hospital},   {"hospice", What::hospital},
     {"church", What::church},     {"mosque", What::church},        {"temple", What::church},
     {"gurdwara", What::church},   {"chapel", What::church},        {"synagogue", What::church},
     {"parish", What::church},     {"centre", What::centre},        {"refuge", What::centre},
     {"hostel", What::centre}}};

constexpr std::array<std::string_view, 28> kStreets = {
    "road",  "street", "lane",   "avenue", "close",    "drive", "crescent", "terrace", "court", "gardens",
    "grove", "walk",   "square", "rise",   "mews",     "row",   "parade",   "estate",  "rd",    "st",
    "ave",   "way",    "place",  "hill",   "cottages", "view",  "croft",    "green"};

// Words of such names that tell nothing by themselves.
constexpr std::array<std::string_view, 62> kGeneric = {
    "primary", "junior",     "infant",   "infants",   "high",     "secondary", "church",  "of",         "england",
    "ce",      "rc",         "catholic", "community", "the",      "nursery",   "school",  "academy",    "health",
    "medical", "children's", "family",   "day",       "new",      "local",     "special", "mainstream", "private",
    "general", "children",   "hospital", "doctors",   "doctor's", "gp",        "dental",  "primary's",  "previous",
    "current", "his",        "her",      "their",     "my",       "a",         "at",      "support",    "youth",
    "young",   "people's",   "sixth",    "form",      "first",    "middle",    "upper",   "lower",      "pre",
    "free",    "grammar",    "boarding", "teaching",  "walk",     "in",        "contact", "care"};

bool connector(std::string_view word) {
  return word == "of" || word == "the" || word == "and" || word == "&" || word == "on" || word == "le" || word == "in";
}

class Places {
 public:
  explicit Places(std::string_view text) : w_(text) {}

  std::vector<Mark> run() {
    addresses();
    for (std::size_t i = 1; i < w_.size(); ++i) {
      if (w_.tokens[i].line_start || (!w_.capital(i) && !small_ending(i))) continue;
      const auto body =
          std::find_if(kEndings.begin(), kEndings.end(), [&](const Ending& e) { return w_.is(i, e.word); });
      if (body != kEndings.end()) {
        named(i, body->what);
      } else if (among(w_.folded[i], kStreets)) {
        named(i, What::street);
      }
    }
    return std::move(found_);
  }

 private:
  void put(base::Span at, What what, std::string same) {
    const auto clash = [&](const Mark& m) { return m.at.overlaps(at); };
    if (std::any_of(found_.begin(), found_.end(), [&](const Mark& m) { return clash(m) && m.at.size() >= at.size(); }))
      return;
    std::erase_if(found_, clash);
    found_.push_back({at, what, std::move(same)});
  }

  // Words with a capital before the ending, with "of", "the" between them.
  void named(std::size_t ending, What what) {
    std::size_t first = ending;
    while (first > 0 && !w_.tokens[first].line_start && ending - first < 7) {
      const std::size_t k = first - 1;
      const bool saint_stop = w_.is(k, ".") && k > 0 && w_.is(k - 1, "st");
      const bool possessive = w_.is(k, "'s");
      if (w_.capital(k) || saint_stop || possessive ||
          (connector(w_.folded[k]) && k > 0 && w_.capital(k - 1) && !w_.tokens[k].line_start)) {
        --first;
        continue;
      }
      break;
    }
    // A verb that opens the sentence belongs to no name: "Attends Hillside Primary".
    while (first < ending && (among(w_.folded[first], kGeneric) || connector(w_.folded[first]) || !w_.word(first) ||
                              (w_.opens[first] && opener(first))))
      ++first;
    std::string same;
    bool own = false;
    for (std::size_t k = first; k < ending; ++k) {
      const bool generic = among(w_.folded[k], kGeneric) || connector(w_.folded[k]) ||
                           Vocabulary::get().kept(w_.folded[k]) || !w_.word(k) || w_.is(k, "'s");
      if (generic) continue;
      own = own || !w_.loud(k) || Vocabulary::get().unknown(w_.folded[k]);
      same += (same.empty() ? "" : " ") + w_.folded[k];
    }
    if (!own || same.size() < 3 || barred(first, ending, what)) return;
    // "Hillside Primary School": all of it.
    std::size_t last = ending;
    while (last + 1 < w_.size() && !w_.tokens[last + 1].line_start && w_.capital(last + 1) &&
           (among(w_.folded[last + 1], kGeneric) || w_.is(last + 1, "centre") || w_.is(last + 1, "practice") ||
            w_.is(last + 1, "surgery") || w_.is(last + 1, "college")) &&
           what != What::street)
      ++last;
    if (w_.is(last, "centre") && what == What::surgery) what = What::surgery;
    put({w_.tokens[first].at.begin, w_.tokens[last].at.end}, what, same);
  }

  // "Little Limpets nursery", but not "Naomi's school".
  bool small_ending(std::size_t i) const {
    const bool body = w_.is(i, "nursery") || w_.is(i, "primary") || w_.is(i, "surgery") || w_.is(i, "infants") ||
                      w_.is(i, "school") || w_.is(i, "academy");
    const Vocabulary& words = Vocabulary::get();
    return body && w_.capital(i - 1) && !w_.opens[i - 1] && !w_.loud(i - 1) && !words.kept(w_.folded[i - 1]) &&
           !words.forename(w_.folded[i - 1]) && (i < 2 || w_.capital(i - 2) || words.ordinary(w_.folded[i - 1]));
  }

  bool opener(std::size_t i) const {
    const std::string& word = w_.folded[i];
    return i + 1 < w_.size() && Vocabulary::get().ordinary(word) &&
           (word.ends_with("ed") || word.ends_with("ing") || word == "attends" || word == "is" || word == "was" ||
            word == "goes" || word == "visits" || word == "starts");
  }

  // Bodies that are the same everywhere.
  bool barred(std::size_t first, std::size_t ending, What what) const {
    for (std::size_t k = first; k < ending; ++k) {
      static constexpr std::array<std::string_view, 44> everywhere = {
          "crown",      "county",   "magistrates", "family",     "high",      "supreme", "youth",      "child",
          "social",     "good",     "best",        "parental",   "parent",    "parents", "attachment", "risk",
          "strengths",  "practice", "wishes",      "assessment", "call",      "contact", "jobcentre",  "job",
          "leisure",    "advice",   "early",       "reception",  "year",      "key",     "head",       "deputy",
          "designated", "home",     "safe",        "foster",     "placement", "direct",  "evidence",   "nurse",
          "general",    "point",    "my",          "step"};
      if (among(w_.folded[k], everywhere) &&
          (what == What::street || what == What::surgery || what == What::centre || what == What::school))
        return true;
    }
    const Vocabulary& words = Vocabulary::get();
    if (what == What::school || what == What::nursery || what == What::hospital) return false;
    // "Bus Way", "The Care Centre": no word of it is a name's.
    const bool plain_ending = w_.is(ending, "way") || w_.is(ending, "place") || w_.is(ending, "view") ||
                              w_.is(ending, "hill") || w_.is(ending, "green") || w_.is(ending, "medical") ||
                              w_.is(ending, "practice") || w_.is(ending, "st") || w_.is(ending, "row") ||
                              w_.is(ending, "rise") || w_.is(ending, "walk") || w_.is(ending, "close") ||
                              w_.is(ending, "court");
    const bool numbered = first > 0 && w_.tokens[first - 1].kind == lexicon::TokenKind::number;
    if (!plain_ending || numbered) return false;
    for (std::size_t k = first; k < ending; ++k) {
      if (w_.word(k) && words.unknown(w_.folded[k])) return false;
    }
    return true;
  }

  static std::string bare(std::string_view text) {
    std::string out;
    for (char c : base::fold_case(text)) {
      if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) out += c;
    }
    return out;
  }

  void addresses() {
    static const lexicon::Pattern numbered =
        std::move(lexicon::Pattern::compile(
                      "(?<![\\d/.:-])(?:\\b(?:Flat|Apartment|Apt|Room|Unit)\\.? ?\\w{1,4},? "
                      ")?\\b\\d{1,4}[A-Za-z]?(?:[-/]\\d{1,4}[A-Za-z]?)?,? (?:[A-Z][\\w'’.-]*\\.? ){1,4}"
                      "(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Crescent|Terrace|Court|Gardens|Grove|Walk|"
                      "Square|Rise|Mews|Row|"
                      "Parade|Way|Place|Hill|Cottages|View|Croft|Green|House|Park|Villas|Buildings)\\b"
                      "(?:, ?(?:[A-Z][a-z'’-]+ ?){1,3}(?![a-z:]))*(?:,? ?[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b)?",
                      true))
            .value();
    static const lexicon::Pattern labelled =
        std::move(lexicon::Pattern::compile(
                      "(?:^|\\n|\\t)(?:(?:home|current|previous|family|last|parent'?s?|child'?s?|usual|main|present) "
                      ")*address(?:\\(?es\\)?)?"
                      "(?: of [^:\\t\\n]{1,30}| \\([^)\\n]{1,40}\\))?[ ]?[:\\t\\n] ?\\K(?=[^\\t\\n]*(?:\\d|,))(?!as "
                      "|same|n/?a|not |none|unknown|see |date)[^\\t\\n]{6,140}",
                      false))
            .value();
    for (base::Span at : numbered.find_all(w_.text)) {
      std::string_view found = at.of(w_.text);
      put(at, What::address, bare(found.substr(0, found.find(','))));
    }
    static const lexicon::Pattern plots =
        std::move(lexicon::Pattern::compile("\\b(?:plot|pitch|berth|mooring) \\d{1,3}[a-z]?\\b", false)).value();
    for (base::Span at : plots.find_all(w_.text)) put(at, What::address, bare(at.of(w_.text)));
    for (base::Span at : labelled.find_all(w_.text)) {
      std::string_view found = at.of(w_.text);
      // The same house whether or not the town is told.
      std::size_t end = found.find(',');
      if (end != std::string_view::npos && end < 9) end = found.find(',', end + 1);
      put(at, What::address, bare(found.substr(0, end)));
    }
  }

  Writing w_;
  std::vector<Mark> found_;
};

}  // namespace

std::vector<Mark> places_in(std::string_view text) {
  return Places(text).run();
}

}  // namespace pseudonyms
