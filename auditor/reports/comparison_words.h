// The words of a comparison: the same in the page, at the terminal and in the board's report.
#pragma once

#include <string>

#include "reports/comparison.h"

namespace reports {

// "CV1 met: Was the child seen?", "Child's views: good or better".
std::string measure_words(const comparison::Measure& measure);
// "CV1 met", "F1 raised": for narrow columns.
std::string measure_short(const comparison::Measure& measure);

std::string group_words(const std::string& name, comparison::By by);  // "(not known)" where empty
const char* by_words(comparison::By by);                              // "team", "kind of record", "month"

// "9 of 12, 75.0%"; "none" of nothing.
std::string share_of_words(const comparison::Share& share);
// "46.8% to 91.1%", the share's 95% interval; empty of nothing.
std::string interval_words(const comparison::Share& share);
// "9 of 12, 75.0% (95% interval 46.8% to 91.1%)"
std::string share_sure_words(const comparison::Share& share);
// "40 points", never with a sign.
std::string points_words(double difference);

// What the difference says, in plain words: "40 points higher (95% interval 8 to 63)", "12 points lower; with 12
// records this may be chance", "too few to tell".
std::string difference_words(const comparison::Row& row);

// "Of 42 differences that were judged, about 2 look real by chance alone."; empty where none was judged.
std::string chance_words(std::size_t judged);
std::string left_out_words(const ComparisonReport& report);  // empty where nothing is left out

// "median 80.0%; a shift upwards from 2010-03 to 2010-09". Says so where there are too few points to tell.
std::string trend_words(const comparison::Trend& trend, comparison::By period);

// One's own share of what a council's figure is of, from run 0; without records where it isn't measured here.
comparison::Share own_share(const comparison::Records& records, const comparison::Figure& figure);

}  // namespace reports
