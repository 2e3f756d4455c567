// Base64 of RFC 4648 with padding: for paths that aren't UTF-8, and for the page's content security policy.
#pragma once

#include <string>
#include <string_view>

namespace reports {

std::string base64(std::string_view bytes);

}  // namespace reports
