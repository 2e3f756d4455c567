#include "language/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "base/limits.h"
#include "base/utf8.h"

namespace language {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The word that ends before `end`, points within it included ("p.m"), in lower case.
std::string word_before(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t from = end;
  while (from > begin && !is_space(text[from - 1]) && text[from - 1] != '(' && text[from - 1] != '"') --from;
  std::string word(text.substr(from, end - from));
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return word;
}

// Abbreviations after which a sentence rarely ends.
bool never_final(const std::string& word) {
  static constexpr std::array<std::string_view, 44> words = {
      "dr",  "mr",     "mrs",   "ms",  "miss", "prof", "rev",  "st",  "sgt",  "insp",  "supt",
      "det", "no",     "nos",   "e.g", "i.e",  "eg",   "ie",   "viz", "cf",   "vs",    "v",
      "ca",  "approx", "tel",   "ext", "ref",  "dept", "hon",  "fr",  "sr",   "d.o.b", "dob",
      "pp",  "para",   "paras", "sec", "sect", "fig",  "incl", "esp", "resp", "p",     "w.e.f"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Abbreviations that may end a sentence: what follows decides.
bool may_be_final(const std::string& word) {
  static constexpr std::array<std::string_view, 22> words = {"a.m", "p.m",  "am",   "pm",  "etc", "yrs", "yr",  "mths",
                                                             "hrs", "hr",   "mins", "min", "wks", "wk",  "jan", "feb",
                                                             "aug", "sept", "oct",  "nov", "dec", "ltd"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether the candidate end `at` (just after blanks) is none.
bool mends(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t end = at;
  while (end > begin && is_space(text[end - 1])) --end;
  if (end <= begin || text[end - 1] != '.') return false;
  if (std::find(text.begin() + static_cast<std::ptrdiff_t>(end), text.begin() + static_cast<std::ptrdiff_t>(at),
                '\n') != text.begin() + static_cast<std::ptrdiff_t>(at)) {
    return false;
  }
  const std::string word = word_before(text, begin, end - 1);
  if (word.empty() || at >= text.size()) return false;
  const char next = text[at];
  // "1. Kay to ring the clinic": the number of a list, which opens its sentence.
  const bool opens = end - 1 - begin == word.size() && word.size() <= 4;
  if (opens && is_digit(word[0]) &&
      std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '.'; })) {
    return true;
  }
  if (never_final(word)) return word != "no" || is_digit(next);
  if (word.size() == 1 && is_letter(word[0]) && word != "i") return true;                // an initial
  if (word.size() == 3 && is_letter(word[0]) && word[1] == '.' && is_letter(word[2])) {  // "J.R. Smith", "p.m. she"
    return !may_be_final(word) || (next >= 'a' && next <= 'z');
  }
  if (may_be_final(word)) return next >= 'a' && next <= 'z';
  return false;
}

// Abbreviations that a figure follows: "vol. 2", "Apr. 4".
bool before_figure(const std::string& word) {
  static constexpr std::array<std::string_view, 20> words = {"vol",  "max",  "apt",  "art",  "reg",  "jan", "feb",
                                                             "mar",  "apr",  "jun",  "jul",  "temp", "avg", "circa",
                                                             "room", "flat", "page", "item", "form", "unit"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "20/06 home: ...": a day in figures.
bool opens_with_day(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t i = at;
  while (i < end && is_digit(text[i])) ++i;
  if (i == at || i - at > 2 || i + 1 >= end || text[i] != '/' || !is_digit(text[i + 1])) return false;
  std::size_t k = i + 1;
  while (k < end && is_digit(text[k])) ++k;
  return k - i <= 3 && (k >= end || text[k] == '/' || text[k] == ' ' || text[k] == ':' || text[k] == ',');
}

// ICU leaves "early. she" and "early. 20/06 home" together, since a small letter follows. People in a hurry write so:
// where the word before is no abbreviation, it is an end all the same.
void part_small_starts(std::string_view text, base::Span piece, std::vector<base::Span>& out) {
  std::size_t from = piece.begin;
  for (std::size_t i = piece.begin; i + 2 < piece.end; ++i) {
    if (text[i] != '.' || text[i + 1] != ' ') continue;
    const std::string word = word_before(text, from, i);
    const char next = text[i + 2];
    if (is_digit(next) && opens_with_day(text, i + 2, piece.end) && word.size() > 1 && !never_final(word)) {
      out.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(i + 1)});
      from = i + 2;
      continue;
    }
    if (word.size() < 3 || never_final(word) || may_be_final(word) || word.find('.') != std::string::npos) continue;
    if (!std::all_of(word.begin(), word.end(), [](char c) { return is_letter(c) || c == '\''; })) continue;
    const bool figure = is_digit(next) && !before_figure(word);
    if ((next < 'a' || next > 'z') && next != '[' && !figure) continue;
    out.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(i + 1)});
    from = i + 2;
  }
  out.push_back({static_cast<std::uint32_t>(from), piece.end});
}

void keep(std::string_view text, std::size_t from, std::size_t to, std::vector<base::Span>& out) {
  while (from < to && is_space(text[from])) ++from;
  while (to > from && is_space(text[to - 1])) --to;
  // What has no end for so long is no sentence, and reading costs by a sentence's length.
  while (to - from > base::limits::sentence_bytes) {
    std::size_t cut = from + base::limits::sentence_bytes;
    while (cut > from && !is_space(text[cut])) --cut;
    if (cut == from) cut = base::character_start(text, from + base::limits::sentence_bytes);
    out.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(cut)});
    from = cut;
    while (from < to && is_space(text[from])) ++from;
  }
  if (from >= to) return;
  part_small_starts(text, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}, out);
}

// One line at a time: ICU costs by length, and a line end closes a sentence anyway.
void part_line(std::string_view text, std::size_t begin, std::size_t end, icu::BreakIterator& breaks,
               std::vector<base::Span>& out) {
  UErrorCode status = U_ZERO_ERROR;
  UText* opened = utext_openUTF8(nullptr, text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
  const std::unique_ptr<UText, decltype(&utext_close)> held(opened, &utext_close);
  if (U_SUCCESS(status)) breaks.setText(opened, status);
  if (U_FAILURE(status)) {
    keep(text, begin, end, out);
    return;
  }
  std::size_t from = begin;
  breaks.first();
  for (std::int32_t at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next()) {
    const std::size_t place = begin + static_cast<std::size_t>(at);
    if (place < end && mends(text, from, place)) continue;
    keep(text, from, place, out);
    from = place;
  }
  if (from < end) keep(text, from, end, out);
}

}  // namespace

SentenceRules::SentenceRules() {
  UErrorCode status = U_ZERO_ERROR;
  // The root rules: a record's sentences must not depend on the machine's locale.
  breaks_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) breaks_.reset();
}
SentenceRules::~SentenceRules() = default;

std::vector<base::Span> SentenceRules::sentences_of(std::string_view text, base::Span at) {
  std::vector<base::Span> out;
  std::size_t begin = at.begin;
  while (begin < at.end) {
    std::size_t end = begin;
    while (end < at.end && text[end] != '\n' && text[end] != '\t') ++end;
    if (!breaks_) {
      keep(text, begin, end, out);
    } else if (end > begin) {
      part_line(text, begin, end, *breaks_, out);
    }
    begin = end + 1;
  }
  return out;
}

std::vector<base::Span> sentences_of(std::string_view text, base::Span at) {
  return SentenceRules().sentences_of(text, at);
}

}  // namespace language
