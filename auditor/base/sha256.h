// SHA-256 as lower-case hexadecimal; nettle does the work.
#pragma once

#include <nettle/sha2.h>

#include <string>
#include <string_view>

#include "base/result.h"

namespace base {

std::string sha256(std::string_view bytes);
// Of a file of any size, which is never whole in memory.
Result<std::string> sha256_of_file(const std::string& path);

// Of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  // Of everything added; then it begins anew.
  std::string take();

 private:
  sha256_ctx context_;
};

}  // namespace base
