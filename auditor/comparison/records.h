// The records of one or two runs, as far as comparing them needs: a few bytes for each measure, so that a hundred
// thousand records are a few megabytes.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comparison/measures.h"
#include "evaluation/outcome.h"

namespace comparison {

// What records are put into groups by.
enum class By : std::uint8_t { team, type, checklist, month, quarter, manager, worker };

struct Record {
  std::size_t run = 0;  // 0: the run that is looked at; 1: the one that it is held against
  std::string team, worker, manager, type, checklist;
  std::string completed;   // the day, "2010-03-31"; empty where it is not known
  std::vector<Said> said;  // by measure; measures met later have no place in it, and were not asked

  Said of(std::size_t measure) const { return measure < said.size() ? said[measure] : Said::not_asked; }
};

// "2010-03", or "2010 Q1" (of the calendar year), of a day; empty for an empty day.
std::string period_of(std::string_view day, By by);

// What the record is put under; empty where that is not known.
std::string group_of(const Record& record, By by);

// By name to value and back: "team", ... Nothing where there is no such name.
const char* name_of(By by);
bool by_of(std::string_view name, By& by);

class Records {
 public:
  // The titles of dimensions and the questions of items, by checklist and id. Unknown ones have none.
  using Titles = std::map<std::pair<std::string, std::string>, std::string>;
  explicit Records(Titles titles = {});

  // Takes an audited document of run 0 or 1; counts one that was not. `completed` is the day that a list or return
  // gives, or empty: then the record's own is taken.
  void take(const evaluation::Outcome& outcome, std::size_t run, const std::string& completed = {});

  const std::vector<Measure>& measures() const { return measures_; }
  const std::vector<Record>& records() const { return records_; }
  std::size_t of_run(std::size_t run) const;
  std::size_t not_audited(std::size_t run) const { return not_audited_[run]; }
  // The numbers of all measures as they are shown: over all, in time, dimensions with their items, flags.
  std::vector<std::size_t> in_order() const;

 private:
  std::size_t number_of(Measure measure);
  void note_checklist(Measure& added);
  static void set(Record& record, std::size_t measure, bool yes);

  Titles titles_;
  std::vector<Measure> measures_;
  std::set<std::string> checklists_;  // of the measures
  std::map<std::string, std::size_t> numbers_;
  std::vector<Record> records_;
  std::size_t not_audited_[2] = {0, 0};
};

}  // namespace comparison
