// Whom a record is about that no field, table or letter names: a heading that speaks to somebody, the first person to
// whom the narrative gives an age, or who is named most; in a note of a few lines the children that it tells of.
#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "language/people_phrases.h"
#include "language/roster.h"

namespace language {
namespace {

constexpr std::size_t kHead = 12;   // units
constexpr std::size_t kNote = 300;  // words and marks of a record that is no more than a note

class Narrative {
 public:
  Narrative(const form::Form& form, const Words& words, Roster& roster) : form_(form), words_(words), roster_(roster) {}

  void run() {
    subjects_from_headings();
    if (!roster_.subjects().empty()) return;
    subject_from_head();
    if (!roster_.subjects().empty()) return;
    subjects_from_prose();
    if (roster_.subjects().empty()) subject_most_named();
    if (words_.size() < kNote) brothers_and_sisters();
  }

 private:
  std::pair<std::size_t, std::size_t> tokens(base::Span at) const { return words_.scan().range(at); }
  std::vector<PersonName> names(base::Span at) const {
    const auto [first, last] = tokens(at);
    return names_in(words_, first, last, NamePlace::cell);
  }
  void subject(const PersonName& name) {
    if (names_nobody(words_, name)) return;
    roster_.make_subject(roster_.add(name, Role::subject_child, Gender::unknown, "subject child"));
  }

  // How often the text has the name's first word: "Documents (14)" is a list with a count, "Ashton (15)" comes again.
  std::size_t times_named(const PersonName& name) {
    if (times_.empty()) {
      for (std::size_t i = 0; i < words_.size(); ++i) ++times_[words_.text_of(i)];
    }
    return times_[words_.text_of(name.first)];
  }

  // Somebody whom nothing yet gives another place in the record: no "Uncle Darek", no worker.
  bool may_be_child(const PersonName& name) const {
    if (!name.title.empty() || names_nobody(words_, name)) return false;
    const EntityId who = roster_.find(name);
    if (who != nobody && roster_[who].role != Role::other && roster_[who].role != Role::unknown &&
        roster_[who].role != Role::subject_child)
      return false;
    if (name.first == 0) return true;
    for (std::size_t from = name.first > 3 ? name.first - 3 : 0; from < name.first; ++from) {
      for (const lexicon::Hit& hit : words_.scan().starting_at(from)) {
        const RoleWord* role = words_.vocabulary().role(hit.concept_id);
        const bool beside = hit.last + 1 == name.first || (hit.last + 2 == name.first && words_.is(hit.last + 1, ":"));
        if (role != nullptr && beside && role->role != Role::subject_child) return false;
      }
    }
    return true;
  }

  // Nothing else says whom the record is about: the first name that it has most often, if that is often, or at all in
  // a note of a few lines. A place or a heading is never taken for a child: the word must be a first name that the
  // lexicon knows, or in a note one that does something.
  void subject_most_named() {
    const lexicon::ConceptId known = words_.vocabulary().lexicon().find_concept("name.first");
    const PersonName* most = nullptr;
    const bool note = words_.size() < kNote;
    std::size_t times = note ? 0 : 4;
    std::vector<PersonName> all;
    for (const form::Passage& passage : form_.passages) {
      const auto [first, last] = tokens(passage.at);
      for (PersonName& name : names_in(words_, first, last, NamePlace::prose)) all.push_back(std::move(name));
    }
    for (const PersonName& name : all) {
      if (!name.title.empty() || name.unborn || known == 0) continue;
      const bool a_name = words_.scan().has(words_.scan().tokens[name.first].at, known);
      if (!a_name && !(note && acts(name))) continue;
      if (note && !may_be_child(name)) continue;
      const std::size_t count = times_named(name) + (a_name ? 1 : 0);
      if (count <= times) continue;
      times = count;
      most = &name;
    }
    if (most != nullptr) subject(*most);
  }

  // Whether the words beside a name are what stands beside a person's: a verb or "'s" behind it, "with" before it.
  bool acts(const PersonName& name) const {
    const std::size_t behind = name.last + 1;
    if (name.surname.size() > 1 || behind >= words_.size()) return false;
    const Word& word = words_[behind];
    constexpr std::uint64_t kVerbs =
        bit(Class::be) | bit(Class::have) | bit(Class::modal) | bit(Class::auxiliary_do) | bit(Class::past);
    if ((word.bits & kVerbs) != 0 || word.frame != Frame::none || words_.is_any(behind, {"'s", "’s"})) return true;
    return name.first > 0 &&
           words_.is_any(name.first - 1, {"with", "to", "saw", "met", "told", "asked", "for", "about", "and"});
  }

  // A note of a few lines that introduces nobody is about each of the children that it tells of in the same way: by an
  // age, beside another of them, or as who does what a sentence tells.
  void brothers_and_sisters() {
    const lexicon::ConceptId known = words_.vocabulary().lexicon().find_concept("name.first");
    std::vector<PersonName> all;
    for (const form::Passage& passage : form_.passages) {
      const auto [first, last] = tokens(passage.at);
      for (PersonName& name : names_in(words_, first, last, NamePlace::prose)) all.push_back(std::move(name));
    }
    for (const form::Unit& unit : form_.units) {
      if (unit.kind == form::UnitKind::field && !unit.label.empty()) {
        for (PersonName& name : names(unit.label)) all.push_back(std::move(name));
      }
    }
    for (const PersonName& name : all) {
      if (!name.title.empty() || name.unborn || name.surname.size() > 1) continue;
      const EntityId who = roster_.find(name);
      if (who != nobody && roster_[who].role == Role::subject_child) continue;
      if (!may_be_child(name)) continue;
      const bool a_name = known != 0 && words_.scan().has(words_.scan().tokens[name.first].at, known);
      const bool opens = name.first == 0 || words_.scan().tokens[name.first].line_start ||
                         words_.is_any(name.first - 1, {".", "?", "!", ";"});
      const bool does = opens && (acts(name) || words_.is_any(name.last + 1, {":", "(", ","}));
      if (aged_behind(name) || beside_subject(name) || (a_name && does)) subject(name);
    }
  }

  bool aged_behind(const PersonName& name) const {
    const std::size_t i = name.last + 2;
    if (i >= words_.size() || !words_.is_any(i - 1, {",", "("})) return false;
    const bool number = words_.scan().tokens[i].kind == lexicon::TokenKind::number && words_.text_of(i).size() <= 2;
    const bool unit = i + 1 < words_.size() && words_.is_any(i + 1, {"months", "weeks", "years", "yrs", "mths"});
    return unit || (number && i + 1 < words_.size() && words_.is_any(i + 1, {",", ")", ";", "."}));
  }

  // "Hafsa and Habib", where one of them is a subject.
  bool beside_subject(const PersonName& name) const {
    const auto is_subject = [&](std::size_t token) {
      return std::any_of(roster_.subjects().begin(), roster_.subjects().end(),
                         [&](EntityId child) { return roster_[child].name == words_.text_of(token); });
    };
    const std::size_t behind = name.last + 1;
    return (name.first > 1 && words_.is(name.first - 1, "and") && is_subject(name.first - 2)) ||
           (behind + 1 < words_.size() && words_.is(behind, "and") && is_subject(behind + 1));
  }

  // The one full name at the record's head that belongs to nobody else, where the text goes on to name that person, a
  // heading is no more than the name, or a birth date stands near.
  void subject_from_head() {
    std::vector<PersonName> found;
    bool birth = false, headed = false;
    for (std::size_t u = 0; u < std::min(form_.units.size(), kHead); ++u) {
      const form::Unit& unit = form_.units[u];
      const bool label = unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::tick;
      birth = birth || (label && words_.scan().has(unit.label, words_.vocabulary().cue(Cue::label_birth)));
      if (unit.kind != form::UnitKind::heading && unit.kind != form::UnitKind::prose) continue;
      for (PersonName& name : names(unit.at)) {
        const bool full = !name.surname.empty() && !name.given.empty() && name.given.front().size() > 1;
        if (!full || !may_be_child(name) || is_of_body(name)) continue;
        headed = headed || (unit.kind == form::UnitKind::heading && name.at == unit.at);
        if (std::none_of(found.begin(), found.end(),
                         [&](const PersonName& other) { return other.given == name.given; }))
          found.push_back(std::move(name));
      }
    }
    if (found.size() != 1) return;
    const PersonName& name = found.front();
    if (times_named(name) >= 3 || ((birth || headed) && (a_first_name(name) || name.surname_first))) subject(name);
  }

  bool a_first_name(const PersonName& name) const {
    const lexicon::ConceptId known = words_.vocabulary().lexicon().find_concept("name.first");
    if (known == 0) return false;
    for (std::size_t i = name.first; i <= name.last; ++i) {
      if (words_.scan().has(words_.scan().tokens[i].at, known)) return true;
    }
    return false;
  }

  // "Kay Marsh Centre"
  bool is_of_body(const PersonName& name) const {
    for (std::size_t i = name.first; i <= name.last + 1 && i < words_.size(); ++i) {
      for (const lexicon::Hit& hit : words_.scan().starting_at(i)) {
        if (words_.vocabulary().is_agency(hit.concept_id) || words_.vocabulary().is_team(hit.concept_id)) return true;
      }
    }
    return false;
  }

  // "Your wishes, Tegan": a heading that speaks to somebody by name.
  void subjects_from_headings() {
    for (const form::Section& section : form_.sections) {
      const auto [first, last] = tokens(section.heading);
      bool you = false;
      for (std::size_t i = first; i < last; ++i) you = you || words_[i].has(Class::you);
      if (!you) continue;
      for (const PersonName& name : names(section.heading)) {
        if (name.title.empty() && name.first > first && words_.is(name.first - 1, ",")) return subject(name);
      }
    }
  }

  // "Ashton is 15 and ...": the first person whom the narrative gives an age.
  void subjects_from_prose() {
    for (const form::Passage& passage : form_.passages) {
      const auto [first, last] = tokens(passage.at);
      for (const PersonName& name : names_in(words_, first, last, NamePlace::prose)) {
        if (!name.title.empty()) continue;
        std::size_t i = name.last + 1;
        if (i < last && words_.is_any(i, {"is", ",", "(", "was"})) ++i;
        if (i < last && words_.is(i, "aged")) ++i;
        const bool age =
            i < last &&
            (words_.scan().tokens[i].kind == lexicon::TokenKind::number ||
             words_.is_any(i, {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                               "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"}));
        const bool aged = i > name.last + 1 && words_.is_any(i - 1, {"is", "was", "aged"});
        // "Kyle, 14, asked her", "Wilfred (5)": an age set apart between commas or brackets is a person's.
        const bool apart = age && i == name.last + 2 && words_.text_of(i).size() <= 2 && i + 1 < last &&
                           (words_.is(i - 1, ",") ? words_.is(i + 1, ",") : words_.is(i + 1, ")")) &&
                           may_be_child(name);
        if ((age && words_.text_of(i).size() <= 9 && (aged || apart || times_named(name) >= 3)) || name.unborn) {
          subject(name);
          if (!name.unborn) continue;
          return;
        }
      }
      if (!roster_.subjects().empty()) return;
    }
  }

  const form::Form& form_;
  const Words& words_;
  Roster& roster_;
  std::unordered_map<std::string_view, std::size_t> times_;  // each word of the text, once somebody asks
};

}  // namespace

void subjects_from_narrative(const form::Form& form, const Words& words, Roster& roster) {
  Narrative(form, words, roster).run();
}

}  // namespace language
