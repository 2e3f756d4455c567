// What `auditor agree` is asked, beside what all verbs know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace cli {

struct Options;

struct AgreeOptions {
  std::vector<std::string> files;  // of ratings, to be imported
  std::string rater;               // who rated where a file doesn't say
  std::size_t allocate = 0;        // records to allocate; 0: none
  std::vector<std::string> raters;
  std::uint64_t seed = 1;
};

// Each takes an option's value into Options::agreement. Bad_argument says what it takes.
base::Status add_import(Options& options, const std::string& value);
base::Status set_rater(Options& options, const std::string& value);
base::Status set_allocate(Options& options, const std::string& value);
base::Status set_raters(Options& options, const std::string& value);
base::Status set_agree_seed(Options& options, const std::string& value);

// Whether what is asked goes together. Names behind the run's are further files to import.
base::Status check_agree(const Options& options);

// What follows the options in `auditor agree --help`.
std::string agree_help();

}  // namespace cli
