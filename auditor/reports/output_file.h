// A file written piece by piece beside its target and renamed over it when complete, mode 0600: reports can be larger
// than memory should hold, and the target is always the old file or the whole new one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace reports {

class OutputFile {
 public:
  static base::Result<OutputFile> create(const std::filesystem::path& target);
  // The same, but that the file has no name until finish() where the file system can do so: then nothing of it is left
  // even of a program that was killed. It has no path().
  static base::Result<OutputFile> create_nameless(const std::filesystem::path& target);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();  // what was not finished is removed

  base::Status write(std::string_view bytes);
  base::Status finish();

  // Where the bytes stand until finish(), for a library that opens the file by its name and writes all of it itself;
  // write() isn't called then.
  std::string path() const;

 private:
  explicit OutputFile(std::filesystem::path target, int descriptor);
  base::Status flush();
  bool name();
  base::Error failed() const;

  std::filesystem::path target_;
  int descriptor_ = -1;
  bool nameless_ = false;
  std::string waiting_;
};

}  // namespace reports
