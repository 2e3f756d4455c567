// What lists and returns say of the cases of a run (manifest/case.h, which gives these values), kept beside its
// documents.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace store {

// One piece of work on one child. Days are "2009-10-13"; whatever is not given is empty.
struct CaseFact {
  std::size_t document = 0;  // the number in the run, from 1, of the document that it belongs to; 0: none
  std::string record;        // path or file name of its record, as the list gives it
  std::string child;         // the child's ID
  std::string referral_id;
  std::string team, worker, manager;
  std::string type;  // the checklist's name of a type: "core_assessment", "s47_enquiry", ...
  std::string referral, start, review, child_seen, completed, closed;
  std::string born;
  std::string ethnicity, disability;
  std::vector<std::string> factors;  // codes, none of which holds a line feed
  bool no_conference = false;
  std::string file;  // where it stands
  std::uint32_t line = 0, column = 0;
};

// Puts them in the place of what the run had of them; false where SQLite refuses, or the run has no such document. To
// be called within a transaction.
bool put_cases(const Database& database, std::int64_t run, const std::vector<CaseFact>& facts);

// Those of the run, in the order in which they were added.
base::Result<std::vector<CaseFact>> case_facts(const Store& store);

}  // namespace store
