// Makes a pack. The same contents give the same bytes on the same machine; a PDF is as constant as the browser is.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "pack/contents.h"
#include "pack/listed.h"

namespace pack {

struct Written {
  Listed whole;  // the pack itself: path, size, sha256
  std::size_t files = 0, audited = 0;
  std::string without_pdf;  // why there is no summary.pdf, one line; empty where there is
};

// Written beside the target and put in its place when whole, mode 0600. An error leaves the target as it was.
base::Result<Written> write(const Contents& contents, const std::filesystem::path& target);

// Whether something is at the target that must not be overwritten: anything but a pack.
base::Status may_replace(const std::filesystem::path& target);

}  // namespace pack
