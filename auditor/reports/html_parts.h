// The parts of index.html, in the order of the page. Each writes one region and closes what it opens.
// Scripts and tests may rely on the ids of sections and controls, and on data- attributes; not on classes.
#pragma once

#include "reports/markup.h"
#include "reports/view.h"

namespace reports {

// Grades as a stacked bar, best first; decoration beside the numbers, so hidden from screen readers.
void grade_bar(Markup& page, const std::array<std::size_t, 4>& grades);
// Ratings likewise, not met first.
void rating_bar(Markup& page, const std::array<std::size_t, 4>& ratings);
void grade_chip(Markup& page, evaluation::Grade grade);
void rating_chip(Markup& page, evaluation::Rating rating);

void overview_part(Markup& page, const Overview& overview);
void attention_part(Markup& page, const Overview& overview);
void in_part_part(Markup& page, const Overview& overview);
void not_audited_part(Markup& page, const Overview& overview);
void flags_part(Markup& page, const Overview& overview);
void record_table(Markup& page, const Overview& overview);
void run_part(Markup& page, const Run& run, const Overview& overview);

// A link to the record's page, by its path.
void record_link(Markup& page, std::size_t number, const std::string& path);

}  // namespace reports
