// What the language room finds in a record: sentences, dates, people, and statements. Spans with labels over the
// document's text; never copies of it. Sorted by place.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/span.h"
#include "language/calendar.h"
#include "lexicon/lexicon.h"
#include "lexicon/trace.h"

namespace language {

// A date as written. `day` is exact, or the first day of the month or year that is all the text says.
struct Date {
  base::Span at;
  Day day = no_day;         // no_day: unreadable, or impossible ("31/02/2010": `impossible`)
  bool has_day = false;     // the day of the month is said ("March 2010" is not)
  bool has_year = false;    // the year is said rather than taken from the record's date
  bool impossible = false;  // has the shape of a date and names no day
  bool week = false;        // "w/c 5 May"
};

enum class About : std::uint8_t { unknown, child, sibling, parent, agency, other, nobody };

using EntityId = std::int32_t;
inline constexpr EntityId nobody = -1;

enum class Role : std::uint8_t {
  unknown,
  subject_child,  // whom the record is about (an unborn child too)
  sibling,        // a brother, sister or other child of the household who is not a subject
  parent,         // mother, father, step-parent, special guardian
  relative,       // grandparent, aunt, family friend, a parent's partner
  worker,         // who writes: the assessing social worker and colleagues of the team
  manager,        // of that team
  professional,   // a named person of another agency
  agency,         // a body: school, surgery, police, housing
  referrer,       // a member of the public who referred
  other,
};

enum class Gender : std::uint8_t { unknown, female, male };

struct Entity {
  Role role = Role::unknown;
  Gender gender = Gender::unknown;
  std::string name;                  // as first written in full; "the school" style description where unnamed
  std::vector<std::string> aliases;  // folded forms that mean this entity: "maisie", "ms gaunt", "mum", "the hv"
  std::string relation;              // as written: "MGM", "Father of both"
  lexicon::ConceptId agency = 0;     // professional, agency: concept of the family "agency"
  base::Span first;                  // where it is introduced
  Day born = no_day;                 // where the record says
  bool named = false;                // known by a name, not by a role or a body alone
};

// One reference in the text to somebody.
struct Mention {
  base::Span at;
  EntityId who = nobody;
  bool pronoun = false;
  bool possessive = false;  // "Kian's", "his"
  bool plural = false;      // "the children": who is the first of them, or nobody
};

enum class Polarity : std::uint8_t { affirmed, denied };
enum class Mood : std::uint8_t { asserted, hedged, intended, directed, conditional, asked };
enum class Time : std::uint8_t { past, present, future };
enum class Standing : std::uint8_t { current, superseded };
enum class Source : std::uint8_t { unknown, child, parent, relative, agency, worker, form, policy };
// What the main verb does: kinds of happening, from the lexicon's families "frame.say", "frame.want" and so on.
enum class Frame : std::uint8_t {
  none,
  say,
  want,
  feel,
  show,
  see,
  ask,
  tell,
  act,
  happen,
  judge,
  plan,
  refuse,
  cause,
  be
};

// Who says or does what, about whom, when, affirmed or not, how specific. A clause with its own main fact; the first
// statement of a sentence spans the whole sentence, further ones their clauses.
struct Statement {
  base::Span at;
  std::uint32_t sentence = 0;                   // index into Annotations::sentences
  std::uint32_t unit = 0;                       // index into Form::units
  bool main = true;                             // the sentence's main fact
  Frame frame = Frame::none;                    // of the outermost verb ("she said ..." is say)
  Frame told_frame = Frame::none;               // of the reported clause ("... that she hates it" is feel)
  bool told = false;                            // something is reported
  Polarity told_polarity = Polarity::affirmed;  // of the reporting ("did not say")
  Polarity polarity = Polarity::affirmed;       // of the main fact, or of what is told ("said he doesn't")
  Mood mood = Mood::asserted;
  Time time = Time::present;
  Standing standing = Standing::current;
  Source source = Source::worker;  // whose knowledge or words
  EntityId source_who = nobody;
  About about = About::unknown;
  EntityId about_who = nobody;  // nobody for a group; see `group`
  bool group = false;           // "the children", "they"
  EntityId addressee = nobody;  // whom "you" means
  bool general = false;         // a norm, theory, law, what the service does
  bool quoted = false;          // holds words in quotation marks
  bool process = false;         // only says that something was considered, respected, obtained
  std::uint8_t content = 0;     // content words and anchors, see content.h
  std::int32_t back = -1;       // index of an earlier statement that because/but/so/although joins this to
  lexicon::Trace concepts;      // found in it; of a main one in its sentence. Not of unit statements
};

// A sentence of a passage.
struct Sentence {
  base::Span at;
  std::uint32_t passage = 0;  // index into Form::passages
  std::uint32_t unit = 0;     // index into Form::units
  std::uint32_t statement_begin = 0, statement_end = 0;
};

struct Annotations {
  lexicon::Scan scan;  // over the whole text
  std::vector<Sentence> sentences;
  std::vector<Date> dates;  // everywhere, fields and cells too
  std::vector<Entity> people;
  std::vector<Mention> mentions;  // everywhere
  std::vector<Statement> statements;
  std::vector<Statement> unit_statements;  // one for each field, question, tick, row and help text, read as a whole
  std::vector<EntityId> subjects;          // the subject children, in the order of the record
  Day record_day = no_day;                 // completion date, else the latest date of the header

  // Those that begin there or later.
  std::span<const Date> dates_from(std::uint32_t offset) const;
  // Those that lie within a place.
  std::span<const Date> dates_in(base::Span at) const;
  // Those that begin within it.
  std::span<const Mention> mentions_from(base::Span at) const;
  // Those that overlap it.
  std::span<const Sentence> sentences_over(base::Span at) const;
};

inline constexpr std::size_t role_count = static_cast<std::size_t>(Role::other) + 1;
const char* name_of(Role role);
const char* name_of(Polarity polarity);
const char* name_of(Mood mood);
const char* name_of(Time time);
const char* name_of(Standing standing);
const char* name_of(Source source);
const char* name_of(About about);
const char* name_of(Frame frame);

}  // namespace language
