// Enumerations and lists as the columns hold them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/dump.h"
#include "evaluation/outcome.h"

namespace store {

// The enumeration's value of that name, of those up to `last`; `last` where there is none.
template <typename Enum>
Enum named(std::string_view name, Enum last) {
  using base::name_of;
  using document::name_of;
  using evaluation::name_of;
  for (unsigned value = 0; value < static_cast<unsigned>(last); ++value) {
    if (name_of(static_cast<Enum>(value)) == name) return static_cast<Enum>(value);
  }
  return last;
}

// Values, none of which holds a line feed, one a line; and back.
std::string lines_of(const std::vector<std::string>& values);
std::vector<std::string> values_of(const std::string& lines);

}  // namespace store
