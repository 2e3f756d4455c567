// findings.jsonl: one JSON object per document, as findings.schema.json describes it.
#pragma once

#include "base/result.h"
#include "reports/view.h"

namespace reports {

base::Status write_jsonl(const Run& run, const Write& write);

}  // namespace reports
