// The parts of index.html, in the order of the page. Each writes one region and closes what it opens.
#pragma once

#include <set>

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
// `shown` holds the numbers of the records that the page shows in full: others get no link.
void attention_part(Markup& page, const Overview& overview, const std::set<std::size_t>& shown);
void in_part_part(Markup& page, const Overview& overview, const std::set<std::size_t>& shown);
void not_audited_part(Markup& page, const Overview& overview);
void flags_part(Markup& page, const Overview& overview, const std::set<std::size_t>& shown);
void record_table(Markup& page, const Overview& overview, const std::set<std::size_t>& shown);
void record_part(Markup& page, const evaluation::Outcome& outcome, std::size_t number, const store::RunFacts& facts);
void run_part(Markup& page, const Run& run, const Overview& overview);

// A link to the record, or its path alone where the page doesn't show it.
void record_link(Markup& page, std::size_t number, const std::string& path, const std::set<std::size_t>& shown);

}  // namespace reports
