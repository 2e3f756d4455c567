// What the audit of one record came to: ratings with evidence, scores, flags; or why there is none. Plain values that
// own their text, so that they can cross a pipe and be stored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/span.h"
#include "document/document.h"
#include "evaluation/own_facts.h"

namespace evaluation {

enum class Rating : std::uint8_t { not_met, partly, met, not_applicable };
enum class Grade : std::uint8_t { inadequate, requires_improvement, good, outstanding };
enum class Standing : std::uint8_t { audited, refused, skipped };

// Where a quote stands, for people to find it.
struct Place {
  std::string section;      // the heading above; may be empty
  std::uint32_t page = 0;   // 0 where the format has no pages
  std::int32_t table = -1;  // from 1; -1 where it is not in a table
  std::int32_t row = -1;    // from 1
};

struct Evidence {
  base::Span at;      // bytes of the document's text
  std::string quote;  // exactly those bytes
  Place where;
};

// What came close and was not taken.
struct NearMiss {
  base::Span at;
  std::string quote;
  Place where;
  std::string reason;  // "only intended", "somebody else's", "denied", ...
};

// How a person rated the same item of the same document.
struct Opinion {
  std::string rater;
  Rating rating = Rating::not_met;
  std::string comment;  // may be empty
};

struct Answer {
  std::string item;                    // "CV1"
  Rating rating = Rating::not_met;     // what counts: a person's where one overrules
  std::string reason;                  // a plain sentence
  std::vector<Evidence> evidence;      // at least one where the rating is met or partly
  std::vector<std::string> looked_in;  // headings of the sections looked in, where not met
  std::vector<NearMiss> near_misses;   // best first
  std::string unsure;                  // why confidence is low; empty where it isn't
  std::vector<Opinion> opinions = {};  // people's, the one that counts first; not sent or stored with the answer
  // The auditor's own rating, which everything above but `rating` tells of; only where a person's other one counts.
  std::optional<Rating> auditor = {};
  Rating by_auditor() const { return auditor.value_or(rating); }
};

struct Flag {
  std::string id;  // "F1"
  base::Span at;
  std::string quote;
  std::string reason;
  std::string twin = {};  // path of the other record where the flag is about two (F4); empty otherwise
  bool first = false;     // a notice that is shown before all else: a child may be in danger now
};

// A stretch of the record that may stand again in another one: its words as hashes, names, numbers and pronouns aside.
// Form text, and sections that systems copy by design, are not among them.
struct Passage {
  struct Word {
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;    // where it begins in the document's text
    std::uint32_t ordinal = 0;  // among all words of the passage, those left out counted
  };
  base::Span at;
  std::string section;   // the heading above
  bool history = false;  // shared by brothers and sisters as a matter of course
  std::vector<Word> words;
};

// Somebody whom the record names, as far as the record says who that is.
struct Person {
  std::string role;                // as language::name_of(Role) gives it: "subject_child", "parent", "worker", ...
  std::string name;                // as first written in full: "Ashton Delaney", "Mrs T Kilbride", "Unborn Pettifer"
  std::vector<std::string> forms;  // folded, without titles: "ashton delaney", "ashton", a nickname
  std::string relation;            // as written: "mother", "MGM"; may be empty
  std::string agency;              // the lexicon's concept, of a professional; may be empty
  std::string gender;              // "female", "male"; empty where it isn't known
  std::string born;                // "2002-02-14"; empty where the record doesn't say
};

// Points as exact fractions: score = points / possible.
struct DimensionScore {
  std::string id;
  std::string title;
  std::uint32_t points = 0;
  std::uint32_t possible = 0;  // 0: every item is n/a, no score
  Grade grade = Grade::inadequate;
  std::string limited_by;  // the item that limits the grade; empty where none does
  bool in_overall = true;
};

struct Overall {
  double score = 0;  // mean of the dimension scores that count
  Grade grade = Grade::inadequate;
  std::string limited_by;  // why the grade is lower than its score: a dimension's id; empty where it isn't
};

// Who made the record, as its form's own fields or its signatures say; each empty where they do not.
struct Particulars {
  std::string team;
  std::string worker;
  std::string manager;
};

// What the record was judged to be in time by: working days between two of its own dates.
struct Timeliness {
  std::string clock;               // what the count begins with: "referral", "contact", "start", "strategy"
  std::string from;                // that day, "2009-10-13"
  std::string completed;           // the day that it was completed, or what stands for that (a conference, a decision)
  std::uint32_t working_days = 0;  // the first day is day 0
  std::uint32_t limit = 0;         // of working days
  bool late() const { return working_days > limit; }
};

// What the auditor's ratings alone come to.
struct AuditorsScores {
  Overall overall;
  std::vector<DimensionScore> dimensions;
};

// A copy of the document's structure that reports need to show the record as read.
struct Outcome {
  std::string path;         // as given, '/' between its parts
  std::string sha256;       // of the file
  std::uint64_t bytes = 0;  // the file's size
  std::string format;
  Standing standing = Standing::audited;
  base::Error error;  // why refused or skipped
  std::string type;
  std::string checklist;  // id of the one that it was rated by: "assessment", "contact"; empty where refused
  std::vector<std::string> children;
  Particulars particulars;
  std::optional<Timeliness> timeliness;  // none where a date is missing, or no limit is known for the type
  Overall overall;
  std::vector<DimensionScore> dimensions;
  std::vector<Answer> items;                  // in the checklist's order
  std::vector<Flag> flags;                    // those to be shown first, then by id and place
  document::Document document;                // the record as read; empty where refused
  std::vector<Person> people;                 // whom it names, who wrote and signed it among them
  std::vector<std::string> unknown_sections;  // headings that nothing recognised
  std::uint32_t words = 0;
  std::vector<Passage> passages;  // for the flags that compare records; not kept once they are raised
  OwnFacts own_facts;             // for the flag that compares the record with a list or return; not kept either
  std::optional<AuditorsScores> auditors;  // only where people's ratings count in the scores above
};

const char* name_of(Rating rating);      // "met", "partly", "not_met", "na"
const char* name_of(Grade grade);        // "outstanding", "good", "requires_improvement", "inadequate"
const char* name_of(Standing standing);  // "audited", "refused", "skipped"

}  // namespace evaluation
