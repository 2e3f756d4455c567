// What the language room asks of the lexicon, looked up once for a record: word classes, frames, roles and cues.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/annotations.h"
#include "lexicon/lexicon.h"

namespace language {

// Classes of single words; a token may have several. Each is a bit.
enum class Class : std::uint8_t {
  past,
  participle,
  same,
  determiner,
  possessive,
  preposition,
  coordinator,
  subordinator,
  relative,
  adverb,
  modal,
  be,
  have,
  auxiliary_do,
  first_person,
  we,
  you,
  he,
  she,
  they,
  it,
  object_pronoun,
  subject_pronoun,
  says,
  thinks,
  denies,
  asks,
  perceives,
  not_word,
  none_word,
  function,
  stock,
  count
};

constexpr std::uint64_t bit(Class c) {
  return std::uint64_t{1} << static_cast<unsigned>(c);
}

// Phrases whose joining is read by the program.
enum class Cue : std::uint8_t {
  negates,
  doubles,
  pseudo,
  gesture_no,
  hedge,
  condition,
  no_condition,
  intended,
  directed,
  would_wish,
  would_refuse,
  to_now,
  ahead,
  past_time,
  superseded,
  earlier_record,
  but_now,
  according,
  own_account,
  gesture,
  no_answer,
  inner,
  norm,
  strong_norm,
  kind,
  kinds,
  usual,
  practice,
  to_writer,
  process,
  label_child,
  label_name,
  label_surname,
  label_birth,
  label_relationship,
  label_mother,
  label_father,
  label_parents,
  label_siblings,
  label_household,
  label_worker,
  label_manager,
  label_referrer,
  label_professional,
  label_completed,
  label_ahead,
  label_view,
  label_alias,
  beside_name,
  street_word,
  relation_subject,
  relation_not_subject,
  heading_letter,
  name_female,
  name_male,
  count
};

// What a role word says of the person it names.
struct RoleWord {
  lexicon::ConceptId concept_id = 0;
  Role role = Role::unknown;
  Gender gender = Gender::unknown;
  bool many = false;
  std::string_view called;  // "mother"; owned by the lexicon
};

class Vocabulary {
 public:
  explicit Vocabulary(const lexicon::Lexicon& lexicon);

  const lexicon::Lexicon& lexicon() const { return lexicon_; }
  std::uint64_t bits(lexicon::ConceptId id) const { return bits_[id]; }
  Frame frame(lexicon::ConceptId id) const { return frames_[id]; }
  bool is_agency(lexicon::ConceptId id) const { return agencies_[id]; }
  bool is_team(lexicon::ConceptId id) const { return teams_[id]; }  // an agency that is the team itself
  const RoleWord* role(lexicon::ConceptId id) const;                // nullptr where the concept names no role
  lexicon::ConceptId cue(Cue cue) const { return cues_[static_cast<std::size_t>(cue)]; }

 private:
  const lexicon::Lexicon& lexicon_;
  std::vector<std::uint64_t> bits_;  // by concept id
  std::vector<Frame> frames_;        // by concept id
  std::vector<bool> agencies_, teams_;
  std::vector<std::int16_t> role_of_;  // by concept id: index into roles_, or -1
  std::vector<RoleWord> roles_;
  std::array<lexicon::ConceptId, static_cast<std::size_t>(Cue::count)> cues_{};
};

}  // namespace language
