// What the readers of a record's people share: the form, its words, the fields that they ask for, and the roster that
// they fill.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "language/listing.h"
#include "language/people_phrases.h"
#include "language/roster.h"
#include "lexicon/remembered.h"

namespace language {

struct RosterState {
  RosterState(const document::Document& document, const form::Form& form, const Words& words,
              const std::vector<WrittenDate>& written);

  const form::Form& form;
  const Words& words;
  std::string_view text;
  Births births;
  Roster roster;
  std::map<std::int32_t, std::vector<std::size_t>> tables;             // units by table
  std::map<std::pair<std::int32_t, std::uint32_t>, EntityId> columns;  // transposed tables: whose column
  lexicon::Remembered labels;                                          // within lines
  lexicon::FieldId name = 0, birth = 0, relationship = 0, gender = 0, worker = 0, manager = 0, referrer = 0, agency = 0,
                   professional = 0, adult = 0, who = 0;
};

constexpr std::size_t head_units = 14;  // units in which a record says whom it is about

// Base of the readers: short questions about places of the text.
class RosterRoom {
 protected:
  explicit RosterRoom(RosterState& state)
      : state_(state),
        form_(state.form),
        words_(state.words),
        lexicon_(state.words.vocabulary().lexicon()),
        text_(state.text),
        births_(state.births),
        roster_(state.roster),
        tables_(state.tables),
        columns_(state.columns) {}

  // Whether a label or cell speaks of what the cue is: a label that stands within a line is read by itself, too, since
  // terms may ask for the beginning of one.
  bool hit(base::Span at, Cue cue) const { return hit(at, words_.vocabulary().cue(cue)); }
  bool hit(base::Span at, lexicon::ConceptId id) const;
  // The columns of a line, which tabs part; one where there is no tab, none where there is no line.
  std::vector<base::Span> columns(base::Span at) const;
  std::pair<std::size_t, std::size_t> tokens(base::Span at) const { return words_.scan().range(at); }
  std::vector<PersonName> names(base::Span at, NamePlace place = NamePlace::cell) const {
    const auto [first, last] = tokens(at);
    return names_in(words_, first, last, place);
  }
  // The same, and "Marsh, Kay", which fills a cell, is one.
  std::vector<PersonName> whole_names(base::Span at) const;
  // A capitalised word and no more: a first name or a surname.
  static bool is_one_word(const PersonName& name);
  static bool is_field(lexicon::FieldId have, lexicon::FieldId want) { return want != 0 && have == want; }
  std::optional<RoleWord> role_in(base::Span at) const { return first_role(words_, at); }
  bool says_any(base::Span at, std::initializer_list<Asked> words) const;
  std::uint32_t first_word(base::Span at) const;  // where it begins; the end where there is no word
  Gender gender_said(base::Span at) const;
  // "Family assessment": a heading that is the title of a record.
  bool names_record(base::Span heading) const;
  bool known_first(const PersonName& name) const;
  bool loud(std::size_t token) const;  // "MARSH"
  // The units in which a record says whom it is about; headings come beside.
  std::vector<const form::Unit*> head() const;
  // A word that is a name and no heading with a count; `line`: a first name with a surname will do.
  bool likely(const PersonName& name, bool line) const;
  // Whether somebody is called by a first name and this surname (folded).
  bool bears(std::string_view surname) const;
  // Whether a token opens a letter: "Dear", and "Hello", "Hi" in a record that speaks to a child of its family.
  bool greets(std::size_t token) const;
  // "About:", "For:", and no more: a label of whom the record is about.
  bool names_whom(base::Span label) const;
  // "Baby Zoe" whom the text calls Zoe, as it calls nobody by a surname: it is her first name.
  bool called_so(const PersonName& baby) const;
  // Whether the text calls somebody by this word (folded) alone, so often at least, and nobody by it as a surname.
  bool calls(std::string_view name, std::size_t least) const;
  // "Kay and Lee Marsh": the surname of the last is everybody's.
  void share_surnames(std::vector<PersonName>& found) const;
  void share_surnames(std::vector<Listed>& found) const;
  void surname_behind(std::vector<Listed>& found) const;
  bool with_long_surname(std::vector<Listed>& found) const;
  void turn_round(std::vector<Listed>& found) const;
  bool family_first(std::vector<Listed>& found, std::size_t last) const;
  bool family_of_listed(const std::vector<Listed>& found) const;
  // "Marsh, Kay & Lee": the surname stands before the first names.
  bool family_before(std::vector<Listed>& found) const;
  // Makes them subjects, where each has the surname first.
  bool surnames_first(std::size_t first, std::size_t last);
  // "Wetherall" from one cell and "Bradley" from the next.
  static void with_surname(PersonName& name, const PersonName& family);
  void subject(const PersonName& name, Gender gender = Gender::unknown) { made_subject(name, gender); }
  // The same, and who that is; nobody where the name is nobody's.
  EntityId made_subject(const PersonName& name, Gender gender = Gender::unknown);
  bool said_twice(const PersonName& name) const;
  // "Baby Mellor", who is expected, has her family's name alone.
  static void make_unborn(PersonName& name);
  PersonName addressed(const PersonName& name) const;
  // "Kay Marsh (the school has Kate Marsh)": what a bracket adds to a name is about that child. `from` is the token
  // behind the first name.
  bool in_brackets(std::size_t from, std::size_t token) const;
  std::optional<Listed> listed_row(const form::Unit& unit) const;
  bool asks_for_several(base::Span label) const;
  bool numbered_alone(const PersonName& name, std::size_t last) const;
  bool birth_line(std::size_t u) const;
  // "Kay 11", "Lee, 8 yrs", "Zoe 10 months": behind the name a child's age, and nothing else before `last`.
  bool bare_age(const PersonName& name, std::size_t last) const;
  // "Children: Ann Doran, 12 (19/09/2008)" and below it a line or a row for each of the others, in the same shape.
  void subjects_on_next_lines(std::size_t u);

  RosterState& state_;
  const form::Form& form_;
  const Words& words_;
  const lexicon::Lexicon& lexicon_;
  std::string_view text_;
  const Births& births_;
  Roster& roster_;
  std::map<std::int32_t, std::vector<std::size_t>>& tables_;
  std::map<std::pair<std::int32_t, std::uint32_t>, EntityId>& columns_;
};

// The subjects that fields and tables name.
void subjects_from_fields(RosterState& state);
// Where no field does: names on lines of their own, and labels in one line with names.
void subjects_from_lines(RosterState& state);
// Then those whom the record's first lines or a letter's greeting name.
void subjects_from_heads(RosterState& state);
// Children for whom the head has letters: "K (boy, 3.4.2005), L (girl, 5.6.2008)".
void subjects_from_initials(RosterState& state);
// Children whom the head lists on lines of their own, each with a bare age: "Kay 11".
void subjects_with_ages(RosterState& state);
// Brothers and sisters whose assessment the record says is part of this one.
void subjects_added(RosterState& state);
// Children whom a field tells without a name: "J", "not yet born, due 4 May".
void subjects_without_names(RosterState& state);
// Gives subjects who have first names alone the surname that the record tells elsewhere.
void complete_surnames(RosterState& state);

}  // namespace language
