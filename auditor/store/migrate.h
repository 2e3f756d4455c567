// Opening a file that this program made, of this version or an older one.
#pragma once

#include <string>

#include "base/result.h"
#include "store/sqlite.h"

namespace store {

enum class Access {
  read,
  write,
  make,  // likewise, and makes the file (mode 0600) where there is none
};

// Opens the file, and brings it up to the present schema where an older version made it: in place, in one transaction;
// of a file that is only to be read and cannot be written, in a copy in memory. The error tells a file that is no store
// from one that is too old or too new, and from a damaged one.
base::Result<Database> opened(const std::string& path, Access access);

}  // namespace store
