#include "readers/encoding_likelihood.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "readers/encoding_languages.h"

namespace readers {
namespace {

// Natural logarithms of frequencies. What is rare in every text is told apart only roughly: the letters decide.
constexpr double space = -1.9;
constexpr double line_end = -3.5;
constexpr double full_stop = -4.5;
constexpr double digit = -5.0;
constexpr double ascii_sign = -6.0;
constexpr double typographic = -7.0;    // quotes, dashes, no-break spaces
constexpr double latin_sign = -9.0;     // section and degree signs, fractions
constexpr double unusual_sign = -11.0;  // currency sign, broken bar
constexpr double rare_letter = -11.0;   // of the language's script, but not of its alphabet
constexpr double foreign_letter = -13.0;
constexpr double symbol = -13.0;
constexpr double private_use = -16.0;
constexpr double control = -18.0;
constexpr double replaced = -25.0;
// Added to a letter's own.
constexpr double capital_first = -2.5;
constexpr double capital_after_capital = -1.0;
constexpr double capital_after_small = -6.0;
constexpr double sign_between_letters = -3.0;
constexpr double script_change = -3.0;
constexpr double letter_alone = -4.0;    // a single letter beyond ASCII, where a sign of measure or the like may stand
constexpr double sign_at_digit = 2.0;    // pounds, degrees, paragraphs
constexpr double other_language = -6.0;  // once, where words in ASCII are of another language than the rest

enum class Script : unsigned char { none, latin, greek, cyrillic, hebrew, arabic, thai, east_asian, other };

Script script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_GREEK:
      return Script::greek;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    case USCRIPT_HEBREW:
      return Script::hebrew;
    case USCRIPT_ARABIC:
      return Script::arabic;
    case USCRIPT_THAI:
      return Script::thai;
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
      return Script::east_asian;
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return Script::none;
    default:
      return Script::other;
  }
}

struct Language {
  Script script = Script::latin;
  std::unordered_map<char32_t, double> letters;
  double rare = rare_letter;

  double of(char32_t letter) const {
    auto at = letters.find(letter);
    return at == letters.end() ? rare : at->second;
  }
};

// `share` of the text is made of these letters.
void add_alphabet(Language& language, std::string_view letters, double share) {
  double bits = 3;
  for (std::size_t at = 0; at < letters.size();) {
    char32_t c = base::next_code_point(letters, at);
    if (c == ' ') {
      ++bits;
    } else {
      language.letters.emplace(c, std::log(share) - bits * std::log(2.0));
    }
  }
}

void add_ranked(Language& language, std::string_view characters, double share) {
  std::vector<char32_t> ranked;
  for (std::size_t at = 0; at < characters.size();) ranked.push_back(base::next_code_point(characters, at));
  auto weight = [](std::size_t rank) { return 1.0 / static_cast<double>(rank + 6); };
  double sum = 0;
  for (std::size_t rank = 0; rank < ranked.size(); ++rank) sum += weight(rank);
  for (std::size_t rank = 0; rank < ranked.size(); ++rank) {
    language.letters.emplace(ranked[rank], std::log(share * weight(rank) / sum));
  }
}

std::vector<Language> made_languages() {
  std::vector<Language> languages;
  for (const LanguageLetters& alphabet : alphabet_letters()) {
    Language language;
    add_alphabet(language, alphabet.letters, 0.85);
    std::size_t at = 0;
    std::string_view letters = alphabet.letters;
    while (at < letters.size() && letters[at] == ' ') ++at;
    language.script = script_of(base::next_code_point(letters, at));
    languages.push_back(std::move(language));
  }
  for (const LanguageLetters& common : common_characters()) {
    Language language;
    language.script = Script::east_asian;
    language.rare = -10.2;  // one of some thousand others
    const bool japanese = std::string_view(common.language) == "ja";
    if (japanese) add_alphabet(language, kana(), 0.6);
    add_ranked(language, common.letters, japanese ? 0.3 : 0.75);
    languages.push_back(std::move(language));
  }
  return languages;
}

const std::vector<Language>& languages() {
  static const std::vector<Language> made = made_languages();
  return made;
}

bool is_drawn_line(char32_t c) {
  return c >= 0x2500 && c <= 0x259F;
}

double of_sign(char32_t c) {
  if (c == ' ') return space;
  if (c == '\n' || c == '\r' || c == '\t') return line_end;
  if (c == '.' || c == ',') return full_stop;
  if (c >= '0' && c <= '9') return digit;
  if (c > 0x20 && c < 0x7F) return ascii_sign;
  if (c == 0xFFFD) return replaced;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return c == '\f' ? line_end : control;
  switch (c) {
    case 0xA0:
    case 0xAB:
    case 0xBB:
    case 0x2013:
    case 0x2014:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2022:
    case 0x2026:
    case 0x60C:
    case 0x61B:
    case 0x61F:
    case 0xBF:
    case 0xA1:
      return typographic;
    case 0xA3:
    case 0x20AC:
    case 0xA7:
    case 0xA9:
    case 0xAE:
    case 0xB0:
    case 0xB7:
    case 0xBC:
    case 0xBD:
    case 0xBE:
    case 0xB2:
    case 0xB3:
    case 0xBA:
    case 0xAA:
    case 0x2116:
    case 0x2122:
      return latin_sign;
    default:
      break;
  }
  if (c < 0x100) return unusual_sign;
  if (c >= 0xFF61 && c <= 0xFF9F) return unusual_sign;                            // half-width kana
  if ((c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF5E)) return -5.5;  // East Asian punctuation
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
      return private_use;
    case U_UNASSIGNED:
    case U_CONTROL_CHAR:
      return control;
    default:
      return symbol;
  }
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  constexpr std::uint32_t letters = U_GC_L_MASK | U_GC_MN_MASK | U_GC_MC_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & letters) != 0 && !(c >= 0xFF61 && c <= 0xFF9F) && c != 0xAA &&
         c != 0xBA;
}

// Of the Latin letters beyond ASCII only a few are words.
bool stands_never_alone(char32_t c) {
  constexpr std::u32string_view words = U"àáâèéêíòóôőùúåæøöÀÁÉÓÅÖ";
  return script_of(c) == Script::latin && words.find(c) == std::u32string_view::npos;
}

using Counts = std::map<char32_t, double>;

// The letters of a text by the words that they stand in, and what all else comes to.
struct Counted {
  Counts ascii;  // of words in ASCII only, in lower case
  Counts other;
  double signs = 0;
  std::array<double, 9> scripts{};  // letters beyond ASCII

  void add_word(std::u32string_view word) {
    const bool plain = std::all_of(word.begin(), word.end(), [](char32_t c) { return c < 0x80; });
    Counts& counts = plain ? ascii : other;
    Script before = Script::none;
    bool small = false;
    bool capital = false;
    for (char32_t c : word) {
      const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      const bool upper = lower != c;
      if (upper) signs += small ? capital_after_small : capital ? capital_after_capital : capital_first;
      small = !upper;
      capital = upper;
      counts[lower] += 1;
      const Script script = script_of(c);
      if (script != Script::none && before != Script::none && script != before) signs += script_change;
      if (script != Script::none) before = script;
      if (c >= 0x80) scripts[static_cast<std::size_t>(script)] += 1;
    }
  }
};

Counted counted(std::u32string_view text) {
  Counted counts;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > at) {
      counts.add_word(text.substr(at, end - at));
      const bool at_digit = (at > 0 && is_digit(text[at - 1])) || (end < text.size() && is_digit(text[end]));
      if (end == at + 1 && text[at] >= 0x80 && (at_digit || stands_never_alone(text[at]))) counts.signs += letter_alone;
      at = end;
      continue;
    }
    const char32_t c = text[at];
    const bool goes_on = is_drawn_line(c) && at > 0 && is_drawn_line(text[at - 1]);
    counts.signs += goes_on ? line_end : of_sign(c);
    const bool measure = c == 0xA3 || c == 0x20AC || c == 0xA7 || c == 0xB0 || (c >= 0xBC && c <= 0xBE);
    if (measure && ((at > 0 && is_digit(text[at - 1])) || (at + 1 < text.size() && is_digit(text[at + 1])))) {
      counts.signs += sign_at_digit;
    }
    const bool joins =
        c == 0x2019 || c == '\'' || c == '-' || c == '.' || c == ',' || c == '/' || c <= ' ' || is_digit(c);
    const bool between = !joins && at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) && is_letter(text[at + 1]);
    if ((c == 0x201A || c == 0x201E) && at > 0 && is_letter(text[at - 1])) counts.signs += sign_between_letters;
    if (between && script_of(text[at - 1]) != Script::east_asian) counts.signs += sign_between_letters;
    ++at;
  }
  return counts;
}

double of_letters(const Counts& counts, const Language& language, const Language& english) {
  double sum = 0;
  for (const auto& [letter, count] : counts) {
    double one = 0;
    if (letter < 0x80 && language.script != Script::latin) {
      one = english.of(letter) - 1;
    } else {
      const Script script = script_of(letter);
      one = script == language.script || script == Script::none ? language.of(letter) : foreign_letter;
    }
    sum += count * one;
  }
  return sum;
}

}  // namespace

double likelihood(std::u32string_view text) {
  const Counted counts = counted(text);
  const std::vector<Language>& all = languages();
  const Language& english = all.front();
  double best_ascii = -1e300;
  for (const Language& language : all) {
    if (language.script == Script::latin)
      best_ascii = std::max(best_ascii, of_letters(counts.ascii, language, english));
  }
  const auto most = std::max_element(counts.scripts.begin() + 1, counts.scripts.end());
  auto script = static_cast<Script>(most - counts.scripts.begin());
  if (*most == 0) script = Script::latin;
  double best = -1e300;
  for (const Language& language : all) {
    if (language.script != script && !(script == Script::other && language.script == Script::latin)) continue;
    double ascii = best_ascii + other_language;
    if (script == Script::latin) ascii = std::max(ascii, of_letters(counts.ascii, language, english));
    best = std::max(best, ascii + of_letters(counts.other, language, english));
  }
  return best + counts.signs;
}

}  // namespace readers
