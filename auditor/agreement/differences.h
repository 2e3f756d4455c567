// Where raters differ, with what each rests on.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "agreement/audit.h"
#include "evaluation/outcome.h"

namespace agreement {

struct Difference {
  std::size_t number = 0;  // of the record in the run
  std::string path;
  std::size_t item = 0;                       // place in Audit::items
  evaluation::Answer answer;                  // the auditor's, as it was given: reason, quotes, near misses
  std::vector<evaluation::Opinion> opinions;  // people's, the one that counts first
  bool with_auditor = false;                  // the one that counts differs from the auditor's
  bool among_people = false;                  // people differ
  // Between the two ratings that lie furthest apart: 1, or 2 for met and not met; 1 for "does not apply" and any other.
  unsigned apart = 0;
};

class Differences {
 public:
  // The audit must outlive this.
  Differences(const Audit& audit, const std::vector<Given>& given);

  // Each document of the run, with its number.
  void look(const evaluation::Outcome& outcome, std::size_t number);

  // Those that lie furthest apart first, then by record and item.
  std::vector<Difference> found() const;

 private:
  const Audit& audit_;
  // By number of the record, then by item.
  std::map<std::size_t, std::map<std::size_t, std::vector<evaluation::Opinion>>> opinions_;
  std::vector<Difference> found_;
};

}  // namespace agreement
