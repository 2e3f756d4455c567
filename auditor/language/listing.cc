#include "language/listing.h"

#include <algorithm>
#include <utility>

namespace language {
namespace {

constexpr int kGrown = 19;        // years; a child of a record is younger
constexpr int kFirstYear = 1900;  // that a record's date may name
constexpr int kLastYear = 2100;

int number_of(std::string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "8y", "11yrs", "5m", "16yo": the years of an age; -1 where it is none.
int short_age(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > 2 || digits == text.size()) return -1;
  const std::string unit = lexicon::folded_word(text.substr(digits));
  if (unit == "y" || unit == "yr" || unit == "yrs" || unit == "yo") return number_of(text.substr(0, digits));
  return unit == "m" || unit == "mth" || unit == "mths" || unit == "wk" || unit == "wks" ? 0 : -1;
}

bool is_family(const RoleWord& role) {
  return role.role != Role::subject_child && role.role != Role::unknown;
}

}  // namespace

Births::Births(const Words& words, std::vector<WrittenDate> written)
    : words_(words),
      dates_(std::move(written)),
      group_(words.vocabulary().lexicon().find_concept("listing.group")),
      earlier_(words.vocabulary().lexicon().find_concept("listing.earlier-name")),
      adult_(words.vocabulary().lexicon().find_concept("listing.adult")),
      kin_(words.vocabulary().lexicon().find_concept("listing.kin")) {
  // One date may be a slip of the pen; a year that two dates have isn't.
  std::vector<int> years;
  for (const WrittenDate& date : dates_) {
    const int year = year_of(date);
    if (year >= kFirstYear && year < kLastYear && date.month > 0) years.push_back(year);
  }
  std::sort(years.begin(), years.end());
  if (!years.empty()) year_ = years.back();
  for (std::size_t i = years.size(); i-- > 1;) {
    if (years[i - 1] != years[i]) continue;
    year_ = years[i];
    break;
  }
}

int Births::year_of(const WrittenDate& date) const {
  if (!date.short_year) return date.year;
  return date.year + (date.year < 50 ? 2000 : 1900);
}

const WrittenDate* Births::date_at(std::size_t token) const {
  const std::uint32_t begin = words_.scan().tokens[token].at.begin;
  const auto place = std::lower_bound(dates_.begin(), dates_.end(), begin,
                                      [](const WrittenDate& date, std::uint32_t at) { return date.at.begin < at; });
  return place != dates_.end() && place->at.begin == begin && !place->week ? &*place : nullptr;
}

// "little lad", "lass", "toddler": what notes call a child in front of its name.
bool Births::small_child(std::size_t token) const {
  if (token >= words_.size()) return false;
  if (words_.is(token, "little")) return small_child(token + 1);
  if (words_.is(token, "baby") && token + 1 < words_.size() && words_.scan().tokens[token + 1].capital) return true;
  return words_.is_any(token, {"lad", "lads", "lass", "toddler", "tot", "one", "boy", "girl", "baby"}) && token > 0 &&
         words_.is_any(token - 1, {"little", "the", "wee", "baby"});
}

// What a list of people holds beside names and dates.
bool Births::matter(std::size_t token) const {
  const lexicon::TokenKind kind = words_.scan().tokens[token].kind;
  if (kind == lexicon::TokenKind::number) return true;
  if (kind != lexicon::TokenKind::word) return !words_.is_any(token, {"?", "!"});
  // "Kay, who is 9 (born 4 May 2009), and Lee, who is 6"
  if (words_.is(token, "who") && words_.is_any(token + 1, {"is", "'s", "’s"})) return true;
  if (token > 0 && words_.is(token - 1, "who") && words_.is_any(token, {"is", "'s", "’s"})) return true;
  // "Kay (he is 9)"
  if (token > 1 && words_.is_any(token, {"he", "she"}) && words_.is(token - 1, "(")) return words_.is(token + 1, "is");
  if (token > 2 && words_.is(token, "is") && words_.is(token - 2, "(")) return words_.is_any(token - 1, {"he", "she"});
  // "Kay Marsh (KM) 12.12.2000"
  if (initials_in_brackets(token)) return true;
  // "and the little lad Lee", "and baby girl Zoe"
  if (words_.is_any(token, {"the", "little", "her", "his", "wee"}) && token + 1 < words_.size() &&
      small_child(token + 1))
    return true;
  if (small_child(token)) return true;
  return words_.is_any(
      token, {"and",   "m",        "f",     "male",      "female",  "boy",      "girl",      "child",    "born",
              "dob",   "dobs",     "b",     "d",         "o",       "aged",     "age",       "date",     "of",
              "birth", "birthday", "years", "year",      "yrs",     "yr",       "months",    "month",    "mths",
              "weeks", "wks",      "old",   "due",       "edd",     "expected", "estimated", "delivery", "unborn",
              "twin",  "twins",    "on",    "reception", "nursery", "given",    "claimed",   "nearly",   "almost",
              "now",   "approx",   "in",    "y",         "subject", "both",     "name",      "names",    "plus"});
}

// Letters in brackets that begin as one of the two words before does, and stand for nothing else.
bool Births::initials_in_brackets(std::size_t token) const {
  if (token < 2 || token + 1 >= words_.size() || !words_.is(token - 1, "(") || !words_.is(token + 1, ")")) return false;
  const std::string_view text = words_.text_of(token);
  const bool letters = text.size() >= 2 && text.size() <= 3 &&
                       std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!letters || !words_.scan().starting_at(token).empty()) return false;
  return words_.text_of(token - 2).front() == text.front() ||
         (token > 2 && words_.text_of(token - 3).front() == text.front());
}

// "08 02 1995": the year of a day written without marks; 0 where there is none.
int Births::spaced_date(std::size_t token, std::size_t last) const {
  if (token + 2 >= last) return 0;
  const int day = number_of(words_.text_of(token));
  const int month = number_of(words_.text_of(token + 1));
  const int year = number_of(words_.text_of(token + 2));
  if (day < 1 || day > 31 || month < 1 || month > 12) return 0;
  // "3 3 03"
  if (year >= 0 && words_.text_of(token + 2).size() == 2 && !short_age_stands(token + 3, last))
    return year < 50 ? 2000 + year : 1900 + year;
  return year >= kFirstYear && year < kLastYear ? year : 0;
}

// "3 5 12 years": numbers of which the last is an age.
bool Births::short_age_stands(std::size_t token, std::size_t last) const {
  return token < last && words_.is_any(token, {"years", "yrs", "year", "yr", "months", "mths", "weeks", "wks"});
}

// "Kay Marsh is 9, ...": an age told in a sentence.
bool Births::is_old(std::size_t token, std::size_t last) const {
  if (token + 1 >= last || !words_.is_any(token, {"is", "was"})) return false;
  const int years = number_of(words_.text_of(token + 1));
  return words_.is(token + 1, "aged") || (years >= 0 && years < kGrown && words_.text_of(token + 1).size() <= 2);
}

// "3.40pm", "15:40"
bool Births::clock(std::size_t token, std::size_t last) const {
  const auto& tokens = words_.scan().tokens;
  if (token < last && words_.is(token, ",")) ++token;
  if (token >= last || tokens[token].line_start || tokens[token].kind != lexicon::TokenKind::number) return false;
  for (std::size_t i = token; i < std::min(last, token + 4) && (i == token || !tokens[i].line_start); ++i) {
    const std::string_view text = words_.text_of(i);
    if (text.ends_with("am") || text.ends_with("pm") || text.ends_with("hrs")) return true;
  }
  return token + 2 < last && words_.is(token + 1, ":") && words_.text_of(token + 2).size() == 2;
}

Born Births::at(std::size_t token, std::size_t last) const {
  Born born;
  const auto& tokens = words_.scan().tokens;
  std::size_t i = token;
  bool asked = false;   // "born", "dob"
  bool school = false;  // "Year 4"
  // An age may stand here: behind a comma, a bracket, "aged", at the head of a line.
  bool place = token < tokens.size() && tokens[token].line_start;
  if (is_old(token, last)) {
    ++i;
    place = true;
  }
  for (; i < last && (i == token || !tokens[i].line_start) && matter(i); ++i) {
    const WrittenDate* date = date_at(i);
    if (date != nullptr) {
      const bool whole = (date->year != 0 || date->short_year) && (date->month != 0 || asked);
      if (whole && !born.date) {
        born.date = !born.ahead;
        born.said = asked;
        born.year = year_of(*date);
      }
      while (i + 1 < last && tokens[i + 1].at.begin < date->at.end) ++i;
      if (clock(i + 1, last)) born.date = false;  // "28.10.2019 3.40pm": when something happened
      place = false;
      continue;
    }
    if (words_.is_any(i, {"due", "edd", "expected", "unborn"})) born.ahead = true;
    if (words_.is_any(i, {"born", "dob", "b", "birth"}) || (words_.is(i, "(") && i == token)) asked = true;
    if (words_.is_any(i, {"year", "y"})) school = true;
    if (const int years = short_age(words_.text_of(i)); years >= 0 && !born.age) {
      born.age = true;
      born.years = years;
      place = false;
      continue;
    }
    const int number = number_of(words_.text_of(i));
    if (const int year = spaced_date(i, last); year > 0 && !born.date) {
      born.date = true;
      born.year = year;
      i += 2;
      place = false;
      continue;
    }
    if (number < 0) {
      place = words_.is_any(
          i, {",", "(", "aged", "age", "-", "–", "nearly", "almost", "now", "m", "f", "boy", "girl", "is"});
      continue;
    }
    const bool unit =
        i + 1 < last && words_.is_any(i + 1, {"months", "weeks", "mths", "wks", "month", "m", "wk", "days"});
    const bool closes = i + 1 >= tokens.size() || tokens[i + 1].line_start ||
                        words_.is_any(i + 1, {",", ")", ";", ".", "|", "and", "&", "years", "yrs", "year", "yr", "(",
                                              "-", "–", "months", "weeks", "m", "f"});
    const bool years = i + 1 < last && words_.is_any(i + 1, {"years", "yrs", "year", "yr"});
    if (words_.text_of(i).size() <= 2 && (place || unit || years) && closes && !school && !born.age) {
      born.age = true;
      born.years = unit ? 0 : number;
    } else if (asked && number >= kFirstYear && number < kLastYear) {
      born.date = true;
      born.said = true;
      born.year = number;
    } else if (asked && words_.text_of(i).size() <= 2 && i + 2 < last && number_of(words_.text_of(i + 2)) >= 0) {
      born.date = true;  // "dob 08 02 1995", a day that no calendar has
    }
    school = false;
    place = false;
  }
  // "Max Cole, DOB": left open.
  const bool open = asked && !born.date && !born.ahead && i > token && (i >= tokens.size() || tokens[i].line_start);
  if (open && words_.is_any(i - 1, {"dob", "birth", ":"})) born.date = born.said = true;
  born.end = i;
  return born;
}

// "opened as Unborn Marsh", "(formerly Baby Marsh)": what a child was called before it was born or named.
bool Births::earlier_name(const PersonName& name) const {
  if (!name.unborn && !words_.is(name.first, "baby")) return false;
  for (std::size_t from = name.first > 4 ? name.first - 4 : 0; from < name.first; ++from) {
    const lexicon::Hit* hit = words_.begins(earlier_, from);
    if (hit != nullptr && hit->last + 1 == name.first) return true;
  }
  return false;
}

// "their cousin", "her brother" right before a name that is listed with others.
bool Births::kin_stands(std::size_t token, std::size_t name) const {
  const std::size_t at = token + (words_.is_any(token, {"his", "her", "their"}) ? 1u : 0u);
  for (std::size_t from = at > 2 ? at - 2 : 0; from <= at; ++from) {
    const lexicon::Hit* hit = words_.begins(kin_, from);
    if (hit != nullptr && hit->last + 1 == name && hit->last >= token) return true;
  }
  return false;
}

bool Births::kin_before(std::size_t name) const {
  return name > 0 && kin_stands(name - 1, name);
}

// "twins b. 03.07.16 at 31+4 - Kay", "the siblings Kay": between the word for several and the name stands only what is
// told of them together. `line` is where the line begins.
bool Births::behind_group(std::size_t line, std::size_t name) const {
  constexpr std::size_t kLabel = 5;  // tokens: "Re:", "Report on the"
  for (std::size_t from = line; from < std::min(name, line + kLabel); ++from) {
    const lexicon::Hit* hit = words_.begins(group_, from);
    if (hit == nullptr || hit->last >= name) continue;
    for (std::size_t i = hit->last + 1; i < name; ++i) {
      if (!matter(i) && !words_.is(i, "at")) return false;
    }
    return true;
  }
  return false;
}

bool Births::grown(const Born& born) const {
  return born.years >= kGrown || (born.year != 0 && year_ != 0 && year_ - born.year >= kGrown);
}

// "mum Jo Marsh", "his mother, Lucy", "Worker: Jo Marsh".
bool Births::role_before(const PersonName& name, std::size_t first, bool& brother) const {
  // "Mo: Jo Marsh 26. Fa: Ian Hall": letters that are a label of a parent.
  const bool brief = name.first > first + 1 && words_.text_of(name.first - 2).size() <= 2;
  if (name.first > first + 1 && (words_.is(name.first - 1, ":") || (brief && words_.is(name.first - 1, "."))) &&
      words_.begins(adult_, name.first - 2) != nullptr)
    return true;
  std::size_t end = name.first;
  bool comma = false;
  while (end > first && words_.is_any(end - 1, {":", ",", "(", "-", "–", "\"", "“", "'", "‘"})) {
    comma = comma || words_.is(end - 1, ",");
    --end;
  }
  // "Dad is Ian Marsh", "a brother called Lee"
  if (end == name.first && end > first + 1 && words_.is_any(end - 1, {"is", "are", "was", "called", "named"})) --end;
  if (end == first) return false;
  for (std::size_t from = end > first + 5 ? end - 5 : first; from < end; ++from) {
    for (const lexicon::Hit& hit : words_.scan().starting_at(from)) {
      const RoleWord* role = words_.vocabulary().role(hit.concept_id);
      if (role == nullptr || !is_family(*role) || hit.last + 1 != end) continue;
      // "for the siblings Ann and Ben": whom the record is about
      const bool group = role->role == Role::sibling && words_.text_of(hit.last).ends_with("s") &&
                         (from == first || words_.is_any(from - 1, {"the", "two", "three", "four", "of", "for"}));
      if (group) continue;
      // "Ann (mother), Ben": the role belongs to the one before; "his mother, Lucy" doesn't.
      if (comma && (from == first || !(words_[from - 1].has(Class::possessive) || words_.is(from - 1, "her"))))
        continue;
      brother = role->role == Role::sibling;
      return true;
    }
  }
  return false;
}

// "Kay Marsh (own assessment)", before the next name on the line.
bool Births::belongs_elsewhere(std::size_t from, std::size_t next) const {
  const lexicon::ConceptId elsewhere = words_.vocabulary().cue(Cue::relation_not_subject);
  for (std::size_t i = from; i < next && !words_.scan().tokens[i].line_start; ++i) {
    if (words_.begins(elsewhere, i) != nullptr) return true;
  }
  return false;
}

// "siblings Kay and Lee", "his brothers Kit and Lee": whether the role is said of more than the one behind it.
bool Births::role_of_several(const PersonName& name, std::size_t first) const {
  bool brother = false;
  if (name.first <= first || !role_before(name, first, brother)) return false;
  std::size_t end = name.first - 1;
  while (end > first && words_.scan().tokens[end].kind != lexicon::TokenKind::word) --end;
  return words_.text_of(end).ends_with("s");
}

// "(mother)", ", his half-sister", "- mum's partner"; not "Kay Marsh 3/4/2010. Mother Jo Marsh", where it is the next
// person's.
bool Births::role_behind(std::size_t token, std::size_t last, const lexicon::Hit** which) const {
  const auto& tokens = words_.scan().tokens;
  if (token == 0 || tokens[token].line_start || words_.is_any(token - 1, {".", ";", "|", "and", "&"})) return false;
  for (std::size_t from = token; from < std::min(last, token + 3); ++from) {
    if (from > token && tokens[from].line_start) return false;
    for (const lexicon::Hit& hit : words_.scan().starting_at(from)) {
      const RoleWord* role = words_.vocabulary().role(hit.concept_id);
      if (role == nullptr || !is_family(*role) || hit.last >= last) continue;
      if (words_.is(from - 1, "on")) continue;  // "Kay Marsh (on ward 4)"
      const bool all = role->role == Role::sibling && words_.text_of(hit.last).ends_with("s");
      if (all && words_.is_any(from - 1, {"(", ","})) continue;  // "Kay Marsh and Zoe Marsh (sisters)"
      // "Kay Marsh 3/4/2010 sw - Jo Hall": it is a label of the next person.
      std::size_t behind = hit.last + 1;
      while (behind < last && words_.is_any(behind, {":", "(", "-", "–", "—", "="})) ++behind;
      if (behind >= last && last < words_.size() && !tokens[last].line_start) continue;
      if (which != nullptr) *which = &hit;
      return true;
    }
    const bool passes =
        words_[from].has(Class::determiner) || words_[from].has(Class::possessive) ||
        words_.is_any(from, {"her", "his", "maternal", "paternal", "their", "full", "older", "younger"});
    if (!passes) return false;
  }
  return false;
}

// "Kay Marsh, 14, and Lee Marsh, her half brother, who is 3": named with another and given an age.
void Births::brother_too(Listed& person, const lexicon::Hit* role, std::size_t next) const {
  if (role == nullptr || !person.follows || person.heads || person.sibling) return;
  if (words_.vocabulary().role(role->concept_id)->role != Role::sibling) return;
  if (!words_.is_any(person.name.first - 1, {"and", "&"})) return;
  const Born born = at(role->last + 1, next);
  if (!born.told() || words_.is(role->last + 1, "(")) return;
  person.sibling = true;
  const std::size_t end = born.end;
  person.born = born;
  person.born.end = end;
  person.born.said = true;
}

bool Births::declared(std::size_t token) const {
  const std::string_view text = words_.text_of(token);
  // "K.M. (Kay Marsh)"
  std::size_t open = token;
  while (open + 2 < words_.size() && words_.text_of(open).size() == 1 && words_.scan().tokens[open].capital &&
         words_.is(open + 1, "."))
    open += 2;
  if (open > token && words_.is(open, "(")) return true;
  return text.size() <= 3 && words_.is(token + 1, "(") && words_.scan().tokens[token].capital &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "Kay 15, Lee 10, Zoe 4": what one number behind a name doesn't tell, two of a list do.
void Births::ages_of_list(std::vector<Listed>& people, std::size_t last) const {
  const auto& tokens = words_.scan().tokens;
  const auto age_of = [&](const Listed& person) {
    const std::size_t at = person.name.last + 1;
    if (person.born.told() || (person.related && !person.sibling) || at >= last || tokens[at].line_start) return -1;
    const int years = number_of(words_.text_of(at));
    const bool closes =
        at + 1 >= last || tokens[at + 1].line_start || words_.is_any(at + 1, {",", ";", "/", "and", "&", "("});
    // "Kay 15, Lee 9 Referral date ...": another label begins.
    const bool label = at + 1 < last && tokens[at + 1].kind == lexicon::TokenKind::word && tokens[at + 1].capital &&
                       date_at(at) == nullptr;
    return (closes || label) && years < kGrown ? years : -1;
  };
  const auto told = [&](const Listed& person) { return person.born.age || age_of(person) >= 0; };
  std::vector<int> years;
  for (std::size_t n = 0; n < people.size(); ++n) {
    const bool before = n > 0 && people[n].follows && told(people[n - 1]);
    const bool after = n + 1 < people.size() && people[n + 1].follows && told(people[n + 1]);
    years.push_back(before || after ? age_of(people[n]) : -1);
  }
  for (std::size_t n = 0; n < people.size(); ++n) {
    if (years[n] < 0) continue;
    people[n].born.age = true;
    people[n].born.years = years[n];
    people[n].born.end = std::max(people[n].born.end, people[n].name.last + 2);
  }
}

std::vector<Listed> Births::listed(std::size_t first, std::size_t last, NamePlace place) const {
  std::vector<Listed> out;
  const auto& tokens = words_.scan().tokens;
  std::size_t behind = first;  // where the matter of the person before ends
  bool group = false;          // the role before that person is one of several people
  std::vector<PersonName> names = names_in(words_, first, last, place);
  std::erase_if(names, [&](const PersonName& name) { return names_nobody(words_, name) || earlier_name(name); });
  for (std::size_t n = 0; n < names.size(); ++n) {
    Listed person;
    person.name = names[n];
    const std::size_t next = n + 1 < names.size() ? names[n + 1].first : last;
    person.born = at(person.name.last + 1, next);
    std::size_t line = person.name.first;
    while (line > first && !tokens[line].line_start) --line;
    person.heads = true;
    for (std::size_t i = line; i < person.name.first && person.heads; ++i) {
      const bool counts = i == line && words_.text_of(i).size() == 1 && words_.is_any(i + 1, {")", ".", ":"});  // "A)"
      const bool letter = i > line && words_.is(i - 1, "child") && words_.text_of(i).size() == 1;  // "Child A ="
      person.heads = matter(i) || declared(i) || counts || letter;
    }
    person.grouped = !person.heads && out.empty() && behind_group(line, person.name.first);
    bool only = !out.empty();
    for (std::size_t i = behind; i < person.name.first && only; ++i)
      only = matter(i) || kin_stands(i, person.name.first);
    person.follows = only;
    // "Kay Marsh (born 3 May 2010) and her brother Lee (born 4 June 2012)"
    const std::size_t at_name = person.name.first;
    const std::size_t from = behind + (words_.is_any(behind, {"and", "&", "+"}) ? 1u : 0u);
    const bool his = from < at_name && words_.is_any(from, {"his", "her", "their"});
    const lexicon::Hit* kin = words_.begins(kin_, from + (his ? 1u : 0u));
    person.sibling = !out.empty() && from > first && kin != nullptr && kin->last + 1 == at_name &&
                     words_.is_any(from - 1, {"and", "&", "+"});
    // A role in the matter itself would have ended it: what ends it may be one.
    const lexicon::Hit* role = nullptr;
    person.related = role_before(person.name, first, person.brother) || kin_before(person.name.first) ||
                     (person.born.end < next && role_behind(person.born.end, next, &role));
    // "siblings Kay (9) and Lee (2)": what is said of several
    if (person.follows && group && !person.heads && !person.related) {
      person.related = true;
      person.brother = out.back().brother;
    } else {
      group = role_of_several(person.name, first);
    }
    // "Kay Marsh, twin of Lee Marsh"
    if (at_name > first + 1 && words_.is(at_name - 1, "of") &&
        words_.is_any(at_name - 2, {"twin", "brother", "sister", "sibling", "son", "daughter", "cousin", "friend"}))
      person.related = true;
    brother_too(person, role, next);
    if (belongs_elsewhere(person.name.last + 1, next)) {
      person.related = person.elsewhere = true;
      person.brother = false;
    }
    person.grown = grown(person.born);
    behind = person.born.end;
    out.push_back(std::move(person));
  }
  ages_of_list(out, last);
  // "Kay and Lee Marsh, twins, born 2 May 2010": the day is both's.
  for (std::size_t n = out.size(); n-- > 1;) {
    Listed& one = out[n - 1];
    const bool beside = out[n].follows && !one.born.told() && one.name.last + 2 == out[n].name.first;
    if (beside && out[n].born.told() && words_.is_any(one.name.last + 1, {"and", "&", ",", "/"})) {
      const std::size_t end = one.born.end;
      one.born = out[n].born;
      one.born.end = end;
      one.grown = out[n].grown;
      one.related = one.related || out[n].related;
    }
  }
  return out;
}

}  // namespace language
