// The head of a table on a page of its own; index.html's tables sort and have heads of theirs.
#pragma once

#include <utility>
#include <vector>

#include "reports/markup.h"

namespace reports {

// Each column's title, and whether it holds numbers. Leaves <tbody> open.
void table_head(Markup& page, const std::vector<std::pair<const char*, bool>>& columns);

}  // namespace reports
