// The parts of index.html, in the order of the page. Each writes one region and closes what it opens.
//
// What the script and tests may rely on, classes never:
// - ids of sections: overview, grades, weakest, attention, run, items, heat, timeliness, flags, not-audited, in-part,
//   unsure, records; and folder, what all the paths shown begin with (not there where they share nothing);
// - a[data-list=QUERY]: a figure that leads to the documents behind it, the list filtered by QUERY (list_query.js says
// what
//   a query is). Its href is #records?QUERY once the script has run, and #records before;
// - ids in the list: filter, f-... (its controls), count (live), record-table, more, more-all;
// - data-sort=KEY on the list's sortable heads; data-d=NUMBER on a row of the list and of the heat map.
#pragma once

#include <string>
#include <string_view>

#include "reports/markup.h"
#include "reports/view.h"

namespace reports {

// Of a larger run, so many records are listed where there is no script, and stand in the heat map.
inline constexpr std::size_t listed_at_most = 200;

// Where an element of a section begins; the caller closes it.
void section(Markup& page, std::string_view id, std::string_view title);

// Grades as a stacked bar, best first; decoration beside the numbers, so hidden from screen readers.
void grade_bar(Markup& page, const std::array<std::size_t, 4>& grades);
// Ratings likewise, not met first.
void rating_bar(Markup& page, const std::array<std::size_t, 4>& ratings);
void grade_chip(Markup& page, evaluation::Grade grade);
void rating_chip(Markup& page, evaluation::Rating rating);
// Colours and what they say, for bars of ratings and the heat map.
void rating_key(Markup& page);
// "43% (27 to 61%)": the share of `hits` in `of`, and its 95% interval.
std::string share_words(std::size_t hits, std::size_t of);

// One condition of a query, `key`=`value`, escaped for an address.
std::string asked(std::string_view key, std::string_view value);
// A figure: `words` lead to the list filtered by `query`. Without a link where `count` is 0.
void figure(Markup& page, std::size_t count, std::string_view words, const std::string& query);
inline void figure(Markup& page, std::size_t count, const std::string& query) {
  figure(page, count, std::to_string(count), query);
}
// A link to the record's page, by its path from the folder that all share.
void record_link(Markup& page, const Overview& overview, std::size_t number, const std::string& path);

// Where the record's page tells of one item.
std::string item_address(std::size_t number, const std::string& item);

void overview_part(Markup& page, const Overview& overview);
void run_part(Markup& page, const Run& run, const Overview& overview);
void items_part(Markup& page, const Overview& overview);
void heat_part(Markup& page, const Overview& overview);
void timeliness_part(Markup& page, const Overview& overview);
void flags_part(Markup& page, const Overview& overview);
void not_audited_part(Markup& page, const Overview& overview);
void in_part_part(Markup& page, const Overview& overview);
void unsure_part(Markup& page, const Overview& overview);
void records_part(Markup& page, const Overview& overview);

// What the list's script reads, as JSON; list_query.js says its shape.
std::string list_data(const Overview& overview);

}  // namespace reports
