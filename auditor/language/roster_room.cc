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

}  // namespace

RosterState::RosterState(const document::Document& document, const form::Form& record, const Words& tokens)
    : form(record), words(tokens), text(document.text), births(tokens) {
  const lexicon::Lexicon& lexicon = words.vocabulary().lexicon();
  for (const auto& [label, id] :
       std::initializer_list<std::pair<const char*, lexicon::FieldId*>>{{"name", &name},
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
  return says_any(heading, {"assessment", "report", "record", "form", "enquiry", "referral", "service", "help"});
}

bool RosterRoom::known_first(const PersonName& name) const {
  const lexicon::ConceptId known = lexicon_.find_concept("name.first");
  return known != 0 && words_.scan().has(words_.scan().tokens[name.first].at, known);
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

void RosterRoom::share_surnames(std::vector<PersonName>& found) const {
  for (std::size_t i = found.size(); i-- > 1;) {
    const PersonName& next = found[i];
    PersonName& name = found[i - 1];
    const bool beside = name.last + 2 == next.first && words_.is_any(name.last + 1, {"and", "&", ",", "/"});
    if (!beside || !name.surname.empty() || next.surname.empty() || next.given.empty()) continue;
    if (!name.title.empty() || !next.title.empty() || next.unborn) continue;
    name.surname = next.surname;
    name.shown += family_of(next);
  }
}

void RosterRoom::with_surname(PersonName& name, const PersonName& family) {
  name.surname = family.surname.empty() ? family.given : family.surname;
  name.shown += " " + family.shown;
}

void RosterRoom::subject(const PersonName& name, Gender gender) {
  if (names_nobody(words_, name)) return;
  PersonName child = name;  // "Miss Jodie Farrant" is called that in an address alone
  if (!name.title.empty() && !name.given.empty() && words_.is_any(name.first, {"miss", "master"})) {
    child.shown.erase(0, std::min(child.shown.size(), child.shown.find(' ') + 1));
  }
  roster_.make_subject(roster_.add(child, Role::subject_child, gender, "subject child"));
}

// "Caleb Marsh | 19/12/2014": a name, and in the cells beside it a birth date and no role.
std::optional<Listed> RosterRoom::listed_row(const form::Unit& unit) const {
  std::optional<Listed> person;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = form_.cells[c];
    const auto [first, last] = tokens(cell.at);
    const auto found = births_.listed(first, last, NamePlace::cell);
    if (!person) {
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
  return says_any(label, {"children", "names", "subjects", "siblings", "twins", "forenames"});
}

// Between people who are listed each may have a birth date: "Dylan (4 May 2013) and Ruby Hobbs (17 March 2017)".
void RosterRoom::share_surnames(std::vector<Listed>& found) const {
  for (std::size_t i = found.size(); i-- > 1;) {
    const PersonName& next = found[i].name;
    PersonName& name = found[i - 1].name;
    if (!found[i].follows || !name.surname.empty() || next.surname.empty() || next.given.empty()) continue;
    if (!name.title.empty() || !next.title.empty() || next.unborn || name.unborn || found[i - 1].related) continue;
    if (found[i].related || found[i].heads || !words_.is_any(next.first - 1, {"and", "&", ",", "/"})) continue;
    name.surname = next.surname;
    name.shown += family_of(next);
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

void RosterRoom::subjects_on_next_lines(std::size_t u) {
  const bool several = asks_for_several(form_.units[u].label);
  for (++u; u < form_.units.size(); ++u) {
    const form::Unit& unit = form_.units[u];
    std::optional<Listed> person;
    if (unit.kind == form::UnitKind::row) {
      person = listed_row(unit);
    } else if (unit.kind == form::UnitKind::prose && unit.at.size() <= 80) {
      const auto [first, last] = tokens(unit.at);
      const auto found = births_.listed(first, last, NamePlace::cell);
      if (!found.empty() && found.front().heads) person = found.front();
      // "Amy Marsh" alone below "Children: Joe Marsh"
      const bool alone = person && found.size() == 1 && person->name.last + 1 == last && several &&
                         !person->name.surname.empty() && !roster_.subjects().empty() &&
                         roster_.has_surname(roster_.subjects().back(), person->name.surname.back());
      if (person && !person->born.told() && !alone) return;
    }
    if (!person || !person->name.title.empty() || person->related || person->grown) return;
    if (unit.kind == form::UnitKind::row && !person->born.told()) return;
    subject(person->name);
  }
}

}  // namespace language
