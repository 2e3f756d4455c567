#include "readers/odt_style_names.h"

#include "base/utf8.h"

namespace readers::odt {

std::string plain_name(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name.substr(i, 4) == "_20_") {
      out += ' ';
      i += 3;
    } else {
      out += name[i];
    }
  }
  return base::fold_case(base::on_one_line(out));
}

std::uint8_t heading_by_name(const std::string& plain) {
  if (plain == "title") return 1;
  if (plain == "subtitle") return 2;
  bool heading = plain.starts_with("heading ") || (plain.starts_with("heading") && plain.size() == 8);
  if (!heading) return 0;
  char last = plain.back();
  bool one_digit = plain.size() <= 9 && last >= '1' && last <= '9';
  return one_digit ? static_cast<std::uint8_t>(last - '0') : 0;
}

Role role_by_name(const std::string& plain) {
  if (plain == "table heading") return Role::table_heading;
  if (plain == "list heading" || plain == "definition term" || plain == "definition term tight") return Role::term;
  if (plain == "list contents" || plain == "definition definition" || plain == "definition definition tight") {
    return Role::definition;
  }
  return Role::plain;
}

}  // namespace readers::odt
