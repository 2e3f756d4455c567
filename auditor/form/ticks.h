// Boxes and marks: "Yes ☒ No ☐", "☐ a ☒ b", "[x]", "Yes/No" left undeleted, a lone tick beside a label.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "form/cues.h"
#include "form/form.h"

namespace form {

struct Ticks {
  base::Span label;             // what stands before the options; empty where nothing does
  std::vector<Option> options;  // empty: no ticks here
  base::Span rest;              // what stands after the last option ("Yes ☒ No ☐ 08/10/2009")
  bool any_ticked() const;
};

// Reads a span as options. With `label_known` the text before the first mark is an option's, not a label.
Ticks read_ticks(base::Span at, std::string_view text, const Cues& cues, bool label_known);

bool has_mark(std::string_view text);
// Nothing but one mark ("☒", "X", "✓"): whether it is ticked; -1 where the text is something else.
int lone_mark(std::string_view text);

}  // namespace form
