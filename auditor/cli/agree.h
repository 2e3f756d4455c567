// What the parts of `auditor agree` share.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/options.h"
#include "store/store.h"

namespace cli {

int allocate_to_raters(const Options& options);

// The run that is asked for, of a run's folder or a store, for reading or for adding people's ratings.
base::Result<store::Store> opened_to_agree(const Options& options, bool to_add);

// Makes the folder, for its owner alone, where it is not there. An error where it must be empty and is not.
base::Status made_folder(const std::string& path, bool must_be_empty);

}  // namespace cli
