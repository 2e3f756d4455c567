// Surnames among those who are listed: of several, before first names or behind them.
#include <algorithm>

#include "language/roster_room.h"

namespace language {
namespace {

// " Lambourn" of "Beatrix (Bea) Lambourn".
std::string family_of(const PersonName& name) {
  std::size_t at = name.shown.find_last_of(")\"\x9d");
  at = at == std::string::npos || at + 1 >= name.shown.size() ? name.shown.find(' ') : at + 1;
  return name.shown.substr(std::min(name.shown.size(), at));
}

constexpr std::size_t kSurname = 6;  // tokens of a surname with its hyphens

// "Kay", "Kelly-Ann"
bool is_first_name_alone(const PersonName& name) {
  return name.surname.empty() && !name.given.empty() && name.title.empty() && !name.unborn &&
         name.shown.find(' ') == std::string::npos;
}

}  // namespace

void RosterRoom::share_surnames(std::vector<PersonName>& found) const {
  for (std::size_t i = found.size(); i-- > 1;) {
    const PersonName& next = found[i];
    PersonName& name = found[i - 1];
    const bool beside = name.last + 2 == next.first && words_.is_any(name.last + 1, {"and", "&", ",", "/"});
    if (!beside || !name.surname.empty() || next.surname.empty() || next.given.empty()) continue;
    if (!name.title.empty() || !next.title.empty() || next.unborn || called_so(next)) continue;
    name.surname = next.surname;
    name.shown += family_of(next);
  }
}

void RosterRoom::with_surname(PersonName& name, const PersonName& family) {
  name.surname = family.surname.empty() ? family.given : family.surname;
  name.shown += " " + family.shown;
}

// Between people who are listed each may have a birth date: "Dylan (4 May 2013) and Ruby Hobbs (17 March 2017)".
void RosterRoom::share_surnames(std::vector<Listed>& found) const {
  for (std::size_t i = found.size(); i-- > 1;) {
    const PersonName& next = found[i].name;
    PersonName& name = found[i - 1].name;
    if (!found[i].follows || !name.surname.empty() || next.surname.empty() || next.given.empty()) continue;
    if (!name.title.empty() || !next.title.empty() || next.unborn || name.unborn || found[i - 1].related) continue;
    if (called_so(next)) continue;
    if (found[i].related || found[i].heads || !words_.is_any(next.first - 1, {"and", "&", ",", "/"})) continue;
    name.surname = next.surname;
    name.shown += family_of(next);
  }
}

// "MARSH - Kay & Lee", "Twins Marsh: Kay and Lee": no birth date shows the first to be a family, but that it stands in
// capitals before names that don't, or behind a word for several.
bool RosterRoom::family_of_listed(const std::vector<Listed>& found) const {
  const PersonName& family = found.front().name;
  const lexicon::ConceptId group = lexicon_.find_concept("listing.group");
  const bool several = found.front().grouped || (family.first > 0 && words_.begins(group, family.first - 1) != nullptr);
  if (!several && (!loud(family.first) || found.size() < 3)) return false;
  for (std::size_t i = 1; i < found.size(); ++i) {
    const Listed& person = found[i];
    if (!is_first_name_alone(person.name) || loud(person.name.first) || person.related) return false;
    if (i > 1 && !person.follows) return false;
  }
  return true;
}

// "MARSH (Kay 3/3/2005; Lee 12/12/2007)", "Marsh x 3": a family, and behind it those of it.
bool RosterRoom::family_first(std::vector<Listed>& found, std::size_t last) const {
  const PersonName& family = found.front().name;
  if (!is_first_name_alone(family) || found.front().born.told() || known_first(family) || family.last + 1 >= last)
    return false;
  std::size_t behind = family.last + 1;
  const bool counted = words_.is_any(behind, {"x", "×"}) && behind + 1 < last &&
                       words_.scan().tokens[behind + 1].kind == lexicon::TokenKind::number;
  if (counted) return true;
  // "Marsh twins: Kay and Lee"
  const bool group = words_.begins(lexicon_.find_concept("listing.group"), behind) != nullptr ||
                     words_.is_any(behind, {"family", "household"});
  if (group) ++behind;
  if (found.size() < 2 || found[1].name.first != behind + 1 || !words_.is_any(behind, {"(", ":", "-", "–", "—"}))
    return false;
  const bool born =
      std::all_of(found.begin() + 1, found.end(), [](const Listed& person) { return person.born.told(); });
  if (!born && !family_of_listed(found) && !group) return false;
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (found[i].name.surname.empty() && !found[i].name.unborn) with_surname(found[i].name, family);
  }
  found[1].heads = true;
  return true;
}

// "Marsh, Kay & Lee": the surname stands before the first names.
bool RosterRoom::family_before(std::vector<Listed>& found) const {
  if (found.size() < 3) return false;
  const PersonName& family = found.front().name;
  if (!is_one_word(family) || known_first(family) || found.front().born.told()) return false;
  if (found[1].name.first != family.last + 2 || !words_.is(family.last + 1, ",")) return false;
  const bool known = loud(family.first) || bears(family.given.front()) || known_first(found[1].name);
  if (!known || calls(family.given.front(), 3)) return false;
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (!is_first_name_alone(found[i].name) || loud(found[i].name.first) || (i > 1 && !found[i].follows)) return false;
  }
  for (std::size_t i = 1; i < found.size(); ++i) with_surname(found[i].name, family);
  found[1].heads = true;
  found.erase(found.begin());
  return true;
}

// "Garrick, Lewis / Garrick, Declan James": each has the surname first, and only that repeats.
bool RosterRoom::surnames_first(std::size_t first, std::size_t last) {
  std::size_t comma = first;  // "Garrick-Lee", "El Masri" may be several tokens
  while (comma < last && comma < first + kSurname && !words_.is(comma, ",")) ++comma;
  if (comma == first || comma >= last || !words_.is(comma, ",")) return false;
  const std::size_t length = comma - first;
  const auto heads = [&](std::size_t i) {
    if (i + length + 1 >= last) return false;
    for (std::size_t k = 0; k < length; ++k) {
      if (words_.text_of(i + k) != words_.text_of(first + k)) return false;
    }
    const lexicon::Token& given = words_.scan().tokens[i + length + 1];
    return words_.is(i + length, ",") && given.capital && !given.line_start;
  };
  std::size_t times = 0;
  for (std::size_t i = first; i < last; ++i) times += heads(i) ? 1u : 0u;
  if (times < 2) return false;
  PersonName family;
  family.shown = base::Span{words_.scan().tokens[first].at.begin, words_.scan().tokens[comma - 1].at.end}.of(text_);
  for (std::size_t k = first; k < comma; ++k) {
    if (words_.scan().tokens[k].kind == lexicon::TokenKind::word)
      family.surname.push_back(lexicon::folded_word(words_.text_of(k)));
  }
  const auto people = births_.listed(first, last, NamePlace::cell);
  for (std::size_t i = first; i < last; ++i) {
    if (!heads(i)) continue;
    // "MARSH, Kay 3/4/2010 mother: MARSH, Jo"
    const bool other = std::any_of(people.begin(), people.end(), [&](const Listed& person) {
      return person.name.first == i && (person.related || person.grown);
    });
    if (other) continue;
    const std::size_t given = i + length + 1;
    std::size_t end = given + 1;
    while (end < last && !heads(end)) ++end;
    const auto found = names_in(words_, given, end, NamePlace::cell);
    PersonName name;
    if (!found.empty() && found.front().first == given && found.front().title.empty()) {
      name = found.front();
      name.given.insert(name.given.end(), name.surname.begin(), name.surname.end());
      name.surname.clear();
    } else {
      name.first = name.last = given;
      name.at = words_.scan().tokens[given].at;
      name.shown = words_.text_of(given);
      name.given = {lexicon::folded_word(name.shown)};
    }
    with_surname(name, family);
    subject(name);
  }
  return true;
}

// "Assessment of Kay (3/3/2010) and Lee (4/4/2012) Marsh": the surname stands behind the last one's birth date.
void RosterRoom::surname_behind(std::vector<Listed>& found) const {
  if (with_long_surname(found)) return;
  for (std::size_t at = found.size(); at-- > 1;) {
    const PersonName family = found[at].name;
    const bool one_word = is_one_word(family) || (family.title.empty() && !family.unborn &&
                                                  family.shown.find(' ') == std::string::npos);  // "Moss-Marsh"
    if (!one_word || known_first(family) || found[at].born.told() || !words_.is(family.first - 1, ")")) continue;
    bool some = false;
    for (std::size_t i = at; i-- > 0;) {
      PersonName& name = found[i].name;
      if (!name.surname.empty() || !found[i].born.told() || name.unborn) break;
      with_surname(name, family);
      some = true;
      if (!found[i].follows) break;
    }
    if (some || at + 1 == found.size()) found.erase(found.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

// "Kay (12) and Lee (8) Moreno Vidal": a surname of several words behind those who have none, each with an age.
bool RosterRoom::with_long_surname(std::vector<Listed>& found) const {
  if (found.size() < 3) return false;
  const Listed behind = found.back();
  PersonName family = behind.name;
  if (family.surname.empty() || family.given.empty() || !family.title.empty() || family.unborn) return false;
  if (known_first(family) || behind.born.told() || behind.related || !words_.is(family.first - 1, ")")) return false;
  for (std::size_t i = 0; i + 1 < found.size(); ++i) {
    const Listed& person = found[i];
    if (!is_first_name_alone(person.name) || !person.born.told() || person.related || (i > 0 && !person.follows))
      return false;
  }
  family.surname.insert(family.surname.begin(), family.given.begin(), family.given.end());
  found.pop_back();
  for (Listed& person : found) with_surname(person.name, family);
  return true;
}

// "Marsh, Kay - 3/3/2010": somebody whose surname heads the line.
void RosterRoom::turn_round(std::vector<Listed>& found) const {
  std::vector<std::string> family;
  for (std::size_t i = 0; i + 1 < found.size(); ++i) {
    const PersonName& one = found[i].name;
    Listed& two = found[i + 1];
    const bool dated = two.born.date && one.first > 0 && words_.is_any(one.first - 1, {"(", "/", ":", "|"});
    const bool opens = found[i].heads || dated || (one.first > 0 && words_.is(one.first - 1, ";"));
    if (!is_one_word(one) || !opens || known_first(one) || !two.name.surname.empty() || !two.name.title.empty())
      continue;
    if (two.name.first != one.last + 2 || !words_.is(one.last + 1, ",")) continue;
    if (!known_first(two.name) && family != one.given && !dated) continue;
    family = one.given;
    with_surname(two.name, one);
    two.heads = true;
    two.follows = found[i].follows;
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace language
