// Sentences and figures that the views of timeliness share.
#pragma once

#include <string>
#include <vector>

#include "reports/timeliness.h"

namespace reports {

std::string as_at_words(const TimelinessReport& report);    // "As at 31 March 2010, the latest day in the data."
std::string counted_words(const TimelinessReport& report);  // "8 pieces of work on 7 children; 1 begins later ..."
std::string method_words(const TimelinessReport& report);   // how days are counted, and by whose limits
std::string kind_words(const timeliness::KindTally& kind);  // its title, or its name in words
// "Limit: 7 working days from the referral until 31 March 2010, 10 since 1 April 2010."; empty for a kind without any.
std::string limit_words(const timeliness::KindTally& kind);
// "In time: 4 of 5 completed, 80.0% (95% interval 37.6% to 96.4%); half took 3 working days or fewer."
std::string share_words(const timeliness::Figures& figures);
// What is not completed, or cannot be judged; empty where there is nothing of that.
std::string rest_words(const timeliness::Figures& figures);
// Both counts, and which one judges.
std::string counts_words(const timeliness::Counts& counts);
// How the work stands on the days before and after the limit; empty where it cannot be told.
std::string pile_words(const timeliness::Histogram& histogram);
std::string suppressed_words();  // why some figures are left out

std::string share_percent(double share);            // "85.6%"
std::string median_words(double median);            // "33", "33.5"; empty where there is none
std::string month_words(const std::string& month);  // "March 2010"
std::string day_or_nothing(language::Day day);      // "2010-03-31"; empty for no day

// Days in bins as wide as `width`: the first holds 0 to width, the next width + 1 to 2 * width, ...; single days where
// it is 1. The last, if it is open, holds all that is longer as well. None ends beyond `longest` and the limit.
struct DayBin {
  int first = 0, last = 0;
  bool open = false;
  std::size_t count = 0;
};
std::vector<DayBin> bins_of(const timeliness::Histogram& histogram, int width, int longest);
// A width that divides the limit, so that the limit is an edge: the narrowest by which `most` bins reach twice as far.
int width_of(int limit, int most);
std::string bin_words(const DayBin& bin);  // "41 to 45", "91 or more"

}  // namespace reports
