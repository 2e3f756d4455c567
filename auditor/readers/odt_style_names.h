// What the names of paragraph styles tell.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "readers/odt_styles.h"

namespace readers::odt {

// "Heading_20_1" as its author sees it, without case: the names in a file stand for the English ones.
std::string plain_name(std::string_view name);

// 1 to 9, or 0; Title is 1 and Subtitle 2. Takes a plain name.
std::uint8_t heading_by_name(const std::string& plain);
Role role_by_name(const std::string& plain);

}  // namespace readers::odt
