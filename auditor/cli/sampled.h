// A sample on its way through the audit: from its list to what every report of it says.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "evaluation/sink.h"
#include "intake/walk.h"
#include "sampling/list.h"
#include "store/samples.h"

namespace cli {

class Sampled {
 public:
  // Reads the list, a CSV or a workbook, and finds each record: at its path as it stands, or in one of `folders`.
  // Bad_argument where the list can't be used, not_found where a record isn't there.
  static base::Result<Sampled> read(const std::string& list, const std::vector<std::string>& folders);

  const intake::Found& found() const { return found_; }
  // Of each outcome once.
  void note(const evaluation::Outcome& outcome);
  // With how it was drawn and what was audited of it.
  store::Sample told() const;

 private:
  sampling::List list_;
  std::vector<std::string> paths_;             // of list_.records, where they were found
  std::map<std::string, std::size_t> strata_;  // by path
  intake::Found found_;
};

// Notes each outcome before it hands it on.
class Noting : public evaluation::Sink {
 public:
  Noting(evaluation::Sink& next, Sampled& sampled) : next_(next), sampled_(sampled) {}
  base::Status take(const evaluation::Outcome& outcome) override {
    sampled_.note(outcome);
    return next_.take(outcome);
  }
  base::Status idle() override { return next_.idle(); }

 private:
  evaluation::Sink& next_;
  Sampled& sampled_;
};

// Adds the sample to a run of the file, or with 0 to the latest; its number.
base::Result<std::int64_t> keep_sample(const std::string& database, std::int64_t run, const store::Sample& sample);

}  // namespace cli
