// Records of fact that the checklist asks for, built from labels, columns and statements alike: actions, contributions,
// seeings, characteristics, the record's dates, the manager's decision. What is found in a table and what is told in
// prose come out alike.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "form/form.h"
#include "language/annotations.h"
#include "lexicon/lexicon.h"

namespace facts {

using language::Day;
using language::EntityId;

// Something that somebody is to do after the assessment.
struct Action {
  base::Span at;                // the row or sentence
  base::Span what;              // what is to be done
  base::Span owner;             // who, as written; empty where nobody is named
  base::Span due;               // by when, as written; empty where nothing is said
  bool owned = false;           // a person or a role; "all", "professionals", "TBC" are nobody
  bool bounded = false;         // a date or a bounded time; "ongoing", "asap" are not
  bool vague = false;           // nothing that a reader could check was done ("monitor", "offer support")
  bool review = false;          // a review or conference: belongs to PC6
  bool tells_referrer = false;  // belongs to TO3
  std::uint8_t content = 0;
  std::uint32_t unit = 0;
};

enum class Means : std::uint8_t { unknown, telephone, email, letter, report, meeting, visit, referral, check };

// An agency or a professional outside the team, and what came of asking them.
struct Contribution {
  EntityId who = language::nobody;
  lexicon::ConceptId agency = 0;  // of the family "agency"; distinct agencies are told apart by this and by name
  std::string name;               // as shown to people
  base::Span at;                  // the row or sentence that makes it a contribution
  Means means = Means::unknown;
  base::Span means_at;
  Day when = language::no_day;  // exact date of the contribution
  base::Span when_at;
  bool contributed = false;      // gave information, attended, wrote, referred; not merely listed or asked
  bool gap = false;              // did not reply, was not asked, awaited
  bool gap_explained = false;    // with a reason or what follows
  bool no_concerns = false;      // all it says is that there are none
  bool public_referrer = false;  // a member of the public: no agency
  std::vector<base::Span> says;  // specific information attributed to it
};

enum class Aloneness : std::uint8_t { unsaid, alone, not_alone, reason_why_not };

// A subject child seen for this assessment.
struct Seen {
  EntityId child = language::nobody;  // nobody: "the children" as a group
  base::Span at;
  bool seen = true;  // false: said not to have been seen
  Day when = language::no_day;
  bool dated = false;  // a date, or a visit that the record dates
  Aloneness alone = Aloneness::unsaid;
  base::Span alone_at;
};

// A characteristic of a subject child that a field, a row or a sentence gives a real value.
struct Characteristic {
  lexicon::FieldId field = 0;  // ethnicity, religion, first-language, disability
  EntityId child = language::nobody;
  base::Span at;
};

// One of the record's own dates, such as referral, start, completion, strategy discussion, conference, authorisation.
struct RecordDate {
  lexicon::FieldId field = 0;
  base::Span at;  // label and value as written
  Day day = language::no_day;
  bool blank = false;       // the label is there, without a value
  bool impossible = false;  // before the start, or no such day
};

// What a manager wrote.
struct Decision {
  base::Span at;
  base::Span name;
  base::Span date;
  base::Span words;       // the comment or decision
  bool reasoned = false;  // holds a reason or a direction
};

// That whoever referred was told the outcome, or is to be.
struct Feedback {
  base::Span at;
  bool told = false;  // done; false: only intended
  bool dated = false;
  bool how = false;      // by telephone, letter, in person ...
  bool why_not = false;  // a reason why it was not or could not be done
};

// Who made the record, by its form's own fields or the lines that sign it: names and no more, as written. Each is empty
// where nothing tells it.
struct Particulars {
  base::Span team;
  base::Span worker;
  base::Span manager;
};

struct Facts {
  bool about_somebody = true;  // false: an empty form, a policy, a list: no record of any child
  std::string type;  // "initial_assessment", "core_assessment", "single_assessment", "s47_enquiry", ...; "unknown"
  base::Span type_at;
  std::vector<std::string> children;  // names of the subject children, in the order of the record
  std::vector<Action> actions;
  std::vector<Contribution> contributions;
  std::vector<Seen> seen;
  std::vector<Characteristic> characteristics;
  std::vector<RecordDate> dates;
  std::vector<Decision> decisions;
  std::vector<Feedback> feedback;
  Particulars particulars;
};

Facts gather(const document::Document& document, const form::Form& form, const language::Annotations& annotations,
             const lexicon::Lexicon& lexicon);
// The same, with the scans of the record's short texts, which others ask about too.
Facts gather(const document::Document& document, const form::Form& form, const language::Annotations& annotations,
             const lexicon::Remembered& scans);

// `auditor text --facts`: JSON Lines, one fact a line with its kind.
std::string facts_jsonl(const Facts& facts, const language::Annotations& annotations,
                        const document::Document& document, const lexicon::Lexicon& lexicon);

}  // namespace facts
