// Form fields of old forms (FFData, [MS-DOC] 2.9.78): tick boxes and drop-down lists, whose state is no text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace readers::doc {

// What the field whose data stands at `at` of the data stream shows instead of its result: a ticked or empty box, the
// chosen entry of a list. Nothing for text fields, whose result is text, and for what is no form field.
std::optional<std::string> shown_by_form_field(std::string_view data, std::uint32_t at);

}  // namespace readers::doc
