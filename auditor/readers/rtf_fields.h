// Fields of an RTF whose sign says more than their stored result: tick boxes, lists to choose from, symbols.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace readers::rtf {

// What {\*\formfield ...} tells.
struct FormField {
  static constexpr int undecided = 25;  // \ffres of a field that nobody has touched

  int type = -1;  // \fftype: 0 text, 1 tick box, 2 list
  int result = undecided;
  int preset = 0;
  std::vector<std::string> entries;
};

// What to show in place of the field's result: ☒ or ☐, or the entry that was chosen. None for text fields.
std::optional<std::string> state_of(const FormField& form);

// The character of a SYMBOL field by its instruction, such as `SYMBOL 168 \f "Wingdings"`; none for other fields, empty
// where no character says the same.
std::optional<std::string> symbol_of(std::string_view instruction);

}  // namespace readers::rtf
