// Whom a record is about where its head says so by how it is laid out: a name on a line of its own, above a birth date
// or below a heading that asks for children; and labels and names in one line, "Given name Kay Family name Marsh".
#include <algorithm>

#include "language/roster_room.h"

namespace language {
namespace {

constexpr std::size_t kHead = 20;    // units in which a record says whom it is about
constexpr std::size_t kAsking = 6;   // words of a heading that asks for names
constexpr std::size_t kLine = 160;   // bytes of a line that lists names
constexpr std::size_t kShort = 60;   // bytes of a line that is a label
constexpr std::size_t kLabel = 9;    // tokens of a label with its colon
constexpr std::size_t kBetween = 2;  // units between a name and the birth date

class Lines : RosterRoom {
 public:
  explicit Lines(RosterState& state) : RosterRoom(state) {}

  void run() {
    for (std::size_t u = 0; u < std::min(form_.units.size(), kHead); ++u) {
      const form::Unit& unit = form_.units[u];
      if (unit.kind == form::UnitKind::help || of_others(unit)) continue;
      if (others_follow(u)) return;
      labels_within(unit);
      if (unit.kind == form::UnitKind::heading) columns_within(unit);
      if (asks_for_children(unit)) {
        names_below(u);
      } else if (const auto name = alone(unit); name && birth_below(u)) {
        subject(*name);
        if (tells_birth(unit)) like_lines(u);
      } else if (const auto about = labelled(u); !about.empty()) {
        for (Listed person : about) {
          if (person.born.ahead) make_unborn(person.name);
          subject(person.name);
        }
      } else if (roster_.subjects().empty() && unit.at.size() <= kLine) {
        // "MARSH, Kay (1188); MARSH, Lee (1189)" below "Person"
        const auto [first, last] = tokens(unit.kind == form::UnitKind::field ? unit.value : unit.at);
        if (first < last && loud(first)) surnames_first(first, last);
      }
    }
  }

 private:
  // "Children not assessed here": whoever stands below is none of the record's, once it has some.
  bool others_follow(std::size_t u) const {
    const form::Unit& unit = form_.units[u];
    const bool line = unit.kind == form::UnitKind::heading || unit.kind == form::UnitKind::prose;
    return line && !roster_.subjects().empty() && unit.at.size() <= kShort && names(unit.at).empty() &&
           (hit(unit.at, Cue::label_child) || hit(unit.at, Cue::label_siblings)) &&
           (hit(unit.at, Cue::relation_not_subject) || says_any(unit.at, {"not"}));
  }

  bool of_others(const form::Unit& unit) const {
    if (unit.section < 0 || unit.kind == form::UnitKind::heading) return false;
    const base::Span heading = form_.sections[static_cast<std::size_t>(unit.section)].heading;
    if (heading.empty() || names_record(heading) || hit(heading, Cue::label_child)) return false;
    return hit(heading, Cue::label_mother) || hit(heading, Cue::label_father) || hit(heading, Cue::label_parents) ||
           hit(heading, Cue::label_siblings) || hit(heading, Cue::label_household) || hit(heading, Cue::label_worker) ||
           hit(heading, Cue::label_professional);
  }

  // "for: Kay Marsh, called Kit" above "born: 3 May 2010", "About: Kay (12) and Lee (8) Marsh", "Name as on her
  // passport: Kay Marsh": those whom a label that begins a line introduces, where a birth date stands with them or
  // below.
  std::vector<Listed> labelled(std::size_t u) const {
    const form::Unit& unit = form_.units[u];
    const bool line = unit.kind == form::UnitKind::prose || unit.kind == form::UnitKind::field;
    const auto [first, last] = tokens(unit.at);
    std::size_t colon = first;
    while (colon < std::min(last, first + kLabel) && !words_.is(colon, ":")) ++colon;
    if (!line || colon == first || colon + 1 >= last || !words_.is(colon, ":")) return {};
    const base::Span label{unit.at.begin, words_.scan().tokens[colon - 1].at.end};
    const bool whom = names_whom(label);
    if (!whom && (!names_further(unit, label) || !roster_.subjects().empty())) return {};
    auto found = births_.listed(colon + 1, last, NamePlace::cell);
    if (found.empty() || !found.front().heads) return {};
    if (!whom && (found.size() > 1 || found.front().name.last + 1 < last)) return {};
    if (!whom) found.front().name.nickname = called_below(u);
    surname_behind(found);
    share_surnames(found);
    bool told = birth_below(u) || birth_within(colon + 1, last);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Listed& person = found[i];
      if (person.related || person.grown || !person.name.title.empty() || (i > 0 && !person.follows)) {
        found.resize(i);
        break;
      }
      told = told || person.born.told();
    }
    if (!told) found.clear();
    return found;
  }

  // "... called Kit by everybody  born: 9 June 1997", in the same line
  bool birth_within(std::size_t first, std::size_t last) const {
    const lexicon::Hit* label = words_.find(Cue::label_birth, first, last);
    if (label == nullptr) return false;
    const std::size_t behind = label->last + (words_.is(label->last + 1, ":") ? 2u : 1u);
    if (behind >= last) return false;
    const Born born = births_.at(behind, last);
    return born.date && !births_.grown(born);
  }

  // "Name he uses: Kit" below the name: what the child is called; empty where that isn't told.
  std::string called_below(std::size_t u) const {
    if (u + 1 >= form_.units.size()) return {};
    const auto [first, last] = tokens(form_.units[u + 1].at);
    if (last < first + 3 || !words_.is(last - 2, ":") || last > first + kLabel) return {};
    const base::Span label{form_.units[u + 1].at.begin, words_.scan().tokens[last - 3].at.end};
    const auto found = names(words_.scan().tokens[last - 1].at);
    const bool called = found.size() == 1 && found.front().surname.empty() && !found.front().given.empty();
    return called && names_further(form_.units[u + 1], label) ? found.front().given.front() : std::string();
  }

  // "Name as on ARC card", "Name given to police": a label of a name that says where it comes from.
  bool names_further(const form::Unit& unit, base::Span label) const {
    if (unit.field != 0 && !is_field(unit.field, state_.name)) return false;
    return hit(label, Cue::label_name) && !hit(label, Cue::label_surname) && !hit(label, Cue::label_alias) &&
           !role_in(label) && !says_any(label, {"of", "s"});
  }

  // A line that a child's name fills, with no more than a birth date or an age beside it.
  std::optional<PersonName> alone(const form::Unit& unit) const {
    if (unit.kind != form::UnitKind::heading && unit.kind != form::UnitKind::prose) return std::nullopt;
    const auto [first, last] = tokens(unit.at);
    const auto found = births_.listed(first, last, NamePlace::cell);
    if (found.size() != 1) return std::nullopt;
    const Listed& person = found.front();
    const bool fills = person.heads && std::max(person.born.end, person.name.last + 1) >= last;
    if (!fills || person.related || person.grown || !person.name.title.empty()) return std::nullopt;
    const bool full = !person.name.surname.empty() && !person.name.given.empty();
    const bool lettered = person.name.given.size() == 2 && words_.is_any(person.name.first, {"child", "baby"});
    if (!full && !lettered && !person.name.unborn && !known_first(person.name)) return std::nullopt;
    if (names_nobody(words_, person.name)) return std::nullopt;
    return person.name;
  }

  // Whether a line that a name fills has the birth date, too.
  bool tells_birth(const form::Unit& unit) const {
    const auto [first, last] = tokens(unit.at);
    const auto found = births_.listed(first, last, NamePlace::cell);
    return !found.empty() && found.front().born.told();
  }

  // "Kay Marsh, 3, dob 30/5/18" and below it "unborn, edd 2/9/21": lines in the same shape.
  void like_lines(std::size_t u) {
    for (std::size_t k = u + 1; k < form_.units.size(); ++k) {
      const auto name = alone(form_.units[k]);
      if (!name || !tells_birth(form_.units[k])) return;
      subject(*name);
    }
  }

  bool birth_below(std::size_t u) const {
    for (std::size_t k = u + 1; k < std::min(form_.units.size(), u + 1 + kBetween); ++k) {
      const form::Unit& unit = form_.units[k];
      if (unit.kind == form::UnitKind::help) continue;
      const bool asked = is_field(unit.field, state_.birth) || hit(unit.label, Cue::label_birth);
      const base::Span at = asked && !unit.value.empty() ? unit.value : unit.at;
      const auto [first, last] = tokens(at);
      const Born born = births_.at(first, last);
      if (asked) return !births_.grown(born);
      if (expects(unit)) return true;
      if (unit.kind == form::UnitKind::prose && born.told() && !births_.grown(born) && ends(born, first, last))
        return true;
      if (unit.kind == form::UnitKind::heading) return false;
    }
    return false;
  }

  // "EDD 2nd week of August": a line that begins by saying when a child is expected.
  bool expects(const form::Unit& unit) const {
    const auto [first, last] = tokens(unit.at);
    return unit.kind == form::UnitKind::prose && first + 1 < last && words_.is_any(first, {"edd", "due"}) &&
           unit.at.size() <= kShort;
  }

  // "03/07/2009", "14 years | female": what is told fills the line, or a mark parts it from what follows.
  bool ends(const Born& born, std::size_t first, std::size_t last) const {
    return born.end > first && (born.end >= last || words_.is_any(born.end, {"|", ",", ";", "."}) ||
                                words_.is_any(born.end - 1, {"|", ",", ";", "."}));
  }

  // "Subject(s) of this form", "CHILDREN'S NAMES": a heading, or a label that nothing stands beside.
  bool asks_for_children(const form::Unit& unit) const {
    const bool line = unit.kind == form::UnitKind::heading || unit.kind == form::UnitKind::prose;
    const bool open = (unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question) && unit.blank;
    const base::Span at = open ? unit.label : unit.at;
    if ((!line && !open) || !hit(at, Cue::label_child) || hit(at, Cue::label_surname)) return false;
    if (hit(at, Cue::relation_not_subject) || says_any(at, {"not"})) return false;  // "Children not assessed"
    const auto [first, last] = tokens(at);
    std::size_t words = 0;
    for (std::size_t i = first; i < last; ++i) {
      words += words_.scan().tokens[i].kind == lexicon::TokenKind::word ? 1u : 0u;
      if (words_.is_any(i, {".", "assessment"}) || role_stands(i)) return false;
    }
    return words <= kAsking && names(at).empty();
  }

  // "Child's father", "Children's social worker"
  bool role_stands(std::size_t token) const {
    const auto hits = words_.scan().starting_at(token);
    return std::any_of(hits.begin(), hits.end(), [&](const lexicon::Hit& hit) {
      const RoleWord* role = words_.vocabulary().role(hit.concept_id);
      return role != nullptr && role->role != Role::subject_child;
    });
  }

  // "The children"
  bool several(base::Span at) const { return says_any(at, {"children", "twins", "subjects", "people", "brothers"}); }

  // "Kay is 11. Her brother Lee is 9.": whom a text under a heading for the children gives an age.
  void told_of(const form::Unit& unit) {
    const auto [first, last] = tokens(unit.at);
    for (const Listed& person : births_.listed(first, last, NamePlace::prose)) {
      if (!person.born.age || person.grown || !person.name.title.empty()) continue;
      if (!person.related || person.brother) subject(person.name);
    }
  }

  void names_below(std::size_t u) {
    const base::Span asking = form_.units[u].label.empty() ? form_.units[u].at : form_.units[u].label;
    for (std::size_t k = u + 1; k < form_.units.size(); ++k) {
      const form::Unit& unit = form_.units[k];
      if (const auto name = alone(unit)) {
        subject(*name);
        continue;
      }
      if (unit.kind == form::UnitKind::prose && k == u + 1 && several(asking)) told_of(unit);
      return;
    }
  }

  // What a label in [first, last) asks for; `end` gets the token behind the label.
  enum class Asked : std::uint8_t { nothing, forename, surname };
  Asked label_at(std::size_t i, std::size_t& end) const {
    end = i + 1;
    if (words_.is(i, "surname")) return Asked::surname;
    if (words_.is_any(i, {"forename", "forenames"})) return Asked::forename;
    end = i + 2;
    if (!words_.is_any(i + 1, {"name", "names"})) return Asked::nothing;
    if (words_.is_any(i, {"family", "last"})) return Asked::surname;
    return words_.is_any(i, {"given", "first", "christian"}) ? Asked::forename : Asked::nothing;
  }

  // "Name <tab> Kay Marsh <tab> Preferred <tab> Kit": a row of labels and answers that was taken for a table's head.
  void columns_within(const form::Unit& unit) {
    base::Span label;
    for (const base::Span column : columns(unit.at)) {
      const bool asks = !label.empty() && !hit(label, Cue::label_surname) && !hit(label, Cue::label_alias) &&
                        (hit(label, Cue::label_name) || hit(label, Cue::label_child));
      const auto found = asks ? names(column) : std::vector<PersonName>();
      if (found.size() == 1 && found.front().title.empty() && !found.front().surname.empty() &&
          found.front().at == column)
        subject(found.front());
      label = column;
    }
  }

  void labels_within(const form::Unit& unit) {
    if (unit.kind != form::UnitKind::prose && unit.kind != form::UnitKind::heading) return;
    const auto [first, last] = tokens(unit.at);
    std::optional<PersonName> given, family;
    for (std::size_t i = first; i + 1 < last; ++i) {
      std::size_t behind = i;
      const Asked asked = label_at(i, behind);
      if (asked == Asked::nothing) continue;
      while (behind < last && words_.is_any(behind, {":", "-", "(", "s", ")"})) ++behind;
      if (behind >= last) break;
      const auto found = names_in(words_, behind, last, NamePlace::cell);
      if (found.empty() || found.front().first != behind) continue;
      auto& place = asked == Asked::surname ? family : given;
      if (!place) place = found.front();
    }
    if (!given || !family || !given->title.empty()) return;
    given->given.insert(given->given.end(), given->surname.begin(), given->surname.end());
    with_surname(*given, *family);
    subject(*given);
  }
};

}  // namespace

void subjects_from_lines(RosterState& state) {
  Lines(state).run();
}

}  // namespace language
