// SHA-256 as lower-case hexadecimal; nettle does the work.
#pragma once

#include <string>
#include <string_view>

namespace base {

std::string sha256(std::string_view bytes);

}  // namespace base
