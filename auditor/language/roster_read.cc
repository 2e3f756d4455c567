// Reading the people out of a record: who it is about from its fields and tables first, then the household, the
// workers, the professionals, and last what prose says of them.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "language/people_phrases.h"
#include "language/roster.h"

namespace language {
namespace {

class Collector {
 public:
  Collector(const document::Document& document, const form::Form& form, const Words& words)
      : form_(form),
        words_(words),
        vocabulary_(words.vocabulary()),
        lexicon_(words.vocabulary().lexicon()),
        text_(document.text) {
    for (const auto& [name, id] :
         std::initializer_list<std::pair<const char*, lexicon::FieldId*>>{{"name", &name_},
                                                                          {"date-of-birth", &birth_},
                                                                          {"relationship", &relationship_},
                                                                          {"gender", &gender_},
                                                                          {"worker", &worker_},
                                                                          {"manager", &manager_},
                                                                          {"referrer", &referrer_},
                                                                          {"agency", &agency_},
                                                                          {"professional", &professional_},
                                                                          {"adult", &adult_},
                                                                          {"who", &who_}}) {
      *id = lexicon_.find_field(name);
    }
  }

  Roster run() {
    for (std::size_t u = 0; u < form_.units.size(); ++u) tables_[form_.units[u].table].push_back(u);
    for (std::size_t u = 0; u < form_.units.size(); ++u) subjects_of(u);
    if (roster_.subjects().empty()) subjects_from_titles();
    if (roster_.subjects().empty()) subjects_from_letters();
    surnames_from_fields();
    surnames_from_prose();
    surname_from_title();
    for (const form::Unit& unit : form_.units) household(unit);
    for (const form::Unit& unit : form_.units) workers(unit);
    for (const form::Unit& unit : form_.units) others(unit);
    if (roster_.subjects().empty()) subjects_from_narrative(form_, words_, roster_);
    genders();
    roster_.settle();
    return std::move(roster_);
  }

 private:
  bool hit(base::Span at, Cue cue) const { return words_.scan().has(at, vocabulary_.cue(cue)); }
  std::pair<std::size_t, std::size_t> tokens(base::Span at) const { return words_.scan().range(at); }
  std::vector<PersonName> names(base::Span at, NamePlace place = NamePlace::cell) const {
    const auto [first, last] = tokens(at);
    return names_in(words_, first, last, place);
  }
  base::Span cell_text(const form::Cell& cell) const { return cell.at; }
  bool is_field(lexicon::FieldId have, lexicon::FieldId want) const { return want != 0 && have == want; }

  void subject(const PersonName& name, Gender gender = Gender::unknown) {
    if (names_nobody(words_, name)) return;
    roster_.make_subject(roster_.add(name, Role::subject_child, gender, "subject child"));
  }

  // Names that a label introduces: "Simran Kaur Gill, 2 May 2009; Jasleen Kaur Gill, 21 January 2015".
  void subjects_in(base::Span value, bool given_names_only = false) {
    auto found = names(value);
    if (found.empty() || found.front().at.begin != first_word(value)) return;
    share_surnames(found);
    if (given_names_only) {  // "Forenames: Courtney Leigh"
      PersonName& name = found.front();
      name.given.insert(name.given.end(), name.surname.begin(), name.surname.end());
      name.surname.clear();
    }
    // "Garroway, Amelia"
    if (found.size() >= 2 && found[0].surname.empty() && found[1].surname.empty() && found[0].title.empty() &&
        found[1].first == found[0].last + 2 && words_.is(found[0].last + 1, ",") && !known_first(found[0]) &&
        known_first(found[1])) {
      with_surname(found[1], found[0]);
      return subject(found[1]);
    }
    for (const PersonName& name : found) {
      if (name.title.empty() || name.unborn) subject(name);
    }
  }

  // "Kay and Lee Marsh": the surname of the last is everybody's.
  void share_surnames(std::vector<PersonName>& found) const {
    for (std::size_t i = found.size(); i-- > 1;) {
      const PersonName& next = found[i];
      PersonName& name = found[i - 1];
      const bool beside = name.last + 2 == next.first && words_.is_any(name.last + 1, {"and", "&", ",", "/"});
      if (!beside || !name.surname.empty() || next.surname.empty() || next.given.empty()) continue;
      if (!name.title.empty() || !next.title.empty() || next.unborn) continue;
      name.surname = next.surname;
      name.shown += next.shown.substr(std::min(next.shown.size(), next.shown.find(' ')));
    }
  }

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

  bool known_first(const PersonName& name) const {
    const lexicon::ConceptId known = lexicon_.find_concept("name.first");
    return known != 0 && words_.scan().has(words_.scan().tokens[name.first].at, known);
  }

  bool asks_for_forename(base::Span label) const {
    const auto [first, last] = tokens(label);
    for (std::size_t i = first; i < last; ++i) {
      if (words_.is_any(i, {"forename", "forenames", "given", "first"})) return true;
    }
    return false;
  }

  bool table_has_birth(const form::Unit& unit) const {
    const auto place = tables_.find(unit.table);
    if (place == tables_.end()) return false;
    if (unit.table >= 0) {
      for (const std::size_t u : place->second) {
        if (is_field(form_.units[u].field, birth_) || hit(form_.units[u].label, Cue::label_birth)) return true;
      }
      return false;
    }
    const auto here = static_cast<std::size_t>(&unit - form_.units.data());
    for (std::size_t u = here > 8 ? here - 8 : 0; u < std::min(here + 9, form_.units.size()); ++u) {
      if (is_field(form_.units[u].field, birth_) || hit(form_.units[u].label, Cue::label_birth)) return true;
    }
    return false;
  }

  // Whether the section is about somebody else: a household's or agency's table may have names and ages too.
  bool asks_for_child(const form::Unit& unit, base::Span label) const {
    if (label.empty() || hit(label, Cue::label_surname)) return false;
    if (hit(label, Cue::label_mother) || hit(label, Cue::label_father) || hit(label, Cue::label_parents) ||
        hit(label, Cue::label_siblings) || hit(label, Cue::label_worker) || hit(label, Cue::label_manager)) {
      return false;
    }
    // "Children's father", "Child's school" ask for somebody or something else.
    const auto [first, last] = tokens(label);
    for (std::size_t i = first; i < last; ++i) {
      if (words_.is_any(i, {"father", "mother", "parent", "parents", "carer", "carers", "school", "worker", "gp",
                            "views", "wishes", "address", "siblings", "household"})) {
        return false;
      }
    }
    if (hit(label, Cue::label_child)) return true;
    return hit(label, Cue::label_name) && table_has_birth(unit);
  }

  void subjects_of(std::size_t u) {
    const form::Unit& unit = form_.units[u];
    if (unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question) {
      const bool long_answer = unit.value.size() > 160;
      if (!unit.blank && !long_answer && unborn_of(unit.label, unit.value)) return;
      if (!unit.blank && !long_answer && asks_for_child(unit, unit.label) && hit_outside_birth(unit)) {
        const std::size_t before = roster_.subjects().size();
        subjects_in(unit.value, asks_for_forename(unit.label));
        if (roster_.subjects().size() > before) subjects_on_next_lines(u);
      }
      return;
    }
    if (unit.kind != form::UnitKind::row) return;
    row_subjects(unit);
  }

  // "Family name: Penhaligon" beside children who have none.
  void surnames_from_fields() {
    for (const form::Unit& unit : form_.units) {
      base::Span value = unit.value;
      if (unit.kind == form::UnitKind::heading || unit.kind == form::UnitKind::prose) {
        // A line that the label and the name fill: "FAMILY NAME Penhaligon".
        if (unit.at.size() > 40) continue;
        const auto [first, last] = tokens(unit.at);
        const lexicon::Hit* label = words_.find(Cue::label_surname, first, last);
        if (label == nullptr || label->first != first || label->last + 1 >= last) continue;
        value = {words_.scan().tokens[label->last + 1].at.begin, unit.at.end};
      } else if (!hit(unit.label, Cue::label_surname) || unit.blank || value.size() > 40) {
        continue;
      }
      const auto found = names(value);
      if (found.size() != 1) continue;
      for (const EntityId child : roster_.subjects()) roster_.give_surname(child, found.front());
      return;
    }
  }

  // A child who has only a first name so far, and is called in full somewhere: "your name (Maeve Heslop)".
  void surnames_from_prose() {
    const bool some = std::any_of(roster_.subjects().begin(), roster_.subjects().end(),
                                  [&](EntityId child) { return !roster_.has_any_surname(child); });
    if (!some) return;
    for (const form::Passage& passage : form_.passages) {
      for (const PersonName& name : names(passage.at, NamePlace::prose)) {
        if (name.surname.empty() || name.given.empty() || !name.title.empty()) continue;
        const EntityId who = roster_.find(name);
        const bool child = who != nobody && std::find(roster_.subjects().begin(), roster_.subjects().end(), who) !=
                                                roster_.subjects().end();
        if (child && !roster_.has_any_surname(who)) roster_.add(name, Role::subject_child, Gender::unknown, "");
      }
    }
  }

  // "Children: Ann Doran, 12 (19/09/2008)" and below it a line for each of the others, in the same shape.
  void subjects_on_next_lines(std::size_t u) {
    for (++u; u < form_.units.size(); ++u) {
      const form::Unit& unit = form_.units[u];
      if (unit.kind != form::UnitKind::prose || unit.at.size() > 80) return;
      const auto found = names(unit.at);
      if (found.empty() || !found.front().title.empty()) return;
      const auto [first, last] = tokens(unit.at);
      bool number = false;
      for (std::size_t i = found.front().last + 1; i < std::min(last, found.front().last + 6); ++i) {
        number = number || words_.scan().tokens[i].kind == lexicon::TokenKind::number;
      }
      if (found.front().first > first + 1 || !number) return;
      subject(found.front());
    }
  }

  // "MARSH family - single assessment" over children who have first names alone.
  void surname_from_title() {
    std::size_t seen = 0;
    for (const form::Unit& unit : form_.units) {
      if (++seen > 4) return;
      const auto [first, last] = tokens(unit.at);
      for (std::size_t i = first; i + 1 < std::min(last, first + 14); ++i) {
        if (!words_.is_any(i + 1, {"family", "children", "siblings"})) continue;
        const auto found = names(words_.scan().tokens[i].at);
        if (found.size() != 1 || names_nobody(words_, found.front())) continue;
        for (const EntityId child : roster_.subjects()) roster_.give_surname(child, found.front());
        return;
      }
    }
  }

  // "Child's date of birth" begins like a label of a child and asks for no name.
  bool hit_outside_birth(const form::Unit& unit) const {
    if (is_field(unit.field, name_) || unit.field == 0)
      return !hit(unit.label, Cue::label_birth) || text_has_name_word(unit.label);
    return false;
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
         other_role = false;
    Gender gender = Gender::unknown;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = form_.cells[c];
      const bool birth = !cell.heading.empty() && hit(cell.heading, Cue::label_birth);
      const bool name_column = is_field(cell.field, name_) || is_field(cell.field, who_) ||
                               hit(cell.heading, Cue::label_name) || hit(cell.heading, Cue::label_child);
      const bool first_cell = c == unit.cell_begin;
      if (is_field(cell.field, relationship_) || hit(cell.heading, Cue::label_relationship)) {
        relation_column = true;
        relation_subject = hit(cell.at, Cue::relation_subject);
      }
      if (!named && (name_column || (cell.heading.empty() && first_cell))) {
        const auto found = names(cell.at);
        if (!found.empty() && found.front().at.begin == first_word(cell.at)) {
          named = found.front();
          child_column = child_column || hit(cell.heading, Cue::label_child);
          if (hit(cell.heading, Cue::label_surname)) {
            family = found.front();
            named.reset();
          }
        }
        if (role_in(cell.at).has_value()) other_role = true;
      } else if (cell.heading.empty() && begins_with_birth(cell.at)) {
        born = true;
      } else if (cell.heading.empty() && role_in(cell.at).has_value()) {
        other_role = true;
      }
      birth_column = birth_column || is_field(cell.field, birth_) || birth;
      if (is_field(cell.field, gender_)) gender = gender_said(cell.at);
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
    if (named && family && named->surname.empty()) with_surname(*named, *family);
    if (transposed(unit)) return;
    // Below a row of the children's names every other row is about what they have, not who they are.
    const auto column = columns_.lower_bound({unit.table, 0});
    if (unit.table >= 0 && column != columns_.end() && column->first.first == unit.table) return;
    if (!named || !named->title.empty()) return;
    const bool by_columns =
        (birth_column || child_column) && (!relation_column || relation_subject) && !section_of_others(unit);
    const bool by_relation = relation_column && relation_subject;
    if (by_columns || by_relation || (born && !other_role)) {
      if (other_role && !named->unborn && !child_column && !by_relation) return;
      subject(*named, gender);
      if (child_column) children_below(*named, unit);
    }
  }

  // A cell of the children's column with a line for each: "Kay Marsh 12/06/2009", "Lee Marsh 03/09/2012".
  void children_below(const PersonName& first, const form::Unit& unit) {
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const base::Span at = form_.cells[c].at;
      if (!at.contains(first.at.begin) || !followed_by_birth(first.last + 1, tokens(at).second)) continue;
      for (const PersonName& name : names(at)) {
        const bool heads_line = words_.scan().tokens[name.first].line_start && name.title.empty();
        if (heads_line && followed_by_birth(name.last + 1, tokens(at).second)) subject(name);
      }
    }
  }

  // "Wetherall" from one cell and "Bradley" from the next.
  static void with_surname(PersonName& name, const PersonName& family) {
    name.surname = family.surname.empty() ? family.given : family.surname;
    name.shown += " " + family.shown;
  }

  std::uint32_t first_word(base::Span at) const {
    const auto [first, last] = tokens(at);
    std::size_t i = first;
    while (i < last && words_.scan().tokens[i].kind != lexicon::TokenKind::word) ++i;
    return i < last ? words_.scan().tokens[i].at.begin : at.end;
  }

  // A table of adults, siblings or the household has its own heading, where names with birthdays are no subjects.
  bool section_of_others(const form::Unit& unit) const {
    if (unit.section < 0) return false;
    const base::Span heading = form_.sections[static_cast<std::size_t>(unit.section)].heading;
    if (heading.empty()) return false;
    if (hit(heading, Cue::label_child)) return false;
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
    const bool birth_row = is_field(unit.field, birth_) || hit(label, Cue::label_birth);
    const bool name_row =
        !birth_row && (is_field(unit.field, name_) || hit(label, Cue::label_name) || hit(label, Cue::label_child)) &&
        !hit(label, Cue::label_surname);
    if (label.empty() || (!name_row && !birth_row)) return false;
    if (name_row && !table_has_birth(unit) && !hit(unit.label, Cue::label_child)) return false;
    if (name_row && !asks_for_child(unit, unit.label)) return false;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = form_.cells[c];
      if (cell.at.overlaps(label)) continue;
      const auto found = names(name_row ? cell.at : cell.heading);
      if (!found.empty() && found.front().title.empty() && (name_row || !hit(cell.heading, Cue::label_name))) {
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

  bool begins_with_birth(base::Span at) const {
    const auto [first, last] = tokens(at);
    return first < last && words_.is_any(first, {"b", "born", "dob", "aged", "age"});
  }

  Gender gender_said(base::Span at) const {
    const auto [first, last] = tokens(at);
    for (std::size_t i = first; i < last; ++i) {
      if (words_.is_any(i, {"m", "male", "boy", "man", "he"})) return Gender::male;
      if (words_.is_any(i, {"f", "female", "girl", "woman", "she"})) return Gender::female;
    }
    return Gender::unknown;
  }

  std::optional<RoleWord> role_in(base::Span at) const { return first_role(words_, at); }

  // "DELANEY Ashton (M) 15 yrs", "Record for: X", "Re: X": a name in a heading or among the first lines with what only
  // a record's subject has beside it.
  void subjects_from_titles() {
    std::size_t seen = 0;
    for (std::size_t u = 0; u < form_.units.size(); ++u) {
      const form::Unit& unit = form_.units[u];
      if (unit.kind == form::UnitKind::row || unit.kind == form::UnitKind::help) continue;
      if (unit.kind != form::UnitKind::heading && ++seen > 14) return;
      const base::Span at = unit.kind == form::UnitKind::field ? base::join(unit.label, unit.value) : unit.at;
      for (const PersonName& name :
           names(at, unit.kind == form::UnitKind::heading ? NamePlace::cell : NamePlace::prose)) {
        if (name.first > tokens(at).first + 60) break;  // a title is short
        if (!name.title.empty()) continue;
        if (name.first > 0 && words_.is_any(name.first - 1, {"as", "aka", "called"})) continue;  // "known as Kez"
        // "Record for: X": the label stands right before the name, "Children's Services, X" doesn't.
        const lexicon::Hit* label = words_.find(Cue::label_child, tokens(at).first, name.first);
        const bool labelled = label != nullptr && name.first < tokens(at).first + 10 && label->last + 3 >= name.first;
        const bool heads_line = name.first == tokens(at).first || words_.scan().tokens[name.first].line_start;
        if (name.unborn || labelled || followed_by_age(name.last + 1, tokens(at).second) ||
            (heads_line && followed_by_birth(name.last + 1, tokens(at).second))) {
          subject(name);
        }
        if (labelled && unit.kind == form::UnitKind::heading && !roster_.subjects().empty()) break;
      }
      if (!roster_.subjects().empty()) return subjects_on_next_lines(u);
    }
  }

  // "Martin Doran, 17 March 2003" at the head of a line; "Joaquin Pratt, "Wacky" to his friends, born 19 March 2015".
  bool followed_by_birth(std::size_t i, std::size_t last) const {
    const auto& all = words_.scan().tokens;
    // "Kay Marsh, girl, 14/02/2002", "Kay Marsh (f) 14.2.02"
    std::size_t date = i;
    while (date < last && words_.is_any(date, {",", "(", ")", "-", "girl", "boy", "male", "female", "m", "f"})) ++date;
    if (date < last && all[date].kind == lexicon::TokenKind::number && !all[date].line_start) {
      const std::string_view rest = std::string_view(text_).substr(all[date].at.begin, 10);
      const auto digits = static_cast<std::size_t>(
          std::count_if(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; }));
      const auto marks = static_cast<std::size_t>(
          std::count_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '.' || c == '-'; }));
      if (digits >= 4 && marks >= 2) return true;
    }
    const bool comma = i < last && words_.is(i, ",");
    if (comma && i + 2 < last && all[i + 1].kind == lexicon::TokenKind::number && words_.text_of(i + 1).size() <= 2) {
      std::size_t end = i + 1;
      while (end < last && !all[end].line_start) ++end;
      if (end <= i + 6) return true;  // nothing else in the line
    }
    for (std::size_t k = i; k < std::min(last, i + 14); ++k) {
      if (all[k].line_start || words_.is_any(k, {"lives", "is", "was", "has"})) return false;
      if (words_.is_any(k, {"born", "dob"})) return true;
    }
    return false;
  }

  bool followed_by_age(std::size_t i, std::size_t last) const {
    std::size_t end = std::min(last, i + 7);
    for (std::size_t k = i; k < end; ++k) {
      if (words_.scan().tokens[k].line_start) return false;
      if (words_.is_any(k, {"dob", "born", "b", "yrs", "years", "aged"})) return true;
      if (words_[k].tag != Tag::noun && words_[k].tag != Tag::number) continue;
      const lexicon::TokenKind kind = words_.scan().tokens[k].kind;
      if (kind == lexicon::TokenKind::word && !words_.is_any(k, {"m", "f", "of", "is", "d", "o"})) return false;
    }
    return false;
  }

  void subjects_from_letters() {
    for (const form::Unit& unit : form_.units) {
      const auto [first, last] = tokens(unit.at);
      if (first >= last) continue;
      const bool letter =
          words_.is(first, "dear") || (unit.kind == form::UnitKind::heading && hit(unit.at, Cue::heading_letter));
      if (!letter) continue;
      std::size_t place = first + 3;  // "Dear Tom, Amy and Jo"
      auto found = names({unit.at.begin, std::min(unit.at.end, unit.at.begin + 80)});
      share_surnames(found);
      for (const PersonName& name : found) {
        if (!name.title.empty() || name.first > place) break;
        subject(name);
        const bool goes_on = words_.is_any(name.last + 1, {"and", ",", "&"}) && name.last + 2 < last;
        place = goes_on ? name.last + 2 : 0;
      }
    }
  }

  void household(const form::Unit& unit) {
    if (unit.kind == form::UnitKind::row) {
      base::Span relation, name_cell;
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
        const form::Cell& cell = form_.cells[c];
        const bool is_relation = is_field(cell.field, relationship_) || hit(cell.heading, Cue::label_relationship);
        if (is_relation && relation.empty()) {
          relation = cell.at;
        } else if (name_cell.empty() &&
                   (is_field(cell.field, name_) || is_field(cell.field, adult_) || is_field(cell.field, who_) ||
                    hit(cell.heading, Cue::label_name) || c == unit.cell_begin)) {
          name_cell = cell.at;
        }
      }
      if (relation.empty() && unit.cell_end - unit.cell_begin >= 2) {
        const form::Cell& second = form_.cells[unit.cell_begin + 1];
        const auto found = names(second.at);
        if (second.heading.empty() && second.field == 0 && found.empty()) relation = second.at;
      }
      if (!relation.empty() && !name_cell.empty()) related(name_cell, relation);
      return;
    }
    if ((unit.kind != form::UnitKind::field && unit.kind != form::UnitKind::question) || unit.value.empty()) return;
    const bool mother = hit(unit.label, Cue::label_mother);
    const bool father = hit(unit.label, Cue::label_father);
    if (mother || father || hit(unit.label, Cue::label_parents)) {
      const bool both = (mother && father) || hit(unit.label, Cue::label_parents);
      const auto said = both ? std::optional<RoleWord>() : role_in(unit.label);  // "Mother's partner / father of Isla"
      const auto [first, last] = tokens(unit.value);
      bool any = false;
      auto found = names(unit.value);
      if (both) share_surnames(found);
      for (const PersonName& name : found) {
        if (any && !both) break;  // "Craig Moffat. Lives with Dawn"
        const bool full = !name.surname.empty();
        if (!full && any) continue;
        const Gender gender = both ? Gender::unknown : mother ? Gender::female : Gender::male;
        if (full || name.first == first) {
          if (said) {
            roster_.add(name, said->role, said->gender, std::string(said->called));
          } else {
            roster_.add(name, Role::parent, gender, both ? "parent" : mother ? "mother" : "father");
          }
          any = true;
        }
      }
      people_in(words_, first, last, NamePlace::cell, roster_);
      return;
    }
    if (hit(unit.label, Cue::label_household) || hit(unit.label, Cue::label_siblings) || is_field(unit.field, adult_)) {
      const auto [first, last] = tokens(unit.value);
      people_in(words_, first, last, NamePlace::cell, roster_);
      if (hit(unit.label, Cue::label_siblings)) {
        for (const PersonName& name : names(unit.value)) roster_.add(name, Role::sibling, Gender::unknown, "sibling");
      } else if (const auto word = role_in(unit.label)) {
        const auto found = names(unit.value);
        if (!found.empty()) roster_.add(found.front(), word->role, word->gender, std::string(word->called));
      }
    }
  }

  // A name's cell and the cell that says what the person is: "Father of both", "PGM (“Nana Effie”)", "health visitor".
  void related(base::Span name_cell, base::Span relation) {
    const auto found = names(name_cell);
    if (found.empty()) return;
    if (hit(relation, Cue::relation_subject) && !hit(relation, Cue::relation_not_subject)) return;
    const auto word = role_in(relation);
    const lexicon::ConceptId agency = first_agency(words_, relation);
    const std::string written(relation.of(text_).substr(0, 60));
    const bool family =
        word && word->role != Role::professional && word->role != Role::other && word->role != Role::subject_child;
    for (const PersonName& name : found) {
      if (family) {
        const EntityId id = roster_.add(name, word->role, word->gender, std::string(word->called));
        if (roster_[id].role == word->role && word->called.empty()) roster_[id].relation = written;
      } else if (agency != 0) {
        roster_.add(name, Role::professional, Gender::unknown, written, agency);
      } else if (word && word->role != Role::subject_child) {
        roster_.add(name, word->role, Gender::unknown, std::string(word->called));
      } else {
        roster_.add(name, Role::other, Gender::unknown, written);
      }
      if (found.size() > 1 && found[1].surname.empty()) break;
    }
    const auto nicknames = names(relation);
    if (!nicknames.empty() && family &&
        words_.text_of(nicknames.front().first - 1).find_first_of("\"'(") != std::string_view::npos) {
      PersonName nick = found.front();
      const auto at = nicknames.front().at.of(text_);
      nick.nickname = lexicon::folded_word(at);
      roster_.add(nick, word->role, word->gender, std::string(word->called));
    }
  }

  void workers(const form::Unit& unit) {
    const auto take = [&](base::Span label, lexicon::FieldId field, base::Span value) {
      if (value.empty()) return;
      const bool manager = is_field(field, manager_) || hit(label, Cue::label_manager);
      const bool worker = is_field(field, worker_) || hit(label, Cue::label_worker);
      const bool referrer = is_field(field, referrer_) || hit(label, Cue::label_referrer);
      if (!manager && !worker && !referrer) return;
      if (value.size() > 160) return;
      const auto found = names(value);
      const auto [first, last] = tokens(value);
      if (referrer && !worker && !manager) {
        people_in(words_, first, last, NamePlace::cell, roster_);
        return;
      }
      const bool alone = !found.empty() && found.front().surname.empty() && found.front().title.empty();
      if (alone && (roster_.find(found.front()) == nobody || found.front().at.begin != value.begin) &&
          !(worker && value.size() < 24 && is_field(field, worker_)))
        return;
      if (alone && roster_.find(found.front()) != nobody) return;
      if (!found.empty())
        roster_.add(found.front(), manager ? Role::manager : Role::worker, Gender::unknown,
                    manager ? "manager" : "social worker");
    };
    if (unit.kind == form::UnitKind::row) {
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
        const form::Cell& cell = form_.cells[c];
        if (cell.at.size() < 80) take(cell.heading, cell.field, cell.at);
      }
    } else if (unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question) {
      take(unit.label, unit.field, unit.value);
    }
  }

  void others(const form::Unit& unit) {
    if (unit.kind == form::UnitKind::help) return;
    if (unit.kind != form::UnitKind::row) {
      const auto [first, last] = tokens(unit.at);
      people_in(words_, first, last, unit.kind == form::UnitKind::prose ? NamePlace::prose : NamePlace::cell, roster_);
      return;
    }
    // A body in one cell and its person in the next.
    lexicon::ConceptId agency = 0;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end && agency == 0; ++c) {
      const form::Cell& cell = form_.cells[c];
      if (is_field(cell.field, agency_) || is_field(cell.field, professional_) ||
          hit(cell.heading, Cue::label_professional))
        agency = first_agency(words_, cell.at);
    }
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = form_.cells[c];
      const auto [first, last] = tokens(cell.at);
      const bool short_cell = cell.at.size() < 90;
      const bool body_column = is_field(cell.field, agency_) || is_field(cell.field, professional_) ||
                               hit(cell.heading, Cue::label_professional);
      const bool names_column = body_column || is_field(cell.field, name_) || is_field(cell.field, who_) ||
                                hit(cell.heading, Cue::label_name) || (cell.heading.empty() && c == unit.cell_begin);
      people_in(words_, first, last, short_cell && names_column ? NamePlace::cell : NamePlace::prose, roster_);
      const bool person_column = body_column || is_field(cell.field, name_) || is_field(cell.field, who_) ||
                                 hit(cell.heading, Cue::label_name);
      if (agency == 0 || !short_cell || !person_column) continue;
      for (const PersonName& name : names(cell.at)) {
        if (name.title.empty() && name.surname.empty()) continue;
        const lexicon::ConceptId own = first_agency(words_, cell.at);
        roster_.add(name, Role::professional, Gender::unknown, "", own != 0 ? own : agency);
      }
    }
  }

  // What fields and columns say of the children's gender.
  void genders() {
    for (const form::Unit& unit : form_.units) {
      if (!is_field(unit.field, gender_)) continue;
      if (unit.kind == form::UnitKind::row) {
        for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
          const auto place = columns_.find({unit.table, form_.cells[c].column});
          if (place != columns_.end()) roster_[place->second].gender = gender_said(form_.cells[c].at);
        }
      } else if (roster_.subjects().size() == 1) {
        Entity& child = roster_[roster_.subjects().front()];
        if (child.gender == Gender::unknown) child.gender = gender_said(unit.value);
      }
    }
  }

  const form::Form& form_;
  const Words& words_;
  const Vocabulary& vocabulary_;
  const lexicon::Lexicon& lexicon_;
  std::string_view text_;
  Roster roster_;
  std::map<std::int32_t, std::vector<std::size_t>> tables_;             // units by table
  std::map<std::pair<std::int32_t, std::uint32_t>, EntityId> columns_;  // transposed tables: whose column
  lexicon::FieldId name_ = 0, birth_ = 0, relationship_ = 0, gender_ = 0, worker_ = 0, manager_ = 0, referrer_ = 0,
                   agency_ = 0, professional_ = 0, adult_ = 0, who_ = 0;
};

}  // namespace

Roster read_roster(const document::Document& document, const form::Form& form, const Words& words) {
  return Collector(document, form, words).run();
}

}  // namespace language
