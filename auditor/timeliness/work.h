// Pieces of work as the counts need them: small, since a council's return may hold a few hundred thousand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "evaluation/outcome.h"
#include "language/calendar.h"
#include "manifest/case.h"
#include "timeliness/limits.h"

namespace timeliness {

// Words that come again and again (teams, types), each kept once. The number 0 is the empty word.
class Words {
 public:
  Words() { number_of(""); }
  std::uint32_t number_of(const std::string& word);
  const std::string& operator[](std::uint32_t number) const { return words_[number]; }
  std::size_t size() const { return words_.size(); }

 private:
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// What an audit has measured already, by the limits of its checklist.
struct Measured {
  Clock clock = Clock::referral;
  int days = 0;
  int limit = 0;
};

struct Work {
  std::string child;     // the child's ID; empty in a run, which knows none
  std::string document;  // empty where a list names none
  std::uint32_t type = 0, team = 0, worker = 0, manager = 0, file = 0;  // numbers of Words
  std::uint32_t line = 0;                                               // where it stands in that file; 0 where unknown
  // no_day where none is given, or what is given is no day.
  language::Day referral = language::no_day, start = language::no_day;
  language::Day completed = language::no_day, closed = language::no_day;
  bool no_conference = false;  // a section 47 enquiry that needs none
  bool unreadable = false;     // one of its days is given, and is none
  bool audited = false;        // of a stored run, which tells the days only where it could measure
  std::optional<Measured> measured;
};

struct Gathered {
  Words words;
  std::vector<Work> work;  // in the order of the source

  void take(const manifest::Case& one);
  // A document of a stored run; what was not audited is passed over.
  void take(const evaluation::Outcome& outcome);
};

// The latest day that any of the work gives, among the years that the calendar knows, so that one slip of the pen in a
// year doesn't decide. no_day where there is none.
language::Day latest_day(const Gathered& gathered, const language::Calendar& calendar);

}  // namespace timeliness
