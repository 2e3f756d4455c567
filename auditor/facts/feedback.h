// What the parts that read feedback to the referrer share: who the referrer is, and the small questions of when and
// how.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/facts.h"
#include "facts/gathering.h"
#include "facts/outsiders.h"

namespace facts {

// Who made the referral: people, and kinds of agency where only the body is named.
struct Referrers {
  std::vector<EntityId> people;
  std::vector<lexicon::ConceptId> agencies;
  std::vector<std::string> names;      // surnames and bodies as written, where the roster knows nobody
  std::vector<std::uint32_t> told_in;  // ends of the sentences that tell who did it

  bool empty() const { return people.empty() && agencies.empty() && names.empty(); }
};

// From the referral's fields and from sentences that tell of it. `since`: what is older is another referral.
Referrers referrers_of(const Gathering& record, const Outsiders& outsiders, Day since, const Facts& facts);
// Whether the stretch names one of them, or their agency; by "she" too, unless it is said otherwise.
bool names_referrer(const Gathering& record, base::Span at, const Referrers& referrers, bool pronouns_too = true);

bool told_when(const Gathering& record, base::Span at);
bool told_how(const Gathering& record, base::Span at);

// The short lines with which records end, and managers' notes: "Miss Quaye rung 4/6.", "School told by phone, LT."
// There somebody from outside who is told something is told the outcome, whoever referred.
class Closing {
 public:
  Closing(const Gathering& record, const Outsiders& outsiders, const Referrers& referrers);

  // What a sentence says of telling the referrer or, failing that, somebody from outside; false where it says nothing
  // of it, or stands elsewhere in the record.
  bool read(const language::Sentence& sentence, Feedback& fact) const;
  // The same of an answer behind "Feedback:", and of the line of a pasted message that says to whom it went.
  bool read_label(base::Span label, base::Span answer, Feedback& fact) const;
  bool read_message(std::size_t unit, Feedback& fact) const;

 private:
  enum class Whom : std::uint8_t { nobody, outsider, referrer };

  // Who is told in a sentence, and whether that is still to come.
  struct Told {
    Whom whom = Whom::nobody;
    bool ahead = false;
  };

  bool stands_there(const language::Sentence& sentence) const;
  Whom whom(base::Span at) const;
  bool family(base::Span at) const;
  bool named_there(base::Span at) const;
  bool theirs(const lexicon::Hit& told, base::Span subject, std::size_t last) const;
  Told told_before(base::Span sentence, base::Span label) const;        // "School told"
  Told told_behind(base::Span sentence, std::string_view verbs) const;  // "Told the school"
  static Told better(Told one, Told other);
  std::size_t clause_begin(std::size_t first, std::size_t token, bool at_commas) const;

  const Gathering& record_;
  const Outsiders& outsiders_;
  const Referrers& referrers_;
  std::size_t tail_ = 0;  // index of the unit where the record's last lines begin
  std::size_t end_ = 0;   // and where the very last do
};

}  // namespace facts
