// Who is who in a record: built from fields, tables, headings and prose, then asked by name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "form/form.h"
#include "language/annotations.h"
#include "language/dates.h"
#include "language/names.h"
#include "language/words.h"

namespace language {

class Roster {
 public:
  // Adds a person, or completes the one who is already known by that name; the id of either.
  EntityId add(const PersonName& name, Role role, Gender gender, std::string relation, lexicon::ConceptId agency = 0);
  // Somebody known by a role or a body alone ("mum", "the school"); the one who has it where there is one.
  EntityId add_role(const RoleWord& word, base::Span at, std::string_view written);
  EntityId add_agency(lexicon::ConceptId agency, base::Span at, std::string_view written);

  // Who is known by that name; nobody where no one is.
  EntityId find(const PersonName& name) const;
  bool is_unborn(EntityId who) const { return known_[static_cast<std::size_t>(who)].name.unborn; }
  // Whether somebody known by a full name has this surname (folded).
  bool has_any_surname(EntityId who) const { return !known_[static_cast<std::size_t>(who)].name.surname.empty(); }
  // Completes somebody whose surname stands in a field of its own.
  void give_surname(EntityId who, const PersonName& family);
  bool has_surname(EntityId who, std::string_view surname) const;
  // The surname as shown; empty where none is known.
  std::string_view surname_shown(EntityId who) const;
  // "Unborn baby" becomes "Unborn baby Marsh"; who is named already stays.
  void name_unborn(EntityId who, const std::string& family);

  // Makes somebody a subject, in the order of the calls.
  void make_subject(EntityId id);

  // The longest name or nickname that begins at a token; `length` gets its tokens. nobody where there is none.
  EntityId named_at(const Words& words, std::size_t token, std::size_t last, std::size_t& length) const;

  // The person who has a role word's role and gender (the first, subjects before others), or nobody.
  EntityId holder(Role role, Gender gender, std::string_view called = {}) const;
  EntityId by_agency(lexicon::ConceptId agency) const;

  std::vector<Entity>& people() { return people_; }
  const std::vector<Entity>& people() const { return people_; }
  std::vector<EntityId>& subjects() { return subjects_; }
  const std::vector<EntityId>& subjects() const { return subjects_; }
  const Entity& operator[](EntityId id) const { return people_[static_cast<std::size_t>(id)]; }
  Entity& operator[](EntityId id) { return people_[static_cast<std::size_t>(id)]; }

  // Gives every person the forms by which the text may call them. To be called when the people are complete.
  void settle();
  // Adds initials by which the text calls a person: "R", "TS". To be called behind settle().
  void call(EntityId who, const std::string& initials);

 private:
  struct Known {
    PersonName name;
    bool has_name = false;
  };
  struct Alias {
    std::vector<std::string> tokens;
    EntityId who = nobody;
  };
  void alias(EntityId who, std::vector<std::string> tokens);
  EntityId first_of_given(const PersonName& name) const;
  EntityId abbreviated(const PersonName& name) const;

  std::vector<Entity> people_;
  std::vector<Known> known_;
  std::vector<EntityId> subjects_;
  std::unordered_map<std::string, std::vector<Alias>> aliases_;  // by first token
};

// Adds the subjects of a record that names none in a field, a table or a letter.
void subjects_from_narrative(const form::Form& form, const Words& words, Roster& roster);

// The people of a record. `words` needn't be tagged; `written` are the text's dates.
Roster read_roster(const document::Document& document, const form::Form& form, const Words& words,
                   const std::vector<WrittenDate>& written);

}  // namespace language
