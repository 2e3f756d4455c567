// Stretches of a text replaced, and where each place of the old text stands in the new one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace pseudonyms {

struct Edit {
  base::Span at;
  std::string by;
};

class Edited {
 public:
  // The edits must be in order and not overlap.
  Edited(std::string_view text, std::vector<Edit> edits);

  const std::string& text() const { return text_; }
  // What a span of the old text is in the new one; one that ends within an edit grows to hold all of it.
  base::Span moved(base::Span at) const;

 private:
  std::uint32_t place(std::uint32_t offset, bool end) const;

  std::string text_;
  std::vector<Edit> edits_;
  std::vector<std::uint32_t> begins_;  // of each edit in the new text
};

}  // namespace pseudonyms
