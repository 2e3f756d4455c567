// The binary record of a legacy form field (FFData of [MS-DOC] 2.9.78), as Word 97 to 2003 keep a tick box or a choice.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace readers {

struct FormFieldData {
  enum class Kind { text, box, choice } kind = Kind::text;
  bool ticked = false;               // of a box
  std::size_t chosen = 0;            // of a choice: index into `entries`
  std::vector<std::string> entries;  // of a choice, UTF-8
};

// Nothing where the bytes are no such record.
std::optional<FormFieldData> form_field_data(std::string_view bytes);

}  // namespace readers
