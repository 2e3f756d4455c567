// What an item asks of a record, and what comes of asking. A query is data compiled from XML; it is immutable, keeps
// nothing between records, and answers from this record alone.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "checklist/sentences_holding.h"
#include "document/document.h"
#include "facts/facts.h"
#include "form/form.h"
#include "language/annotations.h"
#include "language/calendar.h"
#include "lexicon/lexicon.h"

namespace checklist {

// Texts that queries make up about a record, for candidates to look into. For one record and one thread.
class Composed {
 public:
  std::string_view keep(std::string text) const { return texts_.emplace_back(std::move(text)); }

 private:
  mutable std::deque<std::string> texts_;
};

// Everything that is known of one record. All parts outlive the queries that look at them.
struct Record {
  const document::Document& document;
  const form::Form& form;
  const language::Annotations& language;
  const facts::Facts& facts;
  const lexicon::Lexicon& lexicon;
  const lexicon::Remembered& scans;  // of its short texts
  const language::Calendar& calendar;
  const SentencesHolding& holding;
  const Composed& composed;
};

// One bit for each condition that a candidate can fail; a candidate that fails exactly one is a near miss, and the bit
// says why.
enum class Condition : std::uint8_t {
  concept_found,  // holds none of the words asked for: never a near miss
  frame,          // the wrong kind of happening: never a near miss
  about,
  source,
  polarity,
  mood,
  time,
  standing,
  general,
  content,
  process,
  lacks,
  section,
  shape,  // a fact's own condition (undated, unowned, ...)
};
const char* reason_of(Condition condition);  // "denied", "only intended", ...; empty for those that are no near miss

// Made by the thousand: it owns no text, but looks into the record, the checklist or what was composed about the
// record.
struct Candidate {
  base::Span at;              // what would be quoted
  std::uint32_t failed = 0;   // bits by Condition
  std::int32_t strength = 0;  // for order: higher first
  std::string_view name;      // of an agency, child or owner, where the fact has one
  std::string_view group;     // what makes it distinct for counting
  std::string_view why;       // overrides reason_of for a near miss; may be empty

  bool passed() const { return failed == 0; }
  void fail(Condition condition) { failed |= 1u << static_cast<unsigned>(condition); }
  bool is_near_miss() const;
  std::string near_reason() const;
};

class Query;

// By query, the statements that pass or nearly do whichever child is asked about.
using Shortlists = std::map<const Query*, std::vector<std::uint32_t>>;

// What is asked about: the record, or one child of it.
struct Scope {
  language::EntityId child = language::nobody;
  // Where a record's children are asked about one by one: so that only the first looks at every statement. Else null.
  Shortlists* shortlists = nullptr;
};

struct Found {
  bool holds = false;
  std::vector<Candidate> evidence;           // strongest first; may be empty although it holds (an absence)
  std::vector<Candidate> near;               // near misses, strongest first
  std::map<std::string, std::string> words;  // for reasons: "count", "names", "days", ...
};

class Query {
 public:
  virtual ~Query() = default;

  // Every candidate with the conditions that it failed. Combinations give those of their parts.
  virtual std::vector<Candidate> candidates(const Record& record, const Scope& scope) const = 0;
  virtual Found find(const Record& record, const Scope& scope) const;
  // In words, for `checklist show` and --explain.
  virtual std::string describe() const = 0;
  // The parts of a combination, for --explain.
  virtual std::vector<const Query*> parts() const { return {}; }
};
using QueryPointer = std::shared_ptr<const Query>;

// A Found from candidates: holds where one passed; sorted, near misses apart.
Found found_of(std::vector<Candidate> candidates);

// Sorts by strength, then place; drops those whose place is another's.
void order(std::vector<Candidate>& candidates);

}  // namespace checklist
