// index.html: one file that needs nothing else. Overview first, then lists, then every record; it works without its
// script, which only filters, sorts and opens.
#pragma once

#include <cstddef>

#include "base/result.h"
#include "reports/view.h"

namespace reports {

// Records shown in full: a browser copes with so many. Of a larger run these are the ones that need attention first;
// the page says so and names where the others are.
inline constexpr std::size_t html_records = 1'000;

base::Status write_html(const Run& run, const Write& write);

}  // namespace reports
