// What was encoded to pass through mail, decoded. Bytes that are no part of the encoding are passed over.
#pragma once

#include <string>
#include <string_view>

namespace readers::mime {

std::string from_base64(std::string_view text);
std::string from_quoted_printable(std::string_view text);

// By the name in Content-Transfer-Encoding; what isn't known is taken as it stands.
std::string decoded(std::string_view body, std::string_view transfer_encoding);

}  // namespace readers::mime
