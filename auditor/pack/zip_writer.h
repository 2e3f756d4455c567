// A ZIP file written member by member, the same bytes for the same members: one time for all of them, no owner, and of
// the order only what the caller gives. A plain ZIP (no ZIP64), within limits::pack_files and pack_bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pack/listed.h"

namespace pack {

class ZipWriter {
 public:
  // Written beside the target (mode 0600) and put in its place by finish(). `time`: seconds since 1970, UTC; a ZIP
  // holds the clock's time as well, so the caller's time zone counts.
  static base::Result<ZipWriter> create(const std::filesystem::path& target, std::int64_t time);
  ZipWriter(ZipWriter&&) noexcept;
  ~ZipWriter();  // what was not finished is removed

  // A member, whole or piece by piece. The path must be safe (a defect otherwise).
  base::Status file(const std::string& path, std::string_view bytes);
  base::Status begin(const std::string& path);
  base::Status add(std::string_view bytes);
  void end();

  // The members so far, in the order they were written.
  const std::vector<Listed>& listed() const;
  // The ZIP file itself: its path as given, size and sha256.
  base::Result<Listed> finish();

 private:
  struct Content;
  explicit ZipWriter(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

}  // namespace pack
