// The command line as typed: one table of verbs and one of options make the parser and the help.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/limit.h"
#include "base/result.h"
#include "cli/agree_options.h"
#include "cli/compare_options.h"
#include "cli/sample_options.h"

namespace cli {

inline constexpr const char* standard_checklist = "assessment";

enum class View { text, structure, statements, concepts, people, facts };

struct Options {
  std::string verb;                   // "audit"; empty for `auditor --help` and `--version`
  std::vector<std::string> operands;  // paths, names; for `checklist` the first is what to do
  std::string checklist;              // name or file; empty: by each record's type
  std::string out = "audit-report";   // "-": standard output
  bool out_given = false;             // `report` writes into the run's own folder where no other is named
  std::vector<std::string> formats;   // as asked for, each known and built; empty: all
  unsigned jobs = 0;                  // 0: as many as there are cores
  bool quiet = false;
  bool keep_text = true;
  bool ocr = false;
  base::LimitSettings limit_settings;  // to be put in force before anything is read
  bool across = true;                  // flags that compare documents
  std::vector<std::string> manifests;  // lists and returns that records are joined to
  View view = View::text;
  bool pseudonymise = false;
  std::string key;      // where the pseudonyms' key goes; empty: nowhere
  std::string explain;  // an item's id, or empty
  // `pack`
  std::vector<std::string> documents;  // numbers, ranges, paths, patterns of paths; empty: all
  std::string pack;                    // where the pack goes
  bool verify = false;
  std::string sources;  // the folder to compare source files with, or empty
  bool with_names = false;
  // `sample`, and `audit` of one
  SampleOptions sampling;
  std::string history;       // the run or store of earlier audits
  std::string list;          // of the sample to audit; empty: everything given
  std::string manifest_map;  // a file of headings of one's own lists
  CompareOptions compare;    // and the board's report
  bool for_board = false;    // `report`
  // `timeliness`
  std::string at;       // "2010-03-31"; empty: the latest day in the data
  std::string limits;   // a file of limits; empty: the program's own
  std::string council;  // whose limits go first, by name or number
  bool small_numbers = false;
  AgreeOptions agreement;  // `agree`
  // Stores of many runs
  std::string store;     // `audit`: the file that the run is added to; empty: a run of its own in `out`
  bool resume = false;   // `audit`: go on with a run that broke off
  std::int64_t run = 0;  // which run of a store; 0: the latest that is finished
  std::string child;     // `purge`: the ID of the child whose case goes
  std::string record;    // `purge`: path or sum of the record that goes
  bool help = false;
  bool version = false;
};

// bad_argument names what is wrong, with the nearest spelling where there is one.
base::Result<Options> parse(const std::vector<std::string>& arguments);

// The text of `auditor --help`, or of `auditor VERB --help`.
std::string help(const std::string& verb);

// The candidate that is spelt most like `word`, or empty where none is near.
std::string nearest(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace cli
