// One record's ratings with reasons, quotes and what was looked for: the content of its page.
#pragma once

#include "evaluation/outcome.h"
#include "reports/markup.h"
#include "store/store.h"

namespace reports {

void record_part(Markup& page, const evaluation::Outcome& outcome, const store::RunFacts& facts);

}  // namespace reports
