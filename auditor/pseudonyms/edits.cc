#include "pseudonyms/edits.h"

#include <algorithm>

namespace pseudonyms {

Edited::Edited(std::string_view text, std::vector<Edit> edits) : edits_(std::move(edits)) {
  std::uint32_t from = 0;
  for (const Edit& edit : edits_) {
    text_ += text.substr(from, edit.at.begin - from);
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
    text_ += edit.by;
    from = edit.at.end;
  }
  text_ += text.substr(from);
}

base::Span Edited::moved(base::Span at) const {
  const std::uint32_t begin = place(at.begin, false);
  return at.empty() ? base::Span{begin, begin} : base::Span{begin, place(at.end, true)};
}

std::uint32_t Edited::place(std::uint32_t offset, bool end) const {
  // The last edit that begins before the offset decides.
  const auto next =
      std::partition_point(edits_.begin(), edits_.end(), [&](const Edit& edit) { return edit.at.begin < offset; });
  if (next == edits_.begin()) return offset;
  const auto index = static_cast<std::size_t>(next - edits_.begin()) - 1;
  const Edit& edit = edits_[index];
  const std::uint32_t after = begins_[index] + static_cast<std::uint32_t>(edit.by.size());
  if (offset >= edit.at.end) return after + (offset - edit.at.end);
  return end ? after : begins_[index];
}

}  // namespace pseudonyms
