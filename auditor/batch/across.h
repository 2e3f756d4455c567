// For sinks that take an outcome but once: outcomes are spooled privately as they come, and handed on with the flags
// that compare them when the last is in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "batch/comparison.h"
#include "batch/spool.h"
#include "evaluation/sink.h"

namespace batch {

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
    std::uint64_t from = 0;  // in the spool
    std::uint32_t bytes = 0;
  };
  Across(Spool spool, Comparison comparison, evaluation::Sink& next, bool keep_text)
      : spool_(std::move(spool)), comparison_(std::move(comparison)), next_(&next), keep_text_(keep_text) {}
  base::Result<evaluation::Outcome> outcome(std::uint32_t record);
  base::Status hand_on(std::uint32_t end);  // all before `end` that were not yet
  base::Status hand_on(evaluation::Outcome& outcome);

  Spool spool_;
  Comparison comparison_;
  evaluation::Sink* next_;
  bool keep_text_;
  std::vector<Kept> kept_;
  std::uint32_t handed_on_ = 0;
};

}  // namespace batch
