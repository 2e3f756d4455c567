#include "language/initials.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace language {
namespace {

constexpr std::size_t least_uses = 2;  // of a letter that nothing says is a name

bool is_capital(std::string_view text) {
  return text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
}

bool blank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

// "Year R", "Plan B", "Flat C": what a letter behind it numbers.
bool numbers_by_letter(const Words& words, std::size_t i) {
  return words.is_any(
      i, {"year",  "yr",    "class",    "form",     "set",   "section",   "part",  "plan",  "flat",   "block", "unit",
          "box",   "grade", "appendix", "vitamin",  "hep",   "hepatitis", "level", "group", "type",   "room",  "ward",
          "annex", "child", "sibling",  "schedule", "team",  "zone",      "band",  "tier",  "option", "point", "column",
          "table", "gate",  "platform", "door",     "house", "mr",        "mrs",   "ms",    "miss",   "dr",    "baby"});
}

bool function_word(const Words& words, std::size_t i) {
  constexpr std::uint64_t kWords =
      bit(Class::determiner) | bit(Class::possessive) | bit(Class::preposition) | bit(Class::coordinator) |
      bit(Class::subordinator) | bit(Class::relative) | bit(Class::be) | bit(Class::have) | bit(Class::auxiliary_do) |
      bit(Class::first_person) | bit(Class::we) | bit(Class::you) | bit(Class::he) | bit(Class::she) |
      bit(Class::they) | bit(Class::it) | bit(Class::not_word) | bit(Class::modal) | bit(Class::adverb);
  return (words[i].bits & kWords) != 0;
}

bool fits_before(const Words& words, std::size_t i) {
  const auto& tokens = words.scan().tokens;
  const std::uint32_t begin = tokens[i].at.begin;
  const char before = begin == 0 ? ' ' : words.text()[begin - 1];
  if (!blank(before) && std::string_view("(+&/\"'").find(before) == std::string_view::npos &&
      (static_cast<unsigned char>(before) & 0x80) == 0)
    return false;
  if (i == 0 || tokens[i].line_start) return true;
  if (tokens[i - 1].kind == lexicon::TokenKind::number) {
    // "Flat 4 B"; but "13/4 R at school" is a day before a name.
    return i >= 3 && words.is_any(i - 2, {"/", ".", "-"});
  }
  if (tokens[i - 1].kind != lexicon::TokenKind::word) {
    // "M&S", "A & E": a mark with a letter on its other side that is nobody's.
    return !words.is_any(i - 1, {"/", "&"}) || blank(before) || (i >= 2 && !is_capital(words.text_of(i - 2)));
  }
  if (numbers_by_letter(words, i - 1)) return false;
  // "Karen J": the letter of a surname.
  const bool name = tokens[i - 1].capital && tokens[i - 1].word == 0 && !function_word(words, i - 1);
  return !name;
}

bool fits_behind(const Words& words, std::size_t i) {
  const auto& tokens = words.scan().tokens;
  const std::uint32_t end = tokens[i].at.end;
  const char behind = end < words.text().size() ? words.text()[end] : ' ';
  if (!blank(behind) && std::string_view(".,:;)'+\"?!").find(behind) == std::string_view::npos &&
      (static_cast<unsigned char>(behind) & 0x80) == 0)
    return false;
  if (i + 1 >= words.size() || tokens[i + 1].line_start) return true;
  if (tokens[i + 1].joined) return false;
  if (behind == '.') {
    // "J. Smith" is somebody else; "I saw J. She was cross." ends a sentence.
    if (i + 2 >= words.size() || tokens[i + 2].line_start) return true;
    return tokens[i + 2].at.begin > tokens[i + 1].at.end && (!tokens[i + 2].capital || function_word(words, i + 2));
  }
  return !words.is_any(i + 1, {"level", "levels", "star", "class", "road", "team", "wing", "section"});
}

// Children by the letter that their first names begin with; nobody where two share it.
std::map<char, EntityId> letters_of(const Roster& roster) {
  std::map<char, EntityId> out;
  const auto& people = roster.people();
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Entity& who = people[i];
    const bool child = who.role == Role::subject_child || who.role == Role::sibling;
    if (!child || who.name.empty() || who.aliases.empty() || who.name == who.relation) continue;
    const char letter = who.name[0];
    if (letter < 'A' || letter > 'Z' || letter == 'I') continue;
    const auto [place, fresh] = out.try_emplace(letter, static_cast<EntityId>(i));
    if (!fresh) place->second = nobody;
  }
  return out;
}

// "Jade Halliday (J)".
bool in_brackets(const Words& words, std::size_t i) {
  return i > 1 && i + 1 < words.size() && words.is(i - 1, "(") && words.is(i + 1, ")") &&
         words.scan().tokens[i - 2].capital;
}

// "TS visited": a word of two capitals that no list knows.
bool two_capitals(const Words& words, std::size_t i) {
  const std::string_view text = words.text_of(i);
  return text.size() == 2 && is_capital(text.substr(0, 1)) && is_capital(text.substr(1)) &&
         words.scan().starting_at(i).empty();
}

// "KM", "NY": the first letters of a name's first word and of its second or last.
std::set<std::string> pairs_of(const std::string& name) {
  std::string letters;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if ((i == 0 || name[i - 1] == ' ') && is_capital(name.substr(i, 1))) letters += name[i];
  }
  if (letters.size() < 2) return {};
  return {letters.substr(0, 2), {letters.front(), letters.back()}};
}

// Children whom the record calls by two letters that nobody else's name begins with.
void call_children(const std::map<std::string, std::size_t>& pairs, Roster& roster) {
  const auto& people = roster.people();
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (people[i].role != Role::subject_child || !people[i].named) continue;
    for (const std::string& pair : pairs_of(people[i].name)) {
      const auto used = pairs.find(pair);
      if (used == pairs.end() || used->second < least_uses) continue;
      const bool shared = std::any_of(people.begin(), people.end(), [&](const Entity& other) {
        return &other != &people[i] && other.named && pairs_of(other.name).contains(pair);
      });
      if (!shared) roster.call(static_cast<EntityId>(i), pair);
    }
  }
}

}  // namespace

bool stands_for_somebody(const Words& words, std::size_t token) {
  const std::string_view text = words.text_of(token);
  if (!is_capital(text) || text == "I" || words.scan().tokens[token].joined) return false;
  // "A visit": the article opens a sentence; "A told me", "A is 10" don't begin with it.
  const bool opens = token == 0 || words.scan().tokens[token].line_start ||
                     words.scan().tokens[token - 1].kind == lexicon::TokenKind::punctuation;
  constexpr std::uint64_t kFinite = bit(Class::past) | bit(Class::be) | bit(Class::have) | bit(Class::modal);
  const bool acts = token + 1 < words.size() && (words[token + 1].bits & kFinite) != 0;
  if (text == "A" && opens && !acts) return false;
  return fits_before(words, token) && fits_behind(words, token);
}

void name_by_initials(const Words& words, Roster& roster) {
  std::map<char, std::size_t> uses;
  std::set<char> declared;
  std::map<std::string, std::size_t> pairs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (two_capitals(words, i)) ++pairs[std::string(words.text_of(i))];
    if (!stands_for_somebody(words, i)) continue;
    const char letter = words.text_of(i)[0];
    ++uses[letter];
    if (in_brackets(words, i)) declared.insert(letter);
  }
  for (const auto& [letter, who] : letters_of(roster)) {
    const auto used = uses.find(letter);
    if (who == nobody || used == uses.end()) continue;
    if (used->second >= least_uses || declared.contains(letter)) roster.call(who, std::string(1, letter));
  }
  call_children(pairs, roster);
  for (std::size_t i = 0; i < roster.people().size(); ++i) {
    const Entity& who = roster.people()[i];
    if (who.role != Role::worker && who.role != Role::manager) continue;
    const std::size_t gap = who.name.rfind(' ');
    if (gap == std::string::npos || gap + 1 >= who.name.size()) continue;
    const std::string pair = {who.name[0], who.name[gap + 1]};
    if (pairs.contains(pair)) roster.call(static_cast<EntityId>(i), pair);
  }
}

}  // namespace language
