// The refusal of what was typed: what is wrong, and what to type instead.
#pragma once

#include <string>
#include <utility>

#include "base/result.h"

namespace cli {

inline base::Error bad(std::string message, std::string advice) {
  return {base::ErrorCode::bad_argument, "", 0, 0, std::move(message), std::move(advice)};
}

}  // namespace cli
