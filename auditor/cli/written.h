// What verbs share that print for people, and write files into a folder where --out names one.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace cli {

struct Options;

// Whether the formats asked for are among `known`, and there is a folder for them.
base::Status check_written(const Options& options, const std::vector<std::string>& known);

// Makes the folder where there is none, for its owner alone: what goes there tells on people. One that was there keeps
// what it holds, and what its owner gave it.
base::Status make_folder(const std::string& folder);

}  // namespace cli
