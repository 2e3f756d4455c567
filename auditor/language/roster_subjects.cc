// Whom a record is about, as its fields and tables name them.
#include <algorithm>

#include "language/roster_room.h"

namespace language {
namespace {

constexpr std::size_t kAnswer = 160;  // bytes: a longer answer tells more than names

class Subjects : RosterRoom {
 public:
  // `without_names`: only children whom a field tells without a name.
  Subjects(RosterState& state, bool without_names) : RosterRoom(state), without_names_(without_names) {}

  void run() {
    for (std::size_t u = 0; u < form_.units.size(); ++u) {
      if (!without_names_ || form_.units[u].kind != form::UnitKind::row) subjects_of(u);
    }
    // A row of surnames may stand above what shows the columns to be children's.
    for (const form::Unit& unit : form_.units) {
      if (!columns_.empty() && unit.kind == form::UnitKind::row) surnames_of_columns(unit, unit.label);
    }
  }

 private:
  // "Unborn baby of | Lorna Pett": the name is the mother's, and the child has her surname.
  bool unborn_of(base::Span label, base::Span value) {
    const auto [first, last] = tokens(label);
    if (first >= last || !words_.is(first, "unborn")) return false;
    std::size_t end = last;
    while (end > first + 1 && words_.is_any(end - 1, {":", "*"})) --end;
    const auto found = names(value);
    if (!words_.is(end - 1, "of") || found.empty() || found.front().at.begin != first_word(value)) return false;
    const PersonName& mother = found.front();
    PersonName child = mother;
    child.unborn = true;
    child.given.clear();
    const std::size_t space = mother.shown.rfind(' ');
    child.shown = "Unborn baby " + (space == std::string::npos ? mother.shown : mother.shown.substr(space + 1));
    subject(child);
    roster_.add(mother, Role::parent, Gender::female, "mother");
    return true;
  }

  // Names that a label introduces: "Simran Kaur Gill, 2 May 2009; Jasleen Kaur Gill, 21 January 2015".
  void subjects_in(base::Span label, base::Span value, bool given_names_only = false) {
    const auto [begin, end] = tokens(value);
    const std::size_t first = behind_label(begin, end);
    const std::size_t last = before_labels(first, end);
    auto found = births_.listed(first, last, NamePlace::cell);
    if (found.empty()) {
      if (without_names_) nameless(label, value);
      return;
    }
    if (without_names_) return;
    const bool opens = found.front().heads || found.front().grouped || counted(first, found.front().name.first);
    if (!opens) return;
    if (names_family(found.front().name, last) || asks_writer(label, value)) return;
    if (!given_names_only && surnames_first(first, last)) return;
    const bool turned = hit(label, Cue::label_surname);  // "Last name / first name"
    if (!given_names_only && turned_whole(found, last, asks_for_several(label), turned)) return subject(found[1].name);
    if (given_names_only) {  // "Forenames: Courtney Leigh", "Courtney Leigh / Tia"
      for (Listed& person : found) {
        PersonName& name = person.name;
        name.given.insert(name.given.end(), name.surname.begin(), name.surname.end());
        name.surname.clear();
      }
    } else {
      surname_behind(found);
      family_before(found);
      share_surnames(found);
    }
    if (turned_round(found)) return subject(found[1].name);
    if (family_first(found, last)) found.erase(found.begin());
    if (found.empty()) return;
    const bool unborn = tokens(label).first < tokens(label).second && words_.is(tokens(label).first, "unborn");
    if (unborn && of_two_families(found)) return subject(found.front().name);
    std::vector<std::string> family;
    for (std::size_t i = 0; i < found.size(); ++i) {
      Listed& person = found[i];
      if (person.elsewhere || (i > 0 && !person.born.told() && called_before(found, i))) continue;
      if (unborn || person.born.ahead) make_unborn(person.name);
      const bool young = words_.is_any(person.name.first, {"miss", "master"}) && i == 0;
      if (!person.name.title.empty() && !person.name.unborn && !young) continue;
      const bool sibling = person.sibling && person.born.told();               // "and her brother Lee Marsh (7)"
      const bool related = person.related && !sibling && !person.name.unborn;  // "unborn (mother's)"
      if (i > 0 && (related || person.grown)) continue;
      if (i > 0 && value.size() > kAnswer && !person.follows) continue;  // a narrative
      if (i > 0 && opens_sentence(person, last)) continue;
      if (i > 0 && !person.born.told() && in_brackets(found.front().name.last + 1, person.name.first)) continue;
      if (i > 0 && !person.follows && !person.born.told() && !person.heads && !apart(person.name, family)) continue;
      if (!person.name.surname.empty()) family = person.name.surname;
      subject(person.name);
    }
    also_named(first, last);
  }

  // "Kay Marsh (12). Full dates on the person's record": a word that a new sentence begins with.
  bool opens_sentence(const Listed& person, std::size_t last) const {
    const PersonName& name = person.name;
    if (!words_.is(name.first - 1, ".") || !name.surname.empty() || known_first(name) || person.born.told())
      return false;
    return person.born.end < last && words_.scan().tokens[person.born.end].kind == lexicon::TokenKind::word;
  }

  // "Kay Marsh (this assessment also covers Lee and Zoe)": those whom the answer goes on to name as assessed, too.
  void also_named(std::size_t first, std::size_t last) {
    const lexicon::ConceptId also = lexicon_.find_concept("answer.also");
    for (std::size_t i = first + 1; also != 0 && i < last; ++i) {
      for (const lexicon::Hit& hit : words_.scan().starting_at(i)) {
        if (hit.concept_id == also && hit.last + 1 < last) return also_behind(hit.last + 1, last);
      }
    }
    // "(also Kay, Lee and Zoe)": one name alone is another for the same child.
    for (std::size_t i = first + 1; i + 1 < last; ++i) {
      if (words_.is(i, "(") && words_.is(i + 1, "also")) return also_behind(i + 2, last, 2);
    }
  }

  void also_behind(std::size_t first, std::size_t last, std::size_t least = 1) {
    std::size_t end = first;
    while (end < last && !words_.is_any(end, {")", ";"})) ++end;
    if (end <= first) return;
    const base::Span at{words_.scan().tokens[first].at.begin, words_.scan().tokens[end - 1].at.end};
    if (hit(at, Cue::relation_not_subject) || hit(at, Cue::label_alias) || says_any(at, {"or", "as"})) return;
    auto found = births_.listed(first, end, NamePlace::cell);
    share_surnames(found);
    std::erase_if(found, [](const Listed& person) {
      return !person.name.title.empty() || person.grown || (person.related && !person.brother);
    });
    if (found.size() < least) return;
    for (const Listed& person : found) subject(person.name);
  }

  // "Name as on | ARC card: Kay Marsh": where the label's words go on into the answer, names begin behind the colon.
  std::size_t behind_label(std::size_t first, std::size_t last) const {
    constexpr std::size_t kLabel = 4;  // tokens
    for (std::size_t i = first + 1; i + 1 < std::min(last, first + kLabel); ++i) {
      if (!words_.is(i, ":")) continue;
      const auto before = names_in(words_, first, i, NamePlace::cell);
      const bool person = std::any_of(before.begin(), before.end(), [&](const PersonName& name) {
        return known_first(name) || !name.surname.empty() || name.unborn;
      });
      return person ? first : i + 1;
    }
    return first;
  }

  // "Kay Marsh DoB 4/3/2009 Ethnicity White British Religion ...": where a line goes on to other labels, names end.
  std::size_t before_labels(std::size_t first, std::size_t last) const {
    for (std::size_t i = first + 1; i < last; ++i) {
      const bool label = words_.is_any(i, {"ethnicity", "ethnic", "nationality", "religion", "language", "address",
                                           "disability", "school", "parents", "mother", "father"});
      if (label && words_.scan().tokens[i].capital && !words_.is_any(i - 1, {"(", ",", "'s", "’s"})) return i;
    }
    return last;
  }

  // "Kay Fisk / Kay Marsh (at school)": one child, called two names.
  static bool called_before(const std::vector<Listed>& found, std::size_t i) {
    const auto& given = found[i].name.given;
    return !given.empty() && std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(i),
                                         [&](const Listed& one) { return one.name.given == given; });
  }

  // "MARSH FAMILY (3 records linked)"
  bool names_family(const PersonName& name, std::size_t last) const {
    const std::size_t behind = name.last + 1;
    return behind < last && words_.is_any(behind, {"family", "families", "household", "siblings"});
  }

  // "Your name? | Ann Fox, social worker"
  bool asks_writer(base::Span label, base::Span value) const {
    const auto [first, last] = tokens(label);
    const auto role = role_in(value);
    return role && (role->role == Role::worker || role->role == Role::manager || role->role == Role::professional) &&
           first < last && says_any(label, {"your", "my"});
  }

  // "Unborn baby: MARSH / Nowak": both parents' surnames.
  static bool of_two_families(std::vector<Listed>& found) {
    if (found.size() != 2) return false;
    PersonName& one = found[0].name;
    const PersonName& two = found[1].name;
    if (two.first != one.last + 2 || one.given.size() + one.surname.size() != 1 ||
        two.given.size() + two.surname.size() != 1)
      return false;
    make_unborn(one);
    if (!two.given.empty()) one.surname.push_back(two.given.front());
    one.shown += " / " + two.shown;
    one.last = two.last;
    return true;
  }

  // "Two children, Kay Marsh (11) and ...": what stands before the first name counts them.
  bool counted(std::size_t first, std::size_t name) const {
    for (std::size_t i = first; i < name; ++i) {
      if (births_.declared(i)) continue;
      if (!words_.is_any(
              i, {"two",      "three", "four",  "five", "six",   "both",  "the",    "children", "siblings", "sisters",
                  "brothers", "boys",  "girls", "our",  "these", "young", "people", ",",        ":",        "-",
                  "–",        "(",     "2",     "3",    "4",     "5",     "named",  "subjects"}))
        return false;
    }
    return name > first;
  }

  // The subject of an e-mail: beside it stand who sent it and to whom.
  bool of_message(std::size_t u) const {
    const auto [first, last] = tokens(form_.units[u].label);
    if (first >= last || !words_.is(first, "subject") || (first + 1 < last && !words_.is(first + 1, ":"))) return false;
    std::size_t beside = 0;
    for (std::size_t k = u > 4 ? u - 4 : 0; k < std::min(u + 4, form_.units.size()); ++k) {
      const std::size_t begin = tokens(form_.units[k].at).first;
      if (begin < words_.size() && words_.is_any(begin, {"from", "to", "sent", "cc"})) ++beside;
    }
    return beside >= 2;
  }

  // "RE: Kieran Malpass 08/11/2003 - assessment due"
  void message_subject(base::Span value) {
    if (without_names_) return;
    for (const Listed& person : births_.listed(tokens(value).first, tokens(value).second, NamePlace::cell)) {
      const bool named = known_first(person.name) && !person.name.surname.empty();
      if (person.name.title.empty() && !person.related && !person.grown && (person.born.date || named))
        subject(person.name);
    }
  }

  // "Garroway, Amelia"
  bool turned_round(std::vector<Listed>& found) const {
    if (found.size() < 2) return false;
    const PersonName& one = found[0].name;
    PersonName& two = found[1].name;
    if (!one.surname.empty() || !two.surname.empty() || !one.title.empty()) return false;
    if (two.first != one.last + 2 || !words_.is(one.last + 1, ",") || known_first(one) || !known_first(two))
      return false;
    if (one.given.size() != 1 || calls(one.given.front(), 3)) return false;
    with_surname(two, one);
    return true;
  }

  // How often a word stands in the record with its capital.
  std::size_t times(std::size_t token) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) count += words_.text_of(i) == words_.text_of(token) ? 1u : 0u;
    return count;
  }

  // "Marsh, Kay Louise" and no more: first names behind the surname. Where no list knows the first of them, and one
  // child is asked for, it is the name by which the text goes on to call the child.
  bool turned_whole(std::vector<Listed>& found, std::size_t last, bool several, bool asked) const {
    if (found.size() != 2) return false;
    const PersonName& family = found[0].name;
    PersonName& name = found[1].name;
    if (!family.title.empty() || !family.surname.empty() || family.unborn || known_first(family)) return false;
    const bool parted = words_.is(family.last + 1, ",") || (asked && words_.is(family.last + 1, "/"));
    if (name.first != family.last + 2 || !parted || !name.title.empty()) return false;
    const std::size_t behind = std::max(name.last + 1, found[1].born.end);
    if (found[0].born.told()) return false;
    const bool called = asked || (!several && times(name.first) > times(family.first));
    if (!(known_first(name) && !name.surname.empty()) && !called) return false;
    if (behind < last && !words_.is_any(behind, {"(", "|", ",", ";", "-"})) return false;
    name.given.insert(name.given.end(), name.surname.begin(), name.surname.end());
    name.surname.clear();
    with_surname(name, family);
    return true;
  }

  // One of the same family behind a mark that ends what was said of the one before.
  bool apart(const PersonName& name, const std::vector<std::string>& family) const {
    return words_.is_any(name.first - 1, {";", "|", "and", "&", ",", "/"}) && !family.empty() && name.surname == family;
  }

  // "J", "not yet born, due 4 May": a child without a name.
  void nameless(base::Span label, base::Span value) {
    const auto [first, last] = tokens(value);
    if (first >= last) return;
    PersonName name;
    name.first = name.last = first;
    name.at = words_.scan().tokens[first].at;
    const std::string_view text = words_.text_of(first);
    const std::size_t end = births_.at(first + 1, last).end;
    // "Child A": what a record calls a child whose name it keeps back.
    const auto [from, to] = tokens(label);
    const bool bare = from < to && to == from + 1 && words_.is_any(from, {"child", "baby", "sibling"});
    if (bare && text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z' && end == last) {
      name.given = {lexicon::folded_word(words_.text_of(from)), lexicon::folded_word(text)};
      name.shown = std::string(words_.text_of(from)) + " " + std::string(text);
      return subject(name);
    }
    // "A" and "I" are words.
    if (text.size() == 1 && text[0] >= 'B' && text[0] <= 'Z' && text != "I" && end == last) {
      name.given = {lexicon::folded_word(text)};
      name.shown = text;
      return subject(name);
    }
    // "KM": letters that are no word.
    const bool letters = text.size() >= 2 && text.size() <= 3 &&
                         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (letters && end == last && words_.scan().starting_at(first).empty()) {
      name.given = {lexicon::folded_word(text)};
      name.shown = text;
      return subject(name);
    }
    // "your baby, due 4 May"
    std::size_t baby = first;
    while (baby < last && baby < first + 2 && !words_.is_any(baby, {"baby", "babies", "unborn"})) ++baby;
    if (baby > first && words_.is_any(baby, {"baby", "unborn"}) && births_.at(baby + 1, last).ahead) {
      name.unborn = true;
      name.shown = "Unborn baby";
      return subject(name);
    }
    const bool due = births_.at(first, last).ahead || words_.is_any(first, {"unborn", "not"});
    for (std::size_t i = first; i < std::min(last, first + 4) && due; ++i) {
      if (!words_.is_any(i, {"unborn", "born", "due", "expected", "edd"})) continue;
      name.unborn = true;
      name.shown = "Unborn baby";
      return subject(name);
    }
  }

  // A cell of the children's column with a line for each: "Kay Marsh 12/06/2009", "Lee Marsh 03/09/2012".
  void children_below(const PersonName& first, const form::Unit& unit) {
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const base::Span at = form_.cells[c].at;
      if (!at.contains(first.at.begin)) continue;
      const auto [begin, end] = tokens(at);
      const auto found = births_.listed(begin, end, NamePlace::cell);
      if (found.empty() || !found.front().born.told()) continue;
      for (const Listed& person : found) {
        if (person.heads && person.born.told() && person.name.title.empty() && !person.related) subject(person.name);
      }
    }
  }

  bool asks_for_forename(base::Span label) const {
    return says_any(label, {"forename", "forenames", "given", "first"});
  }

  bool table_has_birth(const form::Unit& unit) const {
    const auto here = static_cast<std::size_t>(&unit - form_.units.data());
    if (dated_behind(here)) return true;
    // "2. Known as: Kit 3. DOB* 12/12/2007": the next field's answer goes on to it.
    if (here + 1 < form_.units.size() && asks_for_alias(form_.units[here + 1]) &&
        born_within(form_.units[here + 1].value))
      return true;
    const auto place = tables_.find(unit.table);
    if (place == tables_.end()) return false;
    if (unit.table >= 0) {
      const auto [told, first_time] = births_of_tables_.emplace(unit.table, false);
      if (first_time) {
        told->second = std::any_of(place->second.begin(), place->second.end(), [&](std::size_t u) {
          return is_field(form_.units[u].field, state_.birth) || hit(form_.units[u].label, Cue::label_birth);
        });
      }
      return told->second || young_beside(here);
    }
    if (young_beside(here)) return true;
    for (std::size_t u = here > 8 ? here - 8 : 0; u < std::min(here + 9, form_.units.size()); ++u) {
      if (is_field(form_.units[u].field, state_.birth) || hit(form_.units[u].label, Cue::label_birth)) return true;
    }
    return false;
  }

  // "Name  Kay Marsh  3/4/2010  and her brother Lee 5/6/2012": the birth date was taken for the label of what follows.
  bool dated_behind(std::size_t u) const {
    if (u + 1 >= form_.units.size() || form_.units[u].value.empty()) return false;
    const form::Unit& next = form_.units[u + 1];
    if (next.kind != form::UnitKind::field || next.field != 0 || next.label.empty()) return false;
    const auto [first, last] = tokens(next.label);
    if (first >= last || next.table != form_.units[u].table || next.row != form_.units[u].row) return false;
    const Born born = births_.at(first, last);
    return born.date && born.end >= last && !births_.grown(born);
  }

  // "Full name: Kay Marsh. Age: 11."
  bool young_beside(std::size_t u) const {
    const lexicon::FieldId age = lexicon_.find_field("age");
    for (std::size_t k = u + 1; k < std::min(u + 3, form_.units.size()); ++k) {
      const form::Unit& unit = form_.units[k];
      if (!is_field(unit.field, age) || unit.value.empty()) continue;
      const auto [first, last] = tokens(unit.value);
      if (first >= last || words_.scan().tokens[first].kind != lexicon::TokenKind::number) return false;
      const std::string_view years = words_.text_of(first);
      return years.size() == 1 || (years.size() == 2 && years < "19");
    }
    return false;
  }

  bool says_first(base::Span at, std::initializer_list<Asked> words) const {
    const auto [first, last] = tokens(at);
    return first < last && words_.is_any(first, words);
  }

  // Whether the section is about somebody else: a household's or agency's table may have names and ages too.
  bool asks_for_child(const form::Unit& unit, base::Span label) const {
    const bool whole_name = hit(label, Cue::label_surname) && asks_for_forename(label);  // "Surname / forename"
    if (label.empty() || (hit(label, Cue::label_surname) && !whole_name) || asks_for_alias(unit)) return false;
    if (hit(label, Cue::label_mother) || hit(label, Cue::label_father) || hit(label, Cue::label_parents) ||
        hit(label, Cue::label_siblings) || hit(label, Cue::label_worker) || hit(label, Cue::label_manager)) {
      return false;
    }
    // "Children's father", "Child's school" ask for somebody or something else.
    const auto [first, last] = tokens(label);
    for (std::size_t i = first; i < last; ++i) {
      if (words_.is_any(
              i, {"father",   "mother",       "parent",   "parents", "carer",    "carers",  "school",    "worker",
                  "gp",       "views",        "wishes",   "address", "siblings", "sibling", "household", "brother",
                  "sister",   "partner",      "adult",    "adults",  "doctor",   "teacher", "nursery",   "interpreter",
                  "advocate", "professional", "referrer", "agency",  "caller"})) {
        return false;
      }
    }
    if (belongings(first, last)) return false;
    if (hit(label, Cue::label_child)) return !of_something(label);
    if ((!hit(label, Cue::label_name) && !whole_name) || of_somebody(label) || block_of_other(unit) ||
        section_of_others(unit))
      return false;
    return table_has_birth(unit) || (is_field(unit.field, state_.name) && born_in(unit.value));
  }

  // "Known as: Kit" tells what somebody is called whom another field names.
  bool asks_for_alias(const form::Unit& unit) const {
    if (unit.kind == form::UnitKind::row || !hit(unit.label, Cue::label_alias)) return false;
    const auto here = static_cast<std::size_t>(&unit - form_.units.data());
    for (std::size_t u = here > 3 ? here - 3 : 0; u < std::min(here + 3, form_.units.size()); ++u) {
      const form::Unit& other = form_.units[u];
      if (u != here && !other.value.empty() && is_field(other.field, state_.name) &&
          !hit(other.label, Cue::label_surname) && !hit(other.label, Cue::label_alias) && !names(other.value).empty())
        return true;
    }
    return false;
  }

  // A birth date with its label anywhere within an answer.
  bool born_within(base::Span value) const {
    const auto [first, last] = tokens(value);
    const lexicon::Hit* label = words_.find(Cue::label_birth, first, last);
    if (label == nullptr) return false;
    std::size_t behind = label->last + 1;
    while (behind < last && words_.is_any(behind, {"*", ":"})) ++behind;
    const Born born = births_.at(behind, last);
    return born.date && !births_.grown(born);
  }

  // "Name: Jo Marsh", and below it, before the next name, "Relationship: mother", or the birth date of an adult.
  bool block_of_other(const form::Unit& unit) const {
    if (unit.table >= 0 && unit.kind == form::UnitKind::row) return false;
    const auto here = static_cast<std::size_t>(&unit - form_.units.data());
    for (std::size_t u = here + 1; u < std::min(here + 6, form_.units.size()); ++u) {
      const form::Unit& next = form_.units[u];
      if (next.section != unit.section) return false;
      const bool rest = hit(next.label, Cue::label_surname) || hit(next.label, Cue::label_alias);
      if (is_field(next.field, state_.name) && !rest) return false;
      const auto [first, last] = tokens(next.value);
      if (next.value.empty()) continue;
      if (is_field(next.field, state_.birth)) {
        if (births_.grown(births_.at(first, last))) return true;
      } else if (is_field(next.field, state_.relationship) && !hit(next.value, Cue::relation_subject)) {
        const auto role = role_in(next.value);
        if (role && role->role != Role::subject_child) return true;
      }
    }
    return false;
  }

  // "Name: Kay Marsh (f) dob 14/02/2002": the birth date that no other field asks for stands in the answer.
  bool born_in(base::Span value) const {
    const auto [first, last] = tokens(value);
    if (first >= last) return false;
    const auto found = births_.listed(first, last, NamePlace::cell);
    return !found.empty() && found.front().heads && found.front().born.date && !found.front().grown;
  }

  // "Child's lived experience": what is the child's, not who it is.
  bool belongings(std::size_t first, std::size_t last) const {
    if (last < first + 3 || !words_.is_any(first, {"child", "children"})) return false;
    if (!words_.is_any(first + 1, {"'s", "’s", "'", "’"})) return false;
    for (std::size_t i = first + 2; i < last; ++i) {
      if (words_.is_any(i,
                        {"name", "names", "forename", "forenames", "surname", "dob", "birth", "details", "initials"}))
        return false;
    }
    return true;
  }

  // "Name of person completing this form", "Name of landlord"
  bool of_somebody(base::Span label) const {
    const auto [first, last] = tokens(label);
    bool of = false;
    for (std::size_t i = first; i < last; ++i) {
      if (words_.is_any(i, {"child", "children", "baby", "infant", "young", "pupil", "student", "assessed", "subject"}))
        return false;
      of = of || (words_.is(i, "of") && i > first && words_.is_any(i - 1, {"name", "names"}));
    }
    return of;
  }

  // "Assessment of risk", "Record of visits": where the label goes on, it must go on to the child.
  bool of_something(base::Span label) const {
    const auto [first, last] = tokens(label);
    if (last < first + 3 || !words_.is_any(first, {"assessment", "record", "report"})) return false;
    if (!words_.is_any(first + 1, {"of", "on", "about"})) return false;
    for (std::size_t i = first + 2; i < last; ++i) {
      if (words_.is_any(i, {"child", "children", "baby", "young", "pupil", "siblings", "the"})) return false;
    }
    return !words_.is_any(first + 2, {":", "-", "–"});
  }

  void subjects_of(std::size_t u) {
    const form::Unit& unit = form_.units[u];
    if (unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question) {
      const bool long_answer = unit.value.size() > kAnswer;
      if (!without_names_ && !unit.blank && !long_answer && unborn_of(unit.label, unit.value)) return;
      if (without_names_ && !unit.blank && names_whom(unit.label)) return nameless(unit.label, unit.value);
      if (!unit.blank && asks_for_child(unit, unit.label) && hit_outside_birth(unit)) {
        if (of_message(u)) return message_subject(unit.value);
        const std::size_t before = roster_.subjects().size();
        const bool goes_on = dated_behind(u) && says_first(form_.units[u + 1].value, {"and", "&", "+"});
        const base::Span value = goes_on ? base::join(unit.value, form_.units[u + 1].at) : unit.value;
        const bool whole_name = hit(unit.label, Cue::label_surname);
        subjects_in(unit.label, value, asks_for_forename(unit.label) && !whole_name);
        if (roster_.subjects().size() > before) subjects_on_next_lines(u);
      }
      return;
    }
    if (unit.kind != form::UnitKind::row) return;
    row_subjects(unit);
  }

  // "Child's date of birth" begins like a label of a child and asks for no name.
  bool hit_outside_birth(const form::Unit& unit) const {
    if (is_field(unit.field, state_.name) || is_field(unit.field, state_.who) || unit.field == 0)
      return !hit(unit.label, Cue::label_birth) || text_has_name_word(unit.label);
    // "Child(ren)'s name(s) and d.o.b."
    return is_field(unit.field, state_.birth) && hit(unit.label, Cue::label_child) && text_has_name_word(unit.label);
  }

  bool text_has_name_word(base::Span label) const {
    const auto [first, last] = tokens(label);
    for (std::size_t i = first; i < last; ++i) {
      if (words_.is_any(i, {"name", "names", "child", "children"}) && !words_.is(i + 1, "'s")) return true;
    }
    return false;
  }

  void row_subjects(const form::Unit& unit) {
    if (hit(unit.at, Cue::relation_not_subject)) return;
    std::optional<PersonName> named;
    std::optional<PersonName> family;  // from a column of surnames
    bool child_column = false, birth_column = false, born = false, relation_column = false, relation_subject = false,
         other_role = false, grown = false;
    Gender gender = Gender::unknown;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = form_.cells[c];
      const bool birth = !cell.heading.empty() && hit(cell.heading, Cue::label_birth);
      const bool name_column = is_field(cell.field, state_.name) || is_field(cell.field, state_.who) ||
                               hit(cell.heading, Cue::label_name) || hit(cell.heading, Cue::label_child);
      const bool first_cell = c == unit.cell_begin;
      const bool placed = places_people(cell.heading) && hit(cell.at, Cue::relation_subject);  // "Role | child"
      if (is_field(cell.field, state_.relationship) || hit(cell.heading, Cue::label_relationship) || placed) {
        relation_column = true;
        relation_subject = hit(cell.at, Cue::relation_subject);
      }
      if (!named && (name_column || (cell.heading.empty() && first_cell))) {
        const auto found = whole_names(cell.at);
        if (!found.empty() && found.front().at.begin == first_word(cell.at)) {
          named = found.front();
          child_column = child_column || hit(cell.heading, Cue::label_child);
          if (hit(cell.heading, Cue::label_surname)) {
            family = found.front();
            named.reset();
          }
        }
        const auto role = role_in(cell.at);  // "Lee MARSH ("Child 2")" is none
        if (role && role->role != Role::subject_child) other_role = true;
      } else if (cell.heading.empty() && begins_with_birth(cell.at)) {
        born = true;
      } else if (cell.heading.empty() && role_in(cell.at).has_value()) {
        other_role = true;
      }
      if (birth || is_field(cell.field, state_.birth)) {
        birth_column = true;
        grown = grown || births_.grown(births_.at(tokens(cell.at).first, tokens(cell.at).second));
      }
      // "Role | Mother"
      const auto role = places_people(cell.heading) ? role_in(cell.at) : std::nullopt;
      if (role && role->role != Role::subject_child) other_role = true;
      if (is_field(cell.field, state_.gender)) gender = gender_said(cell.at);
    }
    // A column of names that was taken for the rows' labels.
    if (!named && birth_column && !unit.label.empty() && unit.field == 0) {
      const auto found = names(unit.label);
      if (!found.empty() && found.front().at.begin == first_word(unit.label)) named = found.front();
      other_role = other_role || role_in(unit.label).has_value();
    }
    if (!family) {
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
        const auto found = names(form_.cells[c].at);
        if (hit(form_.cells[c].heading, Cue::label_surname) && !found.empty()) family = found.front();
      }
    }
    // "Surname | Forename": the surnames were taken for the rows' labels.
    if (named && !family && named->surname.empty() && !unit.label.empty() && unit.field == 0) {
      const auto found = names(unit.label);
      const bool first_names = std::any_of(form_.cells.begin() + unit.cell_begin, form_.cells.begin() + unit.cell_end,
                                           [&](const form::Cell& cell) { return asks_for_forename(cell.heading); });
      if (first_names && found.size() == 1 && found.front().surname.empty()) family = found.front();
    }
    if (named && family && named->surname.empty()) with_surname(*named, *family);
    if (transposed(unit)) return;
    // Below a row of the children's names every other row is about what they have, not who they are.
    const auto column = columns_.lower_bound({unit.table, 0});
    if (unit.table >= 0 && column != columns_.end() && column->first.first == unit.table) return;
    if (!named || !named->title.empty()) return;
    if (turned_cell(unit, *named)) return;
    const bool by_columns =
        (birth_column || child_column) && (!relation_column || relation_subject) && !section_of_others(unit);
    const bool by_relation = relation_column && relation_subject;
    if (by_columns || by_relation || (born && !other_role)) {
      if ((other_role || grown) && !named->unborn && !child_column && !by_relation) return;
      subject(*named, gender);
      if (child_column) children_below(*named, unit);
    }
  }

  // The cell of a name holds several, each with the surname first.
  bool turned_cell(const form::Unit& unit, const PersonName& named) {
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const base::Span at = form_.cells[c].at;
      if (at.contains(named.at.begin)) return surnames_first(tokens(at).first, tokens(at).second);
    }
    return false;
  }

  bool places_people(base::Span heading) const { return says_any(heading, {"role", "status", "position", "relation"}); }

  // A table of adults, siblings or the household has its own heading, where names with birthdays are no subjects.
  bool section_of_others(const form::Unit& unit) const {
    if (unit.section < 0) return false;
    const base::Span heading = form_.sections[static_cast<std::size_t>(unit.section)].heading;
    if (heading.empty()) return false;
    if (hit(heading, Cue::label_child) || names_record(heading)) return false;
    return (hit(heading, Cue::label_household) && !children_word(heading)) || hit(heading, Cue::label_siblings) ||
           hit(heading, Cue::label_parents);
  }

  bool children_word(base::Span at) const {
    const auto [first, last] = tokens(at);
    for (std::size_t i = first; i < last; ++i) {
      if (words_.is_any(i, {"child", "children", "subject", "subjects"})) return true;
    }
    return false;
  }

  // Rows of labels, a column for each child: "Name | Jerome | Tia", or names as column headings over "Birthday | ...".
  bool transposed(const form::Unit& unit) {
    // Where the names were taken for the heads of columns, the first cell is the row's label.
    const bool headed = unit.label.empty() && unit.cell_end - unit.cell_begin >= 2 &&
                        hit(form_.cells[unit.cell_begin].heading, Cue::label_name);
    const base::Span label = headed ? form_.cells[unit.cell_begin].at : unit.label;
    const bool birth_row = is_field(unit.field, state_.birth) || hit(label, Cue::label_birth);
    if (surnames_of_columns(unit, label)) return true;
    const bool name_row =
        !birth_row &&
        (is_field(unit.field, state_.name) || hit(label, Cue::label_name) || hit(label, Cue::label_child)) &&
        !hit(label, Cue::label_surname);
    if (label.empty() || (!name_row && !birth_row)) return false;
    if (name_row && !table_has_birth(unit) && !hit(unit.label, Cue::label_child)) return false;
    if (name_row && !asks_for_child(unit, unit.label)) return false;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = form_.cells[c];
      if (cell.at.overlaps(label)) continue;
      // "Who I live with | Mum Ann Marsh, ..."
      const auto role = name_row ? role_in(cell.at) : std::nullopt;
      if (role && role->role != Role::subject_child) continue;
      const auto found = names(name_row ? cell.at : cell.heading);
      const auto known = columns_.find({unit.table, cell.column});
      if (birth_row && known != columns_.end()) continue;  // its name stands in a row above
      if (!found.empty() && found.front().title.empty() && (name_row || !hit(cell.heading, Cue::label_name))) {
        if (name_row && surnames_first(tokens(cell.at).first, tokens(cell.at).second)) return true;
        subject(found.front());
        columns_[{unit.table, cell.column}] = roster_.subjects().back();
        // "Subject(s) | Kay Marsh Lee Marsh": several in one cell.
        for (std::size_t k = 1; name_row && k < found.size() && hit(label, Cue::label_child); ++k) {
          if (found[k].title.empty() && !found[k].surname.empty()) subject(found[k]);
        }
      }
    }
    return name_row;
  }

  // "Surname | Marsh | Marsh" below a row of the children's first names.
  bool surnames_of_columns(const form::Unit& unit, base::Span label) {
    if (!hit(label, Cue::label_surname)) return false;
    bool some = false;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const auto child = columns_.find({unit.table, form_.cells[c].column});
      const auto found = names(form_.cells[c].at);
      if (child == columns_.end() || found.size() != 1) continue;
      roster_.give_surname(child->second, found.front());
      some = true;
    }
    return some;
  }

  bool begins_with_birth(base::Span at) const {
    const auto [first, last] = tokens(at);
    return first < last && words_.is_any(first, {"b", "born", "dob", "aged", "age"});
  }

  bool without_names_ = false;
  mutable std::map<std::int32_t, bool> births_of_tables_;  // by table, where it has been asked: table_has_birth
};

}  // namespace

void subjects_from_fields(RosterState& state) {
  Subjects(state, false).run();
}

void subjects_without_names(RosterState& state) {
  Subjects(state, true).run();
}

}  // namespace language
