// What `auditor sample` is asked, beside what all verbs know.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "sampling/draw.h"

namespace cli {

struct Options;

struct SampleOptions {
  sampling::Plan plan;      // its seed and day where given
  bool seed_given = false;  // otherwise one is made
  std::size_t dip = 0;      // records of a dip sample; 0: it is none
  unsigned months = 0;      // not audited in so many; 0: whenever
  std::string list = "sample.csv";
};

// Each takes an option's value into Options::sampling. Bad_argument says what it takes.
base::Status set_size(Options& options, const std::string& value);
base::Status set_margin(Options& options, const std::string& value);
base::Status set_quota(Options& options, const std::string& value);
base::Status set_dip(Options& options, const std::string& value);
base::Status set_by(Options& options, const std::string& value);
base::Status add_only(Options& options, const std::string& value);
base::Status add_except(Options& options, const std::string& value);
base::Status set_months(Options& options, const std::string& value);
base::Status set_reserve(Options& options, const std::string& value);
base::Status set_seed(Options& options, const std::string& value);
base::Status set_day(Options& options, const std::string& value);
base::Status set_list(Options& options, const std::string& value);

// Whether what is asked goes together.
base::Status check_sample(const Options& options);

// What follows the options in `auditor sample --help`.
std::string sample_help();

// The same day so many months before, the month's last where it has no such day: "2026-02-28".
std::string months_before(const std::string& day, unsigned months);

}  // namespace cli
