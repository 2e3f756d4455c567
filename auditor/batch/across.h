// The flags that compare the records of a batch. Outcomes are spooled privately as they come and handed on, with those
// flags, when the last is in.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "batch/repeats.h"
#include "batch/spool.h"
#include "checklist/checklist.h"
#include "evaluation/sink.h"

namespace batch {

// Whether the checklist has a flag for which records are compared.
bool compares_records(const checklist::Checklist& checklist);

class Across : public evaluation::Sink {
 public:
  // Temporary files go to `folder`. The sink must outlive this; outcomes reach it without text where !keep_text, and
  // never with passages.
  static base::Result<Across> create(const std::string& folder, evaluation::Sink& next, bool keep_text);

  // To be run with keep_text, since quotes are cut at the end.
  base::Status take(const evaluation::Outcome& outcome) override;
  // Compares, and hands every outcome on in the order in which they came. To be called once.
  base::Status finish();

 private:
  struct Kept {
    std::uint64_t from = 0;  // of the outcome in the spool
    std::uint32_t outcome_bytes = 0;
    std::uint32_t passages_bytes = 0;  // follow the outcome
  };
  Across(Spool spool, Repeats repeats, evaluation::Sink& next, bool keep_text)
      : spool_(std::move(spool)), repeats_(std::move(repeats)), next_(&next), keep_text_(keep_text) {}
  // The whole outcome, or only what comparing needs: path, sha256, children, passages.
  base::Result<evaluation::Outcome> outcome(std::uint32_t record);
  base::Result<evaluation::Outcome> to_compare(std::uint32_t record);
  base::Status raise(evaluation::Outcome& outcome, std::span<const Repeat> repeats);

  Spool spool_;
  Repeats repeats_;
  evaluation::Sink* next_;
  bool keep_text_;
  std::vector<Kept> kept_;
};

}  // namespace batch
