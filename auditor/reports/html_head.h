// What begins every page of a report: doctype and <head>, with a content security policy that lets nothing load and
// only the page's own styles and script, by their hashes, run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/markup.h"

namespace reports {

// A style or script as a policy names it: 'sha256-...'.
std::string allowed(std::string_view content);

// Leaves <html> open after </head>. `script` may be null: then the page runs none; it is not put into the page here.
void page_head(Markup& page, std::string_view title, const std::vector<const Markup::Asset*>& styles,
               const Markup::Asset* script);

}  // namespace reports
