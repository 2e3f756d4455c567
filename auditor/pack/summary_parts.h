// The parts of summary.html, in the order of the page. Each writes one section.
#pragma once

#include "pack/contents.h"
#include "reports/markup.h"
#include "reports/view.h"

namespace pack {

// Begins a table in a section that scrolls on a narrow screen; `heads` beginning with '#' are of numbers.
void begin_table(reports::Markup& page, const char* label, const std::vector<std::string>& heads);
void end_table(reports::Markup& page);

void look_first_part(reports::Markup& page, const reports::Overview& overview, Links links);
void grades_part(reports::Markup& page, const reports::Overview& overview);
void weakest_part(reports::Markup& page, const reports::Overview& overview);
void flags_part(reports::Markup& page, const reports::Overview& overview, Links links);
void records_part(reports::Markup& page, const reports::Overview& overview, Links links);
void not_audited_part(reports::Markup& page, const reports::Overview& overview);

}  // namespace pack
