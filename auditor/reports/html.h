// index.html: overview first, then lists, then a table of every record, each with a link to its page. It works without
// its script, which only filters and sorts.
#pragma once

#include "base/result.h"
#include "reports/view.h"

namespace reports {

base::Status write_html(const Run& run, const Write& write);

}  // namespace reports
