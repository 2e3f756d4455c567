// Surnames of subjects who have first names alone so far.
#include <algorithm>

#include "language/roster_room.h"

namespace language {
namespace {

constexpr std::size_t kHead = 14;  // units in which a record says whom it is about

class Surnames : RosterRoom {
 public:
  explicit Surnames(RosterState& state) : RosterRoom(state) {}

  void run() {
    from_fields();
    from_prose();
    from_headings();
    from_title();
    from_title_end();
    from_family_labels();
    from_parents();
    from_shared();
    from_list();
    of_unborn();
  }

 private:
  // "Family name: Penhaligon" beside children who have none.
  void from_fields() {
    for (const form::Unit& unit : form_.units) {
      if (unit.kind == form::UnitKind::row) {
        // "Family name HEARN" in a cell of its own.
        for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
          const auto name = labelled_surname(form_.cells[c].at);
          if (!name) continue;
          for (const EntityId child : roster_.subjects()) roster_.give_surname(child, *name);
          return;
        }
      }
      base::Span value = unit.value;
      if (unit.kind == form::UnitKind::heading || unit.kind == form::UnitKind::prose) {
        // A line that the label and the name fill: "FAMILY NAME Penhaligon"; or columns of one line, one of them that.
        std::optional<PersonName> name = labelled_surname(unit.at);
        if (!name) name = column_surname(unit.at);
        if (!name) continue;
        for (const EntityId child : roster_.subjects()) roster_.give_surname(child, *name);
        return;
      } else if (!hit(unit.label, Cue::label_surname) || unit.blank || value.size() > 40) {
        continue;
      }
      const auto found = names(value);
      if (in_turn(found)) return;
      if (found.size() != 1) continue;
      for (const EntityId child : roster_.subjects()) {
        roster_.give_surname(child, found.front());
        roster_.name_unborn(child, found.front().shown);
      }
      return;
    }
  }

  // "Family name: Marsh / Nowak" beside "Forenames: Kay / Lee": a surname for each.
  bool in_turn(const std::vector<PersonName>& found) {
    const std::vector<EntityId> children = roster_.subjects();
    if (found.size() < 2 || found.size() != children.size()) return false;
    for (std::size_t i = 1; i < found.size(); ++i) {
      if (found[i].first != found[i - 1].last + 2 || !words_.is_any(found[i].first - 1, {"/", ",", ";", "&", "|"}))
        return false;
    }
    for (std::size_t i = 0; i < found.size(); ++i) roster_.give_surname(children[i], found[i]);
    return true;
  }

  std::optional<PersonName> column_surname(base::Span at) const {
    const std::vector<base::Span> parts = columns(at);
    if (parts.size() == 1 && parts.front() == at) return std::nullopt;
    for (const base::Span column : parts) {
      if (const auto name = labelled_surname(column)) return name;
    }
    return std::nullopt;
  }

  std::optional<PersonName> labelled_surname(base::Span at) const {
    if (at.size() > 60) return std::nullopt;
    const auto [first, last] = tokens(at);
    // "Their surname is Marsh", a cell "Family name MARSH" within a line of others
    for (std::size_t i = first + 1; i + 1 < last; ++i) {
      if (!words_.is(i, "surname")) continue;
      const std::size_t behind = i + (words_.is_any(i + 1, {"is", ":"}) ? 2u : 1u);
      if (behind >= last) break;
      const auto found = names({words_.scan().tokens[behind].at.begin, at.end});
      if (!found.empty() && found.front().first == behind) return found.front();
    }
    const lexicon::Hit* label = words_.find(Cue::label_surname, first, last);
    if (label == nullptr || label->first != first || label->last + 1 >= last) return std::nullopt;
    const auto found = names({words_.scan().tokens[label->last + 1].at.begin, at.end});
    if (found.size() != 1) return std::nullopt;
    return found.front();
  }

  // "Kay M" awaits the rest of her name.
  bool has_whole_surname(EntityId child) const {
    return roster_.has_any_surname(child) && roster_.surname_shown(child).size() > 1;
  }

  // "K.T.", which a record calls a child throughout: "Kelly T" is somebody else.
  bool lettered(EntityId child, const PersonName& name) const {
    const std::string& shown = roster_[child].name;
    return shown.size() > 1 && shown[1] == '.' && name.given.front().size() > 1;
  }

  // A child who has only a first name so far, and is called in full somewhere: "your name (Maeve Heslop)".
  void from_prose() {
    const bool some = std::any_of(roster_.subjects().begin(), roster_.subjects().end(),
                                  [&](EntityId child) { return !has_whole_surname(child); });
    if (!some) return;
    for (const form::Passage& passage : form_.passages) {
      for (const PersonName& name : names(passage.at, NamePlace::prose)) {
        if (name.surname.empty() || name.given.empty() || !name.title.empty()) continue;
        const EntityId who = roster_.find(name);
        const bool child = who != nobody && std::find(roster_.subjects().begin(), roster_.subjects().end(), who) !=
                                                roster_.subjects().end();
        if (child && !has_whole_surname(who) && !lettered(who, name))
          roster_.add(name, Role::subject_child, Gender::unknown, "");
      }
    }
  }

  // "Assessment of the needs of Kay and Lee Marsh" above a text that calls them Kay and Lee.
  void from_headings() {
    std::size_t seen = 0;
    for (const form::Unit& unit : form_.units) {
      if (++seen > kHead) return;
      auto found = names(unit.kind == form::UnitKind::row ? base::Span{} : unit.at);
      share_surnames(found);
      for (const PersonName& name : found) {
        if (name.surname.empty() || name.given.empty() || !name.title.empty() || name.given.front().size() < 2)
          continue;
        const EntityId who = roster_.find(name);
        if (who == nobody || roster_[who].role != Role::subject_child || has_whole_surname(who)) continue;
        roster_.add(name, Role::subject_child, Gender::unknown, "");
      }
    }
  }

  // Whether a child is named among the tokens.
  bool says_first_name(std::size_t first, std::size_t last) const {
    const auto found = names_in(words_, first, last, NamePlace::cell);
    return std::any_of(found.begin(), found.end(), [&](const PersonName& name) {
      const EntityId who = roster_.find(name);
      return who != nobody && roster_[who].role == Role::subject_child;
    });
  }

  // "Kay (8), Lee (5) and unborn baby, all Marsh": a surname for those who have none.
  void from_shared() {
    for (const form::Unit& unit : form_.units) {
      if (unit.kind != form::UnitKind::field || unit.value.empty()) continue;
      const bool children = hit(unit.label, Cue::label_child);
      const auto [first, last] = tokens(unit.value);
      for (std::size_t i = first; i + 1 < last; ++i) {
        const bool told = i > first && words_.is(i, "surname") && says_first_name(first, i);
        if (!told && !(children && words_.is_any(i, {"all", "both"}))) continue;
        const auto found = names({words_.scan().tokens[i + 1].at.begin, unit.value.end});
        if (found.size() != 1 || found.front().first != i + 1 || !found.front().surname.empty()) continue;
        for (const EntityId child : roster_.subjects()) roster_.give_surname(child, found.front());
      }
    }
  }

  // "MARSH, Kay (771); Lee (772)", "Kay Marsh (13), Lee (11) and Zoe (9)": who is listed with a first name alone has
  // the surname of the one before.
  void from_list() {
    std::size_t seen = 0;
    for (const form::Unit& unit : form_.units) {
      ++seen;
      const bool field = unit.kind == form::UnitKind::field && !unit.value.empty();
      const bool names_children = field && (is_field(unit.field, state_.name) || hit(unit.label, Cue::label_child));
      const bool line = unit.kind == form::UnitKind::prose && seen <= kHead;
      if (!names_children && !line) continue;
      const auto [first, last] = tokens(names_children ? unit.value : unit.at);
      PersonName family;
      for (const Listed& person : births_.listed(first, last, NamePlace::cell)) {
        const EntityId child = roster_.find(person.name);
        if (line && !person.follows) family = {};
        if (child == nobody || roster_[child].role != Role::subject_child || person.name.unborn) continue;
        if (!person.name.surname.empty()) {
          family.surname = person.name.surname;
          family.shown = roster_.surname_shown(child);
        } else if (!family.surname.empty() && !has_whole_surname(child)) {
          roster_.give_surname(child, family);
        }
      }
    }
  }

  // An unborn child without a name has its brothers' and sisters' surname where they share one.
  void of_unborn() {
    std::string_view surname;
    for (const EntityId child : roster_.subjects()) {
      if (roster_.is_unborn(child)) continue;
      const std::string_view own = roster_.surname_shown(child);
      if (own.empty() || (!surname.empty() && own != surname)) return;
      surname = own;
    }
    if (surname.empty()) return;
    const std::string family(surname);
    for (const EntityId child : roster_.subjects()) roster_.name_unborn(child, family);
  }

  static PersonName family_of(const PersonName& full) {
    PersonName family;
    family.surname = full.surname;
    family.given = full.title == "miss" || full.title == "master" ? std::vector<std::string>() : full.given;
    family.shown = full.shown.substr(full.shown.rfind(' ') + 1);
    return family;
  }

  // Parents who share a surname, or those whom a letter greets, over children who have first names alone.
  void from_parents() {
    std::vector<PersonName> parents;
    std::size_t told = 0;
    for (const form::Unit& unit : form_.units) {
      const auto [first, last] = tokens(unit.at);
      if (first >= last) continue;
      if (greets(first)) {
        for (const PersonName& name : names({unit.at.begin, std::min(unit.at.end, unit.at.begin + 80)})) {
          PersonName full = addressed(name);
          // "Dear Mr Marsh and Mrs Marsh": parents of one name.
          if (full.surname.empty() && name.given.empty() && gender_of_title(name.title) != Gender::unknown &&
              name.title != "miss" && name.title != "master") {
            parents.push_back(name);
            const bool both = name.first >= first + 2 && words_.is_any(name.first - 1, {"and", "&"}) &&
                              is_title(lexicon::folded_word(words_.text_of(name.first - 2)));
            told += both ? 2u : 1u;
            continue;
          }
          if (full.title == "miss" || full.title == "master") {
            const EntityId child = roster_.find(name);
            if (child != nobody && roster_[child].role == Role::subject_child)
              roster_.give_surname(child, family_of(full));
            continue;
          }
          if (!full.surname.empty()) {
            parents.push_back(std::move(full));
            told = 2;
          }
        }
      }
      const bool field = unit.kind == form::UnitKind::field && !unit.value.empty();
      if (!field) continue;
      if (!hit(unit.label, Cue::label_mother) && !hit(unit.label, Cue::label_father) &&
          !hit(unit.label, Cue::label_parents))
        continue;
      auto found = names({unit.value.begin, std::min(unit.value.end, unit.value.begin + 80)});
      share_surnames(found);
      if (found.empty() || found.front().surname.empty() || found.front().given.empty()) continue;
      parents.push_back(found.front());
      ++told;
      if (found.size() < 2 || !words_.is_any(found[1].first - 1, {"and", "&", ",", ";", "/"})) continue;
      if (found[1].surname.empty()) continue;
      parents.push_back(found[1]);
      ++told;
    }
    if (told < 2) return;
    for (const PersonName& parent : parents) {
      if (parent.surname != parents.front().surname) return;
    }
    const PersonName family = family_of(parents.front());
    if (family.surname.size() > 1 && family.shown.find('-') == std::string::npos) return;  // of several words
    for (const EntityId child : roster_.subjects()) roster_.give_surname(child, family);
  }

  // Before any mark the line goes on to say that it names a team or a council.
  bool of_body(std::size_t from, std::size_t last) const {
    for (std::size_t i = from; i < last && words_.scan().tokens[i].kind == lexicon::TokenKind::word; ++i) {
      if (i > from && words_.scan().tokens[i].line_start) return false;
      if (words_.is_any(i, {"team", "council", "borough", "service", "services", "trust", "directorate", "department",
                            "partnership", "unit", "hub"}))
        return true;
    }
    return false;
  }

  // "family", "twins", "sibling group", "- 3 children", "x 3" behind a surname.
  bool of_family(std::size_t token) const {
    if (words_.is_any(token, {"family", "children", "siblings", "twins", "triplets", "brothers", "sisters", "sibling"}))
      return true;
    // "MARSH (x2)"
    const std::size_t times = words_.is(token, "(") ? token + 1 : token;
    if (times < words_.size() && words_.is_any(times, {"x2", "x3", "x4", "x5", "x6"})) return true;
    const bool counts = words_.is_any(token, {"-", "–", "x", "(", ",", ":"}) && token + 2 < words_.size();
    return counts && words_.scan().tokens[token + 1].kind == lexicon::TokenKind::number &&
           words_.text_of(token + 1).size() == 1 &&
           (words_.is(token, "x") || words_.is_any(token + 2, {"children", "siblings", "kids", "boys", "girls"}));
  }

  // "DA COSTA MARSH": a family of several words, all in capitals; without a surname where anything else stands there.
  PersonName family_in_capitals(std::size_t first, std::size_t last) const {
    constexpr std::size_t most = 5;  // tokens
    PersonName family;
    if (last < first + 2 || last > first + most) return family;
    bool some = false;
    for (std::size_t i = first; i < last; ++i) {
      const std::string_view text = words_.text_of(i);
      const bool word = words_.scan().tokens[i].kind == lexicon::TokenKind::word && !words_.scan().tokens[i].line_start;
      if (!(word || i == first) || text.size() < 2 || !(loud(i) || text.size() == 2) ||
          lexicon::folded_word(text) == text)
        return {};
      some = some || loud(i);
      family.shown += i == first ? "" : words_.scan().tokens[i].joined ? "-" : " ";
      family.shown += text.size() == 2 ? text.substr(0, 1) : text;  // "DE" is no abbreviation
      if (text.size() == 2) family.shown += lexicon::folded_word(text).substr(1);
      family.surname.push_back(lexicon::folded_word(text));
    }
    if (!some) return {};
    return family;
  }

  // "Family: Marsh", "Sibling group: MARSH": a label of a family, and beside it one word that is no first name.
  void from_family_labels() {
    const lexicon::FieldId ethnicity = lexicon_.find_field("ethnicity");  // "Ethnic group: Zaghawa"
    std::size_t seen = 0;
    for (const form::Unit& unit : form_.units) {
      if (++seen > kHead) return;
      if (unit.kind != form::UnitKind::field || unit.value.empty() || is_field(unit.field, ethnicity) ||
          names_record(unit.label) || !says_any(unit.label, {"family", "group", "grp", "set"}))
        continue;
      const auto [first, last] = tokens(unit.value);
      if (const auto loud_family = family_in_capitals(first, last); !loud_family.surname.empty()) {
        for (const EntityId child : roster_.subjects()) roster_.give_surname(child, loud_family);
        return;
      }
      const auto found = names(unit.value);
      if (found.empty() || found.front().first != first || known_first(found.front())) continue;
      const PersonName& name = found.front();
      const bool one = name.surname.empty() && name.given.size() <= 2 && name.title.empty() && !name.unborn;
      const bool ends = name.last + 1 >= last || (loud(name.first) && !name.nickname.empty());  // "MARSH (Roma)"
      if (!one || !ends || names_nobody(words_, name)) continue;
      for (const EntityId child : roster_.subjects()) roster_.give_surname(child, name);
      return;
    }
  }

  // "SECTION 47 ENQUIRY - MARSH": a title that ends with a surname, where somebody in the record bears it.
  void from_title_end() {
    std::size_t seen = 0;
    for (const form::Unit& unit : form_.units) {
      if (++seen > 4) return;
      const auto [first, last] = tokens(unit.at);
      if (last < first + 3 || !words_.is_any(last - 2, {"-", "–", "—", ":", "|", "/"})) continue;
      if (!names_record({unit.at.begin, words_.scan().tokens[last - 2].at.begin})) continue;
      const auto found = names(words_.scan().tokens[last - 1].at);
      if (found.size() != 1 || known_first(found.front()) || names_nobody(words_, found.front())) continue;
      if (found.front().given.empty() || !bears(found.front().given.front())) continue;
      for (const EntityId child : roster_.subjects()) roster_.give_surname(child, found.front());
      return;
    }
  }

  // "MARSH family - single assessment" over children who have first names alone.
  void from_title() {
    std::size_t seen = 0;
    for (const form::Unit& unit : form_.units) {
      if (++seen > 4) return;
      const auto [first, last] = tokens(unit.at);
      for (std::size_t i = first; i + 1 < std::min(last, first + 14); ++i) {
        if (!of_family(i + 1)) continue;
        if (i + 2 < words_.size() &&
            words_.is_any(i + 2, {"'s", "’s", "services", "trust", "centre", "support", "hub"}))
          continue;                          // "Hearthstone Children's Trust"
        if (of_body(i + 2, last)) continue;  // "Tarnshire Children with Disabilities Team"
        if (i + 3 < words_.size() && words_.is_any(i + 2, {"and", "&"}) &&
            words_.is_any(i + 3, {"families", "family", "young", "children", "adults"}))
          continue;  // "Castlebridge Children and Families"
        const auto found = names(words_.scan().tokens[i].at);
        if (found.size() != 1 || names_nobody(words_, found.front())) continue;
        for (const EntityId child : roster_.subjects()) roster_.give_surname(child, found.front());
        return;
      }
    }
  }
};

}  // namespace

void complete_surnames(RosterState& state) {
  Surnames(state).run();
}

}  // namespace language
