// Children whom a record's head lists with little more than letters or ages: "K (boy, 3.4.2005), L (girl, 5.6.2008)",
// and "Kay 11" above "Lee 8".
#include <algorithm>

#include "language/roster_room.h"

namespace language {
namespace {

constexpr std::size_t kLetters = 60;           // tokens of a line that are looked at
constexpr std::size_t kHeadWithHeadings = 18;  // units in which such a list begins

class Groups : RosterRoom {
 public:
  explicit Groups(RosterState& state) : RosterRoom(state) {}

  // "Re: KB dob 14/6/2006 / LB dob 2/8/2010": children who have initials and birth dates.
  void from_initials() {
    std::vector<PersonName> lined;
    for (const form::Unit* unit : head()) {
      const auto [first, last] = tokens(unit->at);
      std::vector<PersonName> dated, aged;
      std::size_t line = first;
      for (std::size_t i = first; i < std::min(last, first + kLetters); ++i) {
        const std::string_view text = words_.text_of(i);
        const bool listed = i == first || words_.scan().tokens[i].line_start ||
                            words_.is_any(i - 1, {":", "/", "and", "&", ",", ";", "re", "|", "+"});
        if (!listed || !capitals(text) || text.size() > 3) continue;
        if (i + 1 < last && words_.scan().tokens[i + 1].joined) continue;                      // "PRE-BIRTH"
        const std::size_t behind = i + (text.size() == 1 && words_.is(i + 1, ".") ? 2u : 1u);  // "K."
        const Born born = births_.at(behind, last);
        if (words_.scan().tokens[i].line_start) line = i;
        if (text.size() == 1 && dated.empty() && aged.empty() && of_others(line, i)) break;
        if (!born.told() || births_.grown(born)) continue;
        PersonName name;
        name.first = name.last = i;
        name.at = words_.scan().tokens[i].at;
        name.shown = text;
        name.given = {lexicon::folded_word(text)};
        const bool said = born.said && (born.date || born.ahead);
        // "K (boy, 3.4.2005)", "KM (12)": what is said in brackets, where there are several of them.
        const bool bracket = words_.is(behind, "(") && (text.size() == 1 || !means_other(i));
        if (said && text.size() > 1) dated.push_back(name);
        if (bracket) aged.push_back(name);
        // "K, girl, 3.4.2006" above "L, boy, 5.6.2010"
        const bool opens = i == first && text.size() == 1 && words_.is_any(behind, {",", "-", "–", ":"});
        if (opens && born.date && born.end >= last) lined.push_back(name);
      }
      for (const PersonName& name : aged.size() > std::max(dated.size(), std::size_t{1}) ? aged : dated) subject(name);
    }
    if (lined.size() < 2 || !roster_.subjects().empty()) return;
    for (const PersonName& name : lined) subject(name);
  }

  // Lines that follow one another, each of which a name and an age fill, two of them surely names.
  void from_ages() {
    std::vector<Listed> run;
    std::size_t sure = 0;
    const auto take = [&] {
      if (sure >= 2) {
        for (const Listed& person : run) subject(person.name);
      }
      run.clear();
      sure = 0;
    };
    std::size_t seen = 0;
    for (const form::Unit& unit : form_.units) {
      if (unit.kind == form::UnitKind::help) continue;
      if (++seen > kHeadWithHeadings && run.empty()) break;
      const std::optional<Listed> person = aged(unit);
      if (!person) {
        take();
        continue;
      }
      sure += likely(person->name, false) || words_.is(person->name.first, "baby") ? 1u : 0u;
      run.push_back(*person);
    }
    take();
  }

 private:
  // "Sisters: K (7), L (5)"
  bool of_others(std::size_t line, std::size_t token) const {
    const auto role = line < token
                          ? role_in({words_.scan().tokens[line].at.begin, words_.scan().tokens[token].at.begin})
                          : std::nullopt;
    return role && role->role != Role::subject_child;
  }

  // "GP (12)"
  bool means_other(std::size_t token) const {
    const auto hits = words_.scan().starting_at(token);
    return std::any_of(hits.begin(), hits.end(), [&](const lexicon::Hit& hit) {
      return words_.vocabulary().role(hit.concept_id) != nullptr || words_.vocabulary().is_agency(hit.concept_id);
    });
  }

  static bool capitals(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "Children: Kay 11"
  std::size_t behind_label(std::size_t first, std::size_t last) const {
    constexpr std::size_t longest = 6;  // tokens
    for (std::size_t i = first + 1; i + 1 < std::min(last, first + longest); ++i) {
      if (!words_.is(i, ":")) continue;
      const base::Span label{words_.scan().tokens[first].at.begin, words_.scan().tokens[i - 1].at.end};
      return hit(label, Cue::label_child) && !hit(label, Cue::relation_not_subject) ? i + 1 : first;
    }
    return first;
  }

  // "Kay 11", "- Lee Marsh, 8 yrs", "Baby Zoe 10 months"
  std::optional<Listed> aged(const form::Unit& unit) const {
    if (unit.kind == form::UnitKind::row || unit.kind == form::UnitKind::help) return std::nullopt;
    const auto [first, last] = tokens(unit.at);
    const auto found = births_.listed(behind_label(first, last), last, NamePlace::cell);
    if (found.size() != 1) return std::nullopt;
    const Listed& person = found.front();
    if (!person.heads || person.related || person.grown || !person.name.title.empty()) return std::nullopt;
    if (person.born.date || names_nobody(words_, person.name)) return std::nullopt;
    if (person.born.told()) return person.born.end >= last ? std::optional<Listed>(person) : std::nullopt;
    return bare_age(person.name, last) ? std::optional<Listed>(person) : std::nullopt;
  }
};

}  // namespace

void subjects_from_initials(RosterState& state) {
  Groups(state).from_initials();
}

void subjects_with_ages(RosterState& state) {
  Groups(state).from_ages();
}

}  // namespace language
