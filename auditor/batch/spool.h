// A private temporary file without a name: what is written is read back by place, and gone with the object. Or one with
// a name, which stays until somebody removes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "batch/channel.h"

namespace batch {

class Spool {
 public:
  // In the folder, mode 0600.
  static base::Result<Spool> create(const std::string& folder);

  // The file of that name, made where there is none, mode 0600; what is in it stays. Locked for as long as this lives
  // or the process does: an error of code `interrupted` where another process has it.
  static base::Result<Spool> named(const std::string& path);

  // Adds bytes at the end; they begin at size() as it was before.
  base::Status add(std::string_view bytes);
  base::Result<std::string> read(std::uint64_t from, std::uint64_t count);
  // A descriptor of its own for reading what was added so far.
  base::Result<Descriptor> reader();
  std::uint64_t size() const { return size_; }
  base::Status cut(std::uint64_t size);  // to so many bytes
  base::Status flush();                  // what was added is in the file, though perhaps not on the disk

 private:
  explicit Spool(Descriptor file) : file_(std::move(file)) {}

  Descriptor file_;
  std::string waiting_;  // not written yet
  std::uint64_t size_ = 0;
};

}  // namespace batch
