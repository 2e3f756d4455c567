#include "cli/kept_run.h"

#include <utility>

#include "batch/run.h"

namespace cli {
namespace {

// A group is written when it is so old, so long or so large: what a kill loses is less than what is in hand anyway.
constexpr std::chrono::milliseconds most_waiting(20);
constexpr std::size_t most_documents = 64;
constexpr std::uint64_t most_bytes = 8u << 20;

}  // namespace

base::Result<KeptRun> KeptRun::create(store::Recording recording, batch::Spool parts, bool across, bool keep_text,
                                      const std::string& folder, Again again) {
  KeptRun run(std::move(recording));
  run.again_ = std::move(again);
  if (!across) {
    run.lock_ = std::move(parts);
    return run;
  }
  base::Result<batch::Comparison> comparison = batch::Comparison::continued(folder, std::move(parts));
  if (!comparison) return comparison.error();
  run.comparison_ = std::move(comparison).value();
  if (keep_text) return run;
  base::Result<batch::Spool> texts = batch::Spool::create(folder);
  if (!texts) return texts.error();
  run.texts_ = std::move(texts).value();
  return run;
}

std::optional<evaluation::Outcome> KeptRun::already(const std::string& path, const std::string& sha256) const {
  const store::Already* found = recording_.already(path, sha256);
  if (found == nullptr || (comparison_ && !comparison_->knows(path, sha256))) return std::nullopt;
  return batch::standing_for(path, sha256, found->standing, found->error, found->checklist);
}

base::Status KeptRun::take_over(const evaluation::Outcome& outcome) {
  // The word of a worker, which may have been led astray.
  if (!already(outcome.path, outcome.sha256)) {
    return base::Error{base::ErrorCode::crashed, outcome.path, 0, 0, "is told to be audited already, and is not", ""};
  }
  if (comparison_) {
    base::Status added = comparison_->add_known(outcome.path, outcome.sha256);
    if (!added) return added;
  }
  recording_.take_over(outcome.path, outcome.sha256);
  ++taken_over_;
  return base::Done{};
}

base::Status KeptRun::take(const evaluation::Outcome& outcome) {
  ++taken_;
  Place place;
  if (batch::stands_for_another(outcome)) {
    if (base::Status over = take_over(outcome); !over) return over;
  } else {
    if (comparison_) {
      if (base::Status added = comparison_->add(outcome); !added) return added;
    }
    if (texts_) {
      place = {texts_->size(), outcome.document.text.size()};
      if (base::Status added = texts_->add(outcome.document.text); !added) return added;
    }
    uncommitted_bytes_ += outcome.document.text.size();
    evaluation::Outcome kept = outcome;
    kept.passages.clear();
    recording_.take(std::move(kept));
  }
  if (texts_) text_places_.push_back(place);
  const bool due = std::chrono::steady_clock::now() - committed_ >= most_waiting ||
                   recording_.uncommitted() >= most_documents || uncommitted_bytes_ >= most_bytes;
  return due ? commit() : base::Status(base::Done{});
}

base::Status KeptRun::commit() {
  // A document in the store of which comparing knows nothing would be audited again: its part goes first.
  if (comparison_) {
    if (base::Status flushed = comparison_->flush(); !flushed) return flushed;
  }
  base::Status committed = recording_.commit();
  committed_ = std::chrono::steady_clock::now();
  uncommitted_bytes_ = 0;
  return committed;
}

base::Result<std::string> KeptRun::text_of(std::uint32_t record) {
  if (!texts_) return recording_.text(record);
  const Place& place = text_places_[record];
  if (place.bytes > 0) return texts_->read(place.from, place.bytes);
  base::Result<store::Recording::Source> source = recording_.source(record);
  if (!source) return source.error();
  base::Result<evaluation::Outcome> again = again_(source.value().path);
  if (!again) return again.error();
  if (again.value().sha256 != source.value().sha256) {
    return base::Error{base::ErrorCode::unreadable,  source.value().path, 0, 0,
                       "was changed during the run", "audit again"};
  }
  return std::move(again.value().document.text);
}

manifest::Joined::Memory KeptRun::memory() {
  auto known = [this](const evaluation::Outcome& outcome) -> std::optional<store::Joining> {
    if (!batch::stands_for_another(outcome)) return std::nullopt;
    const store::Already* found = recording_.already(outcome.path, outcome.sha256);
    return found == nullptr ? std::nullopt : found->joining;
  };
  return {known, [this](store::Joining joining) { recording_.joined(std::move(joining)); }};
}

base::Status KeptRun::finish(const store::RunFacts& facts, const std::vector<store::CaseFact>& cases) {
  if (base::Status committed = commit(); !committed) return committed;
  if (comparison_) {
    auto text = [this](std::uint32_t record) { return text_of(record); };
    auto raise = [this](std::uint32_t record, std::vector<evaluation::Flag> flags) {
      return recording_.raise(record, std::move(flags));
    };
    if (base::Status compared = comparison_->finish(text, raise); !compared) return compared;
  }
  return recording_.finish(facts, cases);
}

}  // namespace cli
