#include "language/roster_room.h"

#include <algorithm>
#include <initializer_list>

namespace language {
namespace {

// " Lambourn" of "Beatrix (Bea) Lambourn".
std::string family_of(const PersonName& name) {
  std::size_t at = name.shown.find_last_of(")\"\x9d");
  at = at == std::string::npos || at + 1 >= name.shown.size() ? name.shown.find(' ') : at + 1;
  return name.shown.substr(std::min(name.shown.size(), at));
}

constexpr std::size_t kSurname = 6;  // tokens of a surname with its hyphens

// A capitalised word and no more: a first name or a surname.
bool is_one_word(const PersonName& name) {
  return name.surname.empty() && name.given.size() == 1 && name.title.empty() && !name.unborn;
}

}  // namespace

RosterState::RosterState(const document::Document& document, const form::Form& record, const Words& tokens,
                         const std::vector<WrittenDate>& written)
    : form(record), words(tokens), text(document.text), births(tokens, written), labels(tokens.vocabulary().lexicon()) {
  const lexicon::Lexicon& lexicon = words.vocabulary().lexicon();
  for (const auto& [label, id] :
       std::initializer_list<std::pair<std::string_view, lexicon::FieldId*>>{{"name", &name},
                                                                             {"date-of-birth", &birth},
                                                                             {"relationship", &relationship},
                                                                             {"gender", &gender},
                                                                             {"worker", &worker},
                                                                             {"manager", &manager},
                                                                             {"referrer", &referrer},
                                                                             {"agency", &agency},
                                                                             {"professional", &professional},
                                                                             {"adult", &adult},
                                                                             {"who", &who}}) {
    *id = lexicon.find_field(label);
  }
  for (std::size_t u = 0; u < form.units.size(); ++u) tables[form.units[u].table].push_back(u);
}

bool RosterRoom::hit(base::Span at, lexicon::ConceptId id) const {
  constexpr std::size_t longest_label = 60;  // bytes
  if (words_.scan().has(at, id)) return true;
  if (at.empty() || at.size() > longest_label) return false;
  const auto [first, last] = tokens(at);
  const bool opens = first < last && words_.scan().tokens[first].line_start;
  // "1.2 Name", "† Subject": what numbers a label or marks it is no part of it.
  std::size_t word = first;
  while (word < last && (words_.scan().tokens[word].kind == lexicon::TokenKind::number ||
                         words_.is_any(word, {".", ")", "*", "†", "‡", "-", "–", "•"})))
    ++word;
  if (word >= last || (opens && word == first)) return false;
  const lexicon::Scan& alone = state_.labels.scan(base::Span{words_.scan().tokens[word].at.begin, at.end}.of(text_));
  return std::any_of(alone.hits.begin(), alone.hits.end(),
                     [&](const lexicon::Hit& hit) { return hit.concept_id == id; });
}

std::uint32_t RosterRoom::first_word(base::Span at) const {
  const auto [first, last] = tokens(at);
  std::size_t i = first;
  while (i < last && words_.scan().tokens[i].kind != lexicon::TokenKind::word) ++i;
  return i < last ? words_.scan().tokens[i].at.begin : at.end;
}

bool RosterRoom::says_any(base::Span at, std::initializer_list<Asked> words) const {
  const auto [first, last] = tokens(at);
  for (std::size_t i = first; i < last; ++i) {
    if (words_.is_any(i, words)) return true;
  }
  return false;
}

Gender RosterRoom::gender_said(base::Span at) const {
  const auto [first, last] = tokens(at);
  for (std::size_t i = first; i < last; ++i) {
    if (words_.is_any(i, {"m", "male", "boy", "man", "he"})) return Gender::male;
    if (words_.is_any(i, {"f", "female", "girl", "woman", "she"})) return Gender::female;
  }
  return Gender::unknown;
}

bool RosterRoom::names_record(base::Span heading) const {
  return says_any(heading,
                  {"assessment", "report", "record", "form", "enquiry", "referral", "service", "help", "s47", "s17"});
}

bool RosterRoom::known_first(const PersonName& name) const {
  const lexicon::ConceptId known = lexicon_.find_concept("name.first");
  return known != 0 && words_.scan().has(words_.scan().tokens[name.first].at, known);
}

bool RosterRoom::loud(std::size_t token) const {
  const std::string_view text = words_.text_of(token);
  return text.size() > 2 && text.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

bool RosterRoom::bears(std::string_view surname) const {
  const auto& all = words_.scan().tokens;
  for (std::size_t i = 1; i < words_.size(); ++i) {
    if (all[i].line_start || !all[i - 1].capital || all[i - 1].kind != lexicon::TokenKind::word) continue;
    if (words_.text_of(i).size() != surname.size() || lexicon::folded_word(words_.text_of(i)) != surname) continue;
    const auto found = names({all[i - 1].at.begin, all[i].at.end});
    if (found.size() == 1 && !found.front().given.empty() && found.front().surname.size() == 1) return true;
  }
  return false;
}

bool RosterRoom::greets(std::size_t token) const {
  if (words_.is(token, "dear")) return true;
  if (!words_.is_any(token, {"hello", "hi", "hey", "hiya"})) return false;
  for (std::size_t i = token; i + 1 < words_.size(); ++i) {
    if (words_.is(i, "your") && words_.is_any(i + 1, {"mum", "dad", "mummy", "daddy", "mam", "mother", "father", "nan",
                                                      "brother", "sister", "brothers", "sisters", "parents", "carer"}))
      return true;
  }
  return false;
}

std::vector<PersonName> RosterRoom::whole_names(base::Span at) const {
  std::vector<PersonName> found = names(at);
  if (found.size() != 2) return found;
  const PersonName& family = found[0];
  PersonName& name = found[1];
  const bool turned = is_one_word(family) && name.first == family.last + 2 && words_.is(family.last + 1, ",") &&
                      name.title.empty() && !name.unborn && name.at.end == at.end && family.at.begin == at.begin;
  if (!turned || known_first(family)) return found;
  name.given.insert(name.given.end(), name.surname.begin(), name.surname.end());
  name.surname.clear();
  with_surname(name, family);
  name.first = family.first;
  name.at.begin = family.at.begin;
  found.erase(found.begin());
  return found;
}

bool RosterRoom::names_whom(base::Span label) const {
  const auto [first, last] = tokens(label);
  const lexicon::ConceptId whom = lexicon_.find_concept("label.whom");
  const lexicon::Hit* said = first < last ? words_.begins(whom, first) : nullptr;
  return said != nullptr && (said->last + 1 >= last || (said->last + 2 >= last && words_.is(said->last + 1, ":")));
}

bool RosterRoom::called_so(const PersonName& baby) const {
  return !baby.unborn && baby.given == std::vector<std::string>{"baby"} && baby.surname.size() == 1 &&
         calls(baby.surname.front(), 2);
}

bool RosterRoom::calls(std::string_view name, std::size_t least) const {
  const auto& all = words_.scan().tokens;
  std::size_t alone = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_.text_of(i).size() != name.size() || lexicon::folded_word(words_.text_of(i)) != name) continue;
    const bool opens = i == 0 || all[i].line_start || all[i - 1].kind != lexicon::TokenKind::word;
    const bool behind_baby = !opens && words_.is_any(i - 1, {"baby", "unborn"});
    if (behind_baby) continue;
    // "Ms Marsh", "Jo Marsh", "Marsh family"
    if (!opens && all[i - 1].capital && (i < 2 || all[i - 2].kind == lexicon::TokenKind::word)) return false;
    if (i + 1 < words_.size() && words_.is_any(i + 1, {"family", "household", "children"})) return false;
    ++alone;
  }
  return alone >= least;
}

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

std::vector<base::Span> RosterRoom::columns(base::Span at) const {
  std::vector<base::Span> out;
  const std::string_view line = at.of(text_);
  for (std::size_t from = 0, to = 0; from < line.size(); from = to + 1) {
    to = std::min(line.find('\t', from), line.size());
    out.push_back({at.begin + static_cast<std::uint32_t>(from), at.begin + static_cast<std::uint32_t>(to)});
  }
  return out;
}

void RosterRoom::subject(const PersonName& name, Gender gender) {
  if (names_nobody(words_, name)) return;
  PersonName child = name;  // "Miss Jodie Farrant" is called that in an address alone
  if (called_so(name)) {
    child.given = name.surname;
    child.surname.clear();
  }
  if (!name.title.empty() && !name.given.empty() && words_.is_any(name.first, {"miss", "master"})) {
    child.shown.erase(0, std::min(child.shown.size(), child.shown.find(' ') + 1));
  }
  if (child.unborn && child.shown.starts_with("unborn")) child.shown[0] = 'U';
  if (child.unborn && (child.shown.starts_with("u/b") || child.shown.starts_with("U/B")))
    child.shown.replace(0, 3, "Unborn");
  if (said_twice(child)) child.surname.clear();
  roster_.make_subject(roster_.add(child, Role::subject_child, gender, "subject child"));
}

// "Kay" above "Kay is 11": the first name of a child who is known, twice.
bool RosterRoom::said_twice(const PersonName& name) const {
  if (name.given.size() != 1 || name.surname != name.given) return false;
  PersonName alone = name;
  alone.surname.clear();
  const EntityId who = roster_.find(alone);
  return who != nobody && roster_[who].role == Role::subject_child;
}

// "Caleb Marsh | 19/12/2014": a name, and in the cells beside it a birth date and no role.
std::optional<Listed> RosterRoom::listed_row(const form::Unit& unit) const {
  std::optional<Listed> person;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = form_.cells[c];
    const auto [first, last] = tokens(cell.at);
    const auto found = births_.listed(first, last, NamePlace::cell);
    if (!person) {
      if (first >= last) continue;  // below the label
      if (found.size() != 1 || !found.front().heads) return std::nullopt;
      person = found.front();
      continue;
    }
    const auto role = role_in(cell.at);
    if (role && role->role != Role::subject_child) return std::nullopt;
    Born born = births_.at(first, last);
    if (!found.empty() || !born.told() || person->born.told()) continue;
    born.end = person->born.end;
    person->born = born;
    person->grown = births_.grown(born);
  }
  return person;
}

// Before the letter proper: "Ms Natalie Marsh" of "Dear Natalie".
PersonName RosterRoom::addressed(const PersonName& name) const {
  for (const form::Unit& unit : form_.units) {
    if (unit.at.begin >= name.at.begin) break;
    for (PersonName& full : names(unit.at)) {
      if (!full.title.empty() && !full.surname.empty() && !full.given.empty() && full.given == name.given)
        return std::move(full);
    }
  }
  return {};
}

bool RosterRoom::asks_for_several(base::Span label) const {
  const auto [first, last] = tokens(label);
  for (std::size_t i = first; i + 2 < last; ++i) {  // "Client(s)"
    if (words_.is(i, "(") && words_.is_any(i + 1, {"s", "ren"}) && words_.is(i + 2, ")")) return true;
  }
  return says_any(label, {"children", "names", "subjects", "siblings", "twins", "forenames", "clients"});
}

// "MARSH, Kay (662190)", "Kay Marsh ID 4471": behind the name no more than a number that a system gave.
bool RosterRoom::numbered_alone(const PersonName& name, std::size_t last) const {
  bool number = false;
  for (std::size_t i = name.last + 1; i < last; ++i) {
    if (words_.scan().tokens[i].kind == lexicon::TokenKind::number) {
      number = number || words_.text_of(i).size() >= 4;
    } else if (!words_.is_any(i, {"(", ")", "/", ":", "-", "#", ".", "id", "no", "number", "ref", "p", "n", "pid",
                                  "person", "client", "case"})) {
      return false;
    }
  }
  return number;
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

// "MARSH (Kay 3/3/2005; Lee 12/12/2007)", "Marsh x 3": a family, and behind it those of it.
bool RosterRoom::family_first(std::vector<Listed>& found, std::size_t last) const {
  const PersonName& family = found.front().name;
  if (!is_one_word(family) || found.front().born.told() || known_first(family) || family.last + 1 >= last) return false;
  const std::size_t behind = family.last + 1;
  const bool counted = words_.is_any(behind, {"x", "×"}) && behind + 1 < last &&
                       words_.scan().tokens[behind + 1].kind == lexicon::TokenKind::number;
  if (counted) return true;
  if (found.size() < 2 || found[1].name.first != behind + 1 || !words_.is_any(behind, {"(", ":", "-", "–"}))
    return false;
  if (!std::all_of(found.begin() + 1, found.end(), [](const Listed& person) { return person.born.told(); }))
    return false;
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (found[i].name.surname.empty() && !found[i].name.unborn) with_surname(found[i].name, family);
  }
  return true;
}

bool RosterRoom::family_before(std::vector<Listed>& found) const {
  if (found.size() < 3) return false;
  const PersonName& family = found.front().name;
  if (!is_one_word(family) || known_first(family) || found.front().born.told()) return false;
  if (found[1].name.first != family.last + 2 || !words_.is(family.last + 1, ",")) return false;
  const bool known = loud(family.first) || bears(family.given.front()) || known_first(found[1].name);
  if (!known || calls(family.given.front(), 3)) return false;
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (!is_one_word(found[i].name) || loud(found[i].name.first) || (i > 1 && !found[i].follows)) return false;
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

void RosterRoom::make_unborn(PersonName& name) {
  if (name.unborn) return;
  if (!name.given.empty() && !name.surname.empty() && name.given[0] != "baby") return;  // named already
  if (name.surname.empty()) name.surname = name.given;
  name.given.clear();
  name.unborn = true;
  if (!name.shown.starts_with("Baby") && !name.shown.starts_with("BABY")) name.shown = "Unborn " + name.shown;
}

// "03/07/2009", "F": no more than stands beside a name.
bool RosterRoom::birth_line(std::size_t u) const {
  if (u >= form_.units.size() || form_.units[u].kind != form::UnitKind::prose) return false;
  const auto [first, last] = tokens(form_.units[u].at);
  return first < last && births_.at(first, last).end >= last;
}

bool RosterRoom::in_brackets(std::size_t from, std::size_t token) const {
  int open = 0;
  for (std::size_t i = from; i < token; ++i) open += words_.is(i, "(") ? 1 : words_.is(i, ")") ? -1 : 0;
  return open > 0;
}

void RosterRoom::subjects_on_next_lines(std::size_t u) {
  const bool several = asks_for_several(form_.units[u].label);
  for (++u; u < form_.units.size(); ++u) {
    if (birth_line(u)) continue;
    const form::Unit& unit = form_.units[u];
    std::optional<Listed> person;
    if (unit.kind == form::UnitKind::row) {
      person = listed_row(unit);
    } else if (unit.kind == form::UnitKind::prose && unit.at.size() <= 80) {
      const auto [first, last] = tokens(unit.at);
      const auto found = births_.listed(first, last, NamePlace::cell);
      if (!found.empty() && found.front().heads) person = found.front();
      // "Amy Marsh" alone below "Children: Joe Marsh", or above a line with her birth date
      const bool below = birth_line(u + 1) && births_.at(last, tokens(form_.units[u + 1].at).second).told();
      const bool alone = person && found.size() == 1 && person->name.last + 1 == last && (several || below) &&
                         !person->name.surname.empty() && !roster_.subjects().empty() &&
                         roster_.has_surname(roster_.subjects().back(), person->name.surname.back());
      const bool counted = person && several && found.size() == 1 && numbered_alone(person->name, last);
      if (person && !person->born.told() && !alone && !counted) return;
    }
    if (!person || !person->name.title.empty() || person->related || person->grown) return;
    if (unit.kind == form::UnitKind::row && !person->born.told()) return;
    subject(person->name);
  }
}

}  // namespace language
