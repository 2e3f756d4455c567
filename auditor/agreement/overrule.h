// A person's rating overrules the auditor's: which person's where several have rated, and what the scores are then.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "agreement/audit.h"
#include "base/result.h"
#include "evaluation/outcome.h"
#include "evaluation/scoring.h"
#include "store/store.h"

namespace agreement {

// The one that counts first: what was taken in last, since it was said knowing the others; of those taken in together,
// the least favourable. So a disagreement is settled by one more rating, taken in afterwards.
void put_in_order(std::vector<Given>& given);

class Overruling {
 public:
  // Of a stored run.
  static base::Result<Overruling> of(const store::Store& store);
  // `scoring` by id of the checklist.
  Overruling(const Audit& audit, const std::vector<Given>& given, std::map<std::string, evaluation::Scoring> scoring);

  bool any() const { return !opinions_.empty(); }
  bool any(std::size_t number) const { return opinions_.count(number) > 0; }
  // Puts people's opinions beside the answers, and lets none of them count.
  void attach(evaluation::Outcome& outcome, std::size_t number) const;
  // Puts people's opinions beside the answers of the document of that number, lets them count, and scores it again. The
  // scores stay the auditor's where the run has not kept how it was scored.
  void apply(evaluation::Outcome& outcome, std::size_t number) const;

 private:
  // By number of the document, then by item.
  std::map<std::size_t, std::map<std::string, std::vector<evaluation::Opinion>>> opinions_;
  std::map<std::string, evaluation::Scoring> scoring_;
};

}  // namespace agreement
