// The sink of a run that is kept: outcomes go to the store as they come, in small groups, so that a run that breaks off
// can be gone on with.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "batch/comparison.h"
#include "batch/spool.h"
#include "evaluation/sink.h"
#include "manifest/joined.h"
#include "store/recording.h"

namespace cli {

class KeptRun : public evaluation::Sink {
 public:
  // Audits one file once more: for a quote from a record whose text is not at hand.
  using Again = std::function<base::Result<evaluation::Outcome>(const std::string& path)>;

  // `parts` takes what comparing records needs of each, and its lock tells other processes that this one is at work on
  // the run. Temporary files go to `folder`.
  static base::Result<KeptRun> create(store::Recording recording, batch::Spool parts, bool across, bool keep_text,
                                      const std::string& folder, Again again);

  // Outcomes with their text, and those that stand for others.
  base::Status take(const evaluation::Outcome& outcome) override;
  base::Status idle() override { return commit(); }

  // For batch::Options::already.
  std::optional<evaluation::Outcome> already(const std::string& path, const std::string& sha256) const;
  std::size_t taken() const { return taken_; }  // documents so far, and of these
  std::size_t taken_over() const { return taken_over_; }

  // How records were joined to lists, kept with them. This must outlive it, and stay where it is.
  manifest::Joined::Memory memory();

  // Raises the flags that compare records, and finishes the run. `cases`: what lists say of its records.
  base::Status finish(const store::RunFacts& facts, const std::vector<store::CaseFact>& cases);
  store::Recording& recording() { return recording_; }

 private:
  struct Place {
    std::uint64_t from = 0, bytes = 0;
  };
  explicit KeptRun(store::Recording recording) : recording_(std::move(recording)) {}
  base::Status commit();
  base::Status take_over(const evaluation::Outcome& outcome);
  base::Result<std::string> text_of(std::uint32_t record);

  store::Recording recording_;
  std::optional<batch::Spool> lock_;  // where nothing is compared
  std::optional<batch::Comparison> comparison_;
  std::optional<batch::Spool> texts_;  // where the store keeps none, though quotes are cut at the end
  std::vector<Place> text_places_;
  Again again_;
  std::size_t taken_ = 0, taken_over_ = 0;
  std::uint64_t uncommitted_bytes_ = 0;
  std::chrono::steady_clock::time_point committed_ = std::chrono::steady_clock::now();
};

}  // namespace cli
