#include "language/roster_room.h"

#include <algorithm>
#include <initializer_list>

namespace language {

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

bool RosterRoom::is_one_word(const PersonName& name) {
  return name.surname.empty() && name.given.size() == 1 && name.title.empty() && !name.unborn;
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

// The units in which a record says whom it is about; headings come beside.
std::vector<const form::Unit*> RosterRoom::head() const {
  std::vector<const form::Unit*> out;
  std::size_t seen = 0;
  for (const form::Unit& unit : form_.units) {
    if (unit.kind == form::UnitKind::help) continue;
    if (unit.kind != form::UnitKind::heading && ++seen > head_units) break;
    out.push_back(&unit);
  }
  return out;
}

// A first name that is known, or one with a surname, or that comes again and again.
bool RosterRoom::likely(const PersonName& name, bool line) const {
  if (known_first(name) || name.unborn || (line && !name.surname.empty() && !name.given.empty())) return true;
  std::size_t times = 0;
  const std::string text = lexicon::folded_word(words_.text_of(name.first));
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_.text_of(i).size() != text.size() || lexicon::folded_word(words_.text_of(i)) != text) continue;
    if (!words_.scan().tokens[i].capital) return false;  // "STRAT" above "agreed at strat"
    ++times;
  }
  return times >= 3;
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

std::vector<base::Span> RosterRoom::columns(base::Span at) const {
  std::vector<base::Span> out;
  const std::string_view line = at.of(text_);
  for (std::size_t from = 0, to = 0; from < line.size(); from = to + 1) {
    to = std::min(line.find('\t', from), line.size());
    out.push_back({at.begin + static_cast<std::uint32_t>(from), at.begin + static_cast<std::uint32_t>(to)});
  }
  return out;
}

EntityId RosterRoom::made_subject(const PersonName& name, Gender gender) {
  if (names_nobody(words_, name)) return nobody;
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
  const EntityId who = roster_.add(child, Role::subject_child, gender, "subject child");
  roster_.make_subject(who);
  return who;
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

bool RosterRoom::bare_age(const PersonName& name, std::size_t last) const {
  constexpr int grown = 19;  // years; a child of a record is younger
  std::size_t i = name.last + 1;
  if (i < last && words_.is_any(i, {",", "-", "–"})) ++i;
  if (i >= last || words_.scan().tokens[i].kind != lexicon::TokenKind::number) return false;
  const std::string_view years = words_.text_of(i);
  if (years.size() > 2 || years.find_first_not_of("0123456789") != std::string_view::npos) return false;
  if (std::stoi(std::string(years)) >= grown) return false;
  ++i;
  if (i < last && words_.is_any(i, {"years", "yrs", "months", "mths", "weeks", "wks"})) ++i;
  return i >= last;
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
      const bool aged = person && found.size() == 1 && likely(person->name, false) && bare_age(person->name, last);
      if (person && !person->born.told() && !alone && !counted && !aged) return;
    }
    if (!person || !person->name.title.empty() || person->related || person->grown) return;
    if (unit.kind == form::UnitKind::row && !person->born.told()) return;
    subject(person->name);
  }
}

}  // namespace language
