#include "batch/across.h"

#include "batch/wire.h"
#include "evaluation/flag_order.h"

namespace batch {

using evaluation::Flag;
using evaluation::Outcome;

base::Result<Across> Across::create(const std::string& folder, evaluation::Sink& next, bool keep_text) {
  base::Result<Spool> spool = Spool::create(folder);
  if (!spool) return spool.error();
  base::Result<Comparison> comparison = Comparison::create(folder);
  if (!comparison) return comparison.error();
  return Across(std::move(spool).value(), std::move(comparison).value(), next, keep_text);
}

base::Status Across::take(const Outcome& outcome) {
  Outcome whole = outcome;
  whole.passages.clear();
  std::string bytes = wire::encode(whole);
  kept_.push_back({spool_.size(), static_cast<std::uint32_t>(bytes.size())});
  if (base::Status added = spool_.add(bytes); !added) return added;
  return comparison_.add(outcome);
}

base::Result<Outcome> Across::outcome(std::uint32_t record) {
  base::Result<std::string> bytes = spool_.read(kept_[record].from, kept_[record].bytes);
  if (!bytes) return bytes.error();
  std::optional<Outcome> out = wire::decode(bytes.value());
  if (!out) {
    return base::Error{base::ErrorCode::unreadable, "", 0, 0, "a temporary file cannot be read back", "audit again"};
  }
  return std::move(*out);
}

base::Status Across::hand_on(std::uint32_t end) {
  for (; handed_on_ < end; ++handed_on_) {
    base::Result<Outcome> whole = outcome(handed_on_);
    if (!whole) return whole.error();
    if (base::Status taken = hand_on(whole.value()); !taken) return taken;
  }
  return base::Done{};
}

base::Status Across::hand_on(Outcome& outcome) {
  if (!keep_text_) {
    outcome.document.text.clear();
    outcome.document.blocks.clear();
    outcome.document.tables.clear();
  }
  return next_->take(outcome);
}

base::Status Across::finish() {
  Outcome at_hand;
  auto text_of = [&](std::uint32_t record) -> base::Result<std::string> {
    if (base::Status done = hand_on(record); !done) return done.error();
    base::Result<Outcome> whole = outcome(record);
    if (!whole) return whole.error();
    at_hand = std::move(whole).value();
    return at_hand.document.text;
  };
  auto raise = [&](std::uint32_t record, std::vector<Flag> flags) {
    evaluation::put_among(at_hand.flags, std::move(flags));
    handed_on_ = record + 1;
    return hand_on(at_hand);
  };
  if (base::Status compared = comparison_.finish(text_of, raise); !compared) return compared;
  return hand_on(static_cast<std::uint32_t>(kept_.size()));
}

}  // namespace batch
